package org.jixiao.workflow.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    /** Not what a script would take for a thing's own. */
    private static final String KEY = "(?!(__proto__|constructor|prototype)$)[A-Za-z_][A-Za-z0-9_]{0,99}";
    private static final int FIELDS = 100;
    private static final int PAGE = 10;
    private static final int FIRST = 20;
    private static final int LONGEST_PATTERN = 500;

    /** Markdown may carry pages and pictures of others. */
    private static final Pattern FOREIGN = Pattern.compile("<[A-Za-z/!]\\w*|!\\[");

    /** All of a form's expressions are asked whenever a field is left; so much is under a second in a list of 200. */
    private static final double HEAVIEST = 200_000;

    private final Findings findings;
    private int count;
    private double weight;

    private FormFile(Findings findings) {
        this.findings = findings;
    }

    /**
     * Where components are read.
     *
     * @param hide FEEL that hides all of it, or null
     * @param row within a row of a dynamic list
     */
    private record Place(List<Field> fields, Set<String> keys, @Nullable String hide, boolean row) {

        static Place root() {
            return new Place(new ArrayList<>(), new HashSet<>(), null, false);
        }

        static Place ofRows() {
            return new Place(new ArrayList<>(), new HashSet<>(), null, true);
        }

        Place hiddenBy(@Nullable String condition) {
            return new Place(fields, keys, condition, row);
        }
    }

    /** The form of a stored file, which passed the gate when it came. */
    public static StepForm read(byte[] file) {
        return read(file, new Findings(""));
    }

    static StepForm read(byte[] file, Findings findings) {
        var form = Place.root();
        try {
            JsonNode root = JSON.readTree(file);
            if (!root.isObject() || root.path("id").asText("").isBlank()) findings.add(Rule.FORM_UNREADABLE, "", "id");
            else new FormFile(findings).components(root.path("components"), form);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            findings.add(Rule.FORM_UNREADABLE, "", at == null ? "1:1" : at.getLineNr() + ":" + at.getColumnNr());
        } catch (IOException e) {
            findings.add(Rule.FORM_UNREADABLE, "", "1:1");
        }
        return new StepForm(List.copyOf(form.fields()));
    }

    static @Nullable String id(byte[] file) {
        try {
            return JSON.readTree(file).path("id").asText(null);
        } catch (IOException e) {
            return null;
        }
    }

    private void components(JsonNode components, Place in) {
        components.forEach(one -> component(one, in));
    }

    private void component(JsonNode one, Place in) {
        String type = one.path("type").asText("");
        String id = Stream.of("id", "key", "path").map(name -> words(one, name)).filter(said -> !said.isEmpty()).findFirst().orElse("components");
        unsupported(one, id);
        String own = expression(one.path("conditional").path("hide").asText(""), id);
        String hide = own == null ? in.hide() : in.hide() == null ? own : "(" + in.hide() + ") or (" + own + ")";
        boolean nested = in.row() && Set.of("dynamiclist", "table").contains(type);
        if (nested) findings.add(Rule.FORM_COMPONENT, id, type);
        else if (type.equals("group")) group(one, id, in.hiddenBy(hide));
        else if (type.equals("dynamiclist")) list(one, id, in.hiddenBy(hide));
        else if (type.equals("table")) table(one, id, in.hiddenBy(hide));
        else if (KINDS.containsKey(type)) field(one, KINDS.get(type), id, in.hiddenBy(hide));
        else if (!INVISIBLE.contains(type)) findings.add(Rule.FORM_COMPONENT, id, type.isEmpty() ? "type" : type);
    }

    /** What the form would do in the Modeler's preview and not here: refused instead of left out. */
    private void unsupported(JsonNode one, String id) {
        var foreign = FOREIGN.matcher(one.path("text").asText(""));
        if (foreign.find()) findings.add(Rule.FORM_COMPONENT, id, foreign.group());
        for (String name : List.of("valuesKey", "valuesExpression"))
            if (!one.path(name).asText("").isBlank()) findings.add(Rule.FORM_COMPONENT, id, name);
        String subtype = one.path("subtype").asText("date");
        if (one.path("type").asText("").equals("datetime") && !subtype.equals("date")) findings.add(Rule.FORM_COMPONENT, id, subtype);
        for (JsonNode in : List.of(one, one.path("validate")))
            for (String name : List.of("label", "text", "description", "readonly", "min", "max", "required", "minLength", "maxLength")) {
                String said = in.path(name).asText("");
                if (said.startsWith("=") || said.contains("{{")) findings.add(Rule.FORM_COMPONENT, id, shortened(said));
            }
    }

    /** Without its sign of equality; null for none. */
    private @Nullable String expression(String text, String id) {
        if (text.isBlank()) return null;
        String feel = text.strip();
        if (!feel.startsWith("=")) {
            findings.add(Rule.FEEL_EXPRESSION, id, shortened(feel), "=");
            return null;
        }
        feel = feel.substring(1).strip();
        FeelRules.check(feel, false, id, findings);
        return feel;
    }

    private void group(JsonNode one, String id, Place in) {
        String path = one.path("path").asText("");
        if (!path.isBlank()) findings.add(Rule.FORM_COMPONENT, id, "path: " + shortened(path));
        String label = words(one, "label");
        if (!label.isEmpty()) add(Field.plain(id, label, Kind.HEADING, in.hide(), null, null), id, in);
        components(one.path("components"), in);
    }

    private void list(JsonNode one, String id, Place in) {
        var rows = Place.ofRows();
        components(one.path("components"), rows);
        if (rows.fields().stream().noneMatch(Field::asks)) findings.add(Rule.FORM_UNREADABLE, id, "components");
        int first = Math.max(0, one.path("defaultRepetitions").asInt(1));
        if (first > FIRST) findings.add(Rule.FORM_COMPONENT, id, "defaultRepetitions: " + first + " > " + FIRST);
        var shape = new StepForm.Rows(List.copyOf(rows.fields()), first, one.path("allowAddRemove").asBoolean(false));
        String key = one.path("path").asText("");
        String label = words(one, "label");
        var list = Field.plain(key, label.isEmpty() ? key : label, Kind.LIST, in.hide(), shape, null);
        check(list, id, findings, in.keys());
        add(list, id, in);
    }

    private void table(JsonNode one, String id, Place in) {
        String from = one.path("dataSource").asText("").strip();
        String source = from.matches(KEY) ? from : expression(from, id);
        if (from.isEmpty()) findings.add(Rule.FORM_UNREADABLE, id, "dataSource");
        String columnsFrom = expression(one.path("columnsExpression").asText(""), id);
        var columns = new ArrayList<Option>();
        one.path("columns").forEach(c -> columns.add(new Option(c.path("key").asText(""), c.path("label").asText(c.path("key").asText("")))));
        if (columns.isEmpty() && columnsFrom == null) findings.add(Rule.FORM_UNREADABLE, id, "columns");
        weigh(source, id, in);
        weigh(columnsFrom, id, in);
        var table = new StepForm.Table(
                source == null ? "" : source, List.copyOf(columns), columnsFrom, Math.max(1, one.path("rowCount").asInt(PAGE)), null);
        add(Field.plain(id, words(one, "label"), Kind.TABLE, in.hide(), null, table), id, in);
    }

    private void field(JsonNode one, Kind kind, String id, Place in) {
        if (kind == Kind.NOTE) {
            add(Field.plain(id, words(one, "text"), Kind.NOTE, in.hide(), null, null), id, in);
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
                initial(one.path("defaultValue")),
                pattern(validate, id),
                in.hide(),
                null,
                null,
                whole(one, "decimalDigits"));
        check(field, id, findings, in.keys());
        add(field, id, in);
    }

    private @Nullable String pattern(JsonNode validate, String id) {
        String type = validate.path("validationType").asText("custom");
        if (type.equals(Field.EMAIL) || type.equals(Field.PHONE)) return type;
        String pattern = validate.path("pattern").asText("");
        if (pattern.isBlank()) return null;
        try {
            if (pattern.length() > LONGEST_PATTERN) throw new PatternSyntaxException("> " + LONGEST_PATTERN);
            StepForm.pattern(pattern);
        } catch (PatternSyntaxException e) {
            findings.add(Rule.FORM_PATTERN, id, shortened(pattern), e.getDescription());
        }
        return pattern;
    }

    /** What stands in each row is asked for each row; a group's condition for each field in it. */
    private void weigh(@Nullable String feel, String id, Place in) {
        if (feel == null) return;
        boolean light = weight <= HEAVIEST;
        weight += FeelRules.weight(feel) * (in.row() ? FeelRules.LIST : 1);
        if (light && weight > HEAVIEST) findings.add(Rule.FEEL_FORBIDDEN, id, shortened(feel));
    }

    private void add(Field field, String id, Place in) {
        weigh(field.hide(), id, in);
        if (++count > FIELDS) findings.add(Rule.FORM_UNREADABLE, id, "components > " + FIELDS);
        else in.fields().add(field);
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    /** Keys become process variables: once each, and none that says whose case it is. */
    static void check(Field field, String at, Findings findings, Set<String> keys) {
        if (!field.key().matches(KEY) || !keys.add(field.key())) findings.add(Rule.FORM_KEY, at, field.key().isEmpty() ? "—" : field.key());
        else if (field.asks() && field.label().equals(field.key())) findings.add(Rule.FORM_LABEL, at, field.key());
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
