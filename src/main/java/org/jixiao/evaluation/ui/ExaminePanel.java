package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jixiao.base.Finding;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.evaluation.SheetView;
import org.jixiao.evaluation.SheetView.MoneyLineView;
import org.jixiao.evaluation.SheetView.RowView;
import org.jixiao.evaluation.State;
import org.jixiao.inbox.ui.Marks;
import org.jixiao.inbox.ui.ReadBar;
import org.jixiao.inbox.ui.ReadBar.Since;
import org.jixiao.inbox.ui.ReadBar.Which;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.inbox.ui.TaskForm.Panel;
import org.jixiao.workflow.Act.MarkedRow;
import org.jixiao.workflow.Against;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jspecify.annotations.Nullable;

/** A self-evaluation to examine: reds first, what changed since the last submission, marks for a return. */
final class ExaminePanel extends Div implements Panel {

    private static final String MONEY = "money";

    private final transient SheetServices services;
    private final transient Desk desk;
    private final transient Marks marks;
    private final Map<ReadRow, Boolean> rows = new LinkedHashMap<>();
    private final Map<Div, List<ReadRow>> groups = new LinkedHashMap<>();
    private transient Since since = Since.SUBMISSION;
    private transient @Nullable ReadBar bar;
    private transient SheetView sheet;
    private transient Map<String, Map<String, String>> lastYear = Map.of();
    private transient Set<String> unchanged = Set.of();

    ExaminePanel(SheetServices services, Desk desk) {
        this.services = services;
        this.desk = desk;
        marks = new Marks(desk);
        addClassName("jx-ev");
        sheet = services.evaluations().ofTask(desk.sheet(), services.actor());
        build();
    }

    private void build() {
        removeAll();
        rows.clear();
        groups.clear();
        DualHead head = new DualHead();
        head.show(sheet);
        add(head);
        if (sheet.score() != null && sheet.period() == org.jixiao.evaluation.Period.FULL_YEAR) {
            add(ScoreLine.of(sheet));
        }
        lastYear = services.evaluations().sinceLastYear(desk.sheet(), services.actor());
        Map<String, Map<String, String>> changes = changes();
        if (sheet.loop() > 0) add(asOf(changes.getOrDefault("asOf", Map.of())));
        if (sheet.money().kept()) add(money(changes.getOrDefault(MONEY, Map.of())));
        boolean scores = sheet.period() == org.jixiao.evaluation.Period.FULL_YEAR;
        Map<String, String> returned = desk.markable() ? desk.returned() : Map.of();
        unchanged = since == Since.SUBMISSION
                ? returned.keySet().stream().filter(id -> !changes.containsKey(id)).collect(Collectors.toSet())
                : Set.of();
        List<RowView> ordered = new ArrayList<>(sheet.rows());
        ordered.sort(Comparator.comparingInt((RowView row) -> urgency(row, changes)).thenComparingInt(RowView::seq));
        if (!ordered.isEmpty()) add(bar(ordered, changes), ReadColumns.of(scores, desk.markable()));
        int last = -1;
        List<ReadRow> group = List.of();
        for (RowView row : ordered) {
            int now = urgency(row, changes);
            if (now != last) {
                Div title = Rows.groupLine(getTranslation("evaluation.examine.group." + now));
                add(title);
                group = new ArrayList<>();
                groups.put(title, group);
            }
            last = now;
            ReadRow line = new ReadRow(services, row, sheet, changes.getOrDefault(row.id(), Map.of()), scores);
            add(line);
            rows.put(line, changes.containsKey(row.id()));
            group.add(line);
            String reason = returned.get(row.id());
            if (reason != null) line.add(unchanged.contains(row.id())
                    ? new FindingLine(Finding.Severity.WARNING, getTranslation("evaluation.examine.unchanged", reason))
                    : new FindingLine(Finding.Severity.NOTE, getTranslation("evaluation.examine.returned", reason)));
            if (desk.markable()) line.lead(Parts.mark(marks, row.id(), row.name(), line));
        }
        filter(bar == null ? Which.ALL : bar.which());
    }

    private Map<String, Map<String, String>> changes() {
        if (since == Since.LAST_YEAR) {
            var differing = new HashMap<>(lastYear);
            differing.values().removeIf(Map::isEmpty);
            return differing;
        }
        Against against = since == Since.SEEN ? Against.SEEN : Against.SUBMISSION;
        return services.evaluations().changes(desk.sheet(), services.actor(), against);
    }

    private ReadBar bar(List<RowView> ordered, Map<String, Map<String, String>> changes) {
        Which shown = bar == null ? Which.ALL : bar.which();
        long changed = ordered.stream().filter(row -> changes.containsKey(row.id())).count();
        long warned = ordered.stream().filter(this::warned).count();
        long notable = ordered.stream()
                .filter(row -> changes.containsKey(row.id()) || warned(row))
                .count();
        boolean years = since == Since.LAST_YEAR;
        long same = years ? lastYear.size() - changed : ordered.size() - changed;
        String sentence = getTranslation(
                years ? "evaluation.examine.comparedYear" : "evaluation.examine.compared",
                String.valueOf(changed), String.valueOf(same), String.valueOf(ordered.size() - lastYear.size()));
        var offered = new ArrayList<>(List.of(Since.SUBMISSION, Since.SEEN));
        if (!lastYear.isEmpty()) offered.add(Since.LAST_YEAR);
        bar = new ReadBar(offered, since, this::turn, this::filter)
                .counts(ordered.size(), changed, warned, notable, sentence);
        bar.choose(shown);
        return bar;
    }

    private void turn(Since wanted) {
        since = wanted;
        build();
    }

    private boolean warned(RowView row) {
        return row.state().off() || row.flagged() || unchanged.contains(row.id());
    }

    private void filter(Which which) {
        rows.forEach((line, changed) -> line.setVisible(
                ReadBar.shows(which, changed, warned(line.row()), marks.marked(line.row().id()))));
        groups.forEach((head, lines) -> head.setVisible(lines.stream().anyMatch(Component::isVisible)));
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
            head.addComponentAsFirst(Parts.mark(marks, MONEY, getTranslation("evaluation.money"), block));
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
    public String rowName(String row) {
        if (row.equals(MONEY)) return getTranslation("evaluation.money");
        return sheet.rows().stream()
                .filter(r -> r.id().equals(row))
                .findFirst()
                .map(r -> String.valueOf(r.seq()))
                .orElse(row);
    }

    @Override
    public void refresh(TaskSheet task) {
        marks.forget();
        sheet = services.evaluations().ofTask(task, services.actor());
        build();
    }
}
