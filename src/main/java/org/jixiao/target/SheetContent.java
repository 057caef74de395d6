package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.Finding;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.CaseContent;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.RowScope;
import org.springframework.context.i18n.LocaleContextHolder;

/** A version of a section's sheet as the content of a case. */
abstract class SheetContent implements CaseContent {

    private final Workbook workbook;
    private final RowStore store;
    private final TargetRows rows;
    private final TargetPages pages;
    private final ObjectMapper json;

    SheetContent(Workbook workbook, RowStore store, TargetRows rows, TargetPages pages, ObjectMapper json) {
        this.workbook = workbook;
        this.store = store;
        this.rows = rows;
        this.pages = pages;
        this.json = json;
    }

    @Override
    public final List<Finding> check(CaseFacts facts, String step) {
        return workbook.check(workbook.of(facts), false);
    }

    @Override
    public final void save(CaseFacts facts, String step, Actor by, RowScope scope, JsonNode body) {
        if (!body.isObject()) throw Refusal.malformed("body.field", "body");
        var before = workbook.of(facts);
        before.table().mustBeOpen();
        before.sheet().mustBeDeclaring();
        var submitted = rows.submitted(before.sheet().id());
        store.save(before, submitted, scope, body);
        saveBeside(before, submitted, scope, body);
    }

    /** What stands on the sheet beside its rows. */
    abstract void saveBeside(Workbook.Sheet before, Set<UUID> submitted, RowScope scope, JsonNode body);

    @Override
    public final Map<String, String> rowHashes(CaseFacts facts) {
        return workbook.of(facts).hashes();
    }

    @Override
    public final JsonNode snapshot(CaseFacts facts) {
        return Snapshot.of(workbook.of(facts)).json(json);
    }

    @Override
    public final Object view(CaseFacts facts, String step, Actor reader) {
        return pages.ofCase(facts, reader, LocaleContextHolder.getLocale());
    }

    @Override
    public void submitted(CaseFacts facts, String step, Actor by) {
        rows.submit(workbook.of(facts).sheet().id());
    }

    @Override
    public final Attention attention(CaseFacts facts) {
        var sheet = workbook.of(facts);
        var found = workbook.check(sheet, false);
        return new Attention(
                sheet.rows().size(), count(found, Severity.ERROR), count(found, Severity.WARNING), 0, 0);
    }

    private static int count(List<Finding> found, Severity severity) {
        return (int) found.stream().filter(f -> f.severity() == severity).count();
    }
}
