package org.jixiao.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An exact quotient: lights and scores are judged before anything is rounded. The denominator is above zero. */
record Fraction(BigDecimal numerator, BigDecimal denominator) implements Comparable<Fraction> {

    static final Fraction ZERO = of(BigDecimal.ZERO);
    static final Fraction ONE = of(BigDecimal.ONE);

    Fraction {
        if (denominator.signum() <= 0) throw new IllegalArgumentException("denominator " + denominator);
    }

    static Fraction of(BigDecimal value) {
        return new Fraction(value, BigDecimal.ONE);
    }

    static Fraction of(long value) {
        return of(BigDecimal.valueOf(value));
    }

    static Fraction quotient(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() < 0
                ? new Fraction(dividend.negate(), divisor.negate())
                : new Fraction(dividend, divisor);
    }

    Fraction plus(Fraction other) {
        if (denominator.compareTo(other.denominator) == 0) {
            return new Fraction(numerator.add(other.numerator), denominator);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction minus(Fraction other) {
        return plus(other.negate());
    }

    Fraction negate() {
        return new Fraction(numerator.negate(), denominator);
    }

    Fraction abs() {
        return new Fraction(numerator.abs(), denominator);
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Fraction times(long factor) {
        return new Fraction(numerator.multiply(BigDecimal.valueOf(factor)), denominator);
    }

    /** @param divisor not zero */
    Fraction over(Fraction divisor) {
        return quotient(
                numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    int signum() {
        return numerator.signum();
    }

    /** Held to [0, 1]. */
    Fraction share() {
        if (signum() < 0) return ZERO;
        return compareTo(ONE) > 0 ? ONE : this;
    }

    BigDecimal round(int places) {
        return numerator.divide(denominator, places, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
