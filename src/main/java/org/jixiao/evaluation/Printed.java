package org.jixiao.evaluation;

import java.math.BigDecimal;
import java.util.List;

/** Numbers as they read in an explanation. */
final class Printed {

    private Printed() {}

    static String plain(BigDecimal number) {
        return number.toPlainString().replace('-', '−');
    }

    static String plain(Fraction number) {
        BigDecimal exact = exact(number);
        return plain(exact == null ? number.round(2) : exact);
    }

    /** Two places, or as many more as keep it from reading like a bound it has not reached. */
    static String near(Fraction number, List<Fraction> bounds) {
        BigDecimal exact = exact(number);
        if (exact != null && exact.scale() <= 2) return plain(exact);
        return plain(fitting(number, bounds));
    }

    /** A share as a percentage: two places, more only where two would read like a light it did not get. */
    static String percent(Fraction ratio) {
        return plain(fitting(ratio.times(100), List.of(Fraction.of(80), Fraction.of(60), Fraction.of(100)))) + "%";
    }

    static String amount(BigDecimal money) {
        return plain(Fraction.of(money).round(2));
    }

    private static BigDecimal fitting(Fraction number, List<Fraction> bounds) {
        for (int places = 2; places < 12; places++) {
            BigDecimal rounded = number.round(places);
            Fraction read = Fraction.of(rounded);
            boolean honest = bounds.stream()
                    .allMatch(b -> Integer.signum(read.compareTo(b)) == Integer.signum(number.compareTo(b)));
            if (honest) return rounded;
        }
        return number.round(12);
    }

    private static @org.jspecify.annotations.Nullable BigDecimal exact(Fraction number) {
        return number.denominator().compareTo(BigDecimal.ONE) == 0 ? number.numerator() : null;
    }
}
