package org.jixiao.workflow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jixiao.base.ProductClock;
import org.jixiao.workflow.StepForm.Field;
import org.jspecify.annotations.Nullable;

/** A field's value as the engine has it, as the form writes it, and as people read it. */
final class FormValues {

    private FormValues() {}

    static @Nullable Object initial(Field field) {
        return field.rows() == null ? field.initial() : Collections.nCopies(field.rows().first(), Map.of());
    }

    /** A variable or a default as the field's kind writes it. */
    static Object written(Object value, Field field) {
        return switch (field.kind()) {
            case CHECKBOX -> Boolean.valueOf(value.toString());
            case CHECKLIST -> value instanceof List<?> ? value : List.of(value.toString().split(","));
            case NUMBER, INTEGER -> value instanceof Number number ? FormRules.plain(number) : value.toString();
            case LIST -> FormRules.rows(value).stream().map(row -> row(row, field.rows().fields())).toList();
            default -> value instanceof Date date
                    ? ProductClock.local(date.toInstant()).toLocalDate().toString()
                    : value.toString();
        };
    }

    /** A row with its defaults where it says nothing. */
    static Map<String, Object> row(Map<String, Object> row, List<Field> fields) {
        var written = new LinkedHashMap<String, Object>();
        for (Field field : fields) {
            Object value = row.get(field.key()) == null ? initial(field) : row.get(field.key());
            if (field.asks() && value != null) written.put(field.key(), written(value, field));
        }
        return written;
    }

    /**
     * A plain value for the engine; an empty one is there as null, so that a condition that asks finds it. A default
     * that is no value of its field is none.
     */
    static @Nullable Object variable(Field field, @Nullable Object value) {
        if (value == null || field.rows() == null && !FormRules.holds(field, value)) return null;
        return switch (field.kind()) {
            case NUMBER -> Double.valueOf(value.toString());
            case INTEGER -> Long.valueOf(value.toString());
            case DATE -> Date.from(LocalDate.parse(value.toString()).atStartOfDay(ProductClock.ZONE).toInstant());
            case CHECKBOX -> value;
            case CHECKLIST -> String.join(",", ((List<?>) value).stream().map(Object::toString).toList());
            case LIST -> FormRules.rows(value).stream()
                    .map(row -> variables(field.rows().fields(), row))
                    .collect(Collectors.toCollection(ArrayList::new));
            default -> value.toString();
        };
    }

    private static LinkedHashMap<String, Object> variables(List<Field> fields, Map<String, Object> row) {
        var variables = new LinkedHashMap<String, Object>();
        for (Field field : fields) if (field.asks()) variables.put(field.key(), variable(field, row.get(field.key())));
        return variables;
    }

    static List<Cases.Line> lines(StepForm form, Map<String, Object> values) {
        var lines = new ArrayList<Cases.Line>();
        for (Field field : form.fields()) {
            Object value = values.get(field.key());
            if (!field.asks() || value == null) continue;
            if (field.rows() == null) {
                lines.add(new Cases.Line(field.label(), field.kind(), said(field, value)));
                continue;
            }
            int number = 0;
            for (var row : FormRules.rows(value)) {
                number++;
                for (var line : lines(new StepForm(field.rows().fields()), row))
                    lines.add(new Cases.Line(field.label() + " " + number + " · " + line.label(), line.kind(), line.values()));
            }
        }
        return lines;
    }

    private static List<String> said(Field field, Object value) {
        return (value instanceof List<?> many ? many : List.of(value)).stream()
                .map(one -> field.options().stream()
                        .filter(o -> o.value().equals(one.toString()))
                        .map(StepForm.Option::label)
                        .findFirst()
                        .orElse(one.toString()))
                .toList();
    }
}
