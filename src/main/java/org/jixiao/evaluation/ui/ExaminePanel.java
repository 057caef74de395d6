package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.evaluation.SheetView;
import org.jixiao.evaluation.SheetView.MoneyLineView;
import org.jixiao.evaluation.SheetView.RowView;
import org.jixiao.evaluation.State;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.inbox.ui.TaskForm.Panel;
import org.jixiao.workflow.Act.MarkedRow;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jspecify.annotations.Nullable;

/** A self-evaluation to examine: reds first, what changed since the last submission, marks for a return. */
final class ExaminePanel extends Div implements Panel {

    private static final String MONEY = "money";

    private final transient SheetServices services;
    private final transient Desk desk;
    private final transient RowMarks marks;
    private transient SheetView sheet;

    ExaminePanel(SheetServices services, Desk desk) {
        this.services = services;
        this.desk = desk;
        marks = new RowMarks(desk::changed);
        addClassName("jx-ev");
        sheet = services.evaluations().ofTask(desk.sheet(), services.actor());
        build();
    }

    private void build() {
        removeAll();
        marks.forget();
        DualHead head = new DualHead();
        head.show(sheet);
        add(head);
        if (sheet.score() != null && sheet.period() == org.jixiao.evaluation.Period.FULL_YEAR) {
            add(ScoreLine.of(sheet));
        }
        Map<String, Map<String, String>> changes = services.evaluations().changes(desk.sheet(), services.actor());
        if (sheet.loop() > 0) add(asOf(changes.getOrDefault("asOf", Map.of())));
        if (sheet.money().kept()) add(money(changes.getOrDefault(MONEY, Map.of())));
        boolean scores = sheet.period() == org.jixiao.evaluation.Period.FULL_YEAR;
        List<RowView> ordered = new ArrayList<>(sheet.rows());
        ordered.sort(Comparator.comparingInt((RowView row) -> urgency(row, changes)).thenComparingInt(RowView::seq));
        if (!ordered.isEmpty()) add(ReadColumns.of(scores, desk.markable()));
        int last = -1;
        for (RowView row : ordered) {
            int now = urgency(row, changes);
            if (now != last) add(Rows.groupLine(getTranslation("evaluation.examine.group." + now)));
            last = now;
            ReadRow line = new ReadRow(services, row, sheet, changes.getOrDefault(row.id(), Map.of()), scores);
            add(line);
            if (desk.markable()) line.lead(marks.box(row.id(), row.name(), line));
        }
    }

    private static int urgency(RowView row, Map<String, Map<String, String>> changes) {
        if (row.state() == State.MISSED) return 0;
        if (row.state() == State.BEHIND || row.state() == State.MISSING) return 1;
        if (row.flagged() || changes.containsKey(row.id())) return 2;
        return 3;
    }

    private Div asOf(Map<String, String> was) {
        Div day = fact(getTranslation("evaluation.asOf"), sheet.asOf(), was.get("asOf"));
        return Parts.div("jx-ev-asof", day);
    }

    private static Div fact(String label, String text, @Nullable String was) {
        Div fact = Parts.div("jx-ev-fact", Parts.span("jx-sec", label), new Span(text));
        if (was != null) {
            fact.addClassName("jx-chg");
            fact.add(Parts.span("jx-old", was.isBlank() ? fact.getTranslation("evaluation.was.empty") : was));
        }
        return fact;
    }

    private Div money(Map<String, String> was) {
        Div head = Parts.div("jx-row", Parts.heading(getTranslation("evaluation.money.table")));
        Div block = Parts.div("jx-ev-money", head, new MoneyBars(sheet.money()));
        for (MoneyLineView line : sheet.money().lines()) {
            Map<String, String> typed = Map.of(
                    "adjusted", line.adjusted(), "executed", line.executed(), "forecast", line.forecast());
            for (String field : List.of("adjusted", "executed", "forecast")) {
                String old = was.get(line.id() + "/" + field);
                if (old == null) continue;
                String label = line.item() + " " + getTranslation("evaluation.money.column." + field);
                block.add(fact(label, typed.getOrDefault(field, ""), old));
            }
        }
        if (desk.markable()) {
            head.addComponentAsFirst(marks.box(MONEY, getTranslation("evaluation.money"), block));
        }
        return block;
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
    public List<Finding> findings() {
        return sheet.findings().stream()
                .filter(f -> f.severity() == Finding.Severity.WARNING)
                .toList();
    }

    @Override
    public void show(Finding finding) {
        getChildren()
                .filter(c -> c instanceof ReadRow row && row.row().id().equals(finding.row()))
                .findFirst()
                .ifPresent(Component::scrollIntoView);
    }

    @Override
    public void refresh(TaskSheet task) {
        sheet = services.evaluations().ofTask(task, services.actor());
        build();
    }
}
