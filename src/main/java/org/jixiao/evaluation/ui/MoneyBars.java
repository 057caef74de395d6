package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jixiao.base.ui.StatusChip;
import org.jixiao.evaluation.SheetView.MoneyLineView;
import org.jixiao.evaluation.SheetView.MoneyView;
import org.jixiao.evaluation.State;

/** 双监控: execution of each line against its plan; lines with nothing planned and nothing spent share one. */
final class MoneyBars extends Div {

    MoneyBars(MoneyView money) {
        addClassName("jx-ev-bars");
        add(line(getTranslation("evaluation.money.total"), money.total(), true));
        List<MoneyLineView> idle = money.lines().stream()
                .filter(line -> line.state() == State.NOT_APPLICABLE)
                .toList();
        for (MoneyLineView line : money.lines()) {
            if (line.state() != State.NOT_APPLICABLE) add(line(line.item(), line, line.sum()));
        }
        if (!idle.isEmpty()) {
            Div rest = Parts.div("jx-ev-barline");
            rest.add(
                    new Span(getTranslation("evaluation.money.idle", idle.size())),
                    Parts.span("jx-xs jx-sec", getTranslation("evaluation.money.idle.note")),
                    Parts.span("num", "0.00"),
                    Parts.span("num jx-sec", "0 ÷ 0"),
                    StatusChip.light(Parts.light(State.NOT_APPLICABLE)));
            add(rest);
        }
    }

    private static Div line(String item, MoneyLineView line, boolean strong) {
        Div row = Parts.div("jx-ev-barline" + (strong ? " strong" : ""));
        row.add(
                new Span(item),
                DualHead.meter(line),
                Parts.span("num", line.executed().isEmpty() ? "–" : line.executed()),
                Parts.span("num", DualHead.orDash(line.percent())),
                StatusChip.light(Parts.light(line.state())));
        return row;
    }
}
