package org.jixiao.workflow.gate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jixiao.workflow.StepForm;
import org.jixiao.workflow.StepForm.Field;
import org.jixiao.workflow.StepForm.Kind;
import org.jixiao.workflow.StepForm.Option;
import org.jspecify.annotations.Nullable;

/** Camunda's generated form: the {@code camunda:formData} of a user task. */
public final class FormData {

    private static final Map<String, Kind> KINDS = Map.of(
            "string", Kind.TEXT, "long", Kind.INTEGER, "date", Kind.DATE, "boolean", Kind.CHECKBOX, "enum", Kind.SELECT);

    private FormData() {}

    /** Null for a step that has none. */
    public static @Nullable StepForm of(Element userTask) {
        return of(Node.of(userTask));
    }

    static @Nullable StepForm of(Node userTask) {
        List<Node> fields = userTask.extensions("formData").flatMap(data -> data.children("formField")).toList();
        return fields.isEmpty() ? null : new StepForm(fields.stream().map(FormData::field).toList());
    }

    static void check(Node userTask, Findings findings) {
        var form = of(userTask);
        if (form == null) return;
        var keys = new HashSet<String>();
        form.fields().forEach(field -> FormFile.check(field, userTask.id(), findings, keys));
    }

    private static Field field(Node one) {
        var rules = new HashMap<String, String>();
        one.children("validation")
                .flatMap(v -> v.children("constraint"))
                .forEach(c -> rules.put(c.attributes().getOrDefault("name", ""), c.attributes().getOrDefault("config", "")));
        String label = one.attributes().getOrDefault("label", "").strip();
        Kind kind = KINDS.getOrDefault(one.attributes().getOrDefault("type", "string"), Kind.TEXT);
        String initial = one.attribute("defaultValue");
        return new Field(
                one.id(),
                label.isEmpty() ? one.id() : label,
                kind,
                "",
                on(rules, "required"),
                on(rules, "readonly"),
                number(rules.get("min")),
                number(rules.get("max")),
                whole(rules.get("minlength")),
                whole(rules.get("maxlength")),
                one.children("value")
                        .map(v -> new Option(v.id(), v.attributes().getOrDefault("name", v.id())))
                        .toList(),
                initial == null || Expressions.in(initial) ? null : kind == Kind.CHECKBOX ? (Object) Boolean.valueOf(initial) : initial);
    }

    private static boolean on(Map<String, String> rules, String name) {
        return rules.containsKey(name) && !"false".equals(rules.get(name));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        try {
            return text == null ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Integer whole(@Nullable String text) {
        var number = number(text);
        return number == null ? null : number.intValue();
    }
}
