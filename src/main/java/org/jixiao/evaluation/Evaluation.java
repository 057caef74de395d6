package org.jixiao.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.jixiao.base.Ids;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A section's self-evaluation of a period.
 *
 * @param loop 0 while the period's own figures are reported; n in the n-th round of rectification and re-evaluation
 * @param submittedLoop the last loop that was submitted, -1 for none
 * @param reopened this loop was submitted, came back and is being typed again
 * @param loopSince when this loop began, null for loop 0
 * @param decidedAt the bureau's first decision: the figures of loop 0 are facts from then on
 */
record Evaluation(
        UUID id,
        String unit,
        int year,
        String section,
        Period period,
        @Nullable String caseId,
        int loop,
        int submittedLoop,
        boolean reopened,
        @Nullable Instant loopSince,
        Phase phase,
        boolean accepted,
        @Nullable Instant decidedAt) {

    enum Phase {
        /** reported and examined */
        OPEN,
        /** decided with something red: put right, and evaluated again */
        RECTIFYING,
        /** decided for good */
        CLOSED
    }

    static Evaluation begin(String unit, int year, String section, Period period) {
        return new Evaluation(Ids.next(), unit, year, section, period, null, 0, -1, false, null, Phase.OPEN, false, null);
    }

    boolean decided() {
        return decidedAt != null;
    }

    /** The loops whose figures are facts: all before this one, this one too when closed. */
    int decidedLoop() {
        return phase == Phase.CLOSED ? loop : loop - 1;
    }

    /** The last loop that the bureau has decided, -1 for none. */
    int lastDecided() {
        return decided() ? decidedLoop() : -1;
    }

    void ensureOpen() {
        if (phase == Phase.CLOSED) throw Refusal.invalid("evaluation.closed");
    }

    Evaluation of(String aCase) {
        return new Evaluation(
                id, unit, year, section, period, aCase, loop, submittedLoop, reopened, loopSince, phase, accepted,
                decidedAt);
    }

    Evaluation submitted() {
        ensureOpen();
        return new Evaluation(
                id, unit, year, section, period, caseId, loop, loop, false, loopSince, phase, accepted, decidedAt);
    }

    /** Submitted, then returned or withdrawn: what the section types now is its own. */
    Evaluation typedAgain() {
        ensureOpen();
        return new Evaluation(
                id, unit, year, section, period, caseId, loop, submittedLoop, true, loopSince, phase, accepted,
                decidedAt);
    }

    /** Something is red: the next round begins. */
    Evaluation mustRectify(Instant at) {
        ensureOpen();
        if (period != Period.HALF_YEAR) throw Refusal.invalid("evaluation.full-year-does-not-loop");
        return new Evaluation(
                id,
                unit,
                year,
                section,
                period,
                caseId,
                loop + 1,
                submittedLoop,
                false,
                at,
                Phase.RECTIFYING,
                false,
                decidedAt == null ? at : decidedAt);
    }

    Evaluation closed(Instant at, boolean acceptedAsIs) {
        ensureOpen();
        return new Evaluation(
                id,
                unit,
                year,
                section,
                period,
                caseId,
                loop,
                submittedLoop,
                false,
                loopSince,
                Phase.CLOSED,
                acceptedAsIs,
                decidedAt == null ? at : decidedAt);
    }

    /** The year's end overtook the loop: what was begun in it and never decided is no figure. */
    Evaluation overtaken() {
        ensureOpen();
        if (phase != Phase.RECTIFYING) throw Refusal.invalid("evaluation.not-rectifying");
        return new Evaluation(
                id, unit, year, section, period, caseId, loop - 1, submittedLoop, false, null, Phase.CLOSED, false,
                decidedAt);
    }

    /** As that loop left it, for a reader who may see no more. */
    Evaluation at(int earlierLoop) {
        return new Evaluation(
                id, unit, year, section, period, caseId, earlierLoop, submittedLoop, false, null, Phase.CLOSED, accepted,
                decidedAt);
    }
}
