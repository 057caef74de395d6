package org.jixiao.organisation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jixiao.base.ProductClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Ends what a person's earlier sign-ins still open: tokens by their rows, sessions at their next request. Sessions live
 * in this process's memory, and so does the list.
 */
@Component
class Revocations {

    private final Map<UUID, Instant> revoked = new ConcurrentHashMap<>();
    private final JdbcClient db;
    private final ProductClock clock;

    Revocations(JdbcClient db, ProductClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Within the transaction that gives the reason; sessions end when it commits. */
    void revoke(UUID person) {
        db.sql("delete from api_token where person = ?").param(person).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                revoked.put(person, clock.now());
            }
        });
    }

    boolean stands(SignedInPerson person) {
        var since = revoked.get(person.actor().id());
        return since == null || person.since().isAfter(since);
    }
}
