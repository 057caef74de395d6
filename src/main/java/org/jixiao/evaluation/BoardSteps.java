package org.jixiao.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jixiao.base.ProductClock;
import org.jixiao.evaluation.BoardView.Cell;
import org.jixiao.evaluation.BoardView.CellState;
import org.jixiao.evaluation.BoardView.Column;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.organisation.WorkingDays;
import org.jixiao.workflow.Cases.StepState;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays the steps of one section's cases under the columns of the board, by whose turn each was. */
@Component
class BoardSteps {

    static final List<Column> TARGETS =
            List.of(Column.FILL, Column.COORDINATOR, Column.DEPUTY, Column.DIRECTOR, Column.BUREAU);
    static final List<Column> FULL_YEAR = TARGETS;
    static final List<Column> HALF_YEAR = List.of(
            Column.FILL, Column.COORDINATOR, Column.DEPUTY, Column.DIRECTOR, Column.BUREAU, Column.RECTIFY);

    private static final Map<PostKind, Column> BY_POST = Map.of(
            PostKind.CHIEF, Column.FILL,
            PostKind.COORDINATOR, Column.COORDINATOR,
            PostKind.DEPUTY, Column.DEPUTY,
            PostKind.DIRECTOR, Column.DIRECTOR,
            PostKind.BUREAU, Column.BUREAU);

    private final Posts posts;
    private final Verbs verbs;
    private final WorkingDays workingDays;
    private final ProductClock clock;

    BoardSteps(Posts posts, Verbs verbs, WorkingDays workingDays, ProductClock clock) {
        this.posts = posts;
        this.verbs = verbs;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** Where one section is in one stage. */
    record Track(List<Cell> cells, List<BoardView.Owed> owes, @Nullable Instant finished) {}

    /**
     * @param e the evaluation, null while the section declares or nothing was saved
     * @param touched somebody has saved something
     */
    Track of(Actor reader, List<Column> columns, List<StepState> steps, @Nullable Evaluation e, boolean touched) {
        Map<UUID, Column> seen = new HashMap<>();
        List<Cell> cells = new ArrayList<>();
        StepState open = steps.stream().filter(BoardSteps::open).findFirst().orElse(null);
        int current = open == null ? columns.size() : columns.indexOf(column(open, e, seen));
        boolean over = open == null && !steps.isEmpty();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            StepState last = steps.stream()
                    .filter(s -> !"CANCELLED".equals(s.state()))
                    .filter(s -> column(s, e, seen) == column)
                    .reduce((a, b) -> b)
                    .orElse(null);
            // What lies behind the open step belongs to a round that was returned: it is to be done again.
            boolean stale = i > current && last != null && !open(last);
            if (last == null || stale) {
                boolean none = column == Column.RECTIFY && over;
                cells.add(new Cell(none ? CellState.NOT_NEEDED : CellState.IDLE, null));
            } else if (column == Column.RECTIFY && !over) {
                cells.add(new Cell(overdue(Objects.requireNonNull(open)) ? CellState.OVERDUE : CellState.ACTIVE, null));
            } else {
                cells.add(cell(last, touched));
            }
        }
        Instant finished = over
                ? steps.stream()
                        .map(StepState::ended)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null)
                : null;
        List<BoardView.Owed> owes =
                steps.stream().filter(BoardSteps::open).map(s -> owed(reader, s)).toList();
        return new Track(cells, owes, finished);
    }

    private static boolean open(StepState step) {
        return "OPEN".equals(step.state());
    }

    private Column column(StepState step, @Nullable Evaluation e, Map<UUID, Column> seen) {
        boolean loop = EvaluationProcess.RECTIFICATION.equals(step.process())
                || e != null
                        && e.period() == Period.HALF_YEAR
                        && e.decidedAt() != null
                        && !step.arrived().isBefore(e.decidedAt());
        if (loop) return Column.RECTIFY;
        UUID post = step.post();
        if (post == null) return Column.FILL;
        return seen.computeIfAbsent(
                post,
                id -> BY_POST.getOrDefault(
                        posts.post(id).map(Post::kind).orElse(PostKind.CHIEF), Column.FILL));
    }

    private Cell cell(StepState step, boolean touched) {
        if (!open(step)) {
            return new Cell("SKIPPED".equals(step.state()) ? CellState.SKIPPED : CellState.DONE, step.ended());
        }
        if (overdue(step)) return new Cell(CellState.OVERDUE, null);
        if (step.returned()) return new Cell(CellState.RETURNED, null);
        return new Cell(touched ? CellState.ACTIVE : CellState.UNOPENED, null);
    }

    private boolean overdue(StepState step) {
        return step.due() != null && step.due().isBefore(clock.now());
    }

    private BoardView.Owed owed(Actor reader, StepState step) {
        List<Verb> allowed = verbs.allowed(reader, step.taskId());
        LocalDate today = clock.today();
        LocalDate since = ProductClock.local(step.arrived()).toLocalDate();
        return new BoardView.Owed(
                step.taskId(),
                step.post(),
                step.stepName(),
                step.stepNameEn(),
                step.holders(),
                step.arrived(),
                workingDays.between(since, today),
                step.due(),
                step.due() == null ? 0 : left(step.due(), today),
                step.urged(),
                allowed.contains(Verb.SUBMIT) || allowed.contains(Verb.APPROVE),
                allowed.contains(Verb.URGE));
    }

    private int left(Instant due, LocalDate today) {
        LocalDate day = ProductClock.local(due).toLocalDate();
        if (due.isBefore(clock.now())) return -Math.max(1, workingDays.between(day, today));
        return workingDays.between(today, day);
    }
}
