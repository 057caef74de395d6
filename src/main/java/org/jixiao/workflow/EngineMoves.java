package org.jixiao.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calls into the engine that move a case. */
@Component
class EngineMoves {

    private final TaskService tasks;
    private final RuntimeService runtime;

    EngineMoves(TaskService tasks, RuntimeService runtime) {
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
        List<ActivityInstance> sources = new ArrayList<>();
        for (String taskId : taskIds) {
            var task = tasks.createTaskQuery().taskId(taskId).singleResult();
            find(root, task.getTaskDefinitionKey(), task.getExecutionId(), sources);
        }
        if (sources.isEmpty()) throw new IllegalStateException("Nothing to move in " + caseId);
        String scope = sources.get(0).getParentActivityInstanceId();
        var modification = runtime.createProcessInstanceModification(caseId).startBeforeActivity(to, scope);
        for (ActivityInstance source : sources) modification.cancelActivityInstance(source.getId());
        modification.setAnnotation(why == null ? "" : why).execute();
    }

    private static void find(ActivityInstance in, String activity, String execution, List<ActivityInstance> found) {
        if (in.getActivityId().equals(activity)
                && List.of(in.getExecutionIds()).contains(execution)
                && in.getChildActivityInstances().length == 0) {
            found.add(in);
        }
        for (ActivityInstance child : in.getChildActivityInstances()) find(child, activity, execution, found);
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
