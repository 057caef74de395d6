package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Closing;
import org.jixiao.workflow.RowScope;
import org.springframework.stereotype.Component;

/** The content of a {@code section-targets} case: a section's sheet, with the unit's part where it stands there. */
@Component
class TargetContent extends SheetContent {

    private final Workbook workbook;
    private final TargetTables tables;
    private final FundLines funds;
    private final TargetReaders readers;
    private final Openings openings;

    TargetContent(Workbook workbook, RowStore store, TargetRows rows, TargetPages pages, ObjectMapper json,
            TargetTables tables, FundLines funds, TargetReaders readers, Openings openings) {
        super(workbook, store, rows, pages, json);
        this.workbook = workbook;
        this.tables = tables;
        this.funds = funds;
        this.readers = readers;
        this.openings = openings;
    }

    @Override
    public String name() {
        return TargetsProcess.CONTENT;
    }

    @Override
    void saveBeside(Workbook.Sheet before, Set<UUID> submitted, RowScope scope, JsonNode body) {
        if (!body.hasNonNull("unit")) return;
        JsonNode edit = body.get("unit");
        if (!before.unitHere()) throw Refusal.invalid("targets.unitElsewhere");
        if (!edit.isObject()) throw Refusal.malformed("body.field", "unit");
        UUID table = before.table().id();
        var submittedFunds = funds.submitted(table);
        boolean submittedBefore = !submitted.isEmpty() || !submittedFunds.isEmpty();
        var result = UnitEdits.apply(table, before.unit(), edit, submittedBefore, submittedFunds, scope);
        tables.save(table, result.part());
        funds.remove(table, result.removedFunds());
        var lines = result.part().funds();
        for (int i = 0; i < lines.size(); i++) {
            boolean same = i < before.unit().funds().size() && lines.get(i).equals(before.unit().funds().get(i));
            if (!same) funds.put(table, i, lines.get(i));
        }
    }

    @Override
    public void submitted(CaseFacts facts, String step, Actor by) {
        super.submitted(facts, step, by);
        var sheet = workbook.of(facts);
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
}
