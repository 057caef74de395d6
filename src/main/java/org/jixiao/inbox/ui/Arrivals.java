package org.jixiao.inbox.ui;

import jakarta.annotation.PreDestroy;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jixiao.inbox.RowsMoved;
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
public class Arrivals {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final long MOMENT_MILLIS = 400;
    private static final int RECENT = 500;

    private final Set<Consumer<News>> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService teller = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "inbox-arrivals");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Acted> recent = new ArrayDeque<>();
    private Set<UUID> holders = new HashSet<>();
    private Set<Year> years = new HashSet<>();
    private boolean pending;

    /**
     * @param holders posts and persons whose boxes were touched: nobody else need look again
     * @param years in which somebody acted
     */
    public record News(Set<UUID> holders, Set<Year> years) {

        boolean touch(Set<UUID> own) {
            return !Collections.disjoint(holders, own);
        }

        public boolean in(String unit, int year) {
            return years.contains(new Year(unit, year));
        }
    }

    record Year(String unit, int year) {}

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(Acted acted) {
        synchronized (this) {
            recent.addLast(acted);
            if (recent.size() > RECENT) recent.removeFirst();
        }
        var facts = acted.facts();
        note(Set.of(), Set.of(new Year(facts.unit(), facts.year())));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void on(RowsMoved moved) {
        note(moved.holders(), Set.of());
    }

    /** The latest acts in their order, for who asks why a row has left: a page reads a moment after it was told. */
    synchronized List<Acted> recent() {
        return List.copyOf(recent);
    }

    private synchronized void note(Set<UUID> touched, Set<Year> acted) {
        if (listeners.isEmpty()) return;
        holders.addAll(touched);
        years.addAll(acted);
        if (pending) return;
        pending = true;
        teller.schedule(this::tell, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized News news() {
        var news = new News(holders, years);
        holders = new HashSet<>();
        years = new HashSet<>();
        pending = false;
        return news;
    }

    private void tell() {
        News news = news();
        for (Consumer<News> listener : listeners) {
            try {
                listener.accept(news);
            } catch (RuntimeException e) {
                LOG.debug("A page is gone", e);
            }
        }
    }

    /** The listener must not work itself but hand over to its page; run the result to stop listening. */
    public Runnable listen(Consumer<News> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @PreDestroy
    void stop() {
        teller.shutdownNow();
    }
}
