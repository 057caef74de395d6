package org.jixiao.evaluation.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jixiao.base.Finding;
import org.jixiao.evaluation.EvaluationProcess;
import org.jixiao.evaluation.RectificationView;
import org.jixiao.evaluation.RectificationView.ItemRow;
import org.jixiao.inbox.ui.Marks;
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
    private final transient Marks marks;
    private transient RectificationView view;
    private final transient Typing typing;

    RectificationPanel(SheetServices services, Desk desk) {
        this.services = services;
        this.desk = desk;
        marks = new Marks(desk);
        typing = new Typing(services, desk, this::showAgain);
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
        boolean results = !EvaluationProcess.PLAN_FORM.equals(desk.sheet().formKey());
        for (ItemRow item : view.rows()) {
            boolean open = desk.editable() && desk.sheet().scope().permits(item.id());
            String returned = desk.sheet().scope().reasons().get(item.id());
            FillRow.Hands hands = typing.hands(item.id(), open, () -> view.loop());
            RectificationRow row = new RectificationRow(services, item, results, returned, hands);
            row.show(item, of(item.id()));
            row.was(changes.getOrDefault(item.id(), Map.of()));
            rows.put(item.id(), row);
            add(row);
            if (desk.markable()) row.lead(Parts.mark(marks, item.id(), item.row().name(), row));
        }
    }

    private List<Finding> of(String row) {
        return view.findings().stream()
                .filter(f -> Objects.equals(f.row(), row))
                .toList();
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
        return typing.unsaved();
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
        boolean still = desk.markable() || typing.upToDate();
        view = read();
        if (still && rows.size() == view.rows().size()) {
            showAgain();
            return;
        }
        typing.forget();
        build();
    }
}
