package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jixiao.base.ui.StatusChip;
import org.jixiao.evaluation.BoardView.StageView;
import org.jixiao.evaluation.SheetView.MoneyLineView;
import org.jixiao.evaluation.State;
import org.jixiao.target.Stage;
import org.jspecify.annotations.Nullable;

/** The stage on one line: how many sections are through, the lights, the money. */
final class BoardSummary extends Div {

    private final Map<State, NativeButton> lights = new EnumMap<>(State.class);

    /** @param only told the state whose rows shall stand out, or null for all */
    BoardSummary(StageView stage, Consumer<@Nullable State> only) {
        addClassNames("jx-sheet", "jx-board-sum");
        add(fact("done", new Span(stage.done() + " / " + stage.sections().size())));
        Span overdue = new Span(String.valueOf(stage.overdue()));
        if (stage.overdue() > 0) overdue.addClassName("bad");
        add(fact("overdue", overdue));
        if (stage.stage() == Stage.TARGETS || !stage.opened()) return;
        if (stage.stage() == Stage.HALF_YEAR) add(fact("rectifying", new Span(String.valueOf(stage.rectifying()))));
        for (State state : State.values()) {
            Integer n = stage.counts().get(state);
            if (n != null) add(light(state, n, only));
        }
        if (stage.money() != null) money(stage.money().total(), stage.stage() == Stage.HALF_YEAR);
        if (stage.score() != null && stage.grade() != null) {
            add(fact("score", new Span(stage.score() + "　" + getTranslation("evaluation.grade." + stage.grade()))));
        }
    }

    private NativeButton light(State state, int n, Consumer<@Nullable State> only) {
        NativeButton light = new NativeButton();
        light.addClassName("jx-board-fact");
        light.add(StatusChip.light(Parts.light(state)), strong(new Span(String.valueOf(n))));
        light.getElement().setAttribute("aria-pressed", "false");
        light.addClickListener(e -> {
            boolean press = "false".equals(light.getElement().getAttribute("aria-pressed"));
            lights.values().forEach(other -> other.getElement().setAttribute("aria-pressed", "false"));
            light.getElement().setAttribute("aria-pressed", String.valueOf(press));
            only.accept(press ? state : null);
        });
        lights.put(state, light);
        return light;
    }

    private void money(MoneyLineView total, boolean half) {
        add(Parts.div(
                "jx-board-fact",
                Parts.span(
                        "jx-xs jx-sec",
                        getTranslation(half ? "evaluation.money.executed.half" : "evaluation.money.executed.full")),
                strong(new Span(DualHead.orDash(total.executed())))));
        add(Parts.div(
                "jx-board-fact",
                Parts.span("jx-xs jx-sec", getTranslation("evaluation.money.ofPlan")),
                strong(new Span(DualHead.orDash(total.percent())))));
        add(Parts.div(
                "jx-board-fact",
                Parts.span("jx-xs jx-sec", getTranslation("evaluation.money.light")),
                StatusChip.light(Parts.light(total.state()))));
    }

    private Div fact(String key, Span figure) {
        return Parts.div(
                "jx-board-fact", Parts.span("jx-xs jx-sec", getTranslation("evaluation.board.sum." + key)), strong(figure));
    }

    private static Component strong(Span figure) {
        figure.addClassName("jx-ev-number");
        return figure;
    }
}
