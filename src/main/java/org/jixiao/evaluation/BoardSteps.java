package org.jixiao.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.ProductClock;
import org.jixiao.evaluation.BoardView.Cell;
import org.jixiao.evaluation.BoardView.CellState;
import org.jixiao.evaluation.BoardView.Column;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Role;
import org.jixiao.organisation.WorkingDays;
import org.jixiao.target.Openings;
import org.jixiao.target.Stage;
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

    private final Verbs verbs;
    private final WorkingDays workingDays;
    private final ProductClock clock;

    BoardSteps(Verbs verbs, WorkingDays workingDays, ProductClock clock) {
        this.verbs = verbs;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * Who looks at the board, with what the whole board shares.
     *
     * @param kinds of the unit's posts
     * @param days worked between two days, each pair asked once
     */
    record Looking(
            Actor reader,
            Readers.Seat seat,
            Map<UUID, PostKind> kinds,
            Openings.OfYear openings,
            Map<List<LocalDate>, Integer> days) {

        static Looking at(Actor reader, Readers.Seat seat, List<Post> posts, Openings.OfYear openings) {
            Map<UUID, PostKind> kinds = new HashMap<>();
            posts.forEach(post -> kinds.put(post.id(), post.kind()));
            return new Looking(reader, seat, kinds, openings, new HashMap<>());
        }

        boolean locked(StepState step) {
            return step.section() != null && openings.shut(step.section(), Stage.ofCase(step.period()));
        }

        @Nullable LocalDate lateUntil(StepState step) {
            var late = step.section() == null ? null : openings.late(step.section(), Stage.ofCase(step.period()));
            return late == null ? null : late.until();
        }
    }

    /** Where one section is in one stage. */
    record Track(List<Cell> cells, List<BoardView.Owed> owes, @Nullable Instant finished) {}

    /**
     * @param e the evaluation, null while the section declares or nothing was saved
     * @param touched somebody has saved something
     */
    Track of(Looking by, List<Column> columns, List<StepState> steps, @Nullable Evaluation e, boolean touched) {
        List<Cell> cells = new ArrayList<>();
        StepState open = steps.stream().filter(BoardSteps::open).findFirst().orElse(null);
        int current = open == null ? columns.size() : columns.indexOf(column(open, e, by));
        boolean over = open == null && !steps.isEmpty();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            StepState last = steps.stream()
                    .filter(s -> !"CANCELLED".equals(s.state()))
                    .filter(s -> column(s, e, by) == column)
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
                boolean locked = column == Column.FILL && first(last) && by.locked(last);
                cells.add(locked ? new Cell(CellState.LOCKED, null) : cell(last, touched));
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
                steps.stream().filter(BoardSteps::open).map(s -> owed(by, s, column(s, e, by))).toList();
        return new Track(cells, owes, finished);
    }

    /** Waits for what no examiner has seen yet. */
    private static boolean first(StepState step) {
        return open(step) && !step.returned();
    }

    private static boolean open(StepState step) {
        return "OPEN".equals(step.state());
    }

    private static Column column(StepState step, @Nullable Evaluation e, Looking by) {
        boolean loop = EvaluationProcess.RECTIFICATION.equals(step.process())
                || e != null
                        && e.period() == Period.HALF_YEAR
                        && e.decidedAt() != null
                        && !step.arrived().isBefore(e.decidedAt());
        if (loop) return Column.RECTIFY;
        UUID post = step.post();
        if (post == null) return Column.FILL;
        return BY_POST.getOrDefault(by.kinds().getOrDefault(post, PostKind.CHIEF), Column.FILL);
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

    private BoardView.Owed owed(Looking by, StepState step, Column column) {
        boolean first = column == Column.FILL && first(step);
        Set<Verb> allowed = allowed(by, step);
        LocalDate today = clock.today();
        LocalDate since = ProductClock.local(step.arrived()).toLocalDate();
        return new BoardView.Owed(
                step.taskId(),
                step.post(),
                step.stepName(),
                step.stepNameEn(),
                step.holders(),
                step.arrived(),
                between(by, since, today),
                step.due(),
                step.due() == null ? 0 : left(by, step.due(), today),
                step.urged(),
                first && by.locked(step),
                first ? by.lateUntil(step) : null,
                allowed.contains(Verb.TRANSFER) || allowed.contains(Verb.APPROVE),
                allowed.contains(Verb.URGE));
    }

    /** The verbs are asked where one may have submitted what is examined; elsewhere the posts say it all. */
    private Set<Verb> allowed(Looking by, StepState step) {
        String section = step.section();
        if (section != null && by.seat().chiefOf(section)) {
            return Set.copyOf(verbs.allowed(by.reader(), step.taskId()));
        }
        boolean handles = step.assignee() == null
                ? by.seat().held().stream().anyMatch(post -> post.id().equals(step.post()))
                : by.reader().id().equals(step.assignee());
        if (handles) return Set.of(Verb.APPROVE);
        boolean urges = by.seat().is(PostKind.COORDINATOR) || by.reader().is(Role.SYSADMIN);
        return urges ? Set.of(Verb.URGE) : Set.of();
    }

    private int between(Looking by, LocalDate from, LocalDate to) {
        return by.days().computeIfAbsent(List.of(from, to), days -> workingDays.between(from, to));
    }

    private int left(Looking by, Instant due, LocalDate today) {
        LocalDate day = ProductClock.local(due).toLocalDate();
        if (due.isBefore(clock.now())) return -Math.max(1, between(by, day, today));
        return between(by, today, day);
    }
}
