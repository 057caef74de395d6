package org.jixiao.evaluation;

import java.math.BigDecimal;
import org.jixiao.target.TargetValue;
import org.jspecify.annotations.Nullable;

/**
 * What a section reports of a row.
 *
 * @param text the figure or the word as typed
 * @param numerator and {@code denominator}: of rates, which they decide when both are given
 * @param band of a qualitative row, the percentage within its band
 */
record Actual(
        String text,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal band) {

    static final Actual NONE = new Actual("", null, null, null);

    static Actual of(String text) {
        return new Actual(text, null, null, null);
    }

    static Actual ratio(String numerator, String denominator) {
        return new Actual("", new BigDecimal(numerator), new BigDecimal(denominator), null);
    }

    static Actual word(String word, String band) {
        return new Actual(word, null, null, new BigDecimal(band));
    }

    /** Numerator and denominator both given. */
    boolean isRatio() {
        return numerator != null && denominator != null;
    }

    /** 0 ÷ 0: there was nothing that could be counted. */
    boolean isNothingOfNothing() {
        return numerator != null && denominator != null && numerator.signum() == 0 && denominator.signum() == 0;
    }

    boolean isBlank() {
        return text.isBlank() && numerator == null && denominator == null && band == null;
    }

    TargetValue typed() {
        return TargetValue.parse(text.strip().replace('−', '-').replace('－', '-'));
    }

    /** The number reported, exact; null when none is, or it cannot be read as one. */
    @Nullable Fraction value(String unit) {
        if (numerator != null && denominator != null) {
            if (denominator.signum() == 0) return null;
            Fraction quotient = Fraction.quotient(numerator, denominator);
            return unit.equals("%") ? quotient.times(100) : quotient;
        }
        TargetValue typed = typed();
        BigDecimal number = typed.number();
        return number == null || typed.operator() != null ? null : Fraction.of(number);
    }
}
