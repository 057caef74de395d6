package org.jixiao.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.Posts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * After a verb moved a case: steps whose only holder submitted the content are skipped on the record where the model
 * lets a higher approver follow ({@code own=skip}), else handed to the next post up; a step that nobody could ever do
 * refuses the whole verb, naming the empty post.
 */
@Component
class Settling {

    private static final int STEPS_AT_MOST = 50;

    private final CaseFiles files;
    private final CaseSteps steps;
    private final Acts acts;
    private final Rights rights;
    private final Models models;
    private final EngineMoves engine;
    private final Touched touched;
    private final Ledger ledger;
    private final Posts posts;
    private final ProductClock clock;
    private final ObjectProvider<StepWatcher> watchers;
    private final Copies copies;

    Settling(
            CaseFiles files,
            CaseSteps steps,
            Acts acts,
            Rights rights,
            Models models,
            EngineMoves engine,
            Touched touched,
            Ledger ledger,
            Posts posts,
            ProductClock clock,
            ObjectProvider<StepWatcher> watchers,
            Copies copies) {
        this.files = files;
        this.steps = steps;
        this.acts = acts;
        this.rights = rights;
        this.models = models;
        this.engine = engine;
        this.touched = touched;
        this.ledger = ledger;
        this.posts = posts;
        this.clock = clock;
        this.watchers = watchers;
        this.copies = copies;
    }

    /** The skips, in their order, entered and not yet published. */
    List<Acts.Done> settle(String caseId) {
        var skips = new ArrayList<Acts.Done>();
        for (int i = 0; i < STEPS_AT_MOST; i++) {
            boolean moved = false;
            for (var step : steps.open(caseId)) moved |= settle(step, skips);
            if (!moved) return skips;
        }
        throw new IllegalStateException("The model skips without end: " + caseId);
    }

    /** True when the step was skipped. */
    private boolean settle(CaseSteps.CaseStep step, List<Acts.Done> skips) {
        if (step.fills() || step.post() == null || step.assignee() != null || step.turn() != null) return false;
        var file = files.find(step.caseId()).orElseThrow();
        var done = acts.ofCase(step.caseId());
        var submitters = Rights.submitters(done);
        var holders = rights.holders(step.post(), submitters);
        if (holders.all().isEmpty()) throw nobody(step.post(), step.name());
        var model = models.step(file.definitionId(), step.activity());
        // What a step asks for, nobody else fills in.
        boolean mayskip = "skip".equals(model.property("own", "up")) && !FormEntries.asks(step);
        if (holders.free().isEmpty()) {
            if (signsBesideOthers(file, step)) return skip(file, step, "skip.own", Verb.SKIP, skips);
            if (mayskip) return skip(file, step, "skip.own", Verb.APPROVE, skips);
            handUp(step, submitters);
            return false;
        }
        if (mayskip && holders.free().equals(lastApprover(file, done)))
            return skip(file, step, "skip.same", Verb.APPROVE, skips);
        return false;
    }

    /** Where several sign, who submitted steps aside without a vote. */
    private boolean signsBesideOthers(CaseFiles.CaseFile file, CaseSteps.CaseStep step) {
        return models.countersign(file.definitionId(), step.activity()).isPresent()
                && engine.votes(step.taskId()).open() > 1;
    }

    /** Whoever decided the step before on exactly the present content; empty when somebody else acted since. */
    private Set<UUID> lastApprover(CaseFiles.CaseFile file, List<Acts.Done> done) {
        for (int i = done.size() - 1; i >= 0; i--) {
            var d = done.get(i);
            if (!d.verb().moves() || d.verb() == Verb.SKIP || d.verb() == Verb.TRANSFER) continue;
            if (d.verb() != Verb.APPROVE || d.actor() == null || d.round() != file.round()) return Set.of();
            String now = Ledger.contentHash(rights.hashes(file));
            return d.contentHash().equals(now) ? Set.of(d.actor()) : Set.of();
        }
        return Set.of();
    }

    private boolean skip(CaseFiles.CaseFile file, CaseSteps.CaseStep step, String why, Verb outcome, List<Acts.Done> skips) {
        var now = clock.now();
        touched.deed(new Touched.Deed(Verb.SKIP, null, step.taskId(), now, null, null));
        skips.add(ledger.skip(file, step, now, why));
        engine.complete(step.taskId(), outcome);
        touched.flush();
        return true;
    }

    private void handUp(CaseSteps.CaseStep step, Set<UUID> submitters) {
        Set<UUID> seen = new HashSet<>();
        UUID post = Objects.requireNonNull(step.post());
        while (seen.add(post)) {
            UUID up = posts.post(post).map(Post::fallback).orElse(null);
            if (up == null) break;
            if (!rights.holders(up, submitters).free().isEmpty()) {
                engine.hand(step.taskId(), step.post(), up);
                touched.flush();
                return;
            }
            post = up;
        }
        throw nobody(step.post(), step.name());
    }

    private Refusal nobody(UUID post, String step) {
        return Refusal.invalid(
                "post.vacant", posts.post(post).map(Post::name).orElse(step), step);
    }

    /** 直达 passed these approvers by: they get the returned rows as a copy. */
    void copyPast(VerbService.Context c) {
        String to = c.act().to();
        var all = steps.ofCase(c.file().caseId());
        Set<UUID> passed = new HashSet<>();
        for (var s : all) {
            boolean approved = "DONE".equals(s.state()) && !s.fills() && s.endedVerb() == Verb.APPROVE;
            if (approved && s.post() != null && !s.activity().equals(to)) passed.add(s.post());
        }
        if (!passed.isEmpty()) copies.send(c.actor(), c.step(), passed, c.now(), null);
    }

    /** The act is entered: the rows of its task and of the case's open tasks say what is so now. */
    void refresh(String caseId, String actedOn) {
        Set<String> tasks = new HashSet<>();
        tasks.add(actedOn);
        for (var s : steps.open(caseId)) tasks.add(s.taskId());
        watchers.forEach(w -> w.changed(tasks));
    }
}
