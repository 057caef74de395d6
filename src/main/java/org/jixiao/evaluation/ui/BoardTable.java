package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.StatusChip;
import org.jixiao.evaluation.BoardView;
import org.jixiao.evaluation.BoardView.Cell;
import org.jixiao.evaluation.BoardView.CellState;
import org.jixiao.evaluation.BoardView.Owed;
import org.jixiao.evaluation.BoardView.SectionRow;
import org.jixiao.evaluation.BoardView.StageView;
import org.jixiao.evaluation.State;
import org.jixiao.target.Stage;
import org.jspecify.annotations.Nullable;

/** Sections by steps; who owes what since when, and by when. */
final class BoardTable extends NativeTable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd").withZone(ProductClock.ZONE);

    /** Where somebody owes something. */
    private static final Set<CellState> WAITS =
            EnumSet.of(CellState.UNOPENED, CellState.ACTIVE, CellState.RETURNED, CellState.OVERDUE, CellState.LOCKED);

    private final transient BoardView board;
    private final transient StageView stage;
    private final transient Consumer<Owed> urge;
    private final transient Consumer<SectionRow> openLate;

    /** @param openLate asks for a late opening of the section, or about the one it has */
    BoardTable(BoardView board, StageView stage, Consumer<Owed> urge, Consumer<SectionRow> openLate) {
        this.board = board;
        this.stage = stage;
        this.urge = urge;
        this.openLate = openLate;
        addClassNames("jx-table", "jx-board-grid");
        add(head());
        NativeTableBody body = new NativeTableBody();
        stage.sections().forEach(section -> body.add(row(section)));
        body.add(new BoardTotal(stage));
        add(body);
    }

    private NativeTableRow head() {
        NativeTableRow head = new NativeTableRow();
        head.add(new NativeTableHeaderCell(getTranslation("evaluation.board.section")));
        stage.columns().forEach(column -> {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(
                    getTranslation("evaluation.board.column." + stage.stage().name() + "." + column.name()));
            cell.addClassName("c");
            head.add(cell);
        });
        head.add(new NativeTableHeaderCell(getTranslation(lights())));
        head.add(new NativeTableHeaderCell(getTranslation("evaluation.board.owes")));
        head.add(new NativeTableHeaderCell(getTranslation("evaluation.board.due")));
        head.add(new NativeTableCell());
        return head;
    }

    private String lights() {
        return stage.stage() == Stage.TARGETS ? "evaluation.board.rows" : "evaluation.board.lights";
    }

    private NativeTableRow row(SectionRow section) {
        NativeTableRow row = new NativeTableRow();
        row.add(cell("jx-board-name", getTranslation("evaluation.board.section"), name(section)));
        for (int i = 0; i < section.cells().size(); i++) {
            Cell cell = section.cells().get(i);
            String column = stage.columns().get(i).name();
            NativeTableCell td = cell(
                    "c jx-board-step",
                    getTranslation("evaluation.board.column." + stage.stage().name() + "." + column),
                    step(section, cell, section.owes().isEmpty() ? null : section.owes().get(0)));
            if (cell.state() == CellState.IDLE) td.addClassName("idle");
            row.add(td);
        }
        row.add(cell("jx-board-lights", getTranslation(lights()), lights(section)));
        Owed owed = section.owes().isEmpty() ? null : section.owes().get(0);
        row.add(cell("jx-board-owes", getTranslation("evaluation.board.owes"), owes(section, owed)));
        row.add(cell("jx-board-due", getTranslation("evaluation.board.due"), due(owed)));
        row.add(cell("jx-board-act", "", act(section, owed)));
        return row;
    }

    static NativeTableCell cell(String className, String label, Component content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassNames(className.split(" "));
        cell.getElement().setAttribute("data-label", label);
        return cell;
    }

    private Component name(SectionRow section) {
        return section.readable() ? new Anchor(address(section), section.name()) : new Span(section.name());
    }

    /** Where it waits: the cell leads there, or urges whoever owes it; a locked one is opened late. */
    private Component step(SectionRow section, Cell cell, @Nullable Owed owed) {
        Component chip = chip(cell);
        if (owed == null || !WAITS.contains(cell.state())) return chip;
        if (cell.state() == CellState.LOCKED && board.mayOpen())
            return cellButton(chip, getTranslation("evaluation.late.of", section.name()), () -> openLate.accept(section));
        if (owed.mayHandle()) return new Anchor("task/" + owed.taskId(), chip);
        if (!owed.mayUrge()) return chip;
        String word = getTranslation("evaluation.board.urge.who", String.join("、", owed.holders()));
        return cellButton(chip, word, () -> urge.accept(owed));
    }

    private static Button cellButton(Component chip, String word, Runnable pressed) {
        Button button = new Button(chip, e -> pressed.run());
        button.addClassName("jx-board-cell");
        button.addThemeNames("tertiary-inline");
        button.setTooltipText(word);
        button.setAriaLabel(chip.getElement().getTextRecursively() + "，" + word);
        return button;
    }

    private Component chip(Cell cell) {
        return switch (cell.state()) {
            case IDLE -> Parts.span("jx-sr", getTranslation("evaluation.board.idle"));
            case UNOPENED -> StatusChip.stage(StatusChip.Stage.UNOPENED);
            case ACTIVE -> StatusChip.stage(StatusChip.Stage.ACTIVE);
            case RETURNED -> StatusChip.stage(StatusChip.Stage.RETURNED);
            case OVERDUE -> StatusChip.stage(StatusChip.Stage.OVERDUE);
            case LOCKED -> StatusChip.stage(StatusChip.Stage.LOCKED);
            case NOT_NEEDED -> StatusChip.stage(StatusChip.Stage.NOT_NEEDED);
            case SKIPPED -> Parts.span("jx-sec jx-xs", getTranslation("evaluation.board.skipped"));
            case DONE -> done(cell.at());
        };
    }

    private static Component done(@Nullable Instant at) {
        return at == null
                ? StatusChip.stage(StatusChip.Stage.DONE)
                : StatusChip.done(ProductClock.local(at).toLocalDate());
    }

    private Component figure(SectionRow section, State state, int n) {
        Component figure = StatusChip.figure(Parts.light(state), n);
        if (!section.readable()) return figure;
        Anchor rows = new Anchor(address(section) + "?state=" + state.name(), figure);
        rows.getElement().setAttribute(
                "aria-label",
                getTranslation("evaluation.board.rowsOf", section.name(), getTranslation("evaluation.state." + state), n));
        return rows;
    }

    private String address(SectionRow section) {
        String of = board.unit() + "/" + board.year() + "/" + section.section();
        return stage.stage() == Stage.TARGETS ? "targets/" + of : "evaluations/" + of + "/" + stage.stage().name();
    }

    private Component lights(SectionRow section) {
        Div lights = Parts.div("jx-board-figures");
        if (stage.stage() == Stage.TARGETS) {
            String rows = String.valueOf(section.rows());
            lights.add(section.readable() ? new Anchor(address(section), rows) : new Span(rows));
            return lights;
        }
        for (State state : State.values()) {
            int n = section.counts().getOrDefault(state, 0);
            if (n > 0) lights.add(figure(section, state, n));
        }
        // a grade of figures still missing would read as a verdict
        if (section.grade() != null && section.counts().getOrDefault(State.MISSING, 0) == 0) {
            lights.add(Parts.span(
                    "jx-b", section.score() + "　" + getTranslation("evaluation.grade." + section.grade())));
        }
        return lights;
    }

    private Component owes(SectionRow section, @Nullable Owed owed) {
        if (owed != null) {
            boolean english = getLocale().getLanguage().equals("en");
            String who = owed.holders().isEmpty()
                    ? getTranslation("evaluation.board.vacant")
                    : String.join("、", owed.holders());
            Div owes = Parts.div(
                    "jx-board-who",
                    Parts.span("jx-b", who),
                    Parts.span(
                            "jx-xs jx-sec",
                            getTranslation("evaluation.board.since", DAY.format(owed.arrived()), owed.days())));
            owes.getElement().setAttribute("title", english ? owed.stepEn() : owed.step());
            return owes;
        }
        if (section.finished() == null) return new Span();
        Div done = Parts.div(
                "jx-light ok",
                Glyph.MET.icon(),
                new Span(getTranslation(
                        section.accepted() ? "evaluation.board.accepted" : "evaluation.board.finished",
                        DAY.format(section.finished()))));
        return done;
    }

    private Component due(@Nullable Owed owed) {
        if (owed == null || owed.due() == null) return new Span();
        Div due = Parts.div("jx-due", new Span(DAY.format(owed.due())));
        if (owed.left() < 0) {
            due.add(Parts.span("jx-badge bad", getTranslation("evaluation.board.overdue", -owed.left())));
        } else {
            due.add(Parts.span("jx-xs jx-sec", getTranslation("evaluation.board.left", owed.left())));
        }
        return due;
    }

    private Component act(SectionRow section, @Nullable Owed owed) {
        if (owed == null) return new Span();
        Div act = Parts.div("jx-board-urge");
        late(section, owed, act);
        if (owed.mayHandle()) {
            Anchor go = new Anchor(
                    "task/" + owed.taskId(),
                    getTranslation(owed.locked() ? "evaluation.board.look" : "evaluation.board.handle"));
            go.addClassName("jx-board-go");
            act.add(go);
            return act;
        }
        if (owed.urged() > 0) {
            act.add(Parts.span("jx-xs jx-sec", getTranslation("evaluation.board.urgedTimes", owed.urged())));
        }
        if (owed.mayUrge()) {
            Button button = new Button(getTranslation("evaluation.board.urge"), Glyph.URGE.small(), e -> urge.accept(owed));
            button.addThemeNames("small");
            act.add(button);
        }
        return act;
    }

    /** The exception in force, or the way to one. */
    private void late(SectionRow section, Owed owed, Div act) {
        if (!owed.locked() && owed.lateUntil() == null) return;
        String word = owed.lateUntil() == null
                ? getTranslation("evaluation.late.open")
                : getTranslation("evaluation.late.until", DAY.format(owed.lateUntil()));
        if (board.mayOpen()) {
            Button button = new Button(word, Glyph.CLOCK.small(), e -> openLate.accept(section));
            button.addThemeNames("small");
            act.add(button);
        } else if (owed.lateUntil() != null) {
            act.add(Parts.span("jx-xs jx-sec", word));
        }
    }
}
