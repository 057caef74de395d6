package org.jixiao.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/** The files handed in for the rows of a self-evaluation or its rectification: put there, read, taken back. */
@Service
public class EvidenceShelf {

    private static final int ATTEMPTS = 3;
    private static final int NAME_LENGTH = 200;

    private final Evaluations evaluations;
    private final EvidenceFiles files;
    private final Readers readers;
    private final Cases cases;
    private final Verbs verbs;
    private final ProductClock clock;
    private final ObjectMapper json;
    private final DataSize limit;

    EvidenceShelf(
            Evaluations evaluations,
            EvidenceFiles files,
            Readers readers,
            Cases cases,
            Verbs verbs,
            ProductClock clock,
            ObjectMapper json,
            @Value("${jixiao.evidence.max-size:20MB}") DataSize limit) {
        this.evaluations = evaluations;
        this.files = files;
        this.readers = readers;
        this.cases = cases;
        this.verbs = verbs;
        this.clock = clock;
        this.json = json;
        this.limit = limit;
    }

    /** The most a file may weigh. */
    public long maxFileSize() {
        return limit.toBytes();
    }

    /** What a file may end in. */
    public static List<String> endings() {
        return List.of(FileType.ENDINGS.split("、"));
    }

    /** Hands in a file for a row of the section's open self-evaluation, or of its rectification. */
    public UUID handIn(
            Actor actor, String unit, int year, String section, Period period, String row, String name, byte[] bytes) {
        String task = openTask(actor, unit, year, section, period);
        return handIn(actor, task, row, name, bytes);
    }

    /** Hands in a file at the filling step. */
    public UUID handIn(Actor actor, String task, String row, String name, byte[] bytes) {
        if (!verbs.allowed(actor, task).contains(Verb.SAVE)) throw closed(actor, task);
        String plain = plainName(name);
        if (bytes.length == 0) throw Refusal.invalid("evidence.empty", plain);
        if (bytes.length > limit.toBytes()) {
            throw Refusal.invalid("evidence.too-large", plain, String.valueOf(limit.toMegabytes()));
        }
        FileType type = FileType.of(plain, bytes)
                .orElseThrow(() -> Refusal.invalid("evidence.type", plain, FileType.ENDINGS));
        files.forgetStagedBefore(clock.now().minus(Duration.ofDays(1)));
        Evidence file = new Evidence(
                Ids.next(),
                null,
                null,
                null,
                plain,
                type.mediaType,
                bytes.length,
                Hashes.of(bytes),
                actor.id(),
                clock.now());
        files.stage(file, bytes);
        ObjectNode body = json.createObjectNode();
        body.putArray("attach").addObject().put("row", row).put("evidence", file.id().toString());
        try {
            saveAsItStands(actor, task, body);
        } catch (RuntimeException e) {
            files.delete(file.id());
            throw e;
        }
        return file.id();
    }

    /** Takes back a file handed in in the loop under way. */
    public void takeAway(Actor actor, UUID evidence) {
        Evaluation e = readableEvaluation(actor, evidence);
        String task = openTask(actor, e.unit(), e.year(), e.section(), e.period());
        ObjectNode body = json.createObjectNode();
        body.putArray("detach").add(evidence.toString());
        saveAsItStands(actor, task, body);
    }

    /** A file goes with the row whatever else was saved meanwhile: the revision is the current one. */
    private void saveAsItStands(Actor actor, String task, ObjectNode body) {
        String caseId = cases.task(actor, task).facts().caseId();
        for (int attempt = 1; ; attempt++) {
            try {
                verbs.act(actor, task, Act.of(Verb.SAVE, cases.revision(caseId)).body(body));
                return;
            } catch (Refusal refusal) {
                if (refusal.kind() != Refusal.Kind.STALE || attempt == ATTEMPTS) throw refusal;
            }
        }
    }

    private String openTask(Actor actor, String unit, int year, String section, Period period) {
        Refusal refusal = Refusal.forbidden();
        for (String process : List.of(EvaluationProcess.EVALUATION, EvaluationProcess.RECTIFICATION)) {
            Optional<String> task = cases.find(process, unit, year, section, period.name())
                    .flatMap(facts -> cases.fillTask(facts.caseId()));
            if (task.isEmpty()) continue;
            if (verbs.allowed(actor, task.get()).contains(Verb.SAVE)) return task.get();
            if (refusal.kind() == Refusal.Kind.FORBIDDEN) refusal = closed(actor, task.get());
        }
        throw refusal;
    }

    /** The sentence of the calendar for whoever may read the task; others learn nothing. */
    private Refusal closed(Actor actor, String task) {
        try {
            var closing = cases.task(actor, task).closing();
            return closing == null ? Refusal.forbidden() : closing.why().orElseGet(Refusal::forbidden);
        } catch (Refusal unreadable) {
            return Refusal.forbidden();
        }
    }

    /** What is said of a file the reader may open; forbidden alike for a foreign and an unknown one. */
    public Evidence file(Actor reader, UUID id) {
        readableEvaluation(reader, id);
        return files.find(id).orElseThrow(Refusal::forbidden);
    }

    /** Writes the bytes of a file that {@link #file} gave. */
    public void write(Evidence file, OutputStream out) throws IOException {
        files.write(file, out);
    }

    private Evaluation readableEvaluation(Actor reader, UUID id) {
        Evidence file = files.find(id).filter(f -> f.evaluation() != null).orElseThrow(Refusal::forbidden);
        Evaluation e = evaluations.find(file.evaluation()).orElseThrow(Refusal::forbidden);
        if (!readers.mayRead(e, file, reader)) throw Refusal.forbidden();
        return e;
    }

    /** Without a path and without what a header or a file system would stumble over. */
    private static String plainName(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "_").strip();
        if (plain.length() <= NAME_LENGTH) return plain;
        int dot = plain.lastIndexOf('.');
        String ending = dot < 0 || plain.length() - dot > 10 ? "" : plain.substring(dot);
        return plain.substring(0, NAME_LENGTH - ending.length()) + ending;
    }
}
