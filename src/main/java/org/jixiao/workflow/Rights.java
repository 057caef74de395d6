package org.jixiao.workflow;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.organisation.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may do what with a step, decided from the step, the case's acts and the posts; for every door. */
@Component
class Rights {

    private static final Set<Verb> EXAMINES = EnumSet.of(Verb.APPROVE, Verb.ACCEPT, Verb.RETURN, Verb.REJECT);

    private static final Set<Verb> HANDS_ON =
            EnumSet.of(Verb.TRANSFER, Verb.DELEGATE, Verb.ADD_BEFORE, Verb.APPROVE);

    private final Posts posts;
    private final Models models;
    private final Acts acts;
    private final CaseSteps steps;
    private final ProductClock clock;
    private final ObjectProvider<CaseContent> contents;
    private final Copies copies;
    private final Turns turns;

    Rights(
            Posts posts,
            Models models,
            Acts acts,
            CaseSteps steps,
            ProductClock clock,
            ObjectProvider<CaseContent> contents,
            Copies copies,
            Turns turns) {
        this.posts = posts;
        this.models = models;
        this.acts = acts;
        this.steps = steps;
        this.clock = clock;
        this.contents = contents;
        this.copies = copies;
        this.turns = turns;
    }

    Optional<CaseContent> content(CaseFiles.CaseFile file) {
        return contents.stream().filter(c -> c.name().equals(file.content())).findFirst();
    }

    /** Whether the step is this person's to do: through a post today, and not on one's own submission. */
    boolean handles(Actor actor, CaseSteps.CaseStep step, List<Acts.Done> done) {
        return holds(actor, step) && (step.fills() || !submitters(done).contains(actor.id()));
    }

    /** Whether the step is this person's today, by transfer or through its post, whoever submitted. */
    boolean holds(Actor actor, CaseSteps.CaseStep step) {
        if (step.assignee() != null) return step.assignee().equals(actor.id());
        return post(actor, step);
    }

    private boolean post(Actor actor, CaseSteps.CaseStep step) {
        return step.post() != null && posts.holds(actor.id(), step.post(), clock.today());
    }

    /**
     * Whoever brought the content under examination into its present form: who submitted last, and whoever submitted
     * the rows that this submission left as they were.
     */
    static Set<UUID> submitters(List<Acts.Done> done) {
        Map<String, String> rows = Map.of();
        Map<String, UUID> by = Map.of();
        UUID last = null;
        for (Acts.Done d : done) {
            if (d.verb() != Verb.SUBMIT || d.actor() == null) continue;
            last = d.actor();
            var now = new HashMap<String, UUID>();
            for (var row : d.rowHashes().entrySet()) {
                boolean same = row.getValue().equals(rows.get(row.getKey()));
                now.put(row.getKey(), same ? by.get(row.getKey()) : last);
            }
            rows = d.rowHashes();
            by = now;
        }
        var all = new HashSet<>(by.values());
        if (last != null) all.add(last);
        return all;
    }

    /** Row id to the hash of all an approver answers for in it; nothing for a case without content. */
    Map<String, String> hashes(CaseFiles.CaseFile file) {
        return content(file).map(k -> k.rowHashes(file.facts())).orElse(Map.of());
    }

    boolean mayRead(Actor actor, CaseFiles.CaseFile file, List<CaseSteps.CaseStep> all, List<Acts.Done> done) {
        // Urging needs no sight of the content, and a draft saved under a former chief is the next one's.
        if (done.stream().anyMatch(d -> actor.id().equals(d.actor()) && d.verb() != Verb.URGE && d.verb() != Verb.SAVE))
            return true;
        if (all.stream().anyMatch(s -> s.open() && handles(actor, s, done))) return true;
        return content(file).map(c -> c.mayRead(file.facts(), actor)).orElse(false)
                || copies.reached(file.caseId(), actor);
    }

    List<Verb> allowed(Actor actor, CaseSteps.CaseStep step, CaseFiles.CaseFile file, List<Acts.Done> done) {
        var verbs = new ArrayList<Verb>();
        if (step.open()) {
            if (handles(actor, step, done)) {
                if (step.turn() != null) return asked(step, file, done);
                if (step.fills()) {
                    if (shut(step, file, done).isEmpty()) {
                        verbs.add(Verb.SAVE);
                        verbs.add(Verb.SUBMIT);
                    }
                    if (drops(step, file)) verbs.add(Verb.DROP);
                } else {
                    var model = models.step(file.definitionId(), step.activity());
                    boolean signs = model.properties().containsKey(Countersign.PROPERTY);
                    if (FormEntries.asks(step)) verbs.add(Verb.SAVE);
                    verbs.add(Verb.APPROVE);
                    if (accepts(model, file) && !turns.waits(step.taskId(), Turns.Kind.AFTER)) verbs.add(Verb.ACCEPT);
                    if (!signs && !returnTargets(step, file, model).isEmpty()) verbs.add(Verb.RETURN);
                    if (rejects(step, file)) verbs.add(Verb.REJECT);
                    verbs.addAll(signs ? List.of(Verb.ADD_SIGNER) : List.of(Verb.ADD_BEFORE, Verb.ADD_AFTER));
                }
                verbs.add(Verb.DELEGATE);
                verbs.add(Verb.TRANSFER);
                // Before anything was submitted there is nothing that others may read.
                if (!submitters(done).isEmpty()) verbs.add(Verb.COPY);
            } else {
                if (transferred(actor, step, done).isPresent()) verbs.add(Verb.TAKE_BACK);
                if (mayUrge(actor, file, done)) verbs.add(Verb.URGE);
            }
        } else if (withdrawal(actor, step, file, done).isEmpty()) {
            verbs.add(step.fills() ? Verb.WITHDRAW : Verb.TAKE_BACK);
        }
        return verbs;
    }

