package org.jixiao.workflow;

import java.util.List;
import java.util.UUID;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;

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

    /** Whom the actor may hand the task to (persons), or copy it to (posts); forbidden to whom the task is not. */
    List<Receiver> receivers(Actor actor, String taskId, Verb verb);

    /** Urges the handlers of each task, each judged by itself: one refused stops no other. At most 200. */
    List<Urged> urgeAll(Actor actor, List<String> taskIds);

    /** @param beside a person's posts, or who holds the post */
    record Receiver(UUID id, String name, String beside) {}

    /** @param refused null when the handlers were told */
    record Urged(String taskId, @Nullable Refusal refused) {}

    /**
     * @param revision the case's revision after the act
     * @param ended whether the case is over
     * @param open the open tasks of the case after the act
     */
    record Result(String caseId, long revision, boolean ended, List<OpenTask> open) {}

    record OpenTask(String taskId, String step, String name) {}
}
