package org.jixiao.evaluation;

import java.time.LocalDate;
import java.util.Optional;
import org.jixiao.base.Refusal;

/** The two self-evaluations of a year. */
public enum Period {
    HALF_YEAR,
    FULL_YEAR;

    /** The day the figures stand for; the version of targets in force at its end is what they are judged against. */
    public LocalDate end(int year) {
        return this == HALF_YEAR ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31);
    }

    /** An unknown name is answered like something that is not there. */
    static Period of(String name) {
        return find(name).orElseThrow(Refusal::forbidden);
    }

    static Optional<Period> find(String name) {
        for (Period period : values()) {
            if (period.name().equals(name)) return Optional.of(period);
        }
        return Optional.empty();
    }
}
