package org.jixiao.workflow;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.springframework.stereotype.Service;

/** Every verb: one transaction under the root's lock, judged against the case as it is then. */
@Service
class VerbService implements Verbs {

    private static final int URGED_AT_ONCE = 200;

    /** Verbs that say the step is done. */
    static final Set<Verb> COMPLETES = Set.of(Verb.SUBMIT, Verb.APPROVE, Verb.ACCEPT);

    private final Attempts attempts;
    private final CaseFiles files;
    private final CaseSteps steps;
    private final Acts acts;
    private final Rights rights;
    private final Deeds deeds;
    private final Touched touched;
    private final Ledger ledger;
    private final Settling settling;
    private final Urging urging;
    private final Receivers receivers;
    private final Copies copies;
    private final FormEntries forms;
    private final ProductClock clock;

    VerbService(
            Attempts attempts,
            CaseFiles files,
            CaseSteps steps,
            Acts acts,
            Rights rights,
            Deeds deeds,
            Touched touched,
            Ledger ledger,
            Settling settling,
            Urging urging,
            Receivers receivers,
            Copies copies,
            FormEntries forms,
            ProductClock clock) {
        this.attempts = attempts;
        this.files = files;
        this.steps = steps;
        this.acts = acts;
        this.rights = rights;
        this.deeds = deeds;
        this.touched = touched;
        this.ledger = ledger;
        this.settling = settling;
        this.urging = urging;
        this.receivers = receivers;
        this.copies = copies;
        this.forms = forms;
        this.clock = clock;
    }

    @Override
    public Result act(Actor actor, String taskId, Act act) {
        return attempts.attempt(() -> once(actor, taskId, act));
    }

    @Override
    public List<Verb> allowed(Actor actor, String taskId) {
        var step = steps.find(taskId).orElseThrow(Refusal::forbidden);
        var file = files.find(step.caseId()).orElseThrow(Refusal::forbidden);
        return rights.allowed(actor, step, file, acts.ofCase(file.caseId()));
    }

    @Override
    public List<Receiver> receivers(Actor actor, String taskId, Verb verb) {
        var step = steps.find(taskId).orElseThrow(Refusal::forbidden);
        var file = files.find(step.caseId()).orElseThrow(Refusal::forbidden);
        var done = acts.ofCase(file.caseId());
        if (!rights.allowed(actor, step, file, done).contains(verb)) throw Refusal.forbidden();
        return switch (verb) {
            case TRANSFER, DELEGATE -> receivers.forTransfer(actor, step, file, done);
            case ADD_SIGNER, ADD_BEFORE, ADD_AFTER -> receivers.forSigning(actor, step, file, done);
            case COPY -> receivers.forCopy(actor, step, file);
            default -> throw Refusal.malformed("verb.unknown", verb.code());
        };
    }

    @Override
    public List<Urged> urgeAll(Actor actor, List<String> taskIds) {
        var each = new LinkedHashSet<>(taskIds);
        if (each.size() > URGED_AT_ONCE) throw Refusal.malformed("body.many", "tasks", String.valueOf(URGED_AT_ONCE));
        return each.stream().map(task -> urge(actor, task)).toList();
    }

    private Urged urge(Actor actor, String task) {
        try {
            act(actor, task, Act.of(Verb.URGE, 0));
            return new Urged(task, null);
        } catch (Refusal refusal) {
            return new Urged(task, refusal);
        }
    }

