package org.jixiao.evaluation;

import java.math.BigDecimal;

/** 优 良 中 差 of a year's total. */
public enum Grade {
    EXCELLENT(90),
    GOOD(80),
    FAIR(60),
    POOR(Integer.MIN_VALUE);

    private final BigDecimal from;

    Grade(int from) {
        this.from = BigDecimal.valueOf(from);
    }

    static Grade of(BigDecimal total) {
        for (Grade grade : values()) {
            if (total.compareTo(grade.from) >= 0) return grade;
        }
        return POOR;
    }
}
