package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jixiao.base.Finding;
import org.jixiao.base.Ids;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.Glyph;
import org.jixiao.target.SheetPage;
import org.jixiao.target.SheetPage.Found;
import org.jixiao.target.SheetPage.FundView;
import org.jixiao.target.SheetPage.UnitView;
import org.jixiao.target.UnitPart;
import org.jixiao.workflow.RowScope;
import org.jspecify.annotations.Nullable;

/** The unit's part being filled in: money with live sums, goals, duties, staffing, weights. */
final class UnitPanel extends Div {

    private final Draft draft;
    private final Runnable store;
    private final Runnable restructure;
    private final RowScope scope;
    private final boolean editable;
    private final boolean bound;
    private final Map<String, Cell<?>> cells = new HashMap<>();
    private final Div sums = new Div();
    private final Div findings = new Div();
    private UnitView unit;

    UnitPanel(SheetPage page, boolean editable, RowScope scope, Draft draft, Runnable store, Runnable restructure) {
        this.draft = draft;
        this.store = store;
        this.restructure = restructure;
        this.scope = scope;
        this.editable = editable;
        this.bound = page.round() > 0;
        this.unit = Objects.requireNonNull(page.unitPart());
        addClassName("jx-unitpart");
        sums.addClassName("jx-sums");
        findings.addClassName("jx-checks");
        add(section("target.unit.money", findings, money(), sums), section("target.unit.weights", weights(), words()),
                section("target.unit.texts", texts()));
        renew(page);
    }

    private Div section(String title, Component... content) {
        var section = new Div(new H2(getTranslation(title)));
        section.addClassName("jx-part");
        section.add(content);
        return section;
    }

    private boolean mayChange() {
        return editable && (!bound || scope.permits(UnitPart.ROW));
    }

    private boolean mayChange(FundView fund) {
        boolean added = fund.change() != null && fund.change().added();
        return editable && (!bound || added || scope.permits(fund.id().toString()));
    }

    private Component money() {
        var table = Tables.table("jx-money", "target.fund.item", "#target.fund.half", "#target.fund.annual", "");
        FundView last = null;
        for (FundView fund : unit.funds()) {
            if (last == null || !last.side().equals(fund.side()))
                Tables.group(table, "l1", 4, new Span(getTranslation("target.side." + (fund.side().equals("收入") ? "income" : "expenditure"))));
            last = fund;
            var line = table.getBody().addRow();
            line.addClassName(fund.kind().equals("明细") ? "dt" : "tot");
            boolean may = mayChange(fund);
            Tables.cell(line, "", fund("item", "target.fund.item", fund, fund.item(), may));
            Tables.cell(line, "num ed", fund("halfPlan", "target.fund.half", fund, fund.halfPlan(), may));
            Tables.cell(line, "num ed", fund("annualBudget", "target.fund.annual", fund, fund.annualBudget(), may));
            var end = Tables.cell(line, "c");
            if (may && fund.kind().equals("明细")) {
                var remove = new Button(Glyph.MINUS.icon(), e -> {
                    draft.fund(fund.id().toString()).put("removed", true);
                    restructure.run();
                });
                remove.addThemeNames("tertiary", "icon", "small");
                remove.setAriaLabel(getTranslation("target.fund.remove", fund.item()));
                end.add(remove);
            }
        }
        CellKeys.on(table);
        var box = new Div(table);
        if (editable) {
            var add = new Button(getTranslation("target.fund.add"), Glyph.PLUS.icon(), e -> {
                draft.fund(Ids.next().toString()).put("side", "支出").put("kind", "明细");
                restructure.run();
            });
            add.addThemeNames("tertiary", "small");
            box.add(add);
        }
        return box;
    }

    private Component fund(String field, String label, FundView fund, String value, boolean may) {
        var cell = new Cell.Text("fund-" + field, getTranslation(label) + " " + fund.item(), value);
        cell.locked(!may);
        cells.put(fund.id() + "/" + field, cell);
        cell.addValueChangeListener(e -> {
            draft.fund(fund.id().toString()).put(field, e.getValue());
            store.run();
        });
        var box = new Div(cell);
        String old = fund.change() == null ? null : fund.change().old().get(field);
        if (old != null) {
            var before = new Span(old);
            before.addClassName("jx-old");
            box.addClassName("jx-chg");
            box.add(before);
        }
        return box;
    }

