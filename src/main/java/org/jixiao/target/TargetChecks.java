package org.jixiao.target;

import static org.jixiao.base.Finding.error;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jixiao.base.Finding;
import org.jspecify.annotations.Nullable;

/** What blocks a submission, and, through {@link TargetHints}, what is only asked about. Pure: never throws on a text. */
final class TargetChecks {

    /** What the row of the execution rate weighs, whatever stands in it: it is the points for the money. */
    private static final BigDecimal EXECUTION_RATE = BigDecimal.TEN;

    private TargetChecks() {}

    /** A section's sheet: its rows, and the unit's part when it stands here. */
    static List<Finding> sheet(List<DraftRow> rows, Surroundings around) {
        var found = new ArrayList<Finding>();
        if (rows.isEmpty() && !around.unitHere()) found.add(error("rows.none", null, null));
        for (DraftRow row : rows) {
            errors(row, around, found);
            TargetHints.row(row, rows, around, found);
        }
        Contradictions.of(rows, around.others()).forEach(c -> found.add(c.finding()));
        for (String keyWork : around.keyWorks()) {
            boolean served = rows.stream().anyMatch(r -> r.isDuty() && r.keyWork().strip().equals(keyWork.strip()));
            if (!served) found.add(error("keyWork.empty", null, "keyWorks", keyWork));
        }
        if (around.unitHere()) unit(around.unit(), rows, around.weighed(), found);
        return found;
    }

    private static void errors(DraftRow row, Surroundings around, List<Finding> found) {
        String id = row.id().toString();
        if (row.name().isBlank()) found.add(error("name.missing", id, "name"));
        if (!around.unit().weights().containsKey(row.level1().strip()))
            found.add(error("level.unknown", id, "level1", row.level1().strip()));
        if (row.isDuty()) {
            if (row.duty().isBlank()) found.add(error("duty.missing", id, "duty"));
            if (row.keyWork().isBlank()) found.add(error("keyWork.missing", id, "keyWork"));
            if (row.section().isBlank()) found.add(error("section.missing", id, "section"));
        }
        readable(row.tolerance(), id, "tolerance", found);
        readable(row.baseline(), id, "baseline", found);
        readable(row.weight(), id, "weight", found);
        BigDecimal weight = DraftRow.number(row.weight());
        if (weight != null && Terms.EXECUTION_RATE.names(row.name()) && weight.compareTo(EXECUTION_RATE) != 0)
            found.add(error("weight.executionRate", id, "weight", Figures.plain(EXECUTION_RATE)));
        else if (weight != null && weight.signum() < 0) found.add(error("weight.negative", id, "weight", row.weight()));
        if (row.notApplicable()) {
            if (row.notApplicableReason().isBlank()) found.add(error("notApplicable.reason", id, "notApplicableReason"));
            return;
        }
        values(row, around, id, found);
    }

    private static void values(DraftRow row, Surroundings around, String id, List<Finding> found) {
        switch (row.measure()) {
            case QUALITATIVE -> {
                listed(row.half(), around, id, "halfText", found);
                listed(row.annual(), around, id, "annualText", found);
            }
            case MILESTONE -> milestone(row, id, found);
            case YEAR_END -> {
                if (!row.half().isBlank()) quantity(row.half(), id, "halfText", found);
                quantity(row.annual(), id, "annualText", found);
                pair(row, id, found);
            }
            default -> {
                quantity(row.half(), id, "halfText", found);
                quantity(row.annual(), id, "annualText", found);
                pair(row, id, found);
            }
        }
        if (row.measure() == Measure.UNCLEAR) found.add(error("measure.unclear", id, "measure", row.half().text(), row.annual().text()));
    }

    private static void listed(TargetValue value, Surroundings around, String id, String field, List<Finding> found) {
        if (value.isBlank()) found.add(error("word.missing", id, field));
        else if (!around.unit().words().contains(value.word())) found.add(error("word.unlisted", id, field, value.word()));
    }

    /** 0 → 完成 is said in words, ＝0次 → ＝1次 in numbers; one that ends in a number is checked as a number. */
    private static void milestone(DraftRow row, String id, List<Finding> found) {
        if (row.annual().isBlank()) {
            found.add(error("value.missing", id, "annualText"));
        } else if (!row.annual().isWord()) {
            quantity(row.annual(), id, "annualText", found);
            if (!row.half().isBlank()) quantity(row.half(), id, "halfText", found);
            pair(row, id, found);
        }
    }

    private static void quantity(TargetValue value, String id, String field, List<Finding> found) {
        if (value.isBlank()) found.add(error("value.missing", id, field));
        else if (value.isWord()) found.add(error("value.number", id, field, value.text()));
        else if (value.unit().isEmpty()) found.add(error("value.unit", id, field, value.text()));
    }

