package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.EnumSet;
import java.util.Set;
import org.jixiao.base.ui.StatusChip;
import org.jixiao.evaluation.BoardView.CellState;
import org.jixiao.evaluation.BoardView.SectionRow;
import org.jixiao.evaluation.BoardView.StageView;
import org.jixiao.evaluation.State;
import org.jixiao.target.Stage;

/** The board's last row: how many sections are past each step, and where all rows stand. */
final class BoardTotal extends NativeTableRow {

    private static final Set<CellState> PAST = EnumSet.of(CellState.DONE, CellState.SKIPPED, CellState.NOT_NEEDED);

    BoardTotal(StageView stage) {
        addClassName("total");
        int rows = stage.sections().stream().mapToInt(SectionRow::rows).sum();
        add(BoardTable.cell("jx-board-name", "", new Span(getTranslation("evaluation.board.total", rows))));
        for (int column = 0; column < stage.columns().size(); column++)
            add(BoardTable.cell("c jx-board-step", "", new Span(past(stage, column) + " / " + stage.sections().size())));
        Div lights = Parts.div("jx-board-figures");
        if (stage.stage() == Stage.TARGETS) lights.add(new Span(String.valueOf(rows)));
        else
            for (State state : State.values()) {
                int n = stage.counts().getOrDefault(state, 0);
                if (n > 0) lights.add(StatusChip.figure(Parts.light(state), n));
            }
        add(BoardTable.cell("jx-board-lights", "", lights));
        long owing = stage.sections().stream().filter(section -> !section.owes().isEmpty()).count();
        add(BoardTable.cell("jx-board-owes", "", new Span(getTranslation("evaluation.board.total.owing", owing, stage.done()))));
        add(new NativeTableCell(), new NativeTableCell());
    }

    private static long past(StageView stage, int column) {
        return stage.sections().stream()
                .filter(section -> PAST.contains(section.cells().get(column).state()))
                .count();
    }
}
