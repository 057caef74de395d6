package org.jixiao.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What each verb does to the engine and the dossier, once the right to it is established. */
@Component
class Deeds {

    private final CaseFiles files;
    private final CaseSteps steps;
    private final Rights rights;
    private final Models models;
    private final EngineMoves engine;
    private final Touched touched;
    private final Receivers receivers;
    private final Turns turns;

    Deeds(
            CaseFiles files,
            CaseSteps steps,
            Rights rights,
            Models models,
            EngineMoves engine,
            Touched touched,
            Receivers receivers,
            Turns turns) {
        this.files = files;
        this.steps = steps;
        this.rights = rights;
        this.models = models;
        this.engine = engine;
        this.touched = touched;
        this.receivers = receivers;
        this.turns = turns;
    }

    void submit(VerbService.Context c, Map<String, String> current) {
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

    private void direct(VerbService.Context c, Map<String, String> current) {
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

    /** @return what the votes came to, when this was the one that decided a countersigned step */
    Optional<Tally> decide(VerbService.Context c) {
        boolean against = c.act().verb() == Verb.REJECT;
        if (against && blankToNull(c.act().opinion()) == null) throw Refusal.invalid("reject.reason");
        if (models.countersign(c.file().definitionId(), c.step().activity()).isPresent()) return sign(c);
        if (against) against(c);
        approve(c);
        return Optional.empty();
    }

    /** Done with it as drawn, unless it was somebody's turn only, or others are to sign after its owner. */
    void approve(VerbService.Context c) {
        deed(c, null, null);
        if (c.act().verb() == Verb.APPROVE && !turns.done(c.step())) return;
        engine.complete(c.step().taskId(), c.act().verb());
        touched.flush();
    }

    void resolve(VerbService.Context c) {
        if (blankToNull(c.act().opinion()) == null) throw Refusal.invalid("resolve.opinion");
        deed(c, null, null);
        turns.done(c.step());
    }

    private Optional<Tally> sign(VerbService.Context c) {
        var rule = models.countersign(c.file().definitionId(), c.step().activity()).orElseThrow();
        var votes = engine.votes(c.step().taskId()).plus(c.act().verb());
        var decided = rule.decided(votes);
        decided.filter(passed -> !passed).ifPresent(no -> against(c));
        deed(c, null, null);
        engine.complete(c.step().taskId(), c.act().verb());
        touched.flush();
        return decided.map(passed -> new Tally(passed, votes));
    }

    record Tally(boolean passed, Countersign.Votes votes) {}

    /** A rejection that leads back to whoever fills begins another round. */
    private void against(VerbService.Context c) {
        models.answeredBy(c.file().definitionId(), c.step().activity(), Verb.REJECT)
                .filter(step -> "fill".equals(step.kind()))
                .ifPresent(step -> files.advance(c.file().caseId(), c.file().revision(), c.file().round() + 1));
    }

    /** Others have the task for a while, or one more signs along; what is entered names them. */
    VerbService.Context ask(VerbService.Context c) {
        Verb verb = c.act().verb();
        if (c.act().receivers().isEmpty()) throw Refusal.invalid(verb == Verb.DELEGATE ? "delegate.whom" : "signer.whom");
        if (verb == Verb.DELEGATE && c.act().receivers().size() != 1) throw Refusal.invalid("delegate.whom");
        if (blankToNull(c.act().opinion()) == null) throw Refusal.invalid("ask.reason");
        var offered = verb == Verb.DELEGATE
                ? receivers.forTransfer(c.actor(), c.step(), c.file(), c.done())
                : receivers.forSigning(c.actor(), c.step(), c.file(), c.done());
        var chosen = offered.stream().filter(r -> c.act().receivers().contains(r.id())).toList();
        if (chosen.size() < Set.copyOf(c.act().receivers()).size())
            throw Refusal.invalid(verb == Verb.DELEGATE ? "transfer.not-able" : "signer.not-able", c.step().name());
        deed(c, null, null);
        var holders = chosen.stream().map(Verbs.Receiver::id).toList();
        switch (verb) {
            case ADD_SIGNER -> holders.forEach(post -> engine.sign(c.step(), post));
            case DELEGATE -> turns.ask(c.step(), Turns.Kind.DELEGATE, holders, c.actor().id());
            case ADD_BEFORE -> turns.ask(c.step(), Turns.Kind.BEFORE, holders, c.actor().id());
            default -> turns.ask(c.step(), Turns.Kind.AFTER, holders, c.actor().id());
        }
        touched.flush();
        return c.with(c.act().to(String.join("、", chosen.stream().map(Verbs.Receiver::name).toList())));
    }

    void giveBack(VerbService.Context c, Map<String, String> current) {
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
    }

    /** Each marked row has its reason, or they share the opinion; with no row marked, all come back for the opinion. */
    private RowScope marks(VerbService.Context c, Set<String> known) {
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

    /** The task becomes another's; what is entered names them. */
    VerbService.Context transfer(VerbService.Context c) {
        if (blankToNull(c.act().opinion()) == null) throw Refusal.invalid("transfer.reason");
        if (c.act().receivers().size() != 1) throw Refusal.invalid("transfer.whom");
        var receiver = receivers.forTransfer(c.actor(), c.step(), c.file(), c.done()).stream()
                .filter(r -> r.id().equals(c.act().receivers().get(0)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("transfer.not-able", c.step().name()));
        deed(c, null, null);
        engine.assign(c.step().taskId(), receiver.id());
        touched.flush();
        return c.with(c.act().to(receiver.name()));
    }

    /** Whoever had it before has it again: the person it had been transferred to, or the post. */
    private void takeBackTransfer(VerbService.Context c) {
        if (c.step().turn() != null) {
            deed(c, null, null);
            turns.takeBack(c.step());
            return;
        }
        boolean received = c.done().stream()
                .anyMatch(d -> d.verb() == Verb.TRANSFER
                        && c.step().taskId().equals(d.taskId())
                        && !c.actor().id().equals(d.actor()));
        deed(c, null, null);
        engine.assign(c.step().taskId(), received ? c.actor().id() : null);
        touched.flush();
    }

    void takeBack(VerbService.Context c) {
        if (c.act().verb() == Verb.TAKE_BACK
                && Rights.transferred(c.actor(), c.step(), c.done()).isPresent()) {
            VerbService.ensureFresh(c);
            takeBackTransfer(c);
            return;
        }
        boolean fills = c.step().fills();
        if (!c.actor().id().equals(c.step().endedBy()) || !rights.holds(c.actor(), c.step())) throw Refusal.forbidden();
        rights.withdrawal(c.actor(), c.step(), c.file(), c.done()).ifPresent(o -> {
            if (o.by() == null) throw Refusal.invalid(o.code());
            throw Refusal.stale(o.code(), VerbService.name(o.by()), o.by().at());
        });
        if (fills != (c.act().verb() == Verb.WITHDRAW)) throw Refusal.invalid("verb.not-here", c.step().name());
        VerbService.ensureFresh(c);
        var own = c.done().stream()
                .filter(d -> c.step().taskId().equals(d.taskId()) && d.verb() == c.step().endedVerb())
                .reduce((a, b) -> b)
                .orElseThrow(Refusal::forbidden);
        if (own.verb() == Verb.RETURN) {
            if (!rights.hashes(c.file()).equals(own.rowHashes())) {
                var last = Rights.lastOf(c.done());
                throw Refusal.stale("withdraw.handled", VerbService.name(last), last.at());
            }
        }
        files.advance(c.file().caseId(), c.file().revision(), own.round());
        deed(c, fills ? c.step().scope() : null, fills ? c.step().returnedFrom() : null);
        List<String> open = steps.open(c.file().caseId()).stream()
                .map(CaseSteps.CaseStep::taskId)
                .collect(Collectors.toList());
        engine.move(c.file().caseId(), open, c.step().activity(), c.act().verb().code());
        touched.flush();
        if (c.step().assignee() == null) return;
        steps.open(c.file().caseId()).stream()
                .filter(s -> s.activity().equals(c.step().activity()))
                .forEach(s -> engine.assign(s.taskId(), c.step().assignee()));
        touched.flush();
    }

    private void deed(VerbService.Context c, @Nullable RowScope scope, @Nullable String returnedFrom) {
        touched.deed(new Touched.Deed(
                c.act().verb(), c.actor().id(), c.step().taskId(), c.now(), scope, returnedFrom));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
