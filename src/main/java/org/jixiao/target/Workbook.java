package org.jixiao.target;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jixiao.base.Finding;
import org.jixiao.base.ProductClock;
import org.jixiao.target.Surroundings.Past;
import org.jixiao.workflow.CaseFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A section's sheet with all that belongs to it, as it stands. */
@Component
class Workbook {

    private final TargetTables tables;
    private final TargetSheets sheets;
    private final TargetRows rows;
    private final FundLines funds;
    private final ObjectProvider<PastActuals> actuals;
    private final ProductClock clock;

    Workbook(TargetTables tables, TargetSheets sheets, TargetRows rows, FundLines funds,
            ObjectProvider<PastActuals> actuals, ProductClock clock) {
        this.tables = tables;
        this.sheets = sheets;
        this.rows = rows;
        this.funds = funds;
        this.actuals = actuals;
        this.clock = clock;
    }

    record Sheet(TargetTable table, TargetSheet sheet, List<DraftRow> rows, UnitPart unit) {

        /** Whether the unit's part stands on this sheet. */
        boolean unitHere() {
            return sheet.section().equals(table.coordinatingSection());
        }

        Map<String, String> hashes() {
            return RowHashes.of(rows, unitHere() ? unit : null);
        }
    }

    /** The newest version, declared or in force. */
    Optional<Sheet> newest(String unit, int year, String section) {
        return tables.find(unit, year)
                .flatMap(table -> sheets.newest(table.id(), section).map(sheet -> sheet(table, sheet)));
    }

    /** The version in force today. */
    Optional<Sheet> inForce(String unit, int year, String section) {
        return tables.find(unit, year).flatMap(table -> sheets.inForce(table.id(), clock.today()).stream()
                .filter(sheet -> sheet.section().equals(section))
                .findFirst()
                .map(sheet -> sheet(table, sheet)));
    }

    Sheet of(CaseFacts facts) {
        return newest(facts.unit(), facts.year(), String.valueOf(facts.section()))
                .orElseThrow(() -> new IllegalStateException("no sheet for " + facts));
    }

    private Sheet sheet(TargetTable table, TargetSheet sheet) {
        return new Sheet(table, sheet, rows.of(sheet.id()), part(table));
    }

    UnitPart part(TargetTable table) {
        return tables.part(table.id(), funds.of(table.id()));
    }

    /** @param all rows of other sections' drafts may be named, else only what is in force */
    List<Finding> check(Sheet sheet, boolean all) {
        return TargetChecks.sheet(sheet.rows(), around(sheet, all));
    }

    /** Of the sheet's rows against all drafts of the year: for the coordinator's eyes. */
    List<Contradiction> contradictions(Sheet sheet) {
        return Contradictions.of(sheet.rows(), others(sheet, sheets.newest(sheet.table().id())));
    }

    private Surroundings around(Sheet sheet, boolean all) {
        UUID table = sheet.table().id();
        boolean drafts = all || sheet.unitHere();
        var newest = drafts ? others(sheet, sheets.newest(table)) : List.<DraftRow>of();
        var named = all ? newest : others(sheet, sheets.inForce(table, clock.today()));
        return new Surroundings(
                sheet.unit(), named, newest, sheet.sheet().keyWorks(), past(sheet.table()), sheet.unitHere());
    }

    private List<DraftRow> others(Sheet sheet, List<TargetSheet> known) {
        return rows.of(known.stream()
                .filter(s -> !s.section().equals(sheet.sheet().section()))
                .map(TargetSheet::id)
                .toList());
    }

    /** Last year's figures by indicator; empty when there is no last year. */
    Map<UUID, Past> past(TargetTable table) {
        int year = table.year() - 1;
        var targets = rows.annualTargets(table.unit(), year);
        if (targets.isEmpty()) return Map.of();
        var reached = new HashMap<UUID, String>();
        actuals.forEach(source -> reached.putAll(source.actuals(table.unit(), year)));
        var past = new HashMap<UUID, Past>();
        targets.forEach((indicator, target) -> past.put(indicator, new Past(target, reached.getOrDefault(indicator, ""))));
        return past;
    }
}
