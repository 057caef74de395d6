package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.StatusChip;
import org.jixiao.evaluation.SheetView.MoneyLineView;
import org.jixiao.evaluation.SheetView.MoneyView;

/** The unit's money, typed by the section that keeps it; sums follow. */
final class FillMoney extends Div {

    interface Typed {
        void typed(String line, String field, String text);
    }

    private static final List<String> COLUMNS =
            List.of("item", "initial", "adjusted", "halfPlan", "executed", "percent", "forecast", "light");

    private final transient Typed typed;
    private final Map<String, Line> lines = new HashMap<>();
    private final Line total;
    private final Div says = Parts.div("jx-ev-says");

    private record Line(Span adjusted, Span executed, Span forecast, Span percent, Div light) {}

    FillMoney(MoneyView money, Typed typed) {
        this.typed = typed;
        addClassNames("jx-ev-money");
        NativeTableBody body = new NativeTableBody();
        for (MoneyLineView line : money.lines()) lines.put(line.id(), row(body, line, line.item(), line.sum()));
        total = row(body, money.total(), getTranslation("evaluation.money.total"), true);
        NativeTable table = new NativeTable(head(), body);
        table.addClassNames("jx-table", "jx-cards");
        add(Parts.heading(getTranslation("evaluation.money.table")), Parts.div("jx-ev-scroll", table), says);
    }

    private NativeTableRow head() {
        NativeTableRow head = new NativeTableRow();
        for (String column : COLUMNS) {
            NativeTableHeaderCell cell =
                    new NativeTableHeaderCell(getTranslation("evaluation.money.column." + column));
            if (!column.equals("item") && !column.equals("light")) cell.addClassName("num");
            head.add(cell);
        }
        return head;
    }

    private Line row(NativeTableBody body, MoneyLineView line, String item, boolean sum) {
        Line own = new Line(new Span(), new Span(), new Span(), new Span(), new Div());
        NativeTableRow row = new NativeTableRow();
        if (sum) row.addClassName("tot");
        row.add(new NativeTableCell(item), number(new Span(line.initial())));
        row.add(sum ? number(own.adjusted()) : number(field(line, "adjusted", line.adjusted())));
        row.add(number(new Span(line.halfPlan())));
        row.add(sum ? number(own.executed()) : number(field(line, "executed", line.executed())));
        row.add(number(own.percent()));
        row.add(sum ? number(own.forecast()) : number(field(line, "forecast", line.forecast())));
        row.add(new NativeTableCell(own.light()));
        for (int i = 1; i < COLUMNS.size(); i++) {
            row.getElement().getChild(i)
                    .setAttribute("data-label", getTranslation("evaluation.money.column." + COLUMNS.get(i)));
        }
        body.add(row);
        return own;
    }

    private static NativeTableCell number(com.vaadin.flow.component.Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName("num");
        return cell;
    }

    private TextField field(MoneyLineView line, String field, String text) {
        TextField input = new TextField();
        input.addThemeNames("small", "align-right");
        input.addClassName("jx-ev-amount");
        input.setValue(text);
        input.getElement().setAttribute("inputmode", "decimal");
        input.getElement()
                .setProperty(
                        "accessibleName",
                        getTranslation("evaluation.money.column." + field) + " " + line.item());
        input.addValueChangeListener(e -> {
            typed.typed(line.id(), field, e.getValue());
        });
        return input;
    }

    void show(MoneyView money, List<Finding> findings) {
        money.lines().forEach(line -> show(lines.get(line.id()), line));
        show(total, money.total());
        says.removeAll();
        findings.forEach(finding -> says.add(new FindingLine(finding)));
    }

    private static void show(@org.jspecify.annotations.Nullable Line own, MoneyLineView line) {
        if (own == null) return;
        own.adjusted().setText(line.adjusted());
        own.executed().setText(line.executed());
        own.forecast().setText(line.forecast());
        own.percent().setText(DualHead.orDash(line.percent()));
        own.light().removeAll();
        own.light().add(StatusChip.light(Parts.light(line.state())));
    }
}
