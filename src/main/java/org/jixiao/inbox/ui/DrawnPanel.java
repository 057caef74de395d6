package org.jixiao.inbox.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
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

/** Fields one under the other; what is left is stored, what breaks a rule is said beside it when the step is done. */
final class DrawnPanel extends Div implements Panel {

    private final transient ObjectMapper json;
    private final transient Desk desk;
    private final transient Map<String, DrawnField> fields = new LinkedHashMap<>();
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
        fields.clear();
        for (Field field : sheet.form().fields()) {
            if (!field.asks()) {
                add(new Paragraph(field.label()));
                continue;
            }
            var shown = DrawnField.of(field, sheet.entered().get(field.key()), desk.editable() && !field.readonly(), value -> typed(field, value));
            fields.put(field.key(), shown);
            add(shown.component());
        }
    }

    private void typed(Field field, @Nullable Object value) {
        var body = pending == null ? json.createObjectNode() : pending;
        body.withObject("/form").set(field.key(), json.valueToTree(value));
        pending = body;
        desk.typing();
        if (desk.save(body)) pending = null;
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
        fields.values().forEach(field -> field.say(""));
        for (Finding finding : findings) {
            var field = fields.get(String.valueOf(finding.field()));
            if (field != null) field.say(getTranslation("finding." + finding.code(), finding.args().toArray()));
        }
    }

    @Override
    public void show(Finding finding) {
        var field = fields.get(String.valueOf(finding.field()));
        if (field != null && field.component() instanceof Focusable<?> focusable) focusable.focus();
    }

    @Override
    public void refresh(TaskSheet sheet) {
        if (sheet.form() != null && pending == null) build(sheet.form());
    }
}
