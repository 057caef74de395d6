package org.jixiao.target.ui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.GridColumn;
import org.jixiao.base.ui.GridLine;
import org.jixiao.base.ui.SheetGrid;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.target.SheetPage;
import org.jixiao.target.SheetPage.Found;
import org.jixiao.target.SheetPage.FundView;
import org.jspecify.annotations.Nullable;

/** The unit's money as a table to type in. */
final class FundGrid implements SheetGrid.Keeper {

    private final Component on;
    private final Desk desk;
    private final boolean bound;
    private final Draft draft;
    private final FillPanel panel;
    private final SheetGrid grid;

    /** @param bound lines that were submitted change only where they were returned */
    FundGrid(Component on, Desk desk, boolean bound, Draft draft, GridKeep keep, FillPanel panel) {
        this.on = on;
        this.desk = desk;
        this.bound = bound;
        this.draft = draft;
        this.panel = panel;
        grid = SheetGrid.of(word("target.unit.money"), List.of(
                        GridColumn.text("item", word("target.fund.item")).look("nm").growing(4),
                        GridColumn.text("halfPlan", word("target.fund.half")).look("num").growing(2),
                        GridColumn.text("annualBudget", word("target.fund.annual")).look("num").growing(2)))
                .editable(desk.editable())
                .rows()
                .keep(keep.person(), keep.task(), keep.part())
                .build(this);
        grid.addClassName("jx-moneygrid");
    }

    Component component() {
        return grid;
    }

    void show(SheetPage page) {
        Map<String, List<Found>> found = new HashMap<>();
        for (Found f : page.findings()) if (f.row() != null) found.computeIfAbsent(f.row(), r -> new ArrayList<>()).add(f);
        var lines = new ArrayList<GridLine>();
        // a line added later stands last in the store, but under its own side here
        Map<String, List<FundView>> sides = new LinkedHashMap<>();
        for (FundView fund : Objects.requireNonNull(page.unitPart()).funds())
            sides.computeIfAbsent(fund.side(), s -> new ArrayList<>()).add(fund);
        sides.forEach((side, funds) -> {
            lines.add(side(side));
            for (FundView fund : funds) lines.add(line(fund, found.getOrDefault(fund.id().toString(), List.of())));
        });
        grid.show(lines);
    }

    private GridLine side(String side) {
        var line = GridLine.group(side, 1, word("target.side." + (side.equals("收入") ? "income" : "expenditure")));
        return line.like(Map.of("side", side, "kind", "明细"));
    }

    private GridLine line(FundView fund, List<Found> found) {
        String name = fund.item().isEmpty() ? word("target.fund.unnamed") : fund.item();
        var line = GridLine.row(fund.id().toString(), name)
                .cell("item", fund.item())
                .cell("halfPlan", fund.halfPlan())
                .cell("annualBudget", fund.annualBudget())
                .cell("side", fund.side())
                .cell("kind", fund.kind())
                .look(fund.kind().equals("明细") ? "dt" : "tot");
        for (String field : List.of("item", "halfPlan", "annualBudget")) line.old(field, old(fund, field));
        if (!fund.kind().equals("明细")) line.fixed();
        if (desk.editable() && !mayChange(fund)) line.locked(word("finding.row.locked"));
        for (Found f : found)
            if (f.severity() == Severity.ERROR) line.check(f.severity(), word(FindingLine.key(f.severity())), f.message(), f.field());
        return line;
    }

    private static @Nullable String old(FundView fund, String field) {
        return fund.change() == null ? null : fund.change().old().get(field);
    }

    private boolean mayChange(FundView fund) {
        boolean added = fund.change() != null && fund.change().added();
        return !bound || added || desk.sheet().scope().permits(fund.id().toString());
    }

    void reach(String row, String field) {
        grid.reach(row, field);
    }

    void forget() {
        grid.forget();
    }

    @Override
    public SheetGrid.Outcome edited(List<ObjectNode> changes) {
        changes.forEach(draft::fund);
        return panel.outcome();
    }

    @Override
    public void left(List<ObjectNode> changes) {
        panel.leftOfMoney(changes);
    }

    @Override
    public void act(String name, String argument) {
        if (name.equals(RowLines.FIRST)) throw new IllegalStateException("the table of money has its sums from the start");
    }

    @Override
    public long revision() {
        return desk.sheet().revision();
    }

    private String word(String key) {
        return on.getTranslation(key);
    }
}
