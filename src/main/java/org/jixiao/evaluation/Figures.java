package org.jixiao.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a section typed of a row in one loop, as typed.
 *
 * @param actual the figure, or the word of a qualitative row
 * @param band percentage within the band of a qualitative row
 * @param basis what the figure or the band rests on
 * @param reasonCategory a {@link ReasonCategory} by name, or empty
 * @param attainability an {@link Attainability} by name, or empty
 */
public record Figures(
        String actual,
        String numerator,
        String denominator,
        String band,
        String basis,
        String forecast,
        String reasonCategory,
        String reason,
        String correctiveMeasure,
        String attainability,
        String remark) {

    /** 偏差原因 of the official form. */
    public enum ReasonCategory {
        FUNDS,
        RULES,
        STAFF,
        EQUIPMENT,
        OTHER
    }

    /** 完成目标可能性. */
    public enum Attainability {
        CERTAIN,
        POSSIBLE,
        IMPOSSIBLE
    }

    /** Of a text, in characters. */
    public static final int LONGEST = 2_000;

    static final Figures BLANK = new Figures("", "", "", "", "", "", "", "", "", "", "");

    /** Nothing reported of the actual, whatever else was typed. */
    boolean unreported() {
        return actual.isBlank() && numerator.isBlank() && denominator.isBlank() && band.isBlank();
    }

    public boolean blank() {
        return equals(BLANK);
    }

    /** The fields present in the JSON replace those here. */
    Figures with(JsonNode change) {
        return new Figures(
                text(change, "actual", actual),
                text(change, "numerator", numerator),
                text(change, "denominator", denominator),
                text(change, "band", band),
                text(change, "basis", basis),
                text(change, "forecast", forecast),
                text(change, "reasonCategory", reasonCategory),
                text(change, "reason", reason),
                text(change, "correctiveMeasure", correctiveMeasure),
                text(change, "attainability", attainability),
                text(change, "remark", remark));
    }

    /** Whole or not at all: a text is never cut. */
    static String text(JsonNode change, String field, String otherwise) {
        JsonNode value = change.get(field);
        if (value == null) return otherwise;
        if (value.isNull()) return "";
        if (!value.isTextual() && !value.isNumber()) throw Refusal.malformed("body.field", field);
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.textValue();
        if (text.length() > LONGEST) throw Refusal.malformed("body.long", field, String.valueOf(LONGEST));
        if (text.indexOf('\0') >= 0) throw Refusal.malformed("body.field", field);
        return text;
    }

    Actual read() {
        return new Actual(actual, number(numerator), number(denominator), number(band));
    }

    /** Null for what is empty or no number. */
    static @Nullable BigDecimal number(String text) {
        String plain = text.strip().replace("%", "").replace(",", "").replace('−', '-');
        if (plain.isEmpty() || plain.length() > 30) return null;
        try {
            BigDecimal number = new BigDecimal(plain);
            return Math.abs(number.scale()) > 12 || number.precision() > 24 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