    /** Whoever has the task for a while only gives what they were asked for. */
    private List<Verb> asked(CaseSteps.CaseStep step, CaseFiles.CaseFile file, List<Acts.Done> done) {
        var verbs = new ArrayList<Verb>();
        if (step.turn() == Turns.Kind.DELEGATE) {
            boolean writes = step.fills() ? shut(step, file, done).isEmpty() : FormEntries.asks(step);
            if (writes) verbs.add(Verb.SAVE);
            verbs.add(Verb.RESOLVE);
            return verbs;
        }
        verbs.add(Verb.APPROVE);
        if (!returnTargets(step, file, models.step(file.definitionId(), step.activity())).isEmpty()) verbs.add(Verb.RETURN);
        return verbs;
    }

    /** Final where the model draws an answer for it; a vote where several sign. */
    private boolean rejects(CaseSteps.CaseStep step, CaseFiles.CaseFile file) {
        return models.countersign(file.definitionId(), step.activity()).isPresent()
                || models.asksFor(file.definitionId(), step.activity(), Verb.REJECT);
    }

    /** What was submitted and then returned may be mended whatever the day; what was withdrawn was never handed in. */
    static boolean examined(List<Acts.Done> done) {
        return done.stream().anyMatch(d -> EXAMINES.contains(d.verb()));
    }

    /** What the calendar says at the step; empty while no day has passed that matters here. */
    Optional<Closing> closing(CaseSteps.CaseStep step, CaseFiles.CaseFile file, List<Acts.Done> done) {
        return step.open() ? calendar(step, file, done) : Optional.empty();
    }

    private Optional<Closing> calendar(CaseSteps.CaseStep step, CaseFiles.CaseFile file, List<Acts.Done> done) {
        if (!step.fills() || examined(done)) return Optional.empty();
        return content(file).flatMap(c -> c.closing(file.facts(), step.activity()));
    }

    /** Why nothing may be saved or submitted at the step any more. */
    Optional<Refusal> shut(CaseSteps.CaseStep step, CaseFiles.CaseFile file, List<Acts.Done> done) {
        return closing(step, file, done).flatMap(Closing::why);
    }

    /** The actor's own handing on of this open task, after which nobody has done anything with it. */
    static Optional<Acts.Done> transferred(Actor actor, CaseSteps.CaseStep step, List<Acts.Done> done) {
        // what a delegate has drafted is not yet a reply
        var here = done.stream()
                .filter(d -> step.taskId().equals(d.taskId()))
                .filter(d -> step.turn() == null || d.verb() != Verb.SAVE)
                .toList();
        return Optional.ofNullable(lastMove(here))
                .filter(d -> step.open() && (step.turn() != null || step.assignee() != null && d.verb() == Verb.TRANSFER))
                .filter(d -> handedOn(d, step) && actor.id().equals(d.actor()));
    }

    /** Whether by this act the task, still open, went on to somebody else. */
    static boolean handedOn(Acts.Done d, CaseSteps.CaseStep step) {
        return HANDS_ON.contains(d.verb()) && step.taskId().equals(d.taskId());
    }

    /** Whether the actor had the task before it was handed on. */
    boolean gaveAway(Actor actor, CaseSteps.CaseStep step, List<Acts.Done> done) {
        if (step.assignee() == null && step.turn() == null) return false;
        return post(actor, step)
                || step.ownerPost() != null && posts.holds(actor.id(), step.ownerPost(), clock.today())
                || done.stream().anyMatch(d -> handedOn(d, step) && actor.id().equals(d.actor()));
    }

    /** Without a flow of its own a dropped step would go on as if it had been submitted. */
    private boolean drops(CaseSteps.CaseStep step, CaseFiles.CaseFile file) {
        return "true".equals(models.step(file.definitionId(), step.activity()).property("drop", "false"))
                && models.asksFor(file.definitionId(), step.activity(), Verb.DROP);
    }

    static boolean accepts(Models.StepModel model, CaseFiles.CaseFile file) {
        return "true".equals(model.property("accept", "false")) && "HALF_YEAR".equals(file.period());
    }

