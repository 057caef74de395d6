package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.Map;
import org.jixiao.base.ui.Glyph;
import org.jixiao.evaluation.BoardView.Mark;
import org.jixiao.evaluation.BoardView.SectionRow;
import org.jixiao.evaluation.BoardView.StageView;
import org.jixiao.evaluation.BoardView;
import org.jixiao.evaluation.State;
import org.jspecify.annotations.Nullable;

/** One square for each row: a tick where it is met, else its number in the state's shape. */
final class IndicatorMap extends Div {

    private final Map<Anchor, State> squares = new HashMap<>();

    IndicatorMap(BoardView board, StageView stage) {
        addClassName("jx-board-map");
        for (SectionRow section : stage.sections()) {
            Div squares = Parts.div("jx-board-squares");
            String base = "evaluations/" + board.unit() + "/" + board.year() + "/" + section.section() + "/"
                    + stage.stage().name();
            section.marks().forEach(mark -> squares.add(square(base, mark)));
            if (section.marks().isEmpty()) {
                squares.add(Parts.span("jx-xs jx-sec", getTranslation("evaluation.board.map.none")));
            }
            add(Parts.div("jx-board-mapline", new Span(section.name()), squares));
        }
        Div legend = Parts.div("jx-board-legend");
        for (State state : State.values()) {
            legend.add(Parts.div("jx-board-key", sample(state), new Span(getTranslation("evaluation.state." + state))));
        }
        add(legend);
    }

    /** Only the rows of this state stand out; null: all do. */
    void only(@Nullable State state) {
        squares.forEach((square, own) -> square.setClassName("dim", state != null && own != state));
    }

    void reveal() {
        getElement().executeJs("this.scrollIntoView({block: 'nearest', behavior: 'smooth'})");
    }

    private Anchor square(String base, Mark mark) {
        Anchor square = new Anchor(base + "#row-" + mark.id(), "");
        look(square, mark.state());
        squares.put(square, mark.state());
        String word = mark.seq() + " " + mark.name() + "：" + getTranslation("evaluation.state." + mark.state());
        square.getElement().setAttribute("title", word).setAttribute("aria-label", word);
        if (mark.state() == State.MET) square.add(Glyph.CHECK.small());
        else square.setText(String.valueOf(mark.seq()));
        return square;
    }

    private static Span sample(State state) {
        Span sample = new Span();
        sample.addClassNames("jx-board-square", state.name().toLowerCase(java.util.Locale.ROOT));
        if (state == State.MET) sample.add(Glyph.CHECK.small());
        else sample.setText("n");
        return sample;
    }

    private static void look(Anchor square, State state) {
        square.addClassNames("jx-board-square", state.name().toLowerCase(java.util.Locale.ROOT));
    }
}
