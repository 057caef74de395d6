package org.jixiao.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jixiao.base.ProductClock;
import org.jixiao.workflow.Cases.FormSheet;
import org.jixiao.workflow.StepForm.Field;
import org.jixiao.workflow.StepForm.Kind;
import org.jixiao.workflow.StepForm.Option;
import org.jixiao.workflow.StepForm.Table;
import org.jspecify.annotations.Nullable;

/**
 * What of a form shows: its conditions are asked in the order of the form, of what is entered and what the case knows,
 * where a hidden field counts as empty; then its tables are read. An expression that fails says nothing: it hides
 * nothing, and a table has no rows. Only plain values are seen by an expression.
 */
final class FormView {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Recent<String, ParseResult> PARSED = new Recent<>(2_000);

    /** More is not shown: nobody reads it, and a page would carry it. */
    private static final int LONGEST_TABLE = 1_000;

    private final Map<String, Object> known;
    private final Map<String, Object> entered;
    private final Set<String> hidden = new HashSet<>();

    private FormView(Map<String, Object> known, Map<String, Object> entered) {
        this.known = known;
        this.entered = entered;
    }

    /** @param known what the case knows, asked for only when the form has expressions */
    static FormSheet of(StepForm form, Map<String, Object> entered, Supplier<Map<String, Object>> known) {
        if (form.fields().stream().noneMatch(Field::reacts)) return new FormSheet(form, entered, Set.of());
        var variables = new LinkedHashMap<String, Object>();
        known.get().forEach((name, value) -> variables.put(name, plain(value)));
        return new FormView(variables, entered).view(form);
    }

    /** Without what is hidden: as the form was asked in the end. */
    static FormSheet shown(FormSheet sheet) {
        if (sheet.hidden().isEmpty()) return sheet;
        var entered = new LinkedHashMap<>(sheet.entered());
        entered.keySet().removeAll(sheet.hidden());
        for (Field list : sheet.form().fields()) {
            if (list.rows() == null || !entered.containsKey(list.key())) continue;
            List<Map<String, Object>> typed = FormRules.rows(entered.get(list.key()));
            var rows = new ArrayList<Map<String, Object>>();
            for (int i = 0; i < typed.size(); i++) {
                var row = new LinkedHashMap<>(typed.get(i));
                for (Field field : list.rows().fields())
                    if (sheet.hidden().contains(FormRules.at(list, i, field))) row.remove(field.key());
                rows.add(row);
            }
            entered.put(list.key(), rows);
        }
        var fields = sheet.form().fields().stream().filter(f -> !sheet.hidden().contains(f.key())).toList();
        return new FormSheet(new StepForm(fields), entered, Set.of());
    }

    /** A form kept when its step was done: what a row does not say though it has a condition was not asked of it. */
    static FormSheet asAsked(StepForm form, Map<String, Object> entered) {
        var hidden = new HashSet<String>();
        for (Field list : form.fields()) {
            if (list.rows() == null) continue;
            List<Map<String, Object>> typed = FormRules.rows(entered.get(list.key()));
            for (int i = 0; i < typed.size(); i++)
                for (Field field : list.rows().fields())
                    if (field.hide() != null && !typed.get(i).containsKey(field.key())) hidden.add(FormRules.at(list, i, field));
        }
        return new FormSheet(form, entered, hidden);
    }

    private FormSheet view(StepForm form) {
        form.fields().stream().filter(Field::asks).forEach(f -> known.put(f.key(), feel(f, entered.get(f.key()))));
        for (Field field : form.fields()) {
            if (hides(field, known)) {
                hidden.add(field.key());
                if (field.asks()) known.put(field.key(), null);
            } else if (field.rows() != null) known.put(field.key(), rows(field));
        }
        var fields = form.fields().stream().map(f -> f.table() == null || hidden.contains(f.key()) ? f : read(f, f.table())).toList();
        return new FormSheet(new StepForm(fields), entered, Set.copyOf(hidden));
    }

    /** A row's fields hide by the row's own values first, then by those of the form. */
    private List<Object> rows(Field list) {
        var rows = new ArrayList<>();
        List<Map<String, Object>> typed = FormRules.rows(entered.get(list.key()));
        for (int i = 0; i < typed.size(); i++) {
            var row = seen(list, typed.get(i));
            for (Field field : list.rows().fields()) {
                if (field.hide() == null) continue;
                var seen = new LinkedHashMap<>(known);
                seen.putAll(row);
                seen.put("this", row);
                if (!hides(field, seen)) continue;
                hidden.add(FormRules.at(list, i, field));
                if (field.asks()) row.put(field.key(), null);
            }
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> seen(Field list, Map<String, Object> typed) {
        var row = new LinkedHashMap<String, Object>();
        for (Field field : list.rows().fields()) if (field.asks()) row.put(field.key(), feel(field, typed.get(field.key())));
        return row;
    }

    private static boolean hides(Field field, Map<String, Object> seen) {
        return field.hide() != null && Boolean.TRUE.equals(ask(field.hide(), seen));
    }

    private Field read(Field field, Table table) {
        List<Option> columns = table.columnsFrom() == null ? table.columns() : columns(ask(table.columnsFrom(), known));
        var rows = new ArrayList<List<String>>();
        if (ask(table.source(), known) instanceof List<?> many)
            for (Object one : many)
                if (rows.size() < LONGEST_TABLE && one instanceof Map<?, ?> row)
                    rows.add(columns.stream().map(c -> said(row.get(c.value()))).toList());
        return Field.plain(
                field.key(), field.label(), Kind.TABLE, field.hide(), null,
                new Table(table.source(), columns, null, table.page(), rows));
    }

    private static List<Option> columns(@Nullable Object told) {
        if (!(told instanceof List<?> many)) return List.of();
        return many.stream()
                .filter(Map.class::isInstance)
                .map(one -> (Map<?, ?>) one)
                .map(one -> new Option(said(one.get("key")), said(one.get("label"))))
                .toList();
    }

    private static String said(@Nullable Object value) {
        if (value == null) return "";
        return value instanceof Number number ? FormRules.plain(number) : value.toString();
    }

    private static @Nullable Object ask(String feel, Map<String, Object> seen) {
        ParseResult parsed = PARSED.of(feel, FEEL::parseExpression);
        if (parsed.isFailure()) return null;
        var answer = FEEL.evaluate(parsed.parsedExpression(), seen);
        return answer.isSuccess() ? answer.result() : null;
    }

    /** What was entered as an expression sees it. */
    private static @Nullable Object feel(Field field, @Nullable Object value) {
        return switch (field.kind()) {
            case CHECKBOX -> Boolean.TRUE.equals(value);
            case LIST -> FormRules.rows(value).stream().map(row -> seen(field, row)).toList();
            case NUMBER, INTEGER -> value != null && FormRules.number(value.toString()) ? new BigDecimal(value.toString()) : null;
            default -> value;
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) return value;
        if (value instanceof Date date) return ProductClock.local(date.toInstant()).toLocalDate().toString();
        if (value instanceof List<?> many) {
            var plain = new ArrayList<>();
            many.forEach(one -> plain.add(plain(one)));
            return plain;
        }
        if (!(value instanceof Map<?, ?> map)) return null;
        var plain = new LinkedHashMap<String, Object>();
        map.forEach((key, one) -> plain.put(String.valueOf(key), plain(one)));
        return plain;
    }
}
