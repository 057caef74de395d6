package org.jixiao.workflow;

import java.time.Duration;
import java.time.Instant;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 催办: told in the holder's inbox, with a cool-down and a daily cap; moves nothing and makes no page stale. */
@Component
class Urging {

    private final JdbcClient jdbc;
    private final CaseSteps steps;
    private final Ledger ledger;
    private final ProductClock clock;
    private final ObjectProvider<StepWatcher> watchers;
    private final Duration coolDown;
    private final int perDay;

    Urging(
            JdbcClient jdbc,
            CaseSteps steps,
            Ledger ledger,
            ProductClock clock,
            ObjectProvider<StepWatcher> watchers,
            @Value("${jixiao.urge.cool-down:2h}") Duration coolDown,
            @Value("${jixiao.urge.per-day:3}") int perDay) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.ledger = ledger;
        this.clock = clock;
        this.watchers = watchers;
        this.coolDown = coolDown;
        this.perDay = perDay;
    }

    void urge(Actor actor, CaseSteps.CaseStep step, CaseFiles.CaseFile file) {
        Instant now = clock.now();
        if (step.urgedAt() != null && now.isBefore(step.urgedAt().plus(coolDown))) {
            throw Refusal.invalid("urge.cooling", step.urgedAt(), step.urgedAt().plus(coolDown));
        }
        Instant today = ProductClock.local(now).toLocalDate().atStartOfDay(ProductClock.ZONE).toInstant();
        int already = jdbc.sql("select count(*) from act where task_id = ? and case_id = ? and verb = 'URGE' and at >= ?")
                .params(step.taskId(), file.caseId(), CaseFiles.utc(today))
                .query(Integer.class)
                .single();
        if (already >= perDay) throw Refusal.invalid("urge.enough", String.valueOf(perDay));
        urge(step, file, actor, now);
    }

    /** As the model says, whoever urged before. */
    void bySystem(CaseSteps.CaseStep step, CaseFiles.CaseFile file) {
        urge(step, file, null, clock.now());
    }

    private void urge(CaseSteps.CaseStep step, CaseFiles.CaseFile file, @Nullable Actor actor, Instant now) {
        steps.urged(step.taskId(), now);
        var entry = ledger.note(file, step, actor, Verb.URGE, now, null);
        watchers.forEach(w -> w.changed(java.util.Set.of(step.taskId())));
        ledger.publish(entry, file.facts());
    }
}
