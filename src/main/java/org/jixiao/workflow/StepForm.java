package org.jixiao.workflow;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that a model asks for at a step: Camunda's generated ones, or those of a {@code .form} from the Modeler. */
public record StepForm(List<Field> fields) {

    private static final java.util.regex.Pattern UNICODE =
            java.util.regex.Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u([0-9a-fA-F]{4})");

    /**
     * A pattern as the Modeler's editor means it, by an engine that takes time in proportion to the text: it knows no
     * looking around and no back references.
     */
    public static Pattern pattern(String written) throws PatternSyntaxException {
        return Pattern.compile(UNICODE.matcher(written).replaceAll("$1\\\\x{$2}"));
    }

    public List<String> keys() {
        return fields.stream().map(Field::key).toList();
    }

    /** Steps with such a form carry this form key. */
    public static final String KEY = "form";

    /** How a value is written: CHECKLIST a list of texts, CHECKBOX true or false, dates {@code 2026-12-31}, the rest text. */
    public enum Kind {
        TEXT,
        TEXTAREA,
        NUMBER,
        INTEGER,
        DATE,
        CHECKBOX,
        SELECT,
        RADIO,
        CHECKLIST,
        /** Rows of fields of their own: a list of objects by the keys of these. */
        LIST,
        /** Rows to read, from what the case knows and the form says; has no value. */
        TABLE,
        /** The name of the group that follows; has no value. */
        HEADING,
        /** Words between fields, in Markdown; has no value. */
        NOTE
    }

    public record Option(String value, String label) {}

    /**
     * @param first how many rows it begins with
     * @param grows whether rows may be added and taken away
     */
    public record Rows(List<Field> fields, int first, boolean grows) {

        /** What stands in a row nobody has typed in yet. */
        public Map<String, Object> blank() {
            return FormValues.row(Map.of(), fields);
        }
    }

    /**
     * @param source FEEL, a list of objects
     * @param columns what of each object is shown, by key
     * @param columnsFrom FEEL, such columns; null where they are written down
     * @param page how many rows are shown at first
     * @param rows as they read, once the sources have been asked
     */
    public record Table(
            String source,
            List<Option> columns,
            @Nullable String columnsFrom,
            int page,
            @Nullable List<List<String>> rows) {}

    /**
     * @param key the process variable it becomes; of what has no value, its name in the form
     * @param pattern a regular expression that is found in the text, or one of {@link #EMAIL} and {@link #PHONE}
     * @param initial as the value is written, or null
     * @param hide FEEL: true hides it, and what is hidden is neither judged nor kept
     * @param decimals how many digits a number may have behind the point
     */
    public record Field(
            String key,
            String label,
            Kind kind,
            String description,
            boolean required,
            boolean readonly,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            List<Option> options,
            @Nullable Object initial,
            @Nullable String pattern,
            @Nullable String hide,
            @Nullable Rows rows,
            @Nullable Table table,
            @Nullable Integer decimals) {

        private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

        public static final String EMAIL = "email";
        public static final String PHONE = "phone";

        /** One without what only a {@code .form} has. */
        public Field(
                String key,
                String label,
                Kind kind,
                String description,
                boolean required,
                boolean readonly,
                @Nullable BigDecimal min,
                @Nullable BigDecimal max,
                @Nullable Integer minLength,
                @Nullable Integer maxLength,
                List<Option> options,
                @Nullable Object initial) {
            this(
                    key, label, kind, description, required, readonly, min, max, minLength, maxLength, options, initial,
                    null, null, null, null, null);
        }

        /** Words, rows to type or rows to read: what has no rules of its own. */
        public static Field plain(
                String key, String label, Kind kind, @Nullable String hide, @Nullable Rows rows, @Nullable Table table) {
            return new Field(
                    key, label, kind, "", false, false, null, null, null, null, List.of(), null, null, hide, rows, table, null);
        }

        /** As it is stored: a figure is also written in full width and with commas. */
        public String written(String text) {
            if (kind != Kind.NUMBER && kind != Kind.INTEGER) return text;
            String figure = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
            return GROUPED.matcher(figure).matches() ? figure.replace(",", "") : figure;
        }

        /** Whether it hangs on what else is entered. */
        public boolean reacts() {
            return hide != null || table != null || rows != null && rows.fields().stream().anyMatch(Field::reacts);
        }

        public boolean asks() {
            return kind != Kind.HEADING && kind != Kind.NOTE && kind != Kind.TABLE;
        }
    }
}
