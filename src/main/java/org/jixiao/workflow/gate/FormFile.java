package org.jixiao.workflow.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jixiao.workflow.StepForm;
import org.jixiao.workflow.StepForm.Field;
import org.jixiao.workflow.StepForm.Kind;
import org.jixiao.workflow.StepForm.Option;
import org.jspecify.annotations.Nullable;

/** A {@code .form} of Camunda Modeler: what of it the product shows, and what it must refuse. */
public final class FormFile {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(60).build())
            .build());

    private static final Map<String, Kind> KINDS = Map.of(
            "textfield", Kind.TEXT,
            "textarea", Kind.TEXTAREA,
            "number", Kind.NUMBER,
            "datetime", Kind.DATE,
            "checkbox", Kind.CHECKBOX,
            "select", Kind.SELECT,
            "radio", Kind.RADIO,
            "checklist", Kind.CHECKLIST,
            "text", Kind.NOTE);

    private static final Set<String> INVISIBLE = Set.of("separator", "spacer", "button");
    private static final String KEY = "[A-Za-z_][A-Za-z0-9_]{0,99}";
    private static final int FIELDS = 100;

    private final Findings findings;
    private final List<Field> fields = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private FormFile(Findings findings) {
        this.findings = findings;
    }

    /** The form of a stored file, which passed the gate when it came. */
    public static StepForm read(byte[] file) {
        return read(file, new Findings(""));
    }

    static StepForm read(byte[] file, Findings findings) {
        var reading = new FormFile(findings);
        try {
            JsonNode root = JSON.readTree(file);
            if (!root.isObject() || root.path("id").asText("").isBlank()) findings.add(Rule.FORM_UNREADABLE, "", "id");
            else reading.components(root.path("components"));
        } catch (JsonProcessingException e) {
            findings.add(Rule.FORM_UNREADABLE, "", String.valueOf(e.getOriginalMessage()));
        } catch (IOException e) {
            findings.add(Rule.FORM_UNREADABLE, "", String.valueOf(e.getMessage()));
        }
        return new StepForm(List.copyOf(reading.fields));
    }

    static @Nullable String id(byte[] file) {
        try {
            return JSON.readTree(file).path("id").asText(null);
        } catch (IOException e) {
            return null;
        }
    }

    private void components(JsonNode components) {
        components.forEach(this::component);
    }

    private void component(JsonNode one) {
        String type = one.path("type").asText("");
        String id = one.path("id").asText("");
        unsupported(one, id);
        if (type.equals("group")) {
            String label = words(one, "label");
            if (!label.isEmpty()) note(id, label);
            components(one.path("components"));
        } else if (KINDS.containsKey(type)) field(one, KINDS.get(type), id);
        else if (!INVISIBLE.contains(type)) findings.add(Rule.FORM_COMPONENT, id, type);
    }

    /** What the form would do in the Modeler's preview and not here: refused instead of left out. */
    private void unsupported(JsonNode one, String id) {
        if (!one.path("conditional").path("hide").asText("").isBlank()) findings.add(Rule.FORM_COMPONENT, id, "conditional");
        for (String name : List.of("valuesKey", "valuesExpression"))
            if (!one.path(name).asText("").isBlank()) findings.add(Rule.FORM_COMPONENT, id, name);
        for (String name : List.of("pattern", "validationType")) {
            String value = one.path("validate").path(name).asText("");
            if (!value.isBlank() && !value.equals("custom")) findings.add(Rule.FORM_COMPONENT, id, name);
        }
        String subtype = one.path("subtype").asText("date");
        if (one.path("type").asText("").equals("datetime") && !subtype.equals("date")) findings.add(Rule.FORM_COMPONENT, id, subtype);
        for (String name : List.of("label", "text", "description", "readonly", "min", "max"))
            if (one.path(name).asText("").startsWith("=")) findings.add(Rule.FORM_COMPONENT, id, one.path(name).asText());
    }

    private void note(String id, String words) {
        add(new Field(id, words, Kind.NOTE, "", false, true, null, null, null, null, List.of(), null), id);
    }

    private void field(JsonNode one, Kind kind, String id) {
        if (kind == Kind.NOTE) {
            note(id, words(one, "text"));
            return;
        }
        String key = one.path("key").asText("");
        JsonNode validate = one.path("validate");
        boolean whole = kind == Kind.NUMBER && one.path("decimalDigits").asInt(-1) == 0;
        var options = new ArrayList<Option>();
        one.path("values").forEach(v -> options.add(new Option(v.path("value").asText(""), v.path("label").asText(v.path("value").asText("")))));
        var field = new Field(
                key,
                words(one, "label").isEmpty() ? words(one, "dateLabel").isEmpty() ? key : words(one, "dateLabel") : words(one, "label"),
                whole ? Kind.INTEGER : kind,
                words(one, "description"),
                validate.path("required").asBoolean(false),
                one.path("readonly").asBoolean(false) || one.path("disabled").asBoolean(false),
                number(validate, "min"),
                number(validate, "max"),
                whole(validate, "minLength"),
                whole(validate, "maxLength"),
                List.copyOf(options),
                initial(one.path("defaultValue")));
        check(field, id, findings, keys);
        add(field, id);
    }

    private void add(Field field, String id) {
        if (fields.size() >= FIELDS) findings.add(Rule.FORM_UNREADABLE, id, "> " + FIELDS);
        else fields.add(field);
    }

    /** Keys become process variables: once each, and none that says whose case it is. */
    static void check(Field field, String at, Findings findings, Set<String> keys) {
        if (!field.key().matches(KEY) || !keys.add(field.key())) findings.add(Rule.FORM_KEY, at, field.key());
        if (ModelRules.RESERVED.contains(field.key())) findings.add(Rule.VARIABLE_RESERVED, at, field.key());
        boolean chooses = field.kind() == Kind.SELECT || field.kind() == Kind.RADIO || field.kind() == Kind.CHECKLIST;
        if (chooses && field.options().isEmpty()) findings.add(Rule.FORM_OPTIONS, at, field.label());
    }

    private static @Nullable Object initial(JsonNode value) {
        if (value.isBoolean()) return value.booleanValue();
        if (value.isArray()) {
            var many = new ArrayList<String>();
            value.forEach(v -> many.add(v.asText()));
            return many;
        }
        return value.isValueNode() && !value.isNull() && !value.asText().isEmpty() ? value.asText() : null;
    }

    private static String words(JsonNode one, String name) {
        return one.path(name).asText("").strip();
    }

    private static @Nullable BigDecimal number(JsonNode in, String name) {
        return in.path(name).isNumber() ? in.path(name).decimalValue() : null;
    }

    private static @Nullable Integer whole(JsonNode in, String name) {
        return in.path(name).isInt() ? in.path(name).intValue() : null;
    }
}
