package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jixiao.base.Finding;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.target.SheetPage;
import org.jixiao.target.SheetPage.Found;
import org.jixiao.target.SheetPage.UnitView;
import org.jixiao.target.UnitPart;

/** The unit's part being filled in: money with live sums, goals, duties, staffing, weights. */
final class UnitPanel extends Div {

    private final Draft draft;
    private final Runnable store;
    private final Desk desk;
    private final boolean bound;
    private final Map<String, Cell<?>> cells = new HashMap<>();
    private final FundGrid money;
    private final Div sums = new Div();
    private final Div findings = new Div();
    private UnitView unit;

    /** @param panel stores what the table of money hands over */
    UnitPanel(SheetPage page, Desk desk, Draft draft, GridKeep keep, Runnable store, FillPanel panel) {
        this.draft = draft;
        this.store = store;
        this.desk = desk;
        this.bound = page.round() > 0;
        this.unit = Objects.requireNonNull(page.unitPart());
        this.money = new FundGrid(this, desk, bound, draft, keep, panel);
        addClassName("jx-unitpart");
        sums.addClassName("jx-sums");
        findings.addClassName("jx-checks");
        add(section("target.unit.money", findings, money.component(), sums),
                section("target.unit.weights", weights(), words()), section("target.unit.texts", texts()));
        renew(page);
    }

    private Div section(String title, Component... content) {
        var section = new Div(new H2(getTranslation(title)));
        section.addClassName("jx-part");
        section.add(content);
        return section;
    }

    private boolean mayChange() {
        return desk.editable() && (!bound || desk.sheet().scope().permits(UnitPart.ROW));
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
        money.show(page);
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

    void forget() {
        money.forget();
    }

    void focus(String row, String field) {
        var cell = cells.get(row + "/" + field);
        if (cell == null) {
            money.reach(row, field);
            return;
        }
        cell.getElement().executeJs("this.scrollIntoView({block: 'center'})");
        cell.focus();
    }
}
