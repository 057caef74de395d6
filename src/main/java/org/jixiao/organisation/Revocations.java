package org.jixiao.organisation;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.jixiao.base.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
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
        revoke(person, ended -> {});
    }

    /** @param then what follows the end of the earlier sign-ins, told how many times they have ended now */
    void revoke(UUID person, IntConsumer then) {
        int ended = db.sql("update person set sign_ins_ended = sign_ins_ended + 1 where id = ? returning sign_ins_ended")
                .param(person)
                .query(Integer.class)
                .single();
        db.sql("delete from api_token where person = ?").param(person).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                revoked.put(person, moment());
                then.accept(ended);
            }
        });
    }

    /**
     * Nothing ends the person's sign-ins until the transaction does. Refused when what the actor signed in by has ended,
     * be it that very moment.
     */
    void hold(Actor actor) {
        int ended = db.sql("select sign_ins_ended from person where id = ? for update")
                .param(actor.id())
                .query(Integer.class)
                .optional()
                .orElseThrow(Refusal::forbidden);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean holds = authentication != null
                && authentication.getPrincipal() instanceof SignedInPerson person
                && person.actor().id().equals(actor.id())
                && person.ended() == ended;
        if (!holds) throw Refusal.forbidden();
    }

    boolean stands(SignedInPerson person) {
        return person.moment() > revoked.getOrDefault(person.actor().id(), 0L);
    }
}
