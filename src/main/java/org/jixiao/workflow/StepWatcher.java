package org.jixiao.workflow;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Hears of steps in the transaction that moved them; the inbox is one. */
public interface StepWatcher {

    /** These tasks began, ended or changed. */
    void changed(Collection<String> taskIds);

    /** The task's rows went past these posts (直达): they get a copy. */
    void copied(String taskId, Set<UUID> posts);
}
