package org.jixiao.inbox.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.workflow.Act.MarkedRow;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The smallest form there can be: a field for each row, a box to mark it; for tests of the page around it. */
@org.springframework.stereotype.Component
class ProbeForm implements TaskForm {

    private final JdbcClient jdbc;
    private final ObjectMapper mapper;

    ProbeForm(JdbcClient jdbc, ObjectMapper mapper) {
        this.jdbc = jdbc;
        this.mapper = mapper;
    }

    @Override
    public List<String> formKeys() {
        return List.of("probe");
    }

    @Override
    public Panel open(Desk desk) {
        return new Rows(desk);
    }

    private class Rows implements Panel {

        private final Desk desk;
        private final Div component = new Div();
        private final Map<String, TextField> fields = new LinkedHashMap<>();
        private final List<MarkedRow> marked = new ArrayList<>();
        private boolean dirty;

        Rows(Desk desk) {
            this.desk = desk;
            draw();
        }

        private void draw() {
            component.removeAll();
            fields.clear();
            marked.clear();
            dirty = false;
            jdbc.sql("select id, text from probe_row where case_id = ? order by id")
                    .param(desk.sheet().facts().caseId())
                    .query(r -> {
                        row(r.getString(1), r.getString(2));
                    });
            if (fields.isEmpty() && desk.editable()) row("a", "");
        }

        private void row(String id, String text) {
            var field = new TextField(id);
            field.setValue(text);
            field.setReadOnly(!desk.editable());
            field.addValueChangeListener(e -> {
                dirty = true;
                desk.typing();
            });
            fields.put(id, field);
            component.add(field);
            if (!desk.markable()) return;
            var mark = new Checkbox("退回 " + id);
            var reason = new TextField("理由 " + id);
            Runnable change = () -> {
                marked.removeIf(m -> m.id().equals(id));
                if (mark.getValue()) marked.add(new MarkedRow(id, reason.isEmpty() ? null : reason.getValue()));
                desk.changed();
            };
            mark.addValueChangeListener(e -> change.run());
            reason.addValueChangeListener(e -> change.run());
            component.add(mark, reason);
        }

        @Override
        public Component component() {
            return component;
        }

        @Override
        public List<MarkedRow> marked() {
            return List.copyOf(marked);
        }

        @Override
        public void clearMarks() {
            marked.clear();
        }

        @Override
        public @Nullable JsonNode unsaved() {
            if (!dirty) return null;
            var body = mapper.createObjectNode();
            var rows = body.putArray("rows");
            fields.forEach((id, field) -> rows.addObject().put("id", id).put("text", field.getValue()));
            return body;
        }

        @Override
        public void show(Finding finding) {
            if (finding.row() != null && fields.containsKey(finding.row())) fields.get(finding.row()).focus();
        }

        @Override
        public void refresh(TaskSheet sheet) {
            draw();
        }
    }
}
