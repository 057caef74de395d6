package org.jixiao.workflow.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Processes;
import org.jixiao.workflow.Verbs;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins cases of the shipped models, each test in a unit of its own. */
record Walk(
        ProcessEngine engine,
        Verbs verbs,
        Cases cases,
        Processes processes,
        Staff staff,
        StandIns.Domain domain,
        ProductClock clock,
        TransactionTemplate transaction) {

    static final int YEAR = 2023;

    /** Before each test: nothing remembered, the first of March. */
    void begin() {
        init(engine);
        domain.forget();
        staff.forget();
        clock.set(Instant.parse("2023-03-01T01:00:00Z"));
    }

    Trail start(String process, String unit, String section, String period) {
        Actor by = staff.of(unit, "coordinator");
        String id = transaction.execute(t -> processes.start(process, unit, YEAR, section, period, by));
        return new Trail(
                this,
                unit,
                engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult());
    }
}
