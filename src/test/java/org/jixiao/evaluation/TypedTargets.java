package org.jixiao.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jixiao.target.TargetRow;
import org.jixiao.target.Targets;

/** A unit's targets as a test types them: in force at once. */
class TypedTargets implements Targets {

    static final Map<String, BigDecimal> WEIGHTS = Map.of(
            "决策", new BigDecimal("10"),
            "过程", new BigDecimal("20"),
            "履职", new BigDecimal("50"),
            "效益", new BigDecimal("10"),
            "满意度", new BigDecimal("10"));

    private final List<TargetRow> rows = new ArrayList<>();
    private final List<FundLine> funds = new ArrayList<>();
    private String coordinating = "one";
    private Set<String> words = Set.of("稳定", "提升");

    void clear() {
        words = Set.of("稳定", "提升");
        rows.clear();
        funds.clear();
        coordinating = "one";
    }

    TargetRow add(TargetRow row) {
        rows.add(row);
        return row;
    }

    FundLine fund(String kind, String item, String half, String annual) {
        FundLine line = new FundLine(
                UUID.randomUUID(), "支出", kind, item, new BigDecimal(half), new BigDecimal(annual), null);
        funds.add(line);
        return line;
    }

    void words(String... allowed) {
        words = Set.of(allowed);
    }

    void coordinatedBy(String section) {
        coordinating = section;
    }

    @Override
    public List<TargetRow> inForce(String unit, int year, String section, LocalDate on) {
        return rows.stream().filter(row -> row.section().equals(section)).toList();
    }

    @Override
    public List<TargetRow> inForce(String unit, int year, LocalDate on) {
        return List.copyOf(rows);
    }

    @Override
    public List<TargetRow> current(String unit, int year) {
        return List.copyOf(rows);
    }

    @Override
    public List<FundLine> funds(String unit, int year) {
        return List.copyOf(funds);
    }

    @Override
    public Optional<String> coordinatingSection(String unit, int year) {
        return Optional.of(coordinating);
    }

    @Override
    public List<Integer> years(String unit) {
        return List.of(2023);
    }

    @Override
    public Optional<YearPlan> plan(String unit, int year) {
        return Optional.of(new YearPlan(
                unit, year, "root", "OPEN", null, null, true, false, WEIGHTS, words));
    }
}