    private Result once(Actor actor, String taskId, Act act) {
        String caseId = steps.find(taskId).orElseThrow(Refusal::forbidden).caseId();
        files.lock(files.find(caseId).orElseThrow(Refusal::forbidden).rootId());
        var file = files.find(caseId).orElseThrow(Refusal::forbidden);
        var step = steps.find(taskId).orElseThrow(Refusal::forbidden);
        var done = acts.ofCase(caseId);
        if (act.verb() == Verb.URGE) {
            boolean own = step.open() && rights.handles(actor, step, done);
            if (!own && !rights.mayUrge(actor, file, done)) throw Refusal.forbidden();
            if (!step.open()) throw over(step, done);
            if (own) throw Refusal.invalid("urge.own");
            urging.urge(actor, step, file);
            return result(file, file.revision());
        }
        String request = ledger.requestHash(taskId, act);
        var same = acts.same(caseId, actor.id(), request);
        if (same.isPresent()) {
            return result(file, same.get().revisionAfter());
        }
        var context = new Context(actor, act, file, step, done, request, clock.now());
        switch (act.verb()) {
            case WITHDRAW, TAKE_BACK -> {
                var seen = rights.hashes(file);
                deeds.takeBack(context);
                return finish(context, seen);
            }
            case COPY -> {
                ensureHandler(context);
                copy(context);
                return result(file, file.revision());
            }
            case SAVE, SUBMIT, DROP, APPROVE, ACCEPT, RETURN, REJECT, TRANSFER, DELEGATE, RESOLVE, ADD_SIGNER,
                    ADD_BEFORE, ADD_AFTER -> {
                ensureHandler(context);
                if (act.body() != null && (act.verb() == Verb.SAVE || act.verb() == Verb.SUBMIT)) save(context);
                forms.keep(context);
                if (COMPLETES.contains(act.verb()) && step.turn() == null) forms.complete(context);
                // What the actor answers for is the content before the case moves on.
                var seen = rights.hashes(file);
                switch (act.verb()) {
                    case SAVE -> {}
                    case SUBMIT -> deeds.submit(context, seen);
                    case RETURN -> deeds.giveBack(context, seen);
                    case TRANSFER -> {
                        return finish(deeds.transfer(context), seen);
                    }
                    case DELEGATE, ADD_SIGNER, ADD_BEFORE, ADD_AFTER -> {
                        return finish(deeds.ask(context), seen);
                    }
                    case RESOLVE -> deeds.resolve(context);
                    case APPROVE, REJECT -> {
                        return finish(context, seen, deeds.decide(context));
                    }
                    default -> deeds.approve(context);
                }
                return finish(context, seen);
            }
            default -> throw Refusal.malformed("verb.unknown", act.verb().code());
        }
    }

    /** What a verb works on. */
    record Context(
            Actor actor,
            Act act,
            CaseFiles.CaseFile file,
            CaseSteps.CaseStep step,
            List<Acts.Done> done,
            String request,
            Instant now) {

        Context with(Act entered) {
            return new Context(actor, entered, file, step, done, request, now);
        }
    }

    /** Those who have this task's copy already get no second one; with nobody left nothing is entered. */
    private void copy(Context c) {
        if (c.act().receivers().isEmpty()) throw Refusal.invalid("copy.whom");
        var offered = receivers.forCopy(c.actor(), c.step(), c.file());
        var wanted = new LinkedHashSet<>(c.act().receivers());
        var already = copies.holders(c.step().taskId());
        wanted.removeAll(already);
        var chosen = offered.stream().filter(r -> wanted.contains(r.id())).toList();
        if (chosen.size() < wanted.size()) throw Refusal.invalid("copy.not-able");
        if (chosen.isEmpty()) return;
        String names = String.join("、", chosen.stream().map(Receiver::name).toList());
        var entry = ledger.note(c.file(), c.step(), c.actor(), Verb.COPY, c.now(), c.act().opinion(), names);
        copies.send(
                c.actor(),
                c.step(),
                new LinkedHashSet<>(chosen.stream().map(Receiver::id).toList()),
                c.now(),
                entry.opinion());
        ledger.publish(entry, c.file().facts());
    }

    private void ensureHandler(Context c) {
        if (!c.step().open()) {
            boolean wasTheirs = rights.handles(c.actor(), c.step(), c.done());
            if (!wasTheirs && !rights.mayRead(c.actor(), c.file(), steps.ofCase(c.file().caseId()), c.done())) {
                throw Refusal.forbidden();
            }
            throw over(c.step(), c.done());
        }
        if (!rights.handles(c.actor(), c.step(), c.done())) {
            if (rights.gaveAway(c.actor(), c.step(), c.done())) throw handed(c);
            throw Refusal.forbidden();
        }
        ensureFresh(c);
        if (c.act().verb() == Verb.SAVE || c.act().verb() == Verb.SUBMIT) {
            rights.shut(c.step(), c.file(), c.done()).ifPresent(why -> {
                throw why;
            });
        }
        boolean fits = rights.allowed(c.actor(), c.step(), c.file(), c.done())
                .contains(c.act().verb());
        if (!fits) throw Refusal.invalid("verb.not-here", c.step().name());
    }

