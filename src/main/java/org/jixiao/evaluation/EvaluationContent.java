package org.jixiao.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jixiao.base.Finding;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.target.Openings;
import org.jixiao.workflow.CaseContent;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Closing;
import org.jixiao.workflow.RowScope;
import org.springframework.stereotype.Component;

/** What the workflow is told of a self-evaluation. */
@Component
class EvaluationContent implements CaseContent {

    private final Sheets sheets;
    private final Evaluations evaluations;
    private final EvidenceFiles files;
    private final Readers readers;
    private final Views views;
    private final ProductClock clock;
    private final ObjectMapper json;
    private final Openings openings;

    EvaluationContent(
            Sheets sheets,
            Evaluations evaluations,
            EvidenceFiles files,
            Readers readers,
            Views views,
            ProductClock clock,
            ObjectMapper json,
            Openings openings) {
        this.sheets = sheets;
        this.evaluations = evaluations;
        this.files = files;
        this.readers = readers;
        this.views = views;
        this.clock = clock;
        this.json = json;
        this.openings = openings;
    }

    @Override
    public String name() {
        return EvaluationProcess.CONTENT;
    }

    Evaluation evaluation(CaseFacts facts) {
        return sheets.evaluation(
                facts.unit(),
                facts.year(),
                Objects.requireNonNull(facts.section()),
                Period.of(Objects.requireNonNull(facts.period())));
    }

    /** For whoever is about to change it; see {@link Evaluations#hold}. */
    Evaluation held(CaseFacts facts) {
        Evaluation e = evaluation(facts);
        return evaluations.hold(facts.process().equals(EvaluationProcess.EVALUATION) ? e.of(facts.caseId()) : e);
    }

    Sheet sheet(CaseFacts facts) {
        return sheets.sheet(evaluation(facts));
    }

    @Override
    public List<Finding> check(CaseFacts facts, String step) {
        return Checks.of(sheet(facts), clock.today());
    }

    @Override
    public void save(CaseFacts facts, String step, Actor by, RowScope scope, JsonNode body) {
        Evaluation e = held(facts);
        e.ensureOpen();
        if (e.submittedLoop() == e.loop()) evaluations.keep(e.typedAgain());
        Sheet sheet = sheets.sheet(e);
        if (e.loop() > 0) asOf(sheet, scope, body);
        for (JsonNode change : array(body, "rows")) row(sheet, scope, change);
        money(sheet, scope, array(body, "money"));
        for (JsonNode file : array(body, "attach")) {
            Line line = writable(sheet, scope, file.path("row").asText());
            UUID id = id(file.path("evidence").asText());
            if (!files.attach(id, by.id(), e.id(), line.row().indicator(), e.loop())) throw Refusal.forbidden();
        }
        for (JsonNode file : array(body, "detach")) detach(sheet, scope, id(file.asText()));
    }

    /** The day stands behind every row of the loop: while only some rows are returned it stays. */
    private void asOf(Sheet sheet, RowScope scope, JsonNode body) {
        String day = Figures.text(body, "asOf", sheet.asOf()).strip();
        if (day.equals(sheet.asOf())) return;
        if (!scope.all()) {
            throw Refusal.invalid(
                    "evaluation.as-of-locked", List.of(Finding.error("evaluation.as-of-locked", null, "asOf")));
        }
        evaluations.day(sheet.evaluation().id(), sheet.evaluation().loop(), day);
    }

    private void row(Sheet sheet, RowScope scope, JsonNode change) {
        String id = change.path("id").asText();
        Line line = sheet.line(id).orElseThrow(Refusal::forbidden);
        Figures figures = line.open() ? line.figures().with(change) : line.figures();
        boolean touched = line.open() ? !figures.equals(line.figures()) : !line.figures().with(change).equals(figures);
        if (!touched) return;
        writable(sheet, scope, id);
        Evaluation e = sheet.evaluation();
        evaluations.row(e.id(), line.row().indicator(), e.loop(), figures);
    }

    private static Line writable(Sheet sheet, RowScope scope, String id) {
        Line line = sheet.line(id).orElseThrow(Refusal::forbidden);
        if (!line.open() || !scope.permits(id)) throw locked(id, line.row().name());
        return line;
    }

    private static Refusal locked(String row, String name) {
        return Refusal.invalid(
                "evaluation.row-locked", List.of(Finding.error("evaluation.row-locked", row, null, name)), name);
    }

