package org.jixiao.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jixiao.organisation.Actor;

/** What modellers do to a deployed process besides deploying a new file; each on the record. */
public interface Upkeep {

    /**
     * No new case of any version starts until {@link #putInUse}; those that run go on. Refused where a year, or another
     * process in use or with cases, would call it in vain. A new version is in use again.
     */
    void takeOutOfUse(Actor by, String process, String why);

    /** Whether a year begins its cases, and so would stop half way without it: then it cannot be taken out of use. */
    boolean neededByYear(Actor reader, String process);

    void putInUse(Actor by, String process, String why);

    /** Whether new cases can start. */
    boolean inUse(Actor reader, String process);

    /** What the processes are called that call this one: those in use, and those with cases that do. */
    List<Cases.Named> callers(Actor reader, String process);

    /** The last time somebody did either; empty when nobody ever did. */
    Optional<Use> use(Actor reader, String process);

    /** Deploys the file of an old version, with the forms and decisions that came with it, as a new one, through the gate. */
    Deployments.Deployed revive(Actor by, String process, int version, String why);

    /** Shipped updates that wait, because an administrator's version is live. */
    List<Candidate> candidates(Actor reader);

    /** Deploys the shipped update through the gate; from then on the product keeps the process up to date again. */
    Deployments.Deployed adopt(Actor by, String process, String why);

    /** It is not offered again; a later one is. */
    void decline(Actor by, String process, String why);

    record Candidate(String process, String file, byte[] content, Instant offered) {}

    record Use(boolean inUse, String by, Instant at, String why) {}
}
