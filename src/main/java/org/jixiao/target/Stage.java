package org.jixiao.target;

import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;

/** What a section hands in during a year, in its order. */
public enum Stage {
    TARGETS,
    HALF_YEAR,
    FULL_YEAR;

    /** @param period of a case; none while targets are declared */
    public static Stage ofCase(@Nullable String period) {
        return period == null ? TARGETS : valueOf(period);
    }

    static Stage of(String name) {
        for (Stage stage : values()) if (stage.name().equals(name)) return stage;
        throw Refusal.malformed("year.stage", name);
    }

    @Nullable String period() {
        return this == TARGETS ? null : name();
    }
}
