package org.jixiao.modelling;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Role;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.CaseMoves;
import org.jixiao.workflow.CaseMoves.Plan;
import org.jixiao.workflow.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Running cases of one version are rehearsed on another, then all, some or none of them moved; for modellers. */
@Service
public class ModelMoves {

    private static final int PAGE = 500;
    private static final int REASON = 500;

    private final CaseMoves cases;
    private final MoveStore store;
    private final MoveRuns runs;
    private final ProductClock clock;
    private final TransactionTemplate transaction;

    ModelMoves(CaseMoves cases, MoveStore store, MoveRuns runs, ProductClock clock, TransactionTemplate transaction) {
        this.cases = cases;
        this.store = store;
        this.runs = runs;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @param by who asked last for it to be rehearsed or done */
    public record Move(
            UUID id, String process, Plan plan, State state, @Nullable String reason, Actor by, Instant at) {

        public enum State {
            REHEARSING,
            MOVING,
            IDLE
        }
    }

    public enum State {
        /** not rehearsed yet */
        WAITING,
        MOVABLE,
        /** the rehearsal says why not */
        BARRED,
        /** is to be moved */
        QUEUED,
        MOVED,
        /** was to be moved, and stays as it was for this reason */
        FAILED
    }

    /** @param why of a case that cannot be moved or failed to */
    public record CaseRow(
            String caseId,
            String unit,
            int year,
            @Nullable String section,
            @Nullable String period,
            State state,
            List<Place> before,
            List<Place> after,
            @Nullable Refusal why) {}

    private static void modeller(Actor by) {
        if (!by.is(Role.MODELLER)) throw Refusal.forbidden();
    }

    private Move of(Actor by, UUID id) {
        modeller(by);
        return store.find(id).orElseThrow(Refusal::forbidden);
    }

    /** Begins to rehearse every case that runs in the old version. */
    public UUID rehearse(Actor by, String process, Plan plan) {
        modeller(by);
        cases.ensurePossible(by, plan);
        UUID id = Ids.next();
        transaction.executeWithoutResult(t -> {
            store.begin(id, process, plan, by, clock.now());
            String after = null;
            while (true) {
                List<CaseFacts> page = cases.running(by, plan.from(), after, PAGE);
                if (page.isEmpty()) return;
                store.add(id, page);
                after = page.get(page.size() - 1).caseId();
            }
        });
        runs.go(id);
        return id;
    }

    /** Goes on with a rehearsal that was stopped. */
    public void goOn(Actor by, UUID id) {
        of(by, id);
        if (!store.turn(id, Move.State.IDLE, Move.State.REHEARSING)) throw Refusal.invalid("move.busy");
        runs.go(id);
    }

    /**
     * Begins to move cases that were found movable, and to try again those that failed.
     *
     * @param only these, or all that are movable when null
     * @return how many
     */
    public int move(Actor by, UUID id, String reason, @Nullable Collection<String> only) {
        of(by, id);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON) throw Refusal.invalid("move.reason");
        var from = only == null ? Set.of(State.MOVABLE) : Set.of(State.MOVABLE, State.FAILED);
        Integer queued = transaction.execute(t -> {
            if (!store.turn(id, Move.State.IDLE, Move.State.MOVING)) throw Refusal.invalid("move.busy");
            store.begins(id, by, why);
            int cases = store.turn(id, from, State.QUEUED, only);
            if (cases == 0) throw Refusal.invalid("move.nothing");
            return cases;
        });
        runs.go(id);
        return queued == null ? 0 : queued;
    }

    /** All that failed, once more, for the reason given before. */
    public int retry(Actor by, UUID id) {
        Move move = of(by, id);
        return move(by, id, move.reason() == null ? "" : move.reason(), store.next(id, State.FAILED, Integer.MAX_VALUE));
    }

    /** What is under way for one case comes to its end; nothing else begins. */
    public void stop(Actor by, UUID id) {
        of(by, id);
        transaction.executeWithoutResult(t -> {
            store.turn(id, Move.State.REHEARSING, Move.State.IDLE);
            if (store.turn(id, Move.State.MOVING, Move.State.IDLE))
                store.turn(id, Set.of(State.QUEUED), State.MOVABLE, null);
        });
        runs.tell(id);
    }

    public Optional<Move> latest(Actor by, String process) {
        modeller(by);
        return store.latest(process);
    }

    public Move find(Actor by, UUID id) {
        return of(by, id);
    }

    public Map<State, Integer> counts(Actor by, UUID id) {
        of(by, id);
        return store.counts(id);
    }

    /** In the order of their matter. */
    public List<CaseRow> page(Actor by, UUID id, Set<State> states, int from, int size) {
        of(by, id);
        return store.page(id, states, from, Math.min(size, PAGE));
    }
}
