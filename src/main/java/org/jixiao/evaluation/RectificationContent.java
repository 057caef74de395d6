package org.jixiao.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jixiao.base.Finding;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.CaseContent;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.RowScope;
import org.springframework.stereotype.Component;

/** What the workflow is told of a rectification: the red rows of one loop, what is done about them, and by when. */
@Component
class RectificationContent implements CaseContent {

    private final EvaluationContent evaluations;
    private final Sheets sheets;
    private final RectificationItems items;
    private final EvidenceFiles files;
    private final Readers readers;
    private final Views views;
    private final ProductClock clock;
    private final ObjectMapper json;

    RectificationContent(
            EvaluationContent evaluations,
            Sheets sheets,
            RectificationItems items,
            EvidenceFiles files,
            Readers readers,
            Views views,
            ProductClock clock,
            ObjectMapper json) {
        this.evaluations = evaluations;
        this.sheets = sheets;
        this.items = items;
        this.files = files;
        this.readers = readers;
        this.views = views;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String name() {
        return EvaluationProcess.RECTIFICATION_CONTENT;
    }

    /** A red row with its item. */
    private record Entry(Line line, RectificationItem item) {}

    private List<Entry> entries(CaseFacts facts) {
        Evaluation e = evaluations.evaluation(facts);
        List<RectificationItem> bound = items.ofCase(facts.caseId());
        List<RectificationItem> its = bound.isEmpty()
                ? items.of(e.id()).stream()
                        .filter(i -> i.loop() == e.loop() && i.caseId() == null)
                        .filter(i -> i.outcome() == RectificationItem.Outcome.OPEN)
                        .toList()
                : bound;
        Sheet sheet = sheets.sheet(e);
        List<Entry> entries = new ArrayList<>();
        for (RectificationItem item : its) {
            sheet.line(item.indicator().toString()).ifPresent(line -> entries.add(new Entry(line, item)));
        }
        entries.sort(java.util.Comparator.comparingInt(entry -> entry.line().row().seq()));
        return entries;
    }

    @Override
    public List<Finding> check(CaseFacts facts, String step) {
        List<Finding> found = new ArrayList<>();
        boolean planning = EvaluationProcess.PLAN_STEP.equals(step);
        for (Entry entry : entries(facts)) check(entry, planning, found);
        return found;
    }

    private void check(Entry entry, boolean planning, List<Finding> found) {
        RectificationItem item = entry.item();
        String row = entry.line().id();
        if (item.measure().isBlank()) found.add(Finding.error("rectification.measure", row, "measure"));
        LocalDate day = item.day();
        if (day == null) {
            found.add(Finding.error("rectification.deadline", row, "deadline"));
        } else if (planning && day.isBefore(clock.today())) {
            found.add(Finding.error("rectification.deadline-past", row, "deadline", day.toString()));
        }
        if (planning) return;
        if (item.result().isBlank()) found.add(Finding.error("rectification.result", row, "result"));
        if (entry.line().files(item.loop()) == 0) {
            found.add(Finding.warning("rectification.evidence", row, "evidence"));
        }
        if (day != null && day.isBefore(clock.today())) {
            found.add(Finding.warning("rectification.late", row, "deadline", day.toString()));
        }
    }

    @Override
    public void save(CaseFacts facts, String step, Actor by, RowScope scope, JsonNode body) {
        Evaluation e = evaluations.held(facts);
        if (e.phase() != Evaluation.Phase.RECTIFYING) throw Refusal.invalid("evaluation.not-rectifying");
        items.bind(e.id(), e.loop(), facts.caseId());
        List<Entry> entries = entries(facts);
        for (JsonNode change : EvaluationContent.array(body, "rows")) {
            RectificationItem item = entry(entries, change.path("id").asText()).item();
            String measure = Figures.text(change, "measure", item.measure());
            String deadline = Figures.text(change, "deadline", item.deadline());
            String result = Figures.text(change, "result", item.result());
            boolean same = measure.equals(item.measure())
                    && deadline.equals(item.deadline())
                    && result.equals(item.result());
            if (same) continue;
            writable(entries, scope, item.indicator().toString());
            items.write(item.id(), measure, deadline, result);
        }
        for (JsonNode file : EvaluationContent.array(body, "attach")) {
            Entry entry = writable(entries, scope, file.path("row").asText());
            UUID id = EvaluationContent.id(file.path("evidence").asText());
            if (!files.attach(id, by.id(), e.id(), entry.item().indicator(), e.loop())) throw Refusal.forbidden();
        }
        for (JsonNode file : EvaluationContent.array(body, "detach")) {
            Evidence found = files.find(EvaluationContent.id(file.asText()))
                    .filter(f -> e.id().equals(f.evaluation()) && Objects.equals(f.loop(), e.loop()))
                    .orElseThrow(Refusal::forbidden);
            writable(entries, scope, String.valueOf(found.indicator()));
            files.delete(found.id());
        }
    }

    private static Entry entry(List<Entry> entries, String row) {
        return entries.stream()
                .filter(entry -> entry.line().id().equals(row))
                .findFirst()
                .orElseThrow(Refusal::forbidden);
    }

    private static Entry writable(List<Entry> entries, RowScope scope, String row) {
        Entry entry = entry(entries, row);
        if (scope.permits(row)) return entry;
        String name = entry.line().row().name();
        throw Refusal.invalid(
                "evaluation.row-locked", List.of(Finding.error("evaluation.row-locked", row, null, name)), name);
    }

    @Override
    public Map<String, String> rowHashes(CaseFacts facts) {
        Map<String, String> hashes = new LinkedHashMap<>();
        for (Entry entry : entries(facts)) {
            RectificationItem item = entry.item();
            List<String> parts = new ArrayList<>(
                    List.of(item.id().toString(), item.measure(), item.deadline(), item.result()));
            entry.line().evidence().forEach(file -> parts.add(file.sha256()));
            hashes.put(entry.line().id(), Hashes.of(parts));
        }
        return hashes;
    }

    @Override
    public JsonNode snapshot(CaseFacts facts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Entry entry : entries(facts)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", entry.line().id());
            row.put("seq", entry.line().row().seq());
            row.put("name", entry.line().row().name());
            row.put("measure", entry.item().measure());
            row.put("deadline", entry.item().deadline());
            row.put("result", entry.item().result());
            row.put("evidence", entry.line().evidence().stream().map(Evidence::name).toList());
            rows.add(row);
        }
        return json.valueToTree(Map.of("rows", rows));
    }