    private void money(Sheet sheet, RowScope scope, Iterable<JsonNode> changes) {
        for (JsonNode change : changes) {
            MoneyLine line = sheet.money().leaves().stream()
                    .filter(leaf -> leaf.fund().id().toString().equals(change.path("id").asText()))
                    .findFirst()
                    .orElseThrow(Refusal::forbidden);
            MoneyLine.Typed typed = line.typed().with(change);
            if (typed.equals(line.typed())) continue;
            if (!sheet.keepsMoney()) throw Refusal.forbidden();
            if (!sheet.moneyOpen() || !moneyPermitted(sheet, scope)) throw locked(Checks.MONEY, line.fund().item());
            Evaluation e = sheet.evaluation();
            evaluations.money(e.id(), line.fund().id(), e.loop(), typed);
        }
    }

    /** The money may change when it was marked, or 预算执行率, which is the money. */
    private static boolean moneyPermitted(Sheet sheet, RowScope scope) {
        return scope.permits(Checks.MONEY)
                || sheet.lines().stream().anyMatch(line -> line.row().executionRate() && scope.permits(line.id()));
    }

    private void detach(Sheet sheet, RowScope scope, UUID id) {
        Evidence file = files.find(id)
                .filter(f -> sheet.evaluation().id().equals(f.evaluation()))
                .orElseThrow(Refusal::forbidden);
        writable(sheet, scope, String.valueOf(file.indicator()));
        if (!Objects.equals(file.loop(), sheet.evaluation().loop())) throw Refusal.invalid("evaluation.evidence-kept");
        files.delete(id);
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.forbidden();
        }
    }

    static Iterable<JsonNode> array(JsonNode body, String field) {
        JsonNode array = body.path(field);
        if (!array.isMissingNode() && !array.isNull() && !array.isArray()) {
            throw Refusal.malformed("evaluation.not-a-list", field);
        }
        return array;
    }

    @Override
    public Map<String, String> rowHashes(CaseFacts facts) {
        Sheet sheet = sheet(facts);
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Line line : sheet.lines()) hashes.put(line.id(), Hashes.of(answeredFor(sheet, line)));
        if (sheet.keepsMoney()) {
            List<String> parts = new ArrayList<>();
            for (MoneyLine line : sheet.money().leaves()) {
                parts.add(line.fund().id().toString());
                parts.addAll(List.of(
                        line.typed().adjusted(),
                        line.typed().executed(),
                        line.typed().forecast()));
            }
            hashes.put(Checks.MONEY, Hashes.of(parts));
        }
        return hashes;
    }

    private static List<String> answeredFor(Sheet sheet, Line line) {
        Figures f = line.figures();
        List<String> parts = new ArrayList<>(List.of(
                line.row().id().toString(),
                String.valueOf(sheet.evaluation().loop()),
                line.open() ? sheet.asOf() : "",
                f.actual(),
                f.numerator(),
                f.denominator(),
                f.band(),
                f.basis(),
                f.forecast(),
                f.reasonCategory(),
                f.reason(),
                f.correctiveMeasure(),
                f.attainability(),
                f.remark()));
        line.evidence().forEach(file -> parts.add(file.sha256()));
        if (line.row().executionRate()) parts.add(String.valueOf(line.judgement().value()));
        return parts;
    }

    @Override
    public JsonNode snapshot(CaseFacts facts) {
        return json.valueToTree(views.snapshot(sheet(facts)));
    }

    @Override
    public Object view(CaseFacts facts, String step, Actor reader) {
        return views.sheet(readers.sheet(evaluation(facts), reader));
    }

    @Override
    public void submitted(CaseFacts facts, String step, Actor by) {
        evaluations.keep(held(facts).submitted());
    }

    @Override
    public Optional<Closing> closing(CaseFacts facts, String step) {
        return openings.closing(facts);
    }

    @Override
    public boolean mayRead(CaseFacts facts, Actor reader) {
        return readers.reach(evaluation(facts), reader) != Readers.Reach.NONE;
    }

    @Override
    public Attention attention(CaseFacts facts) {
        Sheet sheet = sheet(facts);
        List<Finding> found = Checks.of(sheet, clock.today());
        int errors = (int) found.stream().filter(Finding::blocks).count();
        int warnings = (int) found.stream()
                .filter(f -> f.severity() == Finding.Severity.WARNING)
                .count();
        Map<State, Integer> counts = sheet.counts();
        return new Attention(
                sheet.lines().size(), errors, warnings, counts.get(State.MISSED), counts.get(State.BEHIND));
    }
}
