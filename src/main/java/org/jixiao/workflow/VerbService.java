package org.jixiao.workflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jixiao.base.Finding;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Every verb: one transaction under the root's lock, judged against the case as it is then. */
@Service
class VerbService implements Verbs {

    private static final int TRIES = 4;

    private final TransactionTemplate transaction;
    private final CaseFiles files;
    private final CaseSteps steps;
    private final Acts acts;
    private final Rights rights;
    private final Models models;
    private final EngineMoves engine;
    private final Touched touched;
    private final Ledger ledger;
    private final Settling settling;
    private final Urging urging;
    private final ProductClock clock;

    VerbService(
            TransactionTemplate transaction,
            CaseFiles files,
            CaseSteps steps,
            Acts acts,
            Rights rights,
            Models models,
            EngineMoves engine,
            Touched touched,
            Ledger ledger,
            Settling settling,
            Urging urging,
            ProductClock clock) {
        this.transaction = transaction;
        this.files = files;
        this.steps = steps;
        this.acts = acts;
        this.rights = rights;
        this.models = models;
        this.engine = engine;
        this.touched = touched;
        this.ledger = ledger;
        this.settling = settling;
        this.urging = urging;
        this.clock = clock;
    }

    @Override
    public Result act(Actor actor, String taskId, Act act) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(t -> once(actor, taskId, act)));
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                // Another transaction moved the engine under ours; nothing was changed, so ask again.
                if (attempt == TRIES) throw e;
            }
        }
    }

    @Override
    public List<Verb> allowed(Actor actor, String taskId) {
        var step = steps.find(taskId).orElseThrow(Refusal::forbidden);
        var file = files.find(step.caseId()).orElseThrow(Refusal::forbidden);
        return rights.allowed(actor, step, file, acts.ofCase(file.caseId()));
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
        var same = acts.same(caseId, actor.id(), act.verb(), act.revision());
        if (same.isPresent() && same.get().requestHash().equals(request)) {
            return result(file, same.get().revisionAfter());
        }
        var context = new Context(actor, act, file, step, done, request, clock.now());
        switch (act.verb()) {
            case WITHDRAW, TAKE_BACK -> {
                var seen = hashes(context);
                takeBack(context);
                return finish(context, seen);
            }
            case SAVE, SUBMIT, APPROVE, ACCEPT, RETURN -> {
                ensureHandler(context);
                if (act.body() != null && (act.verb() == Verb.SAVE || act.verb() == Verb.SUBMIT)) save(context);
                // What the actor answers for is the content before the case moves on.
                var seen = hashes(context);
                switch (act.verb()) {
                    case SAVE -> {}
                    case SUBMIT -> submit(context, seen);
                    case RETURN -> giveBack(context, seen);
                    default -> approve(context);
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
            Instant now) {}

    private void ensureHandler(Context c) {
        if (!c.step().open()) {
            boolean wasTheirs = rights.handles(c.actor(), c.step(), c.done());
            if (!wasTheirs && !rights.mayRead(c.actor(), c.file(), steps.ofCase(c.file().caseId()), c.done())) {
                throw Refusal.forbidden();
            }
            throw over(c.step(), c.done());
        }
        if (!rights.handles(c.actor(), c.step(), c.done())) throw Refusal.forbidden();
        ensureFresh(c);
        boolean fits = rights.allowed(c.actor(), c.step(), c.file(), c.done())
                .contains(c.act().verb());
        if (!fits) throw Refusal.invalid("verb.not-here", c.step().name());
    }

    private static void ensureFresh(Context c) {
        if (c.act().revision() == c.file().revision()) return;
        var last = Rights.lastOf(c.done());
        if (last == null) throw Refusal.stale("stale.changed", "", c.now());
        throw Refusal.stale("stale." + last.verb().code(), name(last), last.at());
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

    private static String name(Acts.Done d) {
        return d.actorName() == null ? "" : d.actorName();
    }

    private Map<String, String> hashes(Context c) {
        return rights.content(c.file())
                .map(k -> k.rowHashes(c.file().facts()))
                .orElse(Map.of());
    }

    private void save(Context c) {
        var body = Objects.requireNonNull(c.act().body());
        rights.content(c.file())
                .ifPresent(content -> content.save(
                        c.file().facts(), c.step().activity(), c.actor(), c.step().scope(), body));
    }

    private void submit(Context c, Map<String, String> current) {
        var facts = c.file().facts();
        var content = rights.content(c.file());
        List<Finding> errors = content.map(k -> k.check(facts, c.step().activity())).orElse(List.of()).stream()
                .filter(Finding::blocks)
                .toList();
        if (!errors.isEmpty()) throw Refusal.invalid("content.errors", errors, String.valueOf(errors.size()));
        deed(c, null, null);
        if (c.act().to() == null) {
            engine.complete(c.step().taskId(), Verb.SUBMIT);
        } else {
            direct(c, current);
        }
        touched.flush();
    }

    private void direct(Context c, Map<String, String> current) {
        String to = c.act().to();
        if (!rights.directTo(c.step(), c.file()).equals(Optional.of(to))) throw Refusal.invalid("direct.not-here");
        var returned = c.done().stream()
                .filter(d -> d.verb() == Verb.RETURN && Objects.equals(d.step(), to))
                .reduce((a, b) -> b)
                .orElseThrow(Refusal::forbidden);
        List<Finding> changed = current.entrySet().stream()
                .filter(e -> !c.step().scope().permits(e.getKey()))
                .filter(e -> !e.getValue().equals(returned.rowHashes().get(e.getKey())))
                .map(e -> Finding.error("direct.changed", e.getKey(), null))
                .toList();
        if (!changed.isEmpty()) throw Refusal.invalid("direct.changed", changed);
        engine.move(c.file().caseId(), List.of(c.step().taskId()), to, null);
    }

    private void approve(Context c) {
        deed(c, null, null);
        engine.complete(c.step().taskId(), c.act().verb());
        touched.flush();
    }

    private void giveBack(Context c, Map<String, String> current) {
        var model = models.step(c.file().definitionId(), c.step().activity());
        var targets = rights.returnTargets(c.step(), c.file(), model);
        String to = c.act().to() == null ? targets.get(0).id() : c.act().to();
        if (targets.stream().noneMatch(t -> t.id().equals(to))) throw Refusal.invalid("return.not-there");
        RowScope scope = marks(c, current.keySet());
        files.advance(c.file().caseId(), c.file().revision(), c.file().round() + 1);
        deed(c, scope, c.step().activity());
        if (models.drawnReturn(c.file().definitionId(), c.step().activity()).equals(Optional.of(to))) {
            engine.complete(c.step().taskId(), Verb.RETURN);
        } else {
            engine.move(c.file().caseId(), List.of(c.step().taskId()), to, c.act().opinion());
        }
        touched.flush();
        reopened(c, scope);
    }

    /** Each marked row has its reason, or they share the opinion; with no row marked, all come back for the opinion. */
    private RowScope marks(Context c, Set<String> known) {
        String shared = blankToNull(c.act().opinion());
        if (c.act().rows().isEmpty()) {
            if (shared == null) throw Refusal.invalid("return.reason");
            return RowScope.ALL;
        }
        var reasons = new HashMap<String, String>();
        for (var row : c.act().rows()) {
            if (!known.contains(row.id())) {
                throw Refusal.invalid("return.row", List.of(Finding.error("return.row", row.id(), null)));
            }
            String reason = blankToNull(row.reason());
            if (reason == null && shared == null) {
                throw Refusal.invalid("return.reason", List.of(Finding.error("return.reason", row.id(), "reason")));
            }
            reasons.put(row.id(), reason == null ? shared : reason);
        }
        return RowScope.only(reasons);
    }

    private void takeBack(Context c) {
        boolean fills = c.step().fills();
        if (!c.actor().id().equals(c.step().endedBy())) throw Refusal.forbidden();
        rights.withdrawal(c.actor(), c.step(), c.file(), c.done()).ifPresent(o -> {
            if (o.by() == null) throw Refusal.invalid(o.code());
            throw Refusal.stale(o.code(), name(o.by()), o.by().at());
        });
        if (fills != (c.act().verb() == Verb.WITHDRAW)) throw Refusal.invalid("verb.not-here", c.step().name());
        ensureFresh(c);
        var own = c.done().stream()
                .filter(d -> c.step().taskId().equals(d.taskId()) && d.verb() == c.step().endedVerb())
                .reduce((a, b) -> b)
                .orElseThrow(Refusal::forbidden);
        if (own.verb() == Verb.RETURN) {
            if (!hashes(c).equals(own.rowHashes())) {
                throw Refusal.stale("withdraw.handled", c.step().name(), c.now());
            }
        }
        files.advance(c.file().caseId(), c.file().revision(), own.round());
        deed(c, fills ? c.step().scope() : null, fills ? c.step().returnedFrom() : null);
        List<String> open = steps.open(c.file().caseId()).stream()
                .map(CaseSteps.CaseStep::taskId)
                .collect(Collectors.toList());
        engine.move(c.file().caseId(), open, c.step().activity(), c.act().verb().code());
        touched.flush();
        if (fills) reopened(c, c.step().scope());
    }

    private void reopened(Context c, RowScope scope) {
        var file = files.find(c.file().caseId()).orElseThrow();
        for (var open : steps.open(file.caseId())) {
            if (open.fills()) {
                rights.content(file).ifPresent(k -> k.reopened(file.facts(), open.activity(), scope));
            }
        }
    }

    private void deed(Context c, @Nullable RowScope scope, @Nullable String returnedFrom) {
        touched.deed(new Touched.Deed(
                c.act().verb(), c.actor().id(), c.step().taskId(), c.now(), scope, returnedFrom));
    }

    private Result finish(Context c, Map<String, String> seen) {
        long revision = c.file().revision() + 1;
        var entry = ledger.enter(c, seen, revision);
        var now = files.find(c.file().caseId()).orElseThrow();
        files.advance(now.caseId(), revision, now.round());
        if (c.act().verb() != Verb.SAVE) {
            settling.settle(c.file().caseId());
            touched.deed(null);
        }
        touched.flush();
        ledger.publish(entry, now.facts());
        if (c.act().verb() == Verb.SUBMIT) {
            rights.content(now).ifPresent(k -> k.submitted(now.facts(), c.step().activity(), c.actor()));
            if (c.act().to() != null) settling.copyPast(c);
        }
        settling.refresh(c.file().caseId(), c.step().taskId());
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

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
