package org.jixiao.evaluation.ui;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.base.ui.DayField;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.evaluation.Period;
import org.jixiao.evaluation.SheetView;
import org.jixiao.evaluation.SheetView.RowView;
import org.jixiao.evaluation.State;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.inbox.ui.TaskForm.Panel;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jixiao.workflow.RowScope;
import org.jspecify.annotations.Nullable;

/** The section types its self-evaluation: each cell is stored when it is left, lights follow at once. */
final class FillPanel extends Div implements Panel {

    private final transient SheetServices services;
    private final transient Desk desk;
    private final DualHead head = new DualHead();
    private final Div notes = Parts.div("jx-ev-notes");
    private final Map<String, FillRow> rows = new LinkedHashMap<>();
    private final Div list = Parts.div("jx-ev-list");
    private final RowFilter filter = new RowFilter(this::show);
    private @Nullable MoneyGrid money;
    private transient @Nullable ExaminePanel over;
    private transient SheetView sheet;
    private transient Map<String, List<Finding>> findings = Map.of();
    private boolean submitted;
    private final transient Typing typing;

    FillPanel(SheetServices services, Desk desk) {
        this.services = services;
        this.desk = desk;
        typing = new Typing(services, desk, this::stored);
        addClassName("jx-ev");
        read();
        setClassName("year", sheet.period() == Period.FULL_YEAR);
        build();
    }

    private void build() {
        removeAll();
        rows.clear();
        list.removeAll();
        over = desk.editable() ? null : new ExaminePanel(services, desk);
        if (over != null) {
            money = null;
            add(over);
            return;
        }
        add(head, notes);
        if (sheet.loop() > 0) add(asOf());
        // the table stays the same one, with what the browser has of it
        if (!sheet.money().open()) money = null;
        else if (money == null) money = new MoneyGrid(services, desk, typing, reasonOf(MoneyGrid.ROW));
        if (money != null) add(money);
        add(filter, columns());
        String group = "";
        for (RowView row : sheet.rows()) {
            String its = Rows.group(row);
            if (!its.equals(group)) list.add(Rows.groupLine(its));
            group = its;
            FillRow line = new FillRow(services, row, sheet, reasonOf(row.id()), hands(row));
            rows.put(row.id(), line);
            list.add(line);
        }
        add(list);
        refreshFigures();
    }

    private void read() {
        sheet = services.evaluations().ofTask(desk.sheet(), services.actor());
        findings = sheet.findings().stream().filter(f -> f.row() != null).collect(groupingBy(Finding::row));
    }

    private @Nullable String reasonOf(String row) {
        return desk.sheet().scope().reasons().get(row);
    }

    private Div columns() {
        Div columns = Parts.div("jx-ev-row jx-ev-columns");
        for (String name : List.of("seq", "name", "half", "annual", "actual", "state", "forecast", "attainability")) {
            columns.add(Parts.span("jx-ev-c-" + name, getTranslation("evaluation.column." + name)));
        }
        columns.add(Parts.span("jx-ev-c-evidence", getTranslation("evaluation.column.evidence")));
        return columns;
    }

    private Div asOf() {
        DayField day = new DayField(getTranslation("evaluation.asOf"));
        day.addThemeNames("small");
        day.setReadOnly(!desk.sheet().scope().all());
        day.setHelperText(getTranslation("evaluation.asOf.help"));
        day.setMax(LocalDate.now(org.jixiao.base.ProductClock.ZONE));
        try {
            if (!sheet.asOf().isBlank()) day.setValue(LocalDate.parse(sheet.asOf()));
        } catch (DateTimeParseException e) {
            day.setErrorMessage(sheet.asOf());
        }
        day.addValueChangeListener(e -> {
            ObjectNode body = typing.body();
            body.put("asOf", e.getValue() == null ? "" : e.getValue().toString());
            typing.store(body);
        });
        return Parts.div("jx-ev-asof", day);
    }

    private FillRow.Hands hands(RowView row) {
        boolean open = row.open() && desk.sheet().scope().permits(row.id());
        return typing.hands(row.id(), open, () -> sheet.loop());
    }

    /** What was marked for return may change; the rate of execution is the money. */
    private boolean moneyReturned() {
        RowScope scope = desk.sheet().scope();
        return scope.permits(MoneyGrid.ROW)
                || sheet.rows().stream().anyMatch(row -> row.executionRate() && scope.permits(row.id()));
    }

    private void stored() {
        read();
        refreshFigures();
        desk.changed();
    }

    private void refreshFigures() {
        head.show(sheet);
        notes.removeAll();
        List<Finding> whole = sheet.findings().stream()
                .filter(f -> f.row() == null || MoneyGrid.ROW.equals(f.row()) && money == null)
                .toList();
        whole.forEach(finding -> notes.add(new FindingLine(finding)));
        for (RowView row : sheet.rows()) {
            FillRow line = rows.get(row.id());
            if (line != null) line.show(row, asked(row));
        }
        if (money != null) money.show(sheet.money(), askedOfMoney(), moneyReturned());
        filter.count(sheet.rows(), this::asked);
        show(filter.chosen());
    }

    /** What is found wrong, once somebody has begun the row or tried to submit; before that it is just not filled in. */
    private List<Finding> asked(RowView row) {
        return submitted || begun(row) ? of(row.id()) : List.of();
    }

    private List<Finding> askedOfMoney() {
        return of(MoneyGrid.ROW).stream().filter(f -> !unfilled(f)).toList();
    }

    private List<Finding> of(String row) {
        return findings.getOrDefault(row, List.of());
    }

    private static boolean begun(RowView row) {
        return row.state() != State.MISSING || !row.figures().blank() || !row.evidence().isEmpty();
    }

    private boolean moneyBegun() {
        return sheet.money().lines().stream().anyMatch(line -> !line.sum() && !line.executed().isBlank());
    }

    private void show(RowFilter.Choice choice) {
        rows.values().forEach(row -> row.setVisible(choice.takes(row.row(), asked(row.row()))));
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public @Nullable JsonNode unsaved() {
        return typing.unsaved();
    }

    @Override
    public List<Finding> findings() {
        return over != null ? over.findings() : new ArrayList<>(sheet.findings());
    }

    @Override
    public boolean unfilled(Finding finding) {
        if (submitted || finding.row() == null) return false;
        FillRow row = rows.get(finding.row());
        if (row != null) return !begun(row.row());
        return finding.code().equals("evaluation.money-missing") && !moneyBegun();
    }

    @Override
    public void refused(List<Finding> found) {
        submitted = true;
        if (over == null) refreshFigures();
        desk.changed();
    }

    @Override
    public void show(Finding finding) {
        FillRow row = finding.row() == null ? null : rows.get(finding.row());
        if (row != null) {
            row.setVisible(true);
            row.reveal(finding.field());
        } else if (money != null && MoneyGrid.ROW.equals(finding.row())) {
            money.reach(finding.field());
        }
    }

    @Override
    public String rowName(String row) {
        var line = rows.get(row);
        return line == null ? "" : String.valueOf(line.row().seq());
    }

    @Override
    public void settled() {
        if (money != null) money.forget();
    }

    /** Somebody acted meanwhile: the fields show what stands now, or the sheet to read where that is over. */
    @Override
    public void refresh(TaskSheet task) {
        read();
        if (typing.upToDate()) {
            refreshFigures();
            return;
        }
        typing.forget();
        build();
    }
}
