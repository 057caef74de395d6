package org.jixiao.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Open steps after their case has come to another version: holder and due date are judged anew where the version says
 * something else of them, as if the step had begun in it; where it says the same, what people changed by hand stays.
 */
@Component
class NewVersionSteps {

    private final CaseSteps steps;
    private final Acts acts;
    private final Models models;
    private final EngineMigrations engine;
    private final ObjectProvider<WorkingDays> workingDays;

    NewVersionSteps(
            CaseSteps steps,
            Acts acts,
            Models models,
            EngineMigrations engine,
            ObjectProvider<WorkingDays> workingDays) {
        this.steps = steps;
        this.acts = acts;
        this.models = models;
        this.engine = engine;
        this.workingDays = workingDays;
    }

    /** The one step at which the case stands; null where it is none or several. */
    CaseSteps.@Nullable CaseStep standing(String caseId) {
        List<CaseSteps.CaseStep> open = steps.open(caseId);
        return open.size() == 1 ? open.get(0) : null;
    }

    /** True when a step or its holder is another one now. */
    boolean redress(MigrationPlan plan, String caseId, Instant now) {
        boolean anew = false;
        var done = acts.ofCase(caseId);
        for (var step : steps.open(caseId)) {
            var is = engine.task(plan.getTargetProcessDefinitionId(), engine.step(step.taskId()));
            var was = engine.task(plan.getSourceProcessDefinitionId(), step.activity());
            boolean handed = done.stream()
                    .anyMatch(d -> step.taskId().equals(d.taskId())
                            && (d.verb() == Verb.TRANSFER || d.verb() == Verb.REASSIGN));
            anew |= redress(plan, step, was, is, handed, now);
        }
        return anew;
    }

    private boolean redress(
            MigrationPlan plan,
            CaseSteps.CaseStep step,
            TaskDefinition was,
            TaskDefinition is,
            boolean handed,
            Instant now) {
        boolean other = !was.getKey().equals(is.getKey());
        Instant began = other ? now : step.arrived();
        var said = engine.said(step.taskId(), is);
        boolean holders = other || !EngineMigrations.sameHolders(was, is);
        UUID nominal = step.nominalPost();
        // Whoever was asked for an opinion or a signature answers first.
        if (holders && step.turn() != null) throw Refusal.invalid("move.turn", step.name());
        if (holders) {
            if (other || !handed) engine.assign(step.taskId(), said.assignee());
            engine.hold(step.taskId(), said.groups());
            nominal = said.groups().stream().findFirst().map(StepProjection::id).orElse(null);
        }
        var before = models.step(plan.getSourceProcessDefinitionId(), was.getKey());
        var after = models.step(plan.getTargetProcessDefinitionId(), is.getKey());
        String days = after.property("deadline", "").strip();
        boolean sameDays = days.equals(before.property("deadline", "").strip());
        if (other || !sameDays || !EngineMigrations.sameDue(was, is)) {
            engine.due(step.taskId(), due(said, days, began));
        }
        steps.becomes(step.taskId(), after, nominal, began);
        return holders;
    }

    private @Nullable Date due(EngineMigrations.Said said, String days, Instant began) {
        if (said.due() != null || days.isEmpty()) return said.due();
        return Date.from(workingDays.getObject().after(began, Integer.parseInt(days)));
    }
}
