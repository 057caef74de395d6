package org.jixiao.target;

import java.time.LocalDate;
import java.util.UUID;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;

/** A unit's table of a year: its case, its dates, and the section whose sheet carries the unit's part. */
record TargetTable(
        UUID id,
        String unit,
        int year,
        String rootCase,
        State state,
        String coordinatingSection,
        @Nullable LocalDate halfYearDate,
        @Nullable LocalDate yearEndDate,
        boolean halfYearOpened,
        boolean fullYearOpened) {

    enum State {
        OPEN,
        ARCHIVED
    }

    @Nullable LocalDate date(Period period) {
        return period == Period.HALF_YEAR ? halfYearDate : yearEndDate;
    }

    boolean opened(Period period) {
        return period == Period.HALF_YEAR ? halfYearOpened : fullYearOpened;
    }

    void mustBeOpen() {
        if (state != State.OPEN) throw Refusal.invalid("year.archived", String.valueOf(year));
    }

    /** The self-evaluations a year has. */
    enum Period {
        HALF_YEAR,
        FULL_YEAR;

        static Period of(@Nullable String name) {
            for (Period period : values()) if (period.name().equals(name)) return period;
            throw Refusal.malformed("year.period", String.valueOf(name));
        }
    }
}