    @Override
    public Object view(CaseFacts facts, String step, Actor reader) {
        Evaluation e = evaluations.evaluation(facts);
        List<Entry> entries = entries(facts);
        return new RectificationView(
                facts.unit(),
                facts.year(),
                e.section(),
                views.sectionName(e.unit(), e.section()),
                e.period(),
                entries.isEmpty() ? e.loop() : entries.get(0).item().loop(),
                entries.stream()
                        .map(entry -> new RectificationView.ItemRow(
                                entry.line().id(),
                                entry.item().measure(),
                                entry.item().deadline(),
                                entry.item().result(),
                                entry.item().confirmedAt(),
                                views.row(entry.line(), e.period())))
                        .toList(),
                check(facts, step));
    }

    @Override
    public void submitted(CaseFacts facts, String step, Actor by) {
        Evaluation e = evaluations.evaluation(facts);
        items.bind(e.id(), e.loop(), facts.caseId());
    }

    @Override
    public boolean mayRead(CaseFacts facts, Actor reader) {
        return readers.followsRectification(facts.unit(), Objects.requireNonNull(facts.section()), reader);
    }

    @Override
    public Attention attention(CaseFacts facts) {
        int rows = entries(facts).size();
        return new Attention(rows, 0, 0, rows, 0);
    }
}
