package org.jixiao.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Against;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Visits;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
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

    SelfEvaluations(
            EvaluationContent content,
            RectificationContent rectification,
            Sheets sheets,
            Readers readers,
            Views views,
            Cases cases,
            Verbs verbs,
            ObjectMapper json,
            Visits visits) {
        this.content = content;
        this.rectification = rectification;
        this.sheets = sheets;
        this.readers = readers;
        this.views = views;
        this.cases = cases;
        this.verbs = verbs;
        this.json = json;
        this.visits = visits;
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
