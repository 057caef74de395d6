package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.RowScope;
import org.springframework.stereotype.Component;

/** The content of a {@code target-adjustment} case: the version asked for, and why. */
@Component
class AdjustmentContent extends SheetContent {

    private final Workbook workbook;
    private final Adjustments adjustments;
    private final TargetReaders readers;

    AdjustmentContent(Workbook workbook, RowStore store, TargetRows rows, TargetPages pages, ObjectMapper json,
            Adjustments adjustments, TargetReaders readers) {
        super(workbook, store, rows, pages, json);
        this.workbook = workbook;
        this.adjustments = adjustments;
        this.readers = readers;
    }

    @Override
    public String name() {
        return AdjustmentProcess.CONTENT;
    }

    @Override
    void saveBeside(Workbook.Sheet before, Set<UUID> submitted, RowScope scope, JsonNode body) {
        if (body.hasNonNull("unit")) throw Refusal.invalid("adjustment.unit");
        if (!body.hasNonNull("adjustment")) return;
        JsonNode edit = body.get("adjustment");
        if (!edit.isObject()) throw Refusal.malformed("body.field", "adjustment");
        Adjustment said = before.adjustment() == null ? Adjustment.EMPTY : before.adjustment();
        Adjustment now = said.edited(edit);
        if (now.equals(said)) return;
        if (!scope.permits(Adjustment.ROW))
            throw Refusal.invalid("adjustment.locked", List.of(Finding.error("adjustment.locked", Adjustment.ROW, "reason")));
        adjustments.save(before.sheet().id(), now);
    }

    /** Once in force the whole unit reads it, as it reads the version it made. */
    @Override
    public boolean mayRead(CaseFacts facts, Actor reader) {
        if (facts.section() == null) return false;
        if (readers.mayReadCase(reader, facts.unit(), facts.section(), facts.caseId())) return true;
        return workbook.of(facts).sheet().state() == TargetSheet.State.IN_FORCE
                && readers.mayReadInForce(reader, facts.unit());
    }
}
