package org.jixiao.inbox.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.markdown.Markdown;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.inbox.ui.TaskForm.Panel;
import org.jixiao.workflow.Cases.FormSheet;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jixiao.workflow.StepForm.Field;
import org.jspecify.annotations.Nullable;

/**
 * Fields one under the other; what is left is stored, and where the form has conditions or tables it is read anew;
 * what breaks a rule is said beside it when the step is done.
 */
final class DrawnPanel extends Div implements Panel {

    private final transient ObjectMapper json;
    private final transient Desk desk;
    private final transient Map<String, Component> parts = new LinkedHashMap<>();
    private final transient Map<String, DrawnField> fields = new LinkedHashMap<>();
    private final transient Map<String, Object> entered = new HashMap<>();
    private transient @Nullable FormSheet shown;
    private transient @Nullable ObjectNode pending;

    DrawnPanel(ObjectMapper json, Desk desk) {
        this.json = json;
        this.desk = desk;
        addClassName("jx-drawn");
        // A step that was left without being filled in keeps no form.
        if (desk.sheet().form() != null) build(desk.sheet().form());
    }

    private void build(FormSheet sheet) {
        removeAll();
        parts.clear();
        fields.clear();
        entered.clear();
        entered.putAll(sheet.entered());
        for (Field field : sheet.form().fields()) {
            var part = part(field, sheet.entered().get(field.key()));
            parts.put(field.key(), part);
            add(part);
        }
        follow(sheet);
    }

    private Component part(Field field, @Nullable Object value) {
        boolean editable = desk.editable() && !field.readonly();
        switch (field.kind()) {
            case HEADING:
                return new H2(field.label());
            case NOTE:
                return words(field);
            case TABLE:
                return new DrawnTable(field);
            case LIST:
                return new DrawnList(field, value, editable, rows -> typed(field, rows));
            default:
                var one = DrawnField.of(field, value, editable, typed -> typed(field, typed));
                fields.put(field.key(), one);
                return one.component();
        }
    }

    /** A link leads to a page of its own: what is typed here stays. */
    static Markdown words(Field field) {
        var words = new Markdown(field.label());
        words.getElement().executeJs("this.addEventListener('click', e => { const a = e.target.closest('a'); if (a) Object.assign(a, {target: '_blank', rel: 'noopener noreferrer'}); })");
        return words;
    }

    /** What the conditions hide and the tables show now; what stands in the fields is left alone. */
    private void follow(FormSheet sheet) {
        shown = sheet;
        for (Field field : sheet.form().fields()) {
            var part = parts.get(field.key());
            part.setVisible(!sheet.hidden().contains(field.key()));
            if (part instanceof DrawnTable table) table.show(field);
            if (part instanceof DrawnList list) list.hide(sheet.hidden());
        }
    }

    private void typed(Field field, @Nullable Object value) {
        if (value == null || field.rows() == null && value instanceof List<?> none && none.isEmpty()) entered.remove(field.key());
        else entered.put(field.key(), value);
        var body = pending == null ? json.createObjectNode() : pending;
        body.withObject("/form").set(field.key(), json.valueToTree(value));
        pending = body;
        desk.typing();
        if (!desk.save(body)) return;
        pending = null;
        boolean reacts = shown.form().fields().stream().anyMatch(Field::reacts);
        if (reacts) desk.follow();
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public @Nullable JsonNode unsaved() {
        return pending;
    }

    @Override
    public void settled() {
        pending = null;
    }

    @Override
    public void refused(List<Finding> findings) {
        var words = new HashMap<String, String>();
        for (Finding finding : findings)
            words.putIfAbsent(
                    String.valueOf(finding.field()),
                    getTranslation("finding." + finding.code(), finding.args().toArray()));
        fields.forEach((key, field) -> field.say(words.getOrDefault(key, "")));
        parts.values().forEach(part -> {
            if (part instanceof DrawnList list) list.say(words);
        });
    }

    @Override
    public void show(Finding finding) {
        String at = String.valueOf(finding.field());
        var field = fields.get(at);
        if (field != null && field.component() instanceof Focusable<?> focusable) focusable.focus();
        parts.values().forEach(part -> {
            if (part instanceof DrawnList list) list.focus(at);
        });
    }

    @Override
    public void refresh(TaskSheet sheet) {
        var now = sheet.form();
        if (now == null || pending != null) return;
        boolean own = desk.editable() && shown != null && now.entered().equals(entered)
                && now.form().keys().equals(shown.form().keys());
        if (own) follow(now);
        else build(now);
    }
}
