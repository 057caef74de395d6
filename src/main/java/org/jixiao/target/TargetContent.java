package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.Finding;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
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
    private final TargetRows rows;
    private final FundLines funds;
    private final RowStore store;
    private final TargetReaders readers;
    private final TargetPages pages;
    private final ObjectMapper json;
    private final Openings openings;

    TargetContent(Workbook workbook, TargetTables tables, TargetRows rows, FundLines funds, RowStore store,
            TargetReaders readers, TargetPages pages, ObjectMapper json, Openings openings) {
        this.workbook = workbook;
        this.tables = tables;
        this.rows = rows;
        this.funds = funds;
        this.store = store;
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
        store.save(before, submitted, scope, body);
        if (body.hasNonNull("unit")) saveUnit(before, !submitted.isEmpty(), scope, body.get("unit"));
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
        return attention(workbook, workbook.of(facts));
    }

    static Attention attention(Workbook workbook, Workbook.Sheet sheet) {
        var found = workbook.check(sheet, false);
        return new Attention(
                sheet.rows().size(), count(found, Severity.ERROR), count(found, Severity.WARNING), 0, 0);
    }

    private static int count(List<Finding> found, Severity severity) {
        return (int) found.stream().filter(f -> f.severity() == severity).count();
    }
}
