package org.jixiao.evaluation;

import java.util.UUID;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.workflow.Cases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who reads a self-evaluation, and how much of it. */
@Component
class Readers {

    enum Reach {
        NONE,
        /** what the bureau has decided */
        DECIDED,
        /** drafts included */
        ALL
    }

    private final Posts posts;
    private final ObjectProvider<Cases> cases;
    private final ProductClock clock;

    Readers(Posts posts, ObjectProvider<Cases> cases, ProductClock clock) {
        this.posts = posts;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * The chief and the coordinator read drafts; deputy and director what was submitted; the bureau what has reached
     * it; everybody with a post in the unit what was decided.
     */
    Reach reach(Evaluation e, Actor reader) {
        if (acts(reader, PostKind.CHIEF, e) || acts(reader, PostKind.COORDINATOR, e)) return Reach.ALL;
        boolean submitted = e.submittedLoop() >= e.loop();
        if (submitted && (acts(reader, PostKind.DEPUTY, e) || acts(reader, PostKind.DIRECTOR, e))) return Reach.ALL;
        if (submitted && acts(reader, PostKind.BUREAU, e) && reachedBureau(e)) return Reach.ALL;
        return e.decided() && member(e.unit(), reader) ? Reach.DECIDED : Reach.NONE;
    }

    boolean member(String unit, Actor reader) {
        return !posts.heldIn(unit, reader.id(), clock.today()).isEmpty();
    }

    boolean coordinates(String unit, Actor reader) {
        return posts.acts(reader.id(), PostKind.COORDINATOR, unit, "", clock.today());
    }

    private boolean acts(Actor reader, PostKind kind, Evaluation e) {
        return posts.acts(reader.id(), kind, e.unit(), e.section(), clock.today());
    }

    private boolean reachedBureau(Evaluation e) {
        UUID bureau = posts.find(PostKind.BUREAU, e.unit(), e.section())
                .map(Post::id)
                .orElse(null);
        return bureau != null
                && cases.getObject().steps(e.unit(), e.year()).stream()
                        .anyMatch(s -> s.caseId().equals(e.caseId()) && bureau.equals(s.post()));
    }

    /** As far as this reader may see it. */
    Evaluation visible(Evaluation e, Actor reader) {
        return reach(e, reader) == Reach.DECIDED ? e.at(e.decidedLoop()) : e;
    }
}
