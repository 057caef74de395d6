package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jixiao.base.ui.StatusChip;
import org.jixiao.evaluation.Period;
import org.jixiao.evaluation.SheetView;
import org.jixiao.evaluation.SheetView.MoneyLineView;
import org.jixiao.evaluation.State;

/** 双监控: the unit's money beside the section's targets. */
final class DualHead extends Section {

    private static final BigDecimal SCALE = new BigDecimal("1.2");

    DualHead() {
        addClassNames("jx-sheet", "jx-ev-dual");
        getElement().setAttribute("aria-label", getTranslation("evaluation.dual"));
    }

    void show(SheetView sheet) {
        removeAll();
        add(money(sheet), targets(sheet));
    }

    private Div money(SheetView sheet) {
        MoneyLineView total = sheet.money().total();
        boolean half = sheet.period() == Period.HALF_YEAR;
        Div figures = Parts.div(
                "jx-ev-figures",
                figure(
                        total.executed().isEmpty() ? "–" : total.executed(),
                        getTranslation(half ? "evaluation.money.executed.half" : "evaluation.money.executed.full")),
                figure(
                        half ? total.halfPlan() : total.adjusted(),
                        getTranslation(half ? "evaluation.money.halfPlan" : "evaluation.money.adjusted")),
                figure(orDash(total.percent()), getTranslation("evaluation.money.ofPlan")),
                figure(orDash(total.ofYear()), getTranslation("evaluation.money.ofYear")));
        return Parts.div(
                "jx-ev-half",
                head(
                        getTranslation("evaluation.money"),
                        getTranslation("evaluation.money.note"),
                        StatusChip.light(Parts.light(total.state()))),
                figures,
                meter(total));
    }

    static String orDash(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isEmpty() ? "–" : text;
    }

    /** Execution against the plan: a thin line at 80%, a strong one at the plan. */
    static Div meter(MoneyLineView line) {
        Div meter = Parts.div("jx-ev-meter " + Parts.light(line.state()).look());
        if (line.percent() == null) return meter;
        BigDecimal percent = new BigDecimal(line.percent().replace("%", "").replace('−', '-'));
        BigDecimal width = percent.divide(SCALE, 1, RoundingMode.HALF_UP)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.valueOf(100));
        Div bar = Parts.div("jx-ev-bar");
        bar.setWidth(width + "%");
        meter.add(bar, Parts.div("jx-ev-tick w"), Parts.div("jx-ev-tick"));
        meter.getElement().setAttribute("aria-hidden", "true");
        return meter;
    }

    private Div targets(SheetView sheet) {
        var counts = sheet.counts();
        Div lights = Parts.div("jx-ev-figures lights");
        for (State state : State.values()) {
            int n = counts.getOrDefault(state, 0);
            if (n > 0 || state == State.MET || state.off()) lights.add(StatusChip.light(Parts.light(state), n));
        }
        int met = counts.getOrDefault(State.MET, 0);
        int due = counts.entrySet().stream()
                .filter(e -> e.getKey().due())
                .mapToInt(java.util.Map.Entry::getValue)
                .sum();
        Span sum = Parts.span(
                "jx-xs jx-sec",
                due == 0
                        ? getTranslation("evaluation.due.none")
                        : getTranslation("evaluation.due", due, met, share(met, due)));
        State worst = worst(sheet);
        return Parts.div(
                "jx-ev-half",
                head(
                        getTranslation("evaluation.targets"),
                        getTranslation("evaluation.targets.note", sheet.rows().size()),
                        StatusChip.light(Parts.light(worst))),
                lights,
                Parts.stack(counts),
                sum);
    }

    private static String share(int met, int due) {
        return BigDecimal.valueOf(met * 100L).divide(BigDecimal.valueOf(due), 2, RoundingMode.HALF_UP) + "%";
    }

    private static State worst(SheetView sheet) {
        for (State state : new State[] {State.MISSED, State.BEHIND, State.MISSING, State.MET, State.NOT_DUE}) {
            if (sheet.counts().getOrDefault(state, 0) > 0) return state;
        }
        return State.NOT_APPLICABLE;
    }

    private Div head(String title, String note, StatusChip light) {
        Div head = Parts.div("jx-ev-dualhead", Parts.heading(title), Parts.span("jx-xs jx-sec", note));
        head.add(Parts.span("jx-grow", ""), light);
        return head;
    }

    private static Div figure(String number, String word) {
        return Parts.div("jx-ev-figure", Parts.span("jx-xs jx-sec", word), Parts.span("jx-ev-number", number));
    }
}