    private Component weights() {
        var box = new Div();
        box.addClassName("jx-detail");
        unit.weights().forEach((level, points) -> {
            var cell = new Cell.Text("weights", level, points);
            cell.locked(!mayChange());
            cell.addValueChangeListener(e -> {
                draft.weights().put(level, e.getValue());
                store.run();
            });
            cells.putIfAbsent(UnitPart.ROW + "/weights", cell);
            box.add(labelled(level, cell));
        });
        return box;
    }

    private Component words() {
        var cell = new Cell.Area("words", getTranslation("target.unit.words"), String.join("、", unit.words()));
        cell.locked(!mayChange());
        cell.addValueChangeListener(e -> {
            var words = draft.unit().putArray("words");
            for (String word : e.getValue().split("[、,，;；\\s]+")) if (!word.isBlank()) words.add(word.strip());
            store.run();
        });
        var label = labelled(getTranslation("target.unit.words"), cell);
        label.addClassName("wide");
        return label;
    }

    private Component texts() {
        var box = new Div();
        box.addClassName("jx-detail");
        box.add(
                text("staffingType", unit.staffingType(), false), text("authorised", unit.authorised(), false),
                text("actual", unit.actual(), false), text("mainFunctions", unit.mainFunctions(), true),
                text("orgText", unit.orgText(), true), text("longTermGoal", unit.longTermGoal(), true),
                text("annualGoal", unit.annualGoal(), true));
        return box;
    }

    private Component text(String field, String value, boolean wide) {
        String word = getTranslation("target.unit." + field);
        Cell<?> cell = wide ? new Cell.Area("unit-" + field, word, value) : new Cell.Text("unit-" + field, word, value);
        cell.locked(!mayChange());
        cells.put(UnitPart.ROW + "/" + field, cell);
        cell.addValueChangeListener(e -> {
            draft.unit().put(field, e.getValue());
            store.run();
        });
        var label = labelled(word, cell);
        if (wide) label.addClassName("wide");
        return label;
    }

    private static NativeLabel labelled(String word, Cell<?> cell) {
        var label = new NativeLabel();
        label.add(new Span(word), cell);
        return label;
    }

    /** What is stored now: sums and findings. */
    void renew(SheetPage page) {
        unit = Objects.requireNonNull(page.unitPart());
        var s = unit.sums();
        sums.removeAll();
        sums.add(
                sum("target.sum.income", s.income()), sum("target.sum.expenditure", s.expenditure()),
                sum("target.sum.projects", s.projectDetails()), sum("target.sum.half", s.expenditureHalf()));
        findings.removeAll();
        cells.values().forEach(cell -> cell.removeClassName("bad"));
        for (Found found : page.findings()) {
            if (found.row() == null || !isUnits(found.row())) continue;
            findings.add(new FindingLine(found.finding()));
            var cell = cells.get(found.row() + "/" + found.field());
            if (cell != null && found.severity() == Finding.Severity.ERROR) cell.addClassName("bad");
        }
        if (findings.getComponentCount() == 0)
            findings.add(new FindingLine(Finding.Severity.NOTE, getTranslation("target.unit.balanced")));
    }

    private boolean isUnits(String row) {
        return row.equals(UnitPart.ROW) || unit.funds().stream().anyMatch(f -> f.id().toString().equals(row));
    }

    private Component sum(String key, String amount) {
        var line = new Div(new Span(getTranslation(key)), new Span(amount));
        line.addClassName("jx-sum");
        return line;
    }

    void focus(String row, @Nullable String field) {
        var cell = cells.get(row + "/" + field);
        if (cell == null) return;
        cell.getElement().executeJs("this.scrollIntoView({block: 'center'})");
        cell.focus();
    }
}
