package org.jixiao.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Against;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.jixiao.workflow.Visits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Self-evaluations for pages and {@code /api}: reading and saving. */
@Service
public class SelfEvaluations {

    private final EvaluationContent content;
    private final RectificationContent rectification;
    private final Sheets sheets;
    private final Readers readers;
    private final Views views;
    private final Cases cases;
    private final Verbs verbs;
    private final ObjectMapper json;
    private final Visits visits;
    private final Evaluations evaluations;

    SelfEvaluations(
            EvaluationContent content,
            RectificationContent rectification,
            Sheets sheets,
            Readers readers,
            Views views,
            Cases cases,
            Verbs verbs,
            ObjectMapper json,
            Visits visits,
            Evaluations evaluations) {
        this.content = content;
        this.rectification = rectification;
        this.sheets = sheets;
        this.readers = readers;
        this.views = views;
        this.cases = cases;
        this.verbs = verbs;
        this.json = json;
        this.visits = visits;
        this.evaluations = evaluations;
    }

    /**
     * @param revision of the case, 0 while it has not begun
     * @param taskId where the reader may type, if anywhere
     */
    public record Page(long revision, @Nullable String taskId, SheetView sheet) {}

    /** The sheet as far as the reader may see it; forbidden when that is nothing, or there is no such section. */
    public Page read(Actor reader, String unit, int year, String section, Period period) {
        Evaluation e = sheets.evaluation(unit, year, section, period);
        if (readers.reach(e, reader) == Readers.Reach.NONE) throw Refusal.forbidden();
        if (!sheets.exists(unit, year, section)) throw Refusal.forbidden();
        Sheet sheet = readers.sheet(e, reader);
        Optional<CaseFacts> facts = cases.find(EvaluationProcess.EVALUATION, unit, year, section, period.name());
        String task = facts.flatMap(f -> cases.fillTask(f.caseId()))
                .filter(id -> verbs.allowed(reader, id).contains(Verb.SAVE))
                .orElse(null);
        return new Page(
                facts.map(f -> cases.revision(f.caseId())).orElse(0L), task, views.sheet(sheet));
    }

    /** The sheet of a task the reader may see. */
    public SheetView ofTask(Cases.TaskSheet task, Actor reader) {
        return (SheetView) content.view(task.facts(), task.step(), reader);
    }

    /** The rectification of a task the reader may see. */
    public RectificationView rectificationOf(Cases.TaskSheet task, Actor reader) {
        return (RectificationView) rectification.view(task.facts(), task.step(), reader);
    }

    /** What changed, as far as the reader sees it; see {@link SheetChanges#of}. */
    public Map<String, Map<String, String>> changes(Cases.TaskSheet task, Actor reader, Against against) {
        Evaluation e = content.evaluation(task.facts());
        boolean draft = readers.reach(e, reader) == Readers.Reach.ALL
                && cases.fillTask(task.facts().caseId()).isPresent();
        JsonNode now = json.valueToTree(views.snapshot(readers.sheet(e, reader)));
        if (against != Against.SEEN) return changes(task, draft, now);
        return visits.before(reader, task.facts().caseId())
                .map(before -> SheetChanges.of(before.content(), now))
                .orElse(Map.of());
    }

    /**
     * What differs from the same period of last year, as the bureau decided it: row id → field → what it was then
     * ({@code actual}, {@code halfText}, {@code annualText}); a row that is there with nothing is as it was, and one
     * that is not there was not decided last year.
     */
    public Map<String, Map<String, String>> sinceLastYear(Cases.TaskSheet task, Actor reader) {
        var facts = task.facts();
        Period period = Period.of(Objects.requireNonNull(facts.period()));
        var then = evaluations.decided(facts.unit(), facts.year() - 1, period).stream()
                .filter(kept -> kept.decided() != null)
                .collect(Collectors.toMap(kept -> kept.decided().row().indicator().toString(), kept -> kept));
        var changes = new HashMap<String, Map<String, String>>();
        if (then.isEmpty()) return changes;
        for (SheetView.RowView row : ofTask(task, reader).rows()) {
            var kept = then.get(row.id());
            if (kept != null) changes.put(row.id(), differences(row, kept, period));
        }
        return changes;
    }

    private static Map<String, String> differences(SheetView.RowView row, Evaluations.Kept kept, Period period) {
        var target = Objects.requireNonNull(kept.decided()).row();
        String actual = Views.value(kept.figures(), kept.decided().judgement(), target, period);
        var was = new LinkedHashMap<String, String>();
        was.put("actual", actual == null ? "" : actual);
        was.put("halfText", target.halfText());
        was.put("annualText", target.annualText());
        was.entrySet().removeIf(field -> field.getValue().equals(switch (field.getKey()) {
            case "actual" -> row.value() == null ? row.figures().actual() : row.value();
            case "halfText" -> row.halfText();
            default -> row.annualText();
        }));
        return was;
    }

    /** What changed in a rectification since it was submitted before: row id → field → what it was. */
    public Map<String, Map<String, String>> changesOfRectification(Cases.TaskSheet task) {
        boolean draft = cases.fillTask(task.facts().caseId()).isPresent();
        return changes(task, draft, rectification.snapshot(task.facts()));
    }

    /** A draft is compared with the last submission, what was submitted with the one before. */
    private Map<String, Map<String, String>> changes(Cases.TaskSheet task, boolean draft, JsonNode now) {
        return cases.submission(task.facts().caseId(), draft ? 0 : 1)
                .map(before -> SheetChanges.of(before.content(), now))
                .orElse(Map.of());
    }

    /** Whether the sheet has anything to show the reader. */
    public boolean readable(Actor reader, String unit, int year, String section, Period period) {
        return readers.reach(sheets.evaluation(unit, year, section, period), reader) != Readers.Reach.NONE;
    }

    /** Saves a draft on the open filling step of the case. */
    public Verbs.Result save(
            Actor actor, String unit, int year, String section, Period period, long revision, JsonNode body) {
        String task = cases.find(EvaluationProcess.EVALUATION, unit, year, section, period.name())
                .flatMap(facts -> cases.fillTask(facts.caseId()))
                .orElseThrow(Refusal::forbidden);
        return verbs.act(actor, task, Act.of(Verb.SAVE, revision).body(body));
    }
}
