package org.jixiao.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.Cases.FormSheet;
import org.jixiao.workflow.StepForm.Field;
import org.jixiao.workflow.StepForm.Kind;
import org.jspecify.annotations.Nullable;

/** The rules that a form's fields name, judged on the server; the finding's field is the field's key. */
final class FormRules {

    private static final int LONGEST = 4_000;

    /** More digits are no figure of any form, and would be long to reckon with. */
    private static final String NUMBER = "-?\\d{1,15}(\\.\\d{1,10})?";

    private FormRules() {}

    /** As given, trimmed; null when empty. What is not of the field's shape at all is refused; a draft may break rules. */
    static @Nullable Object value(Field field, JsonNode given) {
        if (given.isNull()) return null;
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
        String text = given.asText().strip();
        if (text.length() > LONGEST) throw Refusal.malformed("body.long", field.key(), String.valueOf(LONGEST));
        return text.isEmpty() ? null : text;
    }

    static List<Finding> check(FormSheet sheet) {
        var findings = new ArrayList<Finding>();
        for (Field field : sheet.form().fields()) {
            if (!field.asks() || field.readonly()) continue;
            Object value = sheet.entered().get(field.key());
            boolean empty = value == null || field.kind() == Kind.CHECKBOX && Boolean.FALSE.equals(value);
            if (empty) {
                if (field.required()) add(findings, "form.required", field);
            } else judge(field, value, findings);
        }
        return findings;
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
                if (field.maxLength() != null && length > field.maxLength()) add(findings, "form.long", field, field.maxLength());
            }
            default -> {}
        }
    }

    private static void number(Field field, String text, List<Finding> findings) {
        if (!text.matches(NUMBER) || field.kind() == Kind.INTEGER && text.contains(".")) {
            add(findings, field.kind() == Kind.INTEGER ? "form.integer" : "form.number", field);
            return;
        }
        var number = new BigDecimal(text);
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
