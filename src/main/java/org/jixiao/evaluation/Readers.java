package org.jixiao.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Cases.StepState;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who reads a self-evaluation, and how much of it. */
@Component
class Readers {

    enum Reach {
        NONE,
        /** what the bureau has decided */
        DECIDED,
        /** what the section last submitted, while it is with the section again */
        SUBMITTED,
        /** as it stands */
        ALL
    }

    /** The posts of a unit that a person acts for. */
    record Seat(List<Post> held) {

        boolean member() {
            return !held.isEmpty();
        }

        boolean is(PostKind kind) {
            return post(kind).isPresent();
        }

        Optional<UUID> post(PostKind kind) {
            return held.stream().filter(p -> p.kind() == kind).map(Post::id).findFirst();
        }

        boolean chiefOf(String section) {
            return held.stream().anyMatch(p -> p.kind() == PostKind.CHIEF && section.equals(p.section()));
        }

        /** Examines or decides. */
        boolean leads() {
            return is(PostKind.DEPUTY) || is(PostKind.DIRECTOR) || is(PostKind.BUREAU);
        }
    }

    private final Posts posts;
    private final Sheets sheets;
    private final ObjectProvider<Cases> cases;
    private final ProductClock clock;

    Readers(Posts posts, Sheets sheets, ObjectProvider<Cases> cases, ProductClock clock) {
        this.posts = posts;
        this.sheets = sheets;
        this.cases = cases;
        this.clock = clock;
    }

    Seat seat(String unit, Actor reader) {
        return new Seat(posts.heldIn(unit, reader.id(), clock.today()));
    }

    Reach reach(Evaluation e, Actor reader) {
        if (e.caseId() != null && cases.getObject().handedTo(e.caseId(), reader.id())) return Reach.ALL;
        return reach(e, seat(e.unit(), reader), () -> cases.getObject().steps(e.unit(), e.year()));
    }

    /**
     * The chief and the coordinator read drafts; deputies and director what was submitted; the bureau what has reached
     * it; everybody with a post in the unit what was decided.
     *
     * @param steps of the unit's year, asked for where they decide
     */
    Reach reach(Evaluation e, Seat seat, Supplier<List<StepState>> steps) {
        if (seat.chiefOf(e.section()) || seat.is(PostKind.COORDINATOR)) return Reach.ALL;
        boolean reached = e.submittedLoop() >= e.loop()
                && (seat.is(PostKind.DEPUTY)
                        || seat.is(PostKind.DIRECTOR)
                        || seat.is(PostKind.BUREAU) && reachedBureau(e, seat, steps.get()));
        if (reached) return e.reopened() ? Reach.SUBMITTED : Reach.ALL;
        return e.decided() && seat.member() ? Reach.DECIDED : Reach.NONE;
    }

    /** In this loop: what the bureau has seen of the loops before is decided. */
    private static boolean reachedBureau(Evaluation e, Seat seat, List<StepState> steps) {
        UUID bureau = seat.post(PostKind.BUREAU).orElseThrow();
        return steps.stream()
                .filter(s -> s.caseId().equals(e.caseId()) && bureau.equals(s.post()))
                .anyMatch(s -> e.loopSince() == null || !s.arrived().isBefore(e.loopSince()));
    }

    /** Follows what is put right: the section's chief and those who examine it. */
    boolean followsRectification(String unit, String section, Actor reader) {
        Seat seat = seat(unit, reader);
        return seat.leads() || seat.is(PostKind.COORDINATOR) || seat.chiefOf(section);
    }

    /** As far as this reader may see it; who handles or handled the case without such a post sees no draft. */
    Sheet sheet(Evaluation e, Actor reader) {
        return sheet(e, reach(e, reader), sheets.common(e.unit(), e.year(), e.period()));
    }

    private Sheet sheet(Evaluation e, Reach reach, Sheets.Common common) {
        return sheet(e, reach, common, sheets.stored(List.of(e), common));
    }

    Sheet sheet(Evaluation e, Reach reach, Sheets.Common common, Sheets.Stored stored) {
        return switch (reach) {
            case ALL -> sheets.sheet(e, common, stored);
            case SUBMITTED -> sheets.submitted(e, common, stored);
            case DECIDED -> sheets.sheet(e.at(e.decidedLoop()), common, stored);
            case NONE ->
                e.decided()
                        ? sheets.sheet(e.at(e.decidedLoop()), common, stored)
                        : sheets.submitted(e, common, stored);
        };
    }

    boolean mayRead(Evaluation e, Evidence file, Actor reader) {
        int loop = file.loop() == null ? 0 : file.loop();
        return switch (reach(e, reader)) {
            case ALL -> true;
            case SUBMITTED -> loop < e.loop() || sheets.lastSubmission(e).holds(file);
            // leaders see what a rectification hands in before the re-evaluation is submitted
            case DECIDED -> loop <= e.decidedLoop() || loop > 0 && seat(e.unit(), reader).leads();
            case NONE -> false;
        };
    }
}
