package org.jixiao.evaluation.ui;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import org.jixiao.base.Finding;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.GridColumn;
import org.jixiao.base.ui.GridLine;
import org.jixiao.base.ui.SheetGrid;
import org.jixiao.evaluation.SheetView.MoneyLineView;
import org.jixiao.evaluation.SheetView.MoneyView;
import org.jixiao.evaluation.State;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jspecify.annotations.Nullable;

/** The unit's money, typed by the section that keeps it as in a spreadsheet; sums and rates follow with their arithmetic. */
final class MoneyGrid extends Div implements SheetGrid.Keeper {

    static final String ROW = "money";

    private static final String TOTAL = "total";
    private static final List<String> TYPED = List.of("adjusted", "executed", "forecast");

    private final transient SheetServices services;
    private final transient Desk desk;
    private final transient Typing typing;
    private final SheetGrid grid;

    /** @param returnedFor why the money came back, if it did */
    MoneyGrid(SheetServices services, Desk desk, Typing typing, @Nullable String returnedFor) {
        this.services = services;
        this.desk = desk;
        this.typing = typing;
        grid = SheetGrid.of(getTranslation("evaluation.money.table"), List.of(
                        GridColumn.read("item", word("item")).look("nm").growing(3),
                        GridColumn.read("initial", word("initial")).look("num").wide(78),
                        GridColumn.text("adjusted", word("adjusted")).look("num").wide(78),
                        GridColumn.read("halfPlan", word("halfPlan")).look("num").wide(78),
                        GridColumn.text("executed", word("executed")).look("num").wide(78),
                        GridColumn.read("percent", word("percent")).look("num").wide(78),
                        GridColumn.text("forecast", word("forecast")).look("num").wide(78),
                        GridColumn.read("light", word("light")).look("lt").wide(100)))
                .editable(true)
                .checks()
                .keep(services.actor().id().toString(), desk.sheet().taskId(), ROW)
                .build(this);
        grid.addClassNames("jx-moneygrid", "jx-ev-moneygrid");
        addClassName("jx-ev-money");
        add(Parts.heading(getTranslation("evaluation.money.table")));
        if (returnedFor != null)
            add(new FindingLine(Severity.ERROR, getTranslation("evaluation.returned", returnedFor)));
        add(grid);
    }

    private String word(String column) {
        return getTranslation("evaluation.money.column." + column);
    }

    /** @param mayChange false: what was not returned stays as it was submitted */
    void show(MoneyView money, List<Finding> findings, boolean mayChange) {
        boolean under = false;
        List<GridLine> lines = new ArrayList<>();
        for (MoneyLineView line : money.lines()) {
            GridLine shown = line(line.id(), line.item(), line).look(line.sum() ? "tot" : under ? "dt" : "");
            if (line.sum()) shown.locked(getTranslation("evaluation.money.sum"));
            else if (!mayChange) shown.locked(getTranslation("finding.row.locked"));
            under |= line.sum();
            for (Finding finding : findings) {
                String field = finding.field();
                if (field != null && field.startsWith(line.id() + "/"))
                    check(
                            shown,
                            finding.severity(),
                            getTranslation(here(finding), finding.args().toArray()),
                            field.substring(line.id().length() + 1));
            }
            lines.add(shown);
        }
        String total = getTranslation("evaluation.money.total");
        lines.add(line(TOTAL, total, money.total()).look("tot").locked(getTranslation("evaluation.money.total.sum")));
        grid.show(lines);
    }

    private GridLine line(String id, String item, MoneyLineView line) {
        GridLine shown = GridLine.row(id, item)
                .cell("item", item)
                .cell("initial", line.initial())
                .cell("adjusted", line.adjusted())
                .cell("halfPlan", line.halfPlan())
                .cell("executed", line.executed())
                .cell("percent", DualHead.orDash(line.percent()))
                .cell("forecast", line.forecast())
                .light("light", Parts.light(line.state()), getTranslation(Parts.light(line.state()).key()));
        boolean off = line.state() == State.BEHIND || line.state() == State.MISSED;
        if (line.state() == State.MET || off)
            line.explanations().forEach(said -> check(
                    shown,
                    off ? Severity.WARNING : Severity.NOTE,
                    getTranslation(said.key(), said.args().toArray()),
                    null));
        return shown;
    }

    /** The sentence where the line's name stands before it. */
    private static String here(Finding finding) {
        return finding.code().replaceFirst("^evaluation\\.", "evaluation.here.");
    }

    private void check(GridLine line, Severity severity, String sentence, @Nullable String field) {
        line.check(severity, getTranslation(FindingLine.key(severity)), sentence, field);
    }

    /** @param field line and field, as a finding names it */
    void reach(@Nullable String field) {
        int slash = field == null ? -1 : field.indexOf('/');
        if (field == null || slash < 0) scrollIntoView();
        else grid.reach(field.substring(0, slash), field.substring(slash + 1));
    }

    void forget() {
        grid.forget();
    }

    private ObjectNode body(List<ObjectNode> changes) {
        ObjectNode body = typing.body();
        ArrayNode money = body.putArray(ROW);
        for (ObjectNode change : changes) {
            ObjectNode line = money.addObject().put("id", change.path("id").asText());
            for (String field : TYPED) if (change.has(field)) line.put(field, change.path(field).asText());
        }
        return body;
    }

    @Override
    public SheetGrid.Outcome edited(List<ObjectNode> changes) {
        if (typing.store(body(changes))) return SheetGrid.Outcome.STORED;
        return typing.unsaved() == null ? SheetGrid.Outcome.KEPT : SheetGrid.Outcome.REFUSED;
    }

    @Override
    public void left(List<ObjectNode> changes) {
        desk.kept(body(changes));
    }

    @Override
    public void act(String name, String argument) {
        throw new IllegalArgumentException(name);
    }

    @Override
    public long revision() {
        return desk.sheet().revision();
    }
}
