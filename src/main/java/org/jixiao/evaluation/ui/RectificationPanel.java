package org.jixiao.evaluation.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jixiao.base.Finding;
import org.jixiao.evaluation.RectificationView;
import org.jixiao.evaluation.RectificationView.ItemRow;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.inbox.ui.TaskForm.Panel;
import org.jixiao.workflow.Act.MarkedRow;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jspecify.annotations.Nullable;

/** The red rows of one loop: why, what is done by when, and what came of it. */
final class RectificationPanel extends Div implements Panel {

    private final transient SheetServices services;
    private final transient Desk desk;
    private final Map<String, RectificationRow> rows = new LinkedHashMap<>();
    private final transient RowMarks marks;
    private transient RectificationView view;
    private transient @Nullable ObjectNode pending;
    /** An act of this panel's own: the fields say what is stored. */
    private boolean own;

    RectificationPanel(SheetServices services, Desk desk) {
        this.services = services;
        this.desk = desk;
        marks = new RowMarks(desk::changed);
        addClassName("jx-ev");
        view = read();
        build();
    }

    private RectificationView read() {
        return services.evaluations().rectificationOf(desk.sheet(), services.actor());
    }

    private void build() {
        removeAll();
        rows.clear();
        marks.forget();
        add(Parts.div(
                "jx-ev-notes",
                Parts.span(
                        "jx-sec",
                        getTranslation(
                                "evaluation.rectification.head", view.sectionName(), view.rows().size(), view.loop()))));
        Map<String, Map<String, String>> changes =
                desk.editable() ? Map.of() : services.evaluations().changesOfRectification(desk.sheet());
        boolean results = !RectificationForms.PLAN.equals(desk.sheet().formKey());
        for (ItemRow item : view.rows()) {
            boolean open = desk.editable() && desk.sheet().scope().permits(item.id());
            String returned = desk.sheet().scope().reasons().get(item.id());
            RectificationRow row = new RectificationRow(services, item, results, returned, hands(item, open));
            row.show(item, of(item.id()));
            row.was(changes.getOrDefault(item.id(), Map.of()));
            rows.put(item.id(), row);
            add(row);
            if (desk.markable()) row.lead(marks.box(item.id(), item.row().name(), row));
        }
    }

    private List<Finding> of(String row) {
        return view.findings().stream()
                .filter(f -> Objects.equals(f.row(), row))
                .toList();
    }

    private FillRow.Hands hands(ItemRow item, boolean open) {
        return new FillRow.Hands() {
            @Override
            public boolean open() {
                return open;
            }

            @Override
            public void typed(String field, String text) {
                ObjectNode change = services.json().createObjectNode();
                change.putArray("rows").addObject().put("id", item.id()).put(field, text);
                if (pending == null) pending = change;
                else pending.withArray("rows").addAll(change.withArray("rows"));
                flush();
            }

            @Override
            public void handIn(String name, byte[] bytes) {
                flush();
                services.evaluations().handIn(services.actor(), desk.sheet().taskId(), item.id(), name, bytes);
                follow();
            }

            @Override
            public void takeAway(UUID file) {
                flush();
                services.evaluations().takeAway(services.actor(), file);
                follow();
            }

            @Override
            public int loop() {
                return view.loop();
            }
        };
    }

    private void flush() {
        if (pending == null || !desk.save(pending)) return;
        pending = null;
        showAgain();
    }

    private void follow() {
        own = true;
        try {
            desk.reload();
        } finally {
            own = false;
        }
    }

    private void showAgain() {
        view = read();
        view.rows().forEach(item -> {
            RectificationRow row = rows.get(item.id());
            if (row != null) row.show(item, of(item.id()));
        });
        desk.changed();
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public List<MarkedRow> marked() {
        return marks.marked();
    }

    @Override
    public void clearMarks() {
        marks.clear();
    }

    @Override
    public @Nullable JsonNode unsaved() {
        return pending;
    }

    @Override
    public List<Finding> findings() {
        return desk.editable()
                ? view.findings()
                : view.findings().stream().filter(f -> !f.blocks()).toList();
    }

    @Override
    public void show(Finding finding) {
        RectificationRow row = finding.row() == null ? null : rows.get(finding.row());
        if (row != null) row.reveal(finding.field());
    }

    /** Somebody acted meanwhile: the fields show what stands now; marks of an examiner stay. */
    @Override
    public void refresh(TaskSheet task) {
        boolean still = desk.markable() || own && pending == null && desk.editable();
        view = read();
        if (still && rows.size() == view.rows().size()) {
            showAgain();
            return;
        }
        pending = null;
        build();
    }
}