    /** The task was handed on to somebody else: by whom and when. */
    private static Refusal handed(Context c) {
        var by = c.done().stream()
                .filter(d -> Rights.handedOn(d, c.step()))
                .reduce((a, b) -> b)
                .orElseThrow(Refusal::forbidden);
        return Refusal.stale("stale." + by.verb().code(), name(by), by.at());
    }

    static void ensureFresh(Context c) {
        if (c.act().revision() == c.file().revision() || beside(c)) return;
        var last = Rights.lastMove(c.done());
        if (last == null) throw Refusal.stale("stale.changed", "", c.now());
        boolean own = c.actor().id().equals(last.actor());
        throw Refusal.stale("stale." + (own ? "own" : last.verb().code()), name(last), last.at());
    }

    /** Whether since then others only decided at steps beside this one, on the same content. */
    private static boolean beside(Context c) {
        if (c.act().revision() > c.file().revision()) return false;
        return c.done().stream()
                .filter(d -> d.verb().moves() && d.revisionAfter() > c.act().revision())
                .allMatch(d -> !d.verb().changesContent() && d.taskId() != null && !d.taskId().equals(c.step().taskId()));
    }

    /** The step is over: who ended it, how and when. */
    static Refusal over(CaseSteps.CaseStep step, List<Acts.Done> done) {
        for (int i = done.size() - 1; i >= 0; i--) {
            var d = done.get(i);
            boolean ended = step.taskId().equals(d.taskId()) && d.verb() == step.endedVerb();
            boolean cancelled = "CANCELLED".equals(step.state()) && d.verb() == step.endedVerb();
            if (ended || cancelled) return Refusal.stale("stale." + d.verb().code(), name(d), d.at());
        }
        return Refusal.stale("stale.changed", "", step.ended() == null ? step.arrived() : step.ended());
    }

    static String name(Acts.Done d) {
        return d.actorName() == null ? "" : d.actorName();
    }

    /** The form of the step apart, the rest is the content's. */
    private void save(Context c) {
        var body = Objects.requireNonNull(c.act().body());
        if (body.size() == 1 && body.has("form")) return;
        rights.content(c.file())
                .ifPresent(content -> content.save(
                        c.file().facts(), c.step().activity(), c.actor(), c.step().scope(), body));
    }

    private Result finish(Context c, Map<String, String> seen) {
        return finish(c, seen, Optional.empty());
    }

    private Result finish(Context c, Map<String, String> seen, Optional<Deeds.Tally> tally) {
        long revision = c.file().revision() + 1;
        var entry = ledger.enter(c, seen, revision);
        var counted = tally.map(t -> ledger.tally(c.file(), c.step(), c.now(), t));
        var now = files.find(c.file().caseId()).orElseThrow();
        files.advance(now.caseId(), revision, now.round());
        List<Acts.Done> skips = List.of();
        if (c.act().verb() != Verb.SAVE) {
            skips = settling.settle(c.file().caseId());
            touched.deed(null);
        }
        touched.flush();
        if (c.act().verb() == Verb.SUBMIT) {
            rights.content(now).ifPresent(k -> k.submitted(now.facts(), c.step().activity(), c.actor()));
            if (c.act().to() != null) settling.copyPast(c);
        }
        settling.refresh(c.file().caseId(), c.step().taskId());
        // Last, for the record makes all others wait; the act before the skips it caused.
        ledger.publish(entry, now.facts());
        counted.ifPresent(result -> ledger.publish(result, now.facts()));
        skips.forEach(skip -> ledger.publish(skip, now.facts()));
        return result(files.find(now.caseId()).orElseThrow(), revision);
    }

    private Result result(CaseFiles.CaseFile file, long revision) {
        return new Result(
                file.caseId(),
                revision,
                file.ended(),
                steps.open(file.caseId()).stream()
                        .map(s -> new OpenTask(s.taskId(), s.activity(), s.name()))
                        .toList());
    }
}
