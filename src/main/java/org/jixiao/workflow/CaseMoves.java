package org.jixiao.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;

/** Running cases moved from one version of their process to another, each by itself; modellers only. */
public interface CaseMoves {

    /** Newest first, with the cases that run in each. */
    List<Version> versions(Actor by, String process);

    /** Where cases of the old version wait and the new one has nothing of that name: they need a place to go to. */
    List<Lost> lost(Actor by, String from, String to);

    /** Refused as {@code move.plan} where no case can go this way, with the reasons. */
    void ensurePossible(Actor by, Plan plan);

    /** The version's running cases, in pages after the given one. */
    List<CaseFacts> running(Actor by, String definitionId, @Nullable String after, int size);

    /** What moving the case would do: it is moved, looked at, and all of it undone. Refused as the move would be. */
    Moved rehearse(Actor by, Plan plan, String caseId);

    /**
     * Moves the case in one transaction under its lock, enters it in the record, and brings the inbox up to it.
     * Refused with a reason, the case stays as it was.
     *
     * @param kept called in the transaction: what it writes stands or falls with the move
     */
    Moved move(Actor by, Plan plan, String caseId, String reason, Consumer<Moved> kept);

    record Version(String definitionId, int version, String name, Instant deployed, int running) {}

    /** @param places steps of the new version that may take its cases */
    record Lost(String step, String name, int cases, List<Cases.Step> places) {}

    /** @param steps where cases go that wait at a lost step: its id to that of the new version's */
    record Plan(String from, String to, Map<String, String> steps) {}

    record Moved(List<Place> before, List<Place> after) {}
}
