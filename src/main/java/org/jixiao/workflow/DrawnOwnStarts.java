package org.jixiao.workflow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.Posts;
import org.jixiao.workflow.LiveStarts.Live;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class DrawnOwnStarts implements OwnStarts {

    private static final Logger LOG = LoggerFactory.getLogger(DrawnOwnStarts.class);
    private static final String STARTED_BY = "startedBy";

    private final LiveStarts starts;
    private final ProcessService processes;
    private final CaseSteps steps;
    private final Posts posts;
    private final ProductClock clock;
    private final TransactionTemplate transaction;

    DrawnOwnStarts(
            LiveStarts starts,
            ProcessService processes,
            CaseSteps steps,
            Posts posts,
            ProductClock clock,
            TransactionTemplate transaction) {
        this.starts = starts;
        this.processes = processes;
        this.steps = steps;
        this.posts = posts;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public List<Offer> offers(Actor actor) {
        var held = held(actor);
        if (held.isEmpty()) return List.of();
        var offers = new ArrayList<Offer>();
        for (Live live : starts.with(STARTED_BY))
            for (Post post : held) if (suits(live, post)) offers.add(offer(live, post));
        return offers;
    }

    private List<Post> held(Actor actor) {
        return posts.posts(posts.heldBy(actor.id(), clock.today())).stream()
                .sorted(Comparator.comparing(Post::name))
                .toList();
    }

    private static boolean suits(Live live, Post post) {
        return live.said().equals(post.kind().name().toLowerCase(Locale.ROOT));
    }

    private Offer offer(Live live, Post post) {
        String about = Objects.requireNonNullElse(live.version().getDescription(), "");
        return new Offer(
                live.version().getKey(), live.name(), live.nameEn(), about, post.id(), post.name(), post.unit(), post.section());
    }

    @Override
    public Started start(Actor actor, String process, UUID post) {
        var from = held(actor).stream().filter(one -> one.id().equals(post)).findFirst().orElseThrow(Refusal::forbidden);
        var live = starts.with(STARTED_BY).stream()
                .filter(one -> one.version().getKey().equals(process) && suits(one, from))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("start.not-offered"));
        return Objects.requireNonNull(transaction.execute(t -> start(live, from, actor)));
    }

    private Started start(Live live, Post from, Actor actor) {
        String caseId;
        try {
            caseId = processes.startOwn(live.version(), from.unit(), clock.today().getYear(), from.section(), actor);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            LOG.warn("{} did not start for {}", live.version().getKey(), from.name(), e);
            throw JobTrouble.of(e, live.name());
        }
        var held = posts.heldBy(actor.id(), clock.today());
        String own = steps.open(caseId).stream()
                .filter(step -> step.assignee() == null ? held.contains(step.post()) : step.assignee().equals(actor.id()))
                .map(CaseSteps.CaseStep::taskId)
                .findFirst()
                .orElse(null);
        return new Started(caseId, own);
    }
}