    boolean mayUrge(Actor actor, CaseFiles.CaseFile file, List<Acts.Done> done) {
        boolean started = done.stream().anyMatch(d -> d.verb() == Verb.START && actor.id().equals(d.actor()));
        if (started || submitters(done).contains(actor.id()) || actor.is(Role.SYSADMIN)) return true;
        return file.unit() != null
                && posts.acts(actor.id(), PostKind.COORDINATOR, file.unit(), "", clock.today());
    }

    /** Steps a return may go to, the drawn one first; empty when the model forbids it or nothing came before. */
    List<Cases.Step> returnTargets(CaseSteps.CaseStep step, CaseFiles.CaseFile file, Models.StepModel model) {
        String rule = model.property("return", "any");
        if ("none".equals(rule)) return List.of();
        var targets = new ArrayList<Cases.Step>();
        var drawn = models.drawnReturn(file.definitionId(), step.activity());
        drawn.ifPresent(d -> {
            var m = models.step(file.definitionId(), d);
            targets.add(new Cases.Step(d, m.name()));
        });
        if ("drawn".equals(rule)) return targets;
        var all = steps.ofCase(file.caseId());
        long firstArrival = all.stream()
                .filter(s -> s.activity().equals(step.activity()))
                .mapToLong(CaseSteps.CaseStep::seq)
                .min()
                .orElse(step.seq());
        for (var s : all) {
            boolean known = targets.stream().anyMatch(t -> t.id().equals(s.activity()));
            if (!known
                    && "DONE".equals(s.state())
                    && s.seq() < firstArrival
                    && models.inSameScope(file.definitionId(), s.activity(), step.activity())) {
                targets.add(new Cases.Step(s.activity(), s.name()));
            }
        }
        return targets;
    }

    /** 直达: the step that returned this one, when the submission may go straight back there. */
    Optional<String> directTo(CaseSteps.CaseStep step, CaseFiles.CaseFile file) {
        if (step.returnedFrom() == null || step.scope().all() || !step.fills()) return Optional.empty();
        if ("false".equals(models.step(file.definitionId(), step.activity()).property("direct", "true"))
                || !models.inSameScope(file.definitionId(), step.activity(), step.returnedFrom())) {
            return Optional.empty();
        }
        return Optional.of(step.returnedFrom());
    }

    /** Why one's own finished step cannot be had back, as a refusal's code with who and when; empty when it can. */
    Optional<Obstacle> withdrawal(
            Actor actor, CaseSteps.CaseStep step, CaseFiles.CaseFile file, List<Acts.Done> done) {
        if (!"DONE".equals(step.state()) || !actor.id().equals(step.endedBy()) || !holds(actor, step)) {
            return Optional.of(new Obstacle("withdraw.not-yours", null));
        }
        if (file.ended()) return Optional.of(new Obstacle("withdraw.ended", lastOf(done)));
        if (models.countersign(file.definitionId(), step.activity()).isPresent())
            return Optional.of(new Obstacle("withdraw.signed", null));
        Acts.Done own = null;
        for (Acts.Done d : done) {
            if (step.taskId().equals(d.taskId()) && d.verb() == step.endedVerb()) own = d;
            else if (own != null && d.verb().moves() && d.verb() != Verb.SKIP) {
                return Optional.of(new Obstacle("withdraw.handled", d));
            }
        }
        if (own == null) return Optional.of(new Obstacle("withdraw.not-yours", null));
        var open = steps.open(file.caseId());
        boolean movable = !open.isEmpty()
                && open.stream()
                        .allMatch(s -> s.seq() > step.seq()
                                && models.inSameScope(file.definitionId(), s.activity(), step.activity()));
        if (!movable) return Optional.of(new Obstacle("withdraw.gone-on", own));
        // After the last day nobody could submit again what they withdrew.
        boolean trap = calendar(step, file, done).flatMap(Closing::why).isPresent();
        return trap ? Optional.of(new Obstacle("withdraw.closed", null)) : Optional.empty();
    }

    record Obstacle(String code, Acts.@Nullable Done by) {}

    /** The last act that made pages stale. */
    static Acts.@Nullable Done lastMove(List<Acts.Done> done) {
        for (int i = done.size() - 1; i >= 0; i--) if (done.get(i).verb().moves()) return done.get(i);
        return null;
    }

    static Acts.@Nullable Done lastOf(List<Acts.Done> done) {
        return done.isEmpty() ? null : done.get(done.size() - 1);
    }

    /** Of the people who act for the post today, those who may decide on what these people submitted. */
    Holders holders(UUID post, Set<UUID> submitters) {
        Set<UUID> all = posts.holders(post, clock.today()).stream()
                .map(p -> p.id())
                .collect(Collectors.toSet());
        Set<UUID> free = all.stream().filter(p -> !submitters.contains(p)).collect(Collectors.toSet());
        return new Holders(all, free);
    }

    record Holders(Set<UUID> all, Set<UUID> free) {}
}
