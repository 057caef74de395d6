package org.jixiao.workflow;

import java.util.Map;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;

/** What the domain tells the engine besides the verbs. */
public interface Processes {

    /**
     * Does this in one transaction under the lock that every verb on a case of this root takes first; again from the
     * start when another transaction moved the engine meanwhile. Read what the work judges inside it.
     */
    void underLock(String rootId, Runnable work);

    /** Starts the latest version; the facts become the process variables unit, year, section, period. */
    String start(String process, String unit, int year, @Nullable String section, @Nullable String period, Actor by);

    /** Delivers the message to every case of the root that waits for it; how many did. */
    int tell(String rootId, String message, Actor by, @Nullable String why);

    /** Enters an act that moves nothing among what was done on the case. */
    void note(String caseId, Verb verb, Actor by, String what);

    /** Tokens that wait at one of these catch events or event gateways ask the gateway again: dates have changed. */
    void askAgain(String rootId, Map<String, String> waitToGateway);

    /** The timers of the root's cases at this event are due then. */
    void setTimers(String rootId, String activity, java.util.Date due);

    /** Whether approvals or recorded skips by these post kinds stand on exactly these rows of the case. */
    boolean covered(String caseId, java.util.Set<org.jixiao.organisation.PostKind> required, Map<String, String> rowHashes);
}
