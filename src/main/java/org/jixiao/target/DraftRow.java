package org.jixiao.target;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.Ids;
import org.jspecify.annotations.Nullable;

/** A row as it was typed, valid or not: what {@link TargetRow} holds as numbers stands here as text. */
public record DraftRow(
        UUID id,
        UUID indicator,
        String section,
        int seq,
        String level1,
        String level2,
        String duty,
        String keyWork,
        String name,
        String halfText,
        String annualText,
        Measure measure,
        @Nullable Direction direction,
        String tolerance,
        String baseline,
        String weight,
        boolean notApplicable,
        String notApplicableReason,
        Set<String> uncertain,
        String explanation) {

    /** 履职: the level whose rows carry a duty and a key work. */
    public static final String DUTIES = "履职";

    /** The same commitment in another version or year: a row of its own, nothing said of its warnings yet. */
    DraftRow anew(UUID as) {
        return new DraftRow(Ids.next(), as, section, seq, level1, level2, duty, keyWork, name, halfText, annualText, measure,
                direction, tolerance, baseline, weight, notApplicable, notApplicableReason, uncertain, "");
    }

    /** The same row under another id. */
    DraftRow as(UUID other) {
        return new DraftRow(other, indicator, section, seq, level1, level2, duty, keyWork, name, halfText, annualText,
                measure, direction, tolerance, baseline, weight, notApplicable, notApplicableReason, uncertain, explanation);
    }

    TargetValue half() {
        return TargetValue.parse(halfText);
    }

    TargetValue annual() {
        return TargetValue.parse(annualText);
    }

    boolean isDuty() {
        return DUTIES.equals(level1.strip());
    }

    TargetRow row() {
        return new TargetRow(
                id, indicator, section, seq, level1, level2, duty, keyWork, name, halfText, annualText, measure,
                direction, number(tolerance), number(baseline), number(weight), notApplicable, notApplicableReason,
                Terms.EXECUTION_RATE.names(name), uncertain);
    }

    static @Nullable BigDecimal number(@Nullable String text) {
        if (text == null || text.isBlank()) return null;
        TargetValue value = TargetValue.parse(text);
        return value.operator() == null ? value.number() : null;
    }

    /** Whether a text that should be a number, or empty, is neither. */
    static boolean unreadable(@Nullable String text) {
        return text != null && !text.isBlank() && number(text) == null;
    }
}
