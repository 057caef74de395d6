package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.CaseContent;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.RowScope;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The content of a {@code target-adjustment} case: the version asked for, and why. */
@Component
class AdjustmentContent implements CaseContent {

    private final Workbook workbook;
    private final RowStore store;
    private final TargetRows rows;
    private final Adjustments adjustments;
    private final TargetReaders readers;
    private final TargetPages pages;
    private final ObjectMapper json;

    AdjustmentContent(Workbook workbook, RowStore store, TargetRows rows, Adjustments adjustments, TargetReaders readers,
            TargetPages pages, ObjectMapper json) {
        this.workbook = workbook;
        this.store = store;
        this.rows = rows;
        this.adjustments = adjustments;
        this.readers = readers;
        this.pages = pages;
        this.json = json;
    }

    @Override
    public String name() {
        return AdjustmentProcess.CONTENT;
    }

    @Override
    public List<Finding> check(CaseFacts facts, String step) {
        return workbook.check(workbook.of(facts), false);
    }

    @Override
    public void save(CaseFacts facts, String step, Actor by, RowScope scope, JsonNode body) {
        if (!body.isObject()) throw Refusal.malformed("body.field", "body");
        if (body.hasNonNull("unit")) throw Refusal.invalid("adjustment.unit");
        var before = workbook.of(facts);
        before.table().mustBeOpen();
        before.sheet().mustBeDeclaring();
        store.save(before, rows.submitted(before.sheet().id()), scope, body);
        if (body.hasNonNull("adjustment")) saveReasons(before, scope, body.get("adjustment"));
    }

    private void saveReasons(Workbook.Sheet before, RowScope scope, JsonNode edit) {
        if (!edit.isObject()) throw Refusal.malformed("body.field", "adjustment");
        Adjustment said = before.adjustment() == null ? Adjustment.EMPTY : before.adjustment();
        Adjustment now = said.edited(edit);
        if (now.equals(said)) return;
        if (!scope.permits(Adjustment.ROW))
            throw Refusal.invalid("adjustment.locked", List.of(Finding.error("adjustment.locked", Adjustment.ROW, "reason")));
        adjustments.save(before.sheet().id(), now);
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
        rows.submit(workbook.of(facts).sheet().id());
    }

    /** Once in force the whole unit reads it, as it reads the version it made. */
    @Override
    public boolean mayRead(CaseFacts facts, Actor reader) {
        if (facts.section() == null) return false;
        if (readers.mayReadCase(reader, facts.unit(), facts.section(), facts.caseId())) return true;
        return workbook.of(facts).sheet().state() == TargetSheet.State.IN_FORCE
                && readers.mayReadInForce(reader, facts.unit());
    }

    @Override
    public Attention attention(CaseFacts facts) {
        return TargetContent.attention(workbook, workbook.of(facts));
    }
}
