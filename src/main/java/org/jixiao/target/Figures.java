package org.jixiao.target;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers read in sentences and tables. */
public final class Figures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Figures() {}

    /** 万元 on pages: two decimals, no grouping. */
    public static String money(BigDecimal amount) {
        return minus(amount.setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    /** As typed, without an exponent. */
    public static String plain(BigDecimal number) {
        return minus(number.toPlainString());
    }

    static BigDecimal percent(BigDecimal part, BigDecimal whole, int digits) {
        return part.multiply(HUNDRED).divide(whole, digits, RoundingMode.HALF_UP);
    }

    static String percentText(BigDecimal percent) {
        return minus(percent.toPlainString()) + "%";
    }

    private static String minus(String plain) {
        return plain.replace('-', '−');
    }
}
