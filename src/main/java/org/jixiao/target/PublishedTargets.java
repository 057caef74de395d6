package org.jixiao.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class PublishedTargets implements Targets {

    private final TargetTables tables;
    private final TargetSheets sheets;
    private final TargetRows rows;
    private final FundLines funds;

    PublishedTargets(TargetTables tables, TargetSheets sheets, TargetRows rows, FundLines funds) {
        this.tables = tables;
        this.sheets = sheets;
        this.rows = rows;
        this.funds = funds;
    }

    @Override
    public List<TargetRow> inForce(String unit, int year, String section, LocalDate on) {
        return inForce(unit, year, on, sheet -> sheet.section().equals(section));
    }

    @Override
    public List<TargetRow> inForce(String unit, int year, LocalDate on) {
        return inForce(unit, year, on, sheet -> true);
    }

    private List<TargetRow> inForce(String unit, int year, LocalDate on, Predicate<TargetSheet> wanted) {
        return table(unit, year)
                .map(table -> rowsOf(sheets.inForce(table.id(), on).stream().filter(wanted).map(TargetSheet::id).toList()))
                .orElse(List.of());
    }

    @Override
    public List<TargetRow> current(String unit, int year) {
        return table(unit, year)
                .map(table -> rowsOf(sheets.newest(table.id()).stream().map(TargetSheet::id).toList()))
                .orElse(List.of());
    }

    private List<TargetRow> rowsOf(List<UUID> wanted) {
        return rows.of(wanted).stream().map(DraftRow::row).toList();
    }

    @Override
    public List<FundLine> funds(String unit, int year) {
        return table(unit, year)
                .map(table -> funds.of(table.id()).stream().map(UnitPart.Fund::line).toList())
                .orElse(List.of());
    }

    @Override
    public Optional<String> coordinatingSection(String unit, int year) {
        return table(unit, year).map(TargetTable::coordinatingSection);
    }

    @Override
    public List<Integer> years(String unit) {
        return tables.of(unit).stream()
                .map(TargetTable::year)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    @Override
    public Optional<YearPlan> plan(String unit, int year) {
        return table(unit, year).map(table -> {
            var part = tables.part(table.id(), List.of());
            var weights = new LinkedHashMap<String, BigDecimal>();
            part.weights().forEach((level, points) ->
                    weights.put(level, Objects.requireNonNullElse(DraftRow.number(points), BigDecimal.ZERO)));
            return new YearPlan(
                    unit, year, table.rootCase(), table.state().name(), table.halfYearDate(), table.yearEndDate(),
                    table.halfYearOpened(), table.fullYearOpened(), weights, new LinkedHashSet<>(part.words()));
        });
    }

    private Optional<TargetTable> table(String unit, int year) {
        return tables.find(unit, year);
    }
}
