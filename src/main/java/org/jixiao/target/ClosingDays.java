package org.jixiao.target;

import java.time.LocalDate;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;

/** The last day of each stage on which a section may hand in for the first time; null: any day. */
public record ClosingDays(@Nullable LocalDate targets, @Nullable LocalDate halfYear, @Nullable LocalDate fullYear) {

    public static final ClosingDays NONE = new ClosingDays(null, null, null);

    public @Nullable LocalDate of(Stage stage) {
        return switch (stage) {
            case TARGETS -> targets;
            case HALF_YEAR -> halfYear;
            case FULL_YEAR -> fullYear;
        };
    }

    /** Whether the stage's last day is over. */
    public boolean passed(Stage stage, LocalDate today) {
        LocalDate day = of(stage);
        return day != null && day.isBefore(today);
    }

    /** A day that is over may stand, but none is set so that it locks at once. */
    void mustBeToCome(ClosingDays standing, LocalDate today) {
        for (Stage stage : Stage.values()) {
            if (passed(stage, today) && !of(stage).equals(standing.of(stage)))
                throw Refusal.invalid("year.closePast", of(stage));
        }
    }

    /** Each stage closes on or after the day it opens, and before the next begins or closes. */
    void mustBeInOrder(@Nullable LocalDate half, @Nullable LocalDate end) {
        inOrder(half, halfYear, true);
        inOrder(end, fullYear, true);
        inOrder(targets, halfYear, false);
        inOrder(targets, fullYear, false);
        inOrder(halfYear, fullYear, false);
        inOrder(targets, end, false);
        inOrder(targets, half, false);
        inOrder(halfYear, end, false);
    }

    private static void inOrder(@Nullable LocalDate first, @Nullable LocalDate then, boolean sameDay) {
        if (first == null || then == null || first.isBefore(then) || (sameDay && first.equals(then))) return;
        throw Refusal.invalid(sameDay ? "year.closeBeforeOpen" : "year.closeOrder", first, then);
    }

    @Override
    public String toString() {
        return said(targets) + " / " + said(halfYear) + " / " + said(fullYear);
    }

    private static String said(@Nullable LocalDate day) {
        return day == null ? "–" : day.toString();
    }
}
