package org.jixiao.modelling;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.modelling.ModelMoves.Move;
import org.jixiao.modelling.ModelMoves.State;
import org.jixiao.workflow.CaseMoves;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Works through moves beside the pages. All it knows stands in the tables, so what a killed node left is gone on with
 * at the next start; a case is moved and marked in one transaction, so none is moved twice, whoever works.
 */
@Component
public class MoveRuns {

    private static final Logger LOG = LoggerFactory.getLogger(MoveRuns.class);
    private static final int PAGE = 50;

    private final CaseMoves cases;
    private final MoveStore store;
    private final ProductClock clock;
    private final Map<UUID, Set<Runnable>> listeners = new ConcurrentHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var worker = new Thread(task, "model-moves");
        worker.setDaemon(true);
        return worker;
    });

    MoveRuns(CaseMoves cases, MoveStore store, ProductClock clock) {
        this.cases = cases;
        this.store = store;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        store.running().forEach(this::go);
    }

    void go(UUID id) {
        thread.execute(() -> {
            try {
                work(id);
            } catch (RuntimeException e) {
                // It stands as it is in the tables and goes on at the next start, or when a modeller asks.
                LOG.error("Move {} came to a halt", id, e);
            }
        });
    }

    /** Until nothing waits or somebody stopped it. */
    void work(UUID id) {
        while (true) {
            Move move = store.find(id).orElseThrow();
            if (move.state() == Move.State.IDLE) return;
            State waiting = move.state() == Move.State.REHEARSING ? State.WAITING : State.QUEUED;
            List<String> next = store.next(id, waiting, PAGE);
            if (next.isEmpty()) {
                store.turn(id, move.state(), Move.State.IDLE);
                tell(id);
                return;
            }
            for (String caseId : next) {
                if (!store.is(id, move.state())) break;
                if (waiting == State.WAITING) rehearse(move, caseId);
                else move(move, caseId);
                tell(id);
            }
        }
    }

    private void rehearse(Move move, String caseId) {
        try {
            var seen = cases.rehearse(move.by(), move.plan(), caseId);
            store.enter(move.id(), caseId, State.WAITING, State.MOVABLE, seen, null, clock.now());
        } catch (RuntimeException e) {
            store.enter(move.id(), caseId, State.WAITING, State.BARRED, null, why(e), clock.now());
        }
    }

    private void move(Move move, String caseId) {
        try {
            String reason = move.reason() == null ? "" : move.reason();
            cases.move(move.by(), move.plan(), caseId, reason, moved -> {
                if (!store.enter(move.id(), caseId, State.QUEUED, State.MOVED, moved, null, clock.now()))
                    throw Refusal.invalid("move.stopped");
            });
        } catch (RuntimeException e) {
            store.enter(move.id(), caseId, State.QUEUED, State.FAILED, null, why(e), clock.now());
        }
    }

    private static Refusal why(RuntimeException e) {
        if (e instanceof Refusal refusal) return refusal;
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {}", incident, e);
        return Refusal.invalid("move.unexpected", incident);
    }

    void tell(UUID id) {
        listeners.getOrDefault(id, Set.of()).forEach(listener -> {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.debug("A page is gone", e);
            }
        });
    }

    /** The listener is called after each case and must hand over to its page; run the result to stop listening. */
    public Runnable listen(UUID id, Runnable listener) {
        listeners.computeIfAbsent(id, move -> ConcurrentHashMap.newKeySet()).add(listener);
        return () -> {
            listeners.computeIfPresent(id, (move, all) -> {
                all.remove(listener);
                return all.isEmpty() ? null : all;
            });
        };
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
