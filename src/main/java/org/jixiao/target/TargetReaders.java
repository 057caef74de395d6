package org.jixiao.target;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.workflow.Cases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Who reads what: chiefs their own drafts, the coordinator all drafts, deputy and director what has been submitted, the
 * bureau what has reached it; and whoever holds a post in the unit all that is in force.
 */
@Component
class TargetReaders {

    private final Posts posts;
    private final ObjectProvider<Cases> cases;
    private final ProductClock clock;

    TargetReaders(Posts posts, ObjectProvider<Cases> cases, ProductClock clock) {
        this.posts = posts;
        this.cases = cases;
        this.clock = clock;
    }

    boolean mayReadInForce(Actor reader, String unit) {
        return !posts.heldIn(unit, reader.id(), clock.today()).isEmpty();
    }

    /** Whether the reader sees the sheet while it is being filled in: its chief and the coordinator do. */
    boolean seesTyping(Actor reader, String unit, String section) {
        return seesTyping(posts.heldIn(unit, reader.id(), clock.today()), section);
    }

    private static boolean seesTyping(List<Post> held, String section) {
        return held.stream()
                .anyMatch(p -> p.kind() == PostKind.COORDINATOR
                        || (p.kind() == PostKind.CHIEF && section.equals(p.section())));
    }

    /** The sheet as it is being filled in, or, for those who examine, as it was last submitted. */
    boolean mayReadDraft(Actor reader, String unit, int year, String section) {
        if (seesTyping(reader, unit, section)) return true;
        return cases.getObject()
                .find(TargetsProcess.KEY, unit, year, section, null)
                .map(facts -> mayReadCase(reader, unit, section, facts.caseId()))
                .orElse(false);
    }

    /** The same of one case of the section's targets. */
    boolean mayReadCase(Actor reader, String unit, String section, String caseId) {
        var held = posts.heldIn(unit, reader.id(), clock.today());
        var kinds = kinds(held);
        if (seesTyping(held, section)) return true;
        if (kinds.contains(PostKind.DEPUTY) || kinds.contains(PostKind.DIRECTOR))
            return cases.getObject().submission(caseId, 0).isPresent();
        return kinds.contains(PostKind.BUREAU)
                && posts.find(PostKind.BUREAU, unit, "")
                        .map(post -> cases.getObject().reached(caseId, post.id()))
                        .orElse(false);
    }

    /** Whether the reader sees the drafts of all sections, so that contradictions between them may be named. */
    boolean seesAll(Actor reader, String unit) {
        var kinds = kinds(posts.heldIn(unit, reader.id(), clock.today()));
        return kinds.contains(PostKind.COORDINATOR);
    }

    /** Deputies and the director, who read what every section has submitted. */
    boolean examines(Actor reader, String unit) {
        var kinds = kinds(posts.heldIn(unit, reader.id(), clock.today()));
        return kinds.contains(PostKind.DEPUTY) || kinds.contains(PostKind.DIRECTOR);
    }

    boolean chief(Actor actor, String unit, String section) {
        return posts.acts(actor.id(), PostKind.CHIEF, unit, section, clock.today());
    }

    boolean coordinates(Actor actor, String unit) {
        return posts.acts(actor.id(), PostKind.COORDINATOR, unit, "", clock.today());
    }

    private static Set<PostKind> kinds(List<Post> held) {
        return held.stream().map(Post::kind).collect(Collectors.toSet());
    }
}
