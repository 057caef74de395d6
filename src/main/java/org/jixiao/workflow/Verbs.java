package org.jixiao.workflow;

import java.util.List;
import org.jixiao.organisation.Actor;

/** The one way to act on a task, whatever door and whatever model: one transaction for every effect. */
public interface Verbs {

    /**
     * Acts on a task. A stale revision, a task that is gone or not the actor's, errors in the content, a missing
     * reason: refused, nothing changed. The same actor, verb, revision and request again: the first result.
     *
     * @param taskId an open task; for withdraw and take back one's own completed task
     */
    Result act(Actor actor, String taskId, Act act);

    /** What the actor may do with the task now; empty when nothing. */
    List<Verb> allowed(Actor actor, String taskId);

    /**
     * @param revision the case's revision after the act
     * @param ended whether the case is over
     * @param open the open tasks of the case after the act
     */
    record Result(String caseId, long revision, boolean ended, List<OpenTask> open) {}

    record OpenTask(String taskId, String step, String name) {}
}
