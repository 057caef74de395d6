package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.Finding;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.target.TargetRows.Placed;
import org.jixiao.workflow.CaseContent;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Closing;
import org.jixiao.workflow.RowScope;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The content of a {@code section-targets} case: a section's sheet, with the unit's part where it stands there. */
@Component
class TargetContent implements CaseContent {

    private final Workbook workbook;
    private final TargetTables tables;
    private final TargetSheets sheets;
    private final TargetRows rows;
    private final FundLines funds;
    private final TargetReaders readers;
    private final TargetPages pages;
    private final ObjectMapper json;
    private final Openings openings;

    TargetContent(Workbook workbook, TargetTables tables, TargetSheets sheets, TargetRows rows, FundLines funds,
            TargetReaders readers, TargetPages pages, ObjectMapper json, Openings openings) {
        this.workbook = workbook;
        this.tables = tables;
        this.sheets = sheets;
        this.rows = rows;
        this.funds = funds;
        this.readers = readers;
        this.pages = pages;
        this.json = json;
        this.openings = openings;
    }

    @Override
    public String name() {
        return TargetsProcess.CONTENT;
    }

    @Override
    public List<Finding> check(CaseFacts facts, String step) {
        return workbook.check(workbook.of(facts), false);
    }

    @Override
    public void save(CaseFacts facts, String step, Actor by, RowScope scope, JsonNode body) {
        if (!body.isObject()) throw Refusal.malformed("body.field", "body");
        var before = workbook.of(facts);
        before.table().mustBeOpen();
        before.sheet().mustBeDeclaring();
        var submitted = rows.submitted(before.sheet().id());
        saveRows(before, submitted, scope, body);
        if (body.hasNonNull("unit")) saveUnit(before, !submitted.isEmpty(), scope, body.get("unit"));
    }

    private void saveRows(Workbook.Sheet before, Set<UUID> submitted, RowScope scope, JsonNode body) {
        var edits = JsonFields.objects(body, "rows");
        var keyWorks = JsonFields.texts(body, "keyWorks", before.sheet().keyWorks(), JsonFields.TEXT);
        if (!edits.isEmpty()) {
            UUID sheet = before.sheet().id();
            int lastSeq = rows.lastSeq(before.table().id());
            var result = new RowEdits(before.sheet(), before.rows(), submitted, scope, lastSeq, rows::exists).apply(edits);
            rows.remove(sheet, result.removed());
            var changed = new ArrayList<Placed>();
            for (int i = 0; i < result.rows().size(); i++) {
                DraftRow row = result.rows().get(i);
                if (result.changed().contains(row.id())) changed.add(new Placed(row, i));
                else rows.place(row.id(), i);
            }
            rows.put(sheet, changed);
            keyWorks = withNewKeyWorks(keyWorks, changed);
        }
        if (!keyWorks.equals(before.sheet().keyWorks())) sheets.keyWorks(before.sheet().id(), keyWorks);
    }

    private static List<String> withNewKeyWorks(List<String> keyWorks, List<Placed> changed) {
        var all = new LinkedHashSet<>(keyWorks);
        for (Placed placed : changed) {
            String keyWork = placed.row().keyWork().strip();
            if (placed.row().isDuty() && !keyWork.isEmpty()) all.add(keyWork);
        }
        return List.copyOf(all);
    }

    private void saveUnit(Workbook.Sheet before, boolean submittedBefore, RowScope scope, JsonNode edit) {
        if (!before.unitHere()) throw Refusal.invalid("targets.unitElsewhere");
        if (!edit.isObject()) throw Refusal.malformed("body.field", "unit");
        UUID table = before.table().id();
        var submittedFunds = funds.submitted(table);
        var result = UnitEdits.apply(
                table, before.unit(), edit, submittedBefore || !submittedFunds.isEmpty(), submittedFunds, scope);
        tables.save(table, result.part());
        funds.remove(table, result.removedFunds());
        var lines = result.part().funds();
        for (int i = 0; i < lines.size(); i++) {
            boolean same = i < before.unit().funds().size() && lines.get(i).equals(before.unit().funds().get(i));
            if (!same) funds.put(table, i, lines.get(i));
        }
    }

    @Override
    public Map<String, String> rowHashes(CaseFacts facts) {
        return workbook.of(facts).hashes();
    }

    @Override
    public JsonNode snapshot(CaseFacts facts) {
        return Snapshot.of(workbook.of(facts)).json(json);
    }

    @Override
    public Object view(CaseFacts facts, String step, Actor reader) {
        return pages.ofCase(facts, reader, LocaleContextHolder.getLocale());
    }

    @Override
    public void submitted(CaseFacts facts, String step, Actor by) {
        var sheet = workbook.of(facts);
        rows.submit(sheet.sheet().id());
        if (sheet.unitHere()) funds.submit(sheet.table().id());
    }

    @Override
    public Optional<Closing> closing(CaseFacts facts, String step) {
        return openings.closing(facts);
    }

    @Override
    public boolean mayRead(CaseFacts facts, Actor reader) {
        if (facts.section() == null) return false;
        if (readers.mayReadDraft(reader, facts.unit(), facts.year(), facts.section())) return true;
        return workbook.inForce(facts.unit(), facts.year(), facts.section()).isPresent()
                && readers.mayReadInForce(reader, facts.unit());
    }

    @Override
    public Attention attention(CaseFacts facts) {
        var sheet = workbook.of(facts);
        var found = workbook.check(sheet, false);
        return new Attention(
                sheet.rows().size(), count(found, Severity.ERROR), count(found, Severity.WARNING), 0, 0);
    }

    private static int count(List<Finding> found, Severity severity) {
        return (int) found.stream().filter(f -> f.severity() == severity).count();
    }
}
