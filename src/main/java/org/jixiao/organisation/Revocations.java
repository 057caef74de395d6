package org.jixiao.organisation;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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

    private final AtomicLong moments = new AtomicLong();
    private final Map<UUID, Long> revoked = new ConcurrentHashMap<>();
    private final JdbcClient db;

    Revocations(JdbcClient db) {
        this.db = db;
    }

    /** A point in the order of sign-ins and revocations. */
    long moment() {
        return moments.incrementAndGet();
    }

    /** Within the transaction that gives the reason; sessions end when it commits. */
    void revoke(UUID person) {
        revoke(person, () -> {});
    }

    /** @param then what follows the end of the earlier sign-ins */
    void revoke(UUID person, Runnable then) {
        db.sql("delete from api_token where person = ?").param(person).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                revoked.put(person, moment());
                then.run();
            }
        });
    }

    boolean stands(SignedInPerson person) {
        return person.moment() > revoked.getOrDefault(person.actor().id(), 0L);
    }
}
