package org.jixiao.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;

/** One case on its way, in the beats: waiting at a step → somebody acts → the step is passed. */
final class Trail {

    private final Walk walk;
    private final String unit;
    private final ProcessInstance instance;
    private String step = "";

    Trail(Walk walk, String unit, ProcessInstance instance) {
        this.walk = walk;
        this.unit = unit;
        this.instance = instance;
    }

    /** The case waits at exactly these steps; the first is the one acted on next. */
    Trail at(String... steps) {
        assertThat(instance).isWaitingAt(steps);
        assertThat(waiting(engine().getRuntimeService().getActivityInstance(instance.getId())))
                .containsExactlyInAnyOrder(steps);
        step = steps[0];
        return this;
    }

    /** Without the sub-processes around. */
    private static List<String> waiting(ActivityInstance in) {
        if (in.getChildActivityInstances().length == 0) return List.of(in.getActivityId());
        return Stream.of(in.getChildActivityInstances())
                .flatMap(child -> waiting(child).stream())
                .toList();
    }

    Trail by(String person, Verb verb) {
        return by(person, verb, null);
    }

    Trail by(String person, Verb verb, String to) {
        act(person, verb, to);
        assertThat(instance).hasPassed(step);
        return this;
    }

    Verbs.Result act(String person, Verb verb, String to) {
        Act act = Act.of(verb, walk.cases().revision(instance.getId()));
        if (verb == Verb.RETURN) act = act.opinion("请改");
        if (to != null) act = act.to(to);
        return walk.verbs().act(walk.staff().of(unit, person), taskId(), act);
    }

    String taskId() {
        return engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(step)
                .singleResult()
                .getId();
    }

    Trail passed(String... elements) {
        assertThat(instance).hasPassed(elements);
        return this;
    }

    Trail hasNotPassed(String... elements) {
        assertThat(instance).hasNotPassed(elements);
        return this;
    }

    void endedAt(String end) {
        assertThat(instance).isEnded().hasPassed(end);
    }

    /** The running case this one has called for the section ({@code null}: for its own). */
    Trail called(String process, String section) {
        var query = engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .processDefinitionKey(process);
        if (section != null) query.variableValueEquals("section", section);
        return new Trail(walk, unit, query.singleResult());
    }

    Trail called(String process) {
        return called(process, null);
    }

    /** The message reaches whatever waits for it under this case's year. */
    int told(String message, String person) {
        return walk.processes().tell(instance.getRootProcessInstanceId(), message, walk.staff().of(unit, person), null);
    }

    /** Fires the timers that wait at the activity. */
    Trail timeComesFor(String activity) {
        var management = engine().getManagementService();
        var jobs = management.createJobQuery().processInstanceId(instance.getId()).activityId(activity).list();
        assertThat(jobs).as("timers at " + activity).isNotEmpty();
        jobs.forEach(job -> management.executeJob(job.getId()));
        return this;
    }

    List<Verb> timeline() {
        return walk.cases().timeline(instance.getId()).stream()
                .map(Cases.Entry::verb)
                .toList();
    }

    String key() {
        return instance.getBusinessKey();
    }

    ProcessInstance instance() {
        return instance;
    }

    private ProcessEngine engine() {
        return walk.engine();
    }
}
