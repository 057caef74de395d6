package org.jixiao.workflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jixiao.base.Ids;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.Posts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Enters every act: who, for which post, at which step and round, on which content. */
@Component
class Ledger {

    /** Verbs whose {@code to} reads by itself: whom it went to by name, the versions, the step's name. */
    static final Set<Verb> NAMES_TO = EnumSet.of(
            Verb.TRANSFER, Verb.COPY, Verb.DELEGATE, Verb.ADD_SIGNER, Verb.ADD_BEFORE, Verb.ADD_AFTER,
            Verb.MIGRATE, Verb.REASSIGN, Verb.JUMP);

    private final Acts acts;
    private final Rights rights;
    private final Posts posts;
    private final CaseSteps.Json json;
    private final ApplicationEventPublisher events;

    Ledger(Acts acts, Rights rights, Posts posts, CaseSteps.Json json, ApplicationEventPublisher events) {
        this.acts = acts;
        this.rights = rights;
        this.posts = posts;
        this.json = json;
        this.events = events;
    }

    /** The same request again hashes the same; another one, though by the same person on the same revision, does not. */
    String requestHash(String taskId, Act act) {
        return sha256(taskId + "\n" + json.write(act));
    }

    Acts.Done enter(VerbService.Context c, Map<String, String> hashes, long revisionAfter) {
        var content = rights.content(c.file());
        var facts = c.file().facts();
        Map<String, String> reasons = new TreeMap<>();
        for (var row : c.act().rows()) {
            reasons.put(row.id(), row.reason() == null || row.reason().isBlank() ? "" : row.reason().strip());
        }
        var entry = entry(
                c.file(), c.step(), c.actor(), c.act().verb(), c.now(), c.act().opinion(), reasons, c.act().to(), hashes,
                c.request(), revisionAfter);
        acts.add(entry);
        if (c.act().verb() == Verb.SUBMIT) {
            content.ifPresent(k -> acts.submitted(entry.id(), facts.caseId(), k.snapshot(facts)));
        }
        return entry;
    }

    /** A step passed over by the system. */
    Acts.Done skip(CaseFiles.CaseFile file, CaseSteps.CaseStep step, Instant at, String why) {
        var hashes = rights.hashes(file);
        var entry = entry(file, step, null, Verb.SKIP, at, why, Map.of(), null, hashes, "", file.revision());
        acts.add(entry);
        return entry;
    }

    /** What the votes of a countersigned step came to; {@code to} is the answer, the opinion a note with the votes. */
    Acts.Done tally(CaseFiles.CaseFile file, CaseSteps.CaseStep step, Instant at, Deeds.Tally tally) {
        String note = (tally.passed() ? "tally.passed" : "tally.failed") + ": " + tally.votes().approvals() + ":"
                + tally.votes().rejections();
        Verb answer = tally.passed() ? Verb.APPROVE : Verb.REJECT;
        return note(file, step, null, Verb.TALLY, at, note, answer.code());
    }

    /** An act on a case as a whole, or one that moves nothing: opening, urging. */
    Acts.Done note(
            CaseFiles.CaseFile file,
            CaseSteps.@Nullable CaseStep step,
            @Nullable Actor actor,
            Verb verb,
            Instant at,
            @Nullable String why) {
        return note(file, step, actor, verb, at, why, null);
    }

    /** @param to whom it concerns, by name */
    Acts.Done note(
            CaseFiles.CaseFile file,
            CaseSteps.@Nullable CaseStep step,
            @Nullable Actor actor,
            Verb verb,
            Instant at,
            @Nullable String why,
            @Nullable String to) {
        var entry = entry(file, step, actor, verb, at, why, Map.of(), to, Map.of(), "", file.revision());
        acts.add(entry);
        return entry;
    }

    private Acts.Done entry(
            CaseFiles.CaseFile file,
            CaseSteps.@Nullable CaseStep step,
            @Nullable Actor actor,
            Verb verb,
            Instant at,
            @Nullable String opinion,
            Map<String, String> reasons,
            @Nullable String to,
            Map<String, String> hashes,
            String request,
            long revisionAfter) {
        // Who was asked to sign does so for their own post; a delegate speaks for the one they prepare it for.
        boolean signs = step != null && (step.turn() == Turns.Kind.BEFORE || step.turn() == Turns.Kind.AFTER);
        UUID acting = step == null ? null : signs ? step.post() : step.nominalPost();
        Post post = acting == null ? null : posts.post(acting).orElse(null);
        return new Acts.Done(
                Ids.next(),
                0,
                file.caseId(),
                step == null ? null : step.taskId(),
                verb,
                step == null ? null : step.activity(),
                step == null ? null : step.name(),
                step == null ? null : step.nameEn(),
                actor == null ? null : actor.id(),
                actor == null ? null : actor.name(),
                post == null ? null : post.id(),
                post == null ? null : post.kind(),
                post == null ? null : post.name(),
                file.revision(),
                file.round(),
                at,
                opinion == null || opinion.isBlank() ? null : opinion.strip(),
                reasons,
                to,
                contentHash(hashes),
                hashes,
                request,
                revisionAfter);
    }

    void publish(Acts.Done d, CaseFacts facts) {
        events.publishEvent(new Acted(
                d.id(),
                facts.in(d.round()),
                d.actor(),
                d.actorName(),
                d.postName(),
                d.verb(),
                d.step(),
                d.stepName(),
                d.stepNameEn(),
                d.at(),
                d.opinion(),
                d.rowReasons(),
                NAMES_TO.contains(d.verb()) ? d.to() : null,
                d.contentHash()));
    }

    static String contentHash(Map<String, String> rowHashes) {
        var text = new StringBuilder();
        new TreeMap<>(rowHashes)
                .forEach((id, hash) -> text.append(id).append('=').append(hash).append('\n'));
        return sha256(text.toString());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
