package org.jixiao.target;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A cell of the form: operator, number and unit, or a word; {@link #text()} prints the characters it was read from.
 *
 * @param operator one of ＝ ≥ ≤ > < as read, or null
 * @param number null for a word; 7 with unit %, never 0.07
 * @param unit empty for a bare number or a word
 */
public record TargetValue(String text, @Nullable Operator operator, @Nullable BigDecimal number, String unit) {

    public enum Operator {
        EQUAL,
        AT_LEAST,
        AT_MOST,
        MORE,
        LESS
    }

    public boolean isWord() {
        return number == null;
    }
}