    private static void pair(DraftRow row, String id, List<Finding> found) {
        TargetValue half = row.half();
        TargetValue annual = row.annual();
        if (half.number() == null || annual.number() == null) return;
        if (half.operator() != annual.operator())
            found.add(error("value.operators", id, "halfText", half.text(), annual.text()));
        if (half.unit().isEmpty() || annual.unit().isEmpty()) return;
        if (!half.unit().equals(annual.unit())) {
            found.add(error("value.units", id, "halfText", half.text(), annual.text()));
            return;
        }
        boolean grows = switch (row.measure()) {
            case FLOW, STOCK, RATE -> true;
            default -> false;
        };
        if (grows && half.number().compareTo(annual.number()) > 0)
            found.add(error("value.half", id, "halfText", Figures.plain(half.number()), Figures.plain(annual.number())));
    }

    private static void readable(String text, String id, String field, List<Finding> found) {
        if (DraftRow.unreadable(text)) found.add(error("number.invalid", id, field, text));
    }

    private static void unit(UnitPart unit, List<DraftRow> own, List<DraftRow> others, List<Finding> found) {
        readable(unit.authorised(), UnitPart.ROW, "authorised", found);
        readable(unit.actual(), UnitPart.ROW, "actual", found);
        for (UnitPart.Fund fund : unit.funds()) {
            String id = fund.id().toString();
            if (fund.item().isBlank()) found.add(error("funds.item", id, "item"));
            for (var cell : Map.of("halfPlan", fund.halfPlan(), "annualBudget", fund.annualBudget()).entrySet())
                if (DraftRow.unreadable(cell.getValue()))
                    found.add(error("funds.number", id, cell.getKey(), fund.item(), cell.getValue()));
        }
        Money money = unit.money();
        if (money.projectCount() > 0) {
            if (money.projectDetails().compareTo(money.projects()) != 0)
                found.add(error("funds.projects", UnitPart.ROW, "annualBudget", sumArgs(money.projectCount(), money.projectDetails(), money.projects())));
            if (money.projectDetailsHalf().compareTo(money.projectsHalf()) != 0)
                found.add(error("funds.projectsHalf", UnitPart.ROW, "halfPlan", sumArgs(money.projectCount(), money.projectDetailsHalf(), money.projectsHalf())));
        }
        if (money.expenditure().compareTo(money.income()) != 0)
            found.add(error("funds.total", UnitPart.ROW, "annualBudget", Figures.money(money.basic()), Figures.money(money.projects()),
                    Figures.money(money.expenditure()), Figures.money(money.income())));
        TargetHints.money(unit, money, found);
        weights(unit, own, others, found);
    }

    private static String[] sumArgs(int count, BigDecimal sum, BigDecimal stated) {
        return new String[] {
            String.valueOf(count), Figures.money(sum), Figures.money(stated), Figures.money(sum.subtract(stated))
        };
    }

    private static void weights(UnitPart unit, List<DraftRow> own, List<DraftRow> others, List<Finding> found) {
        BigDecimal sum = BigDecimal.ZERO;
        for (var weight : unit.weights().entrySet()) {
            BigDecimal points = DraftRow.number(weight.getValue());
            if (points == null || points.signum() < 0)
                found.add(error("weights.number", UnitPart.ROW, "weights", weight.getKey(), weight.getValue()));
            else sum = sum.add(points);
        }
        if (sum.compareTo(BigDecimal.valueOf(100)) != 0) {
            String arithmetic = unit.weights().values().stream()
                    .map(w -> Objects.requireNonNullElse(DraftRow.number(w), BigDecimal.ZERO))
                    .map(Figures::plain)
                    .reduce((a, b) -> a + " + " + b)
                    .orElse("0");
            found.add(error("weights.sum", UnitPart.ROW, "weights", arithmetic, Figures.plain(sum)));
        }
        var byLevel = new LinkedHashMap<String, List<DraftRow>>();
        for (var rows : List.of(own, others))
            for (DraftRow row : rows)
                if (!row.notApplicable()) byLevel.computeIfAbsent(row.level1().strip(), l -> new ArrayList<>()).add(row);
        unit.weights().forEach((level, text) -> weightsOf(level, DraftRow.number(text), byLevel.getOrDefault(level, List.of()), found));
    }

    /**
     * Weights set by row must leave room for the rows that share the rest, and use the level up when none does. The
     * execution rate is set by rule.
     */
    private static void weightsOf(String level, @Nullable BigDecimal points, List<DraftRow> rows, List<Finding> found) {
        if (points == null || rows.isEmpty()) return;
        var set = rows.stream()
                .map(r -> Terms.EXECUTION_RATE.names(r.name()) ? EXECUTION_RATE : DraftRow.number(r.weight()))
                .filter(Objects::nonNull)
                .toList();
        if (set.isEmpty()) return;
        BigDecimal used = set.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int order = used.compareTo(points);
        if (order > 0 || (order < 0 && set.size() == rows.size()))
            found.add(error("weights.rows", UnitPart.ROW, "weights", level, String.valueOf(set.size()), Figures.plain(used), Figures.plain(points)));
    }
}
