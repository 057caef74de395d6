package org.jixiao.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calls into the engine that move a case. */
@Component
class EngineMoves {

    /** Kept by the engine in the scope of a countersigned step. */
    static final String APPROVALS = "nrOfApprovals";

    static final String REJECTIONS = "nrOfRejections";

    /** The post whose signature one instance of a countersigned step is. */
    static final String SIGNER = "signer";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Models models;

    EngineMoves(TaskService tasks, RuntimeService runtime, Models models) {
        this.models = models;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    /** Completes the task as drawn; the outcome is seen by the model's gateways and not kept. */
    void complete(String taskId, Verb outcome) {
        tasks.complete(
                taskId,
                Variables.createVariables()
                        .putValueTyped("outcome", Variables.stringValue(outcome.code(), true)));
    }

    /**
     * Ends the tasks and begins a step, in one modification: the new step begins before the old ones end, since a case
     * left empty for a moment would end, and with it its callers.
     */
    void move(String caseId, List<String> taskIds, String to, @Nullable String why) {
        ActivityInstance root = runtime.getActivityInstance(caseId);
        List<ActivityInstance> found = new ArrayList<>();
        for (String taskId : taskIds) {
            var task = tasks.createTaskQuery().taskId(taskId).singleResult();
            find(root, task.getTaskDefinitionKey(), task.getExecutionId(), found);
        }
        if (found.isEmpty()) throw new IllegalStateException("Nothing to move in " + caseId);
        var bodies = new HashMap<String, ActivityInstance>();
        bodies(root, bodies);
        // Of a step with several instances the body ends, else its token would be lost; all of it begins anew.
        Set<ActivityInstance> sources = new LinkedHashSet<>();
        found.forEach(one -> sources.add(bodies.getOrDefault(one.getParentActivityInstanceId(), one)));
        String scope = sources.iterator().next().getParentActivityInstanceId();
        var modification = runtime.createProcessInstanceModification(caseId)
                .startBeforeActivity(models.entry(root.getProcessDefinitionId(), to), scope);
        for (ActivityInstance source : sources) modification.cancelActivityInstance(source.getId());
        modification.setAnnotation(why == null ? "" : why).execute();
    }

    private static void bodies(ActivityInstance in, Map<String, ActivityInstance> found) {
        if (in.getActivityId().endsWith(BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX)) found.put(in.getId(), in);
        for (ActivityInstance child : in.getChildActivityInstances()) bodies(child, found);
    }

    private static void find(ActivityInstance in, String activity, String execution, List<ActivityInstance> found) {
        if (in.getActivityId().equals(activity)
                && List.of(in.getExecutionIds()).contains(execution)
                && in.getChildActivityInstances().length == 0) {
            found.add(in);
        }
        for (ActivityInstance child : in.getChildActivityInstances()) find(child, activity, execution, found);
    }

    /** One more instance of the step in the same round of signatures. */
    void sign(CaseSteps.CaseStep step, UUID post) {
        var instances = new ArrayList<ActivityInstance>();
        var task = tasks.createTaskQuery().taskId(step.taskId()).singleResult();
        find(runtime.getActivityInstance(step.caseId()), step.activity(), task.getExecutionId(), instances);
        runtime.createProcessInstanceModification(step.caseId())
                .startBeforeActivity(step.activity(), instances.get(0).getParentActivityInstanceId())
                .setVariableLocal(SIGNER, post.toString())
                .execute();
    }

    /** What was voted so far at the countersigned step, this task's vote still open. */
    Countersign.Votes votes(String taskId) {
        var known = tasks.getVariables(taskId, List.of(APPROVALS, REJECTIONS, "nrOfActiveInstances"));
        return new Countersign.Votes(
                (int) known.getOrDefault(APPROVALS, 0),
                (int) known.getOrDefault(REJECTIONS, 0),
                (int) known.get("nrOfActiveInstances"));
    }

    /** The task becomes this person's alone; with nobody, its post's again. */
    void assign(String taskId, @Nullable UUID person) {
        tasks.setAssignee(taskId, person == null ? null : person.toString());
    }

    /** The task goes to another post. */
    void hand(String taskId, @Nullable UUID from, UUID to) {
        if (from != null) tasks.deleteCandidateGroup(taskId, from.toString());
        tasks.addCandidateGroup(taskId, to.toString());
    }
}
