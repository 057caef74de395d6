package org.jixiao.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.Posts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 超时: urges before the due date, tells the post above after it; each once, on the record, and never approves. */
@Component
public class Overdue {

    private static final Logger LOG = LoggerFactory.getLogger(Overdue.class);
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final CaseFiles files;
    private final CaseSteps steps;
    private final Urging urging;
    private final Copies copies;
    private final Ledger ledger;
    private final Posts posts;
    private final ProductClock clock;

    Overdue(
            JdbcClient jdbc,
            Attempts attempts,
            CaseFiles files,
            CaseSteps steps,
            Urging urging,
            Copies copies,
            Ledger ledger,
            Posts posts,
            ProductClock clock) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.files = files;
        this.steps = steps;
        this.urging = urging;
        this.copies = copies;
        this.ledger = ledger;
        this.posts = posts;
        this.clock = clock;
    }

    /** All that is due now, each in a transaction of its own: one that fails stops no other. */
    public void look() {
        Instant now = clock.now();
        due("remind_at", now).forEach(task -> alone(task, () -> remind(task, now)));
        due("escalate_at", now).forEach(task -> alone(task, () -> escalate(task, now)));
    }

    private List<String> due(String column, Instant now) {
        return jdbc.sql("select task_id from case_step where state = 'OPEN' and " + column + " <= ? order by " + column
                        + " limit " + AT_ONCE)
                .param(CaseFiles.utc(now))
                .query(String.class)
                .list();
    }

    private void alone(String task, Runnable work) {
        try {
            attempts.attempt(() -> {
                work.run();
                return task;
            });
        } catch (RuntimeException e) {
            LOG.warn("Overdue task {}", task, e);
        }
    }

    /** False when another node, or the holder, was first. */
    private boolean takes(String task, String column, Instant now) {
        files.lock(files.find(steps.find(task).orElseThrow().caseId()).orElseThrow().rootId());
        return jdbc.sql("update case_step set " + column + " = null where task_id = ? and state = 'OPEN' and " + column + " <= ?")
                        .params(task, CaseFiles.utc(now))
                        .update()
                == 1;
    }

    private void remind(String task, Instant now) {
        if (!takes(task, "remind_at", now)) return;
        var step = steps.find(task).orElseThrow();
        urging.bySystem(step, files.find(step.caseId()).orElseThrow());
    }

    private void escalate(String task, Instant now) {
        if (!takes(task, "escalate_at", now)) return;
        var step = steps.find(task).orElseThrow();
        UUID above = step.post() == null ? null : posts.post(step.post()).map(Post::fallback).orElse(null);
        if (above == null) return;
        String name = posts.post(above).map(Post::name).orElse("");
        var file = files.find(step.caseId()).orElseThrow();
        var entry = ledger.note(file, step, null, Verb.COPY, now, "overdue", name);
        copies.send(null, step, Set.of(above), now, "overdue");
        ledger.publish(entry, file.facts());
    }
}
