package org.jixiao.target;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jixiao.base.Finding;
import org.jixiao.base.ProductClock;
import org.jixiao.target.Surroundings.Past;
import org.jixiao.workflow.CaseFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A section's sheet with all that belongs to it, as it stands. */
@Component
class Workbook {

    private final TargetTables tables;
    private final TargetSheets sheets;
    private final TargetRows rows;
    private final FundLines funds;
    private final Adjustments adjustments;
    private final ObjectProvider<PastActuals> actuals;
    private final ProductClock clock;

    Workbook(TargetTables tables, TargetSheets sheets, TargetRows rows, FundLines funds,
            Adjustments adjustments, ObjectProvider<PastActuals> actuals, ProductClock clock) {
        this.tables = tables;
        this.sheets = sheets;
        this.rows = rows;
        this.funds = funds;
        this.adjustments = adjustments;
        this.actuals = actuals;
        this.clock = clock;
    }

    /**
     * @param adjustment why it is to change; null of a first version
     * @param changes the version in force that it changes; null of a first version
     */
    record Sheet(
            TargetTable table,
            TargetSheet sheet,
            List<DraftRow> rows,
            UnitPart unit,
            @Nullable Adjustment adjustment,
            @Nullable Changed changes) {

        /** What it changes, each row under the id of the one that takes its place. */
        List<DraftRow> before() {
            if (changes == null) return List.of();
            var now = new HashMap<UUID, UUID>();
            for (DraftRow row : rows) now.put(row.indicator(), row.id());
            return changes.rows().stream()
                    .map(row -> row.as(now.getOrDefault(row.indicator(), row.id())))
                    .toList();
        }

        /** Whether the unit's part stands on this sheet; an adjustment is of the section's rows alone. */
        boolean unitHere() {
            return sheet.section().equals(table.coordinatingSection()) && !sheet.adjusting();
        }

        Map<String, String> hashes() {
            var hashes = RowHashes.of(rows, unitHere() ? unit : null);
            if (adjustment != null) hashes.put(Adjustment.ROW, adjustment.hash());
            return hashes;
        }
    }

    /** The version that stands: in force, or the first while it is declared. */
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
        return tables.find(facts.unit(), facts.year())
                .flatMap(table -> sheets.ofCase(table.id(), String.valueOf(facts.section()), facts.caseId())
                        .map(sheet -> sheet(table, sheet)))
                .orElseThrow(() -> new IllegalStateException("no sheet for " + facts));
    }

    private Sheet sheet(TargetTable table, TargetSheet sheet) {
        var own = rows.of(sheet.id());
        if (sheet.version() == 1) return new Sheet(table, sheet, own, part(table), null, null);
        var before = sheets.changedBy(sheet.id());
        return new Sheet(table, sheet, own, part(table), adjustments.of(sheet.id()),
                new Changed(before.version(), rows.of(before.id())));
    }

    /** A version in force that is to change. */
    record Changed(int version, List<DraftRow> rows) {}


    UnitPart part(TargetTable table) {
        return tables.part(table.id(), funds.of(table.id()));
    }

    /** @param all rows of other sections' drafts may be named, else only what is in force */
    List<Finding> check(Sheet sheet, boolean all) {
        var found = new ArrayList<>(TargetChecks.sheet(sheet.rows(), around(sheet, all)));
        if (sheet.adjustment() != null && sheet.sheet().adjusting())
            found.addAll(AdjustmentChecks.of(sheet.adjustment(), sheet.before(), sheet.rows(), sheet.table().year(), clock.today()));
        return found;
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
