package org.jixiao.target;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
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
        EQUAL("＝"),
        AT_LEAST("≥"),
        AT_MOST("≤"),
        MORE("＞"),
        LESS("＜");

        /** As the official form prints it. */
        public final String sign;

        Operator(String sign) {
            this.sign = sign;
        }
    }

    /** Longest first: {@code >=} before {@code >}. After NFKC ＝ ＞ ＜ are their ASCII twins. */
    private static final Map<String, Operator> SIGNS = new LinkedHashMap<>();

    static {
        for (String s : new String[] {">=", "=>", "≥", "≧", "⩾"}) SIGNS.put(s, Operator.AT_LEAST);
        for (String s : new String[] {"<=", "=<", "≤", "≦", "⩽"}) SIGNS.put(s, Operator.AT_MOST);
        for (String s : new String[] {"==", "="}) SIGNS.put(s, Operator.EQUAL);
        SIGNS.put(">", Operator.MORE);
        SIGNS.put("<", Operator.LESS);
    }

    private static final Pattern NUMBER =
            Pattern.compile("([+\\-−]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,18})(?:\\.\\d{1,9})?)(.*)", Pattern.DOTALL);
    private static final Pattern UNIT = Pattern.compile("[km]?m[23]|[\\p{L}%‰/·°()]{0,8}");

    /** Reads any text, never refuses: what is not a number is a word. */
    public static TargetValue parse(@Nullable String raw) {
        String text = raw == null ? "" : raw;
        // full-width digits and signs read as the ASCII ones; the text itself stays as it was typed
        String rest = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        Operator operator = null;
        for (var sign : SIGNS.entrySet()) {
            if (rest.startsWith(sign.getKey())) {
                operator = sign.getValue();
                rest = rest.substring(sign.getKey().length()).strip();
                break;
            }
        }
        var match = NUMBER.matcher(rest);
        if (!match.matches()) return new TargetValue(text, operator, null, "");
        String unit = match.group(2).strip();
        if (!UNIT.matcher(unit).matches()) return new TargetValue(text, operator, null, "");
        String digits = match.group(1).replace(",", "").replace('−', '-');
        return new TargetValue(text, operator, new BigDecimal(digits), unit);
    }

    public boolean isWord() {
        return number == null;
    }

    public boolean isBlank() {
        return text.isBlank();
    }

    /** Half of the last printed digit: what a printed number leaves open. */
    public BigDecimal precision() {
        int scale = number == null ? 0 : Math.max(0, number.scale());
        return new BigDecimal("0.5").scaleByPowerOfTen(-scale);
    }

    /** The word without the space around it, as the year's list of words has it. */
    public String word() {
        return text.strip();
    }
}
