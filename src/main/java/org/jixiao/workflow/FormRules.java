package org.jixiao.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.Cases.FormSheet;
import org.jixiao.workflow.StepForm.Field;
import org.jixiao.workflow.StepForm.Kind;
import org.jspecify.annotations.Nullable;

/** The rules that a form's fields name, judged on the server; the finding's field is the field's key. */
final class FormRules {

    private static final int LONGEST = 4_000;

    /** A draft may be too long: it is said when the step is done, at the field. */
    private static final int DRAFT = 10_000;

    /** More digits are no figure of any form, and would be long to reckon with. */
    private static final String NUMBER = "-?\\d{1,15}(\\.\\d{1,10})?";

    private static final int ROWS = 200;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@.]+(\\.[^\\s@.]+)+");

    /** Landlines and mobiles as they are written here, and numbers of other countries. */
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{4,22}[0-9]");

    private FormRules() {}

    /**
     * As given, trimmed; null when empty. What is not of the field's shape at all is refused; a draft may break rules.
     *
     * @param standing what stands in the field
     */
    static @Nullable Object value(Field field, JsonNode given, @Nullable Object standing) {
        if (given.isNull()) return null;
        if (field.rows() != null) return rows(field, given, rows(standing));
        if (field.kind() == Kind.CHECKBOX) {
            if (!given.isBoolean()) throw Refusal.malformed("body.field", field.key());
            return given.booleanValue();
        }
        if (field.kind() == Kind.CHECKLIST) {
            if (!given.isArray() || given.size() > LONGEST) throw Refusal.malformed("body.field", field.key());
            var many = new ArrayList<String>();
            given.forEach(one -> many.add(one.asText()));
            return many.isEmpty() ? null : many;
        }
        if (!given.isTextual() && !given.isNumber()) throw Refusal.malformed("body.field", field.key());
        String text = field.written(given.asText().strip());
        if (text.length() > DRAFT) throw Refusal.malformed("body.long", field.label(), String.valueOf(DRAFT));
        return text.isEmpty() ? null : text;
    }

    /** Rows as given; of one that says nothing there is still the row. */
    private static List<Map<String, Object>> rows(Field list, JsonNode given, List<Map<String, Object>> standing) {
        if (!given.isArray()) throw Refusal.malformed("body.field", list.key());
        if (given.size() > ROWS) throw Refusal.malformed("body.rows", list.key(), String.valueOf(ROWS));
        if (!list.rows().grows() && given.size() != standing.size()) throw Refusal.malformed("body.field", list.key());
        var typed = list.rows().fields().stream().filter(f -> f.asks() && !f.readonly()).toList();
        var read = list.rows().fields().stream().filter(f -> f.asks() && f.readonly()).toList();
        var rows = new ArrayList<Map<String, Object>>();
        for (JsonNode one : given) {
            if (!one.isObject()) throw Refusal.malformed("body.field", list.key());
            rows.add(cells(typed, one));
        }
        if (read.isEmpty()) return rows;
        var kept = read(list, read, given, standing);
        for (int i = 0; i < rows.size(); i++) rows.get(i).putAll(kept.get(i));
        return rows;
    }

    private static Map<String, Object> cells(List<Field> fields, JsonNode row) {
        var cells = new LinkedHashMap<String, Object>();
        for (Field field : fields) {
            Object value = row.has(field.key()) ? value(field, row.get(field.key()), null) : null;
            if (value != null) cells.put(field.key(), value);
        }
        return cells;
    }

    /**
     * The cells to read of each row, which only ever come from a row that stands there: the one with these very cells,
     * else the one in its place; a row that has none, where rows may be added, is a new one.
     */
    private static List<Map<String, Object>> read(Field list, List<Field> fields, JsonNode given, List<Map<String, Object>> standing) {
        var free = new ArrayList<@Nullable Map<String, Object>>();
        for (var row : standing) {
            var cells = new LinkedHashMap<>(row);
            cells.keySet().retainAll(fields.stream().map(Field::key).toList());
            free.add(cells);
        }
        var found = new ArrayList<@Nullable Map<String, Object>>();
        for (JsonNode one : given) {
            int at = free.indexOf(cells(fields, one));
            found.add(at < 0 ? null : free.set(at, null));
        }
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i) != null) continue;
            boolean claims = !list.rows().grows() || !cells(fields, given.get(i)).isEmpty();
            int at = i < free.size() && free.get(i) != null ? i : first(free);
            if (claims && at >= 0) found.set(i, free.set(at, null));
            else {
                var blank = new LinkedHashMap<>(list.rows().blank());
                blank.keySet().retainAll(fields.stream().map(Field::key).toList());
                found.set(i, blank);
            }
        }
        return found;
    }

    private static int first(List<@Nullable Map<String, Object>> free) {
        for (int i = 0; i < free.size(); i++) if (free.get(i) != null) return i;
        return -1;
    }

    /** The rows of a list as entered. */
    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rows(@Nullable Object entered) {
        if (!(entered instanceof List<?> many)) return List.of();
        return many.stream().filter(Map.class::isInstance).map(row -> (Map<String, Object>) row).toList();
    }

    /** How a finding and {@link FormSheet#hidden} name a field of a row, e.g. {@code items/0/name}. */
    static String at(Field list, int row, Field field) {
        return list.key() + "/" + row + "/" + field.key();
    }

    static List<Finding> check(FormSheet sheet) {
        var findings = new ArrayList<Finding>();
        for (Field field : sheet.form().fields()) {
            if (!field.asks() || field.readonly() || sheet.hidden().contains(field.key())) continue;
            Object value = sheet.entered().get(field.key());
            if (field.rows() == null) check(field, value, findings);
            else check(field, rows(value), sheet, findings);
        }
        return findings;
    }

    private static void check(Field field, @Nullable Object value, List<Finding> findings) {
        boolean empty = value == null || field.kind() == Kind.CHECKBOX && Boolean.FALSE.equals(value);
        if (!empty) judge(field, value, findings);
        else if (field.required()) add(findings, "form.required", field);
    }

    private static void check(Field list, List<Map<String, Object>> rows, FormSheet sheet, List<Finding> findings) {
        for (int i = 0; i < rows.size(); i++)
            for (Field field : list.rows().fields()) {
                String at = at(list, i, field);
                if (!field.asks() || field.readonly() || sheet.hidden().contains(at)) continue;
                var found = new ArrayList<Finding>();
                check(field, rows.get(i).get(field.key()), found);
                for (Finding one : found) {
                    var args = new ArrayList<>(one.args());
                    args.set(0, list.label() + " " + (i + 1) + " · " + field.label());
                    findings.add(new Finding(one.severity(), one.code(), null, at, args));
                }
            }
    }

    /** Whether it is a value of this field at all, within its rules. */
    static boolean holds(Field field, @Nullable Object value) {
        var findings = new ArrayList<Finding>();
        if (value != null) judge(field, value, findings);
        return findings.isEmpty();
    }

    private static void judge(Field field, Object value, List<Finding> findings) {
        switch (field.kind()) {
            case NUMBER, INTEGER -> number(field, value.toString(), findings);
            case DATE -> date(field, value.toString(), findings);
            case SELECT, RADIO -> offered(field, List.of(value), findings);
            case CHECKLIST -> offered(field, (List<?>) value, findings);
            case TEXT, TEXTAREA -> {
                int length = value.toString().codePointCount(0, value.toString().length());
                if (field.minLength() != null && length < field.minLength()) add(findings, "form.short", field, field.minLength());
                int most = field.maxLength() == null ? LONGEST : Math.min(field.maxLength(), LONGEST);
                if (length > most) add(findings, "form.long", field, most);
                if (field.pattern() != null && !fits(field.pattern(), value.toString())) shape(field, findings);
            }
            default -> {}
        }
    }

    private static boolean fits(String pattern, String text) {
        return switch (pattern) {
            case Field.EMAIL -> EMAIL.matcher(text).matches();
            case Field.PHONE -> PHONE.matcher(text).matches();
            default -> StepForm.pattern(pattern).matcher(text).find();
        };
    }

    private static void shape(Field field, List<Finding> findings) {
        boolean named = field.pattern().equals(Field.EMAIL) || field.pattern().equals(Field.PHONE);
        if (named) add(findings, "form." + field.pattern(), field);
        else if (field.description().isEmpty()) add(findings, "form.pattern", field, field.pattern());
        else add(findings, "form.described", field, field.description());
    }

    static boolean number(String text) {
        return text.matches(NUMBER);
    }

    /** As people write it: 12345678.9, not 1.23456789E7. */
    static String plain(Number number) {
        String text = new BigDecimal(number.toString()).toPlainString();
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    private static void number(Field field, String text, List<Finding> findings) {
        if (!number(text) || field.kind() == Kind.INTEGER && text.contains(".")) {
            add(findings, field.kind() == Kind.INTEGER ? "form.integer" : "form.number", field);
            return;
        }
        var number = new BigDecimal(text);
        if (field.decimals() != null && number.stripTrailingZeros().scale() > field.decimals()) add(findings, "form.decimals", field, field.decimals());
        if (field.min() != null && number.compareTo(field.min()) < 0) add(findings, "form.min", field, field.min().toPlainString());
        if (field.max() != null && number.compareTo(field.max()) > 0) add(findings, "form.max", field, field.max().toPlainString());
    }

    private static void date(Field field, String text, List<Finding> findings) {
        try {
            LocalDate.parse(text);
        } catch (DateTimeException e) {
            add(findings, "form.date", field);
        }
    }

    private static void offered(Field field, List<?> chosen, List<Finding> findings) {
        boolean all = chosen.stream().allMatch(one -> field.options().stream().anyMatch(o -> o.value().equals(one.toString())));
        if (!all) add(findings, "form.option", field);
    }

    private static void add(List<Finding> findings, String code, Field field, Object... args) {
        var said = new ArrayList<String>();
        said.add(field.label());
        for (Object arg : args) said.add(arg.toString());
        findings.add(Finding.error(code, null, field.key(), said.toArray(String[]::new)));
    }
}
