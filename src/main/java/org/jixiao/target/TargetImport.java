package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.target.ImportPreview.Line;
import org.jixiao.target.ImportPreview.Problem;
import org.jixiao.target.ImportPreview.Status;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.RowScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tables from files: first a preview, then all of it or nothing. */
@Service
@Transactional(readOnly = true)
public class TargetImport {

    private final Organisation organisation;
    private final OfficialForm form;
    private final Years years;
    private final TargetReaders readers;
    private final Workbook workbook;
    private final TargetRows rows;
    private final ProductClock clock;
    private final ObjectMapper json;

    TargetImport(Organisation organisation, OfficialForm form, Years years, TargetReaders readers, Workbook workbook,
            TargetRows rows, ProductClock clock, ObjectMapper json) {
        this.organisation = organisation;
        this.form = form;
        this.years = years;
        this.readers = readers;
        this.workbook = workbook;
        this.rows = rows;
        this.clock = clock;
        this.json = json;
    }

    /** What opening the unit's year with this file would make of it. */
    public ImportPreview ofYear(Actor actor, String unit, int year, byte[] file, Map<String, String> answers) {
        return ofYear(actor, unit, year, CsvFile.read(file, "section", "level1", "name", "half_text", "annual_text"), answers);
    }

    private ImportPreview ofYear(Actor actor, String unit, int year, List<CsvFile.Line> lines, Map<String, String> answers) {
        if (!readers.coordinates(actor, unit)) throw Refusal.forbidden();
        var sections = organisation.sections(unit, clock.today());
        return new ImportLines(sections, years.lastYear(unit, year), form.weights().keySet(), answers).read(lines);
    }

    /** Rows written as JSON, with the fields of {@code /api} and {@code section}; read as a file of as many lines is. */
    ImportPreview ofRows(Actor actor, String unit, int year, List<JsonNode> given) {
        var lines = new ArrayList<CsvFile.Line>();
        for (JsonNode row : given) {
            var cells = new LinkedHashMap<String, String>();
            FIELDS.forEach((field, column) -> {
                if (row.has(field)) cells.put(column, JsonFields.text(row, field, "", JsonFields.LONG));
            });
            if (row.has("uncertain")) cells.put("uncertain", String.join(" ", JsonFields.texts(row, "uncertain", List.of(), JsonFields.SHORT)));
            lines.add(new CsvFile.Line(lines.size() + 1, cells));
        }
        return ofYear(actor, unit, year, lines, Map.of());
    }

    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        String[][] fields = {
            {"seq", "seq"}, {"section", "section"}, {"level1", "level1"}, {"level2", "level2"}, {"duty", "duty"},
            {"keyWork", "key_work"}, {"name", "name"}, {"halfText", "half_text"}, {"annualText", "annual_text"},
            {"measure", "measure"}, {"direction", "direction"}, {"tolerance", "tolerance"}, {"baseline", "baseline"},
            {"weight", "weight"}
        };
        for (String[] pair : fields) FIELDS.put(pair[0], pair[1]);
    }

    /** The rows to open a year with; refused when a line is. */
    public List<DraftRow> accepted(ImportPreview preview) {
        return ImportLines.accepted(preview);
    }

    /** The money lines of a file, as the unit's part of {@code /api} has them. */
    public ArrayNode funds(byte[] file) {
        var funds = json.createArrayNode();
        for (CsvFile.Line line : CsvFile.read(file, "side", "kind", "item", "annual_budget"))
            funds.addObject()
                    .put("side", line.cell("side").strip())
                    .put("kind", line.cell("kind").strip())
                    .put("item", line.cell("item").strip())
                    .put("halfPlan", line.cell("half_plan").strip())
                    .put("annualBudget", line.cell("annual_budget").strip());
        return funds;
    }

    /** What the file would change in the section's draft; lines of other sections and rows not returned are refused. */
    public ImportPreview ofSection(CaseFacts facts, RowScope scope, byte[] file, Map<String, String> answers) {
        var sheet = workbook.of(facts);
        var submitted = rows.submitted(sheet.sheet().id());
        var all = organisation.sections(facts.unit(), clock.today());
        var lines = CsvFile.read(file, "level1", "name", "half_text", "annual_text");
        for (var line : lines) line.cells().putIfAbsent("section", sheet.sheet().section());
        var preview = new ImportLines(all, sheet.rows(), sheet.unit().weights().keySet(), answers).read(lines);
        return new ImportPreview(preview.lines().stream()
                .map(line -> {
                    if (line.status() == Status.REFUSED) return line;
                    if (!line.section().equals(sheet.sheet().section())) return refused(line, new Problem("otherSection", line.sectionName()));
                    boolean locked = line.status() == Status.CHANGED
                            && submitted.contains(line.row().id())
                            && !scope.permits(line.row().id().toString());
                    return locked ? refused(line, new Problem("locked", line.row().name())) : line;
                })
                .toList());
    }

    private static Line refused(Line line, Problem problem) {
        return new Line(line.line(), Status.REFUSED, line.section(), line.sectionName(), line.row(), line.old(), List.of(), List.of(problem));
    }

    /** The save that carries the import out; refused when a line is. */
    public ObjectNode save(ImportPreview preview) {
        ImportLines.accepted(preview);
        var body = json.createObjectNode();
        var array = body.putArray("rows");
        for (Line line : preview.lines()) {
            if (line.status() == Status.UNCHANGED) continue;
            DraftRow r = line.row();
            var row = array.addObject();
            row.put("id", r.id().toString()).put("level1", r.level1()).put("level2", r.level2()).put("duty", r.duty())
                    .put("keyWork", r.keyWork()).put("name", r.name()).put("halfText", r.halfText())
                    .put("annualText", r.annualText()).put("measure", r.measure().name())
                    .put("direction", r.direction() == null ? "" : r.direction().name())
                    .put("tolerance", r.tolerance()).put("baseline", r.baseline()).put("weight", r.weight());
            var open = row.putArray("uncertain");
            r.uncertain().forEach(open::add);
        }
        return body;
    }
}
