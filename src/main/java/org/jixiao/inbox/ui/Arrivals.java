package org.jixiao.inbox.ui;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jixiao.workflow.Acted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open pages that somebody acted, after the act is committed. Acts that follow each other within a moment are
 * told once, and on a thread of its own, so that nobody's verb waits for other people's pages.
 */
@Component
class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final long MOMENT_MILLIS = 400;

    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean pending = new AtomicBoolean();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "inbox-arrivals");
        thread.setDaemon(true);
        return thread;
    });

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(Acted acted) {
        if (listeners.isEmpty() || !pending.compareAndSet(false, true)) return;
        teller.schedule(this::tell, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tell() {
        pending.set(false);
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.debug("A page is gone", e);
            }
        }
    }

    /** The listener must not work itself but hand over to its page; run the result to stop listening. */
    Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @PreDestroy
    void stop() {
        teller.shutdownNow();
    }
}
