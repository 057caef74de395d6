package org.jixiao.target;

import static org.jixiao.base.Finding.note;
import static org.jixiao.base.Finding.warning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jixiao.base.Finding;
import org.jixiao.target.TargetValue.Operator;

/** What is worth asking about a table, with the arithmetic shown; nothing here blocks and nothing is mended. */
final class TargetHints {

    private TargetHints() {}

    static void row(DraftRow row, List<DraftRow> own, Surroundings around, List<Finding> found) {
        String id = row.id().toString();
        for (String cell : row.uncertain())
            if (!(cell.equals("measure") && row.measure() == Measure.UNCLEAR)) found.add(note(Uncertain.code(cell), id, Uncertain.field(cell), cell));
        if (row.level2().isBlank()) found.add(warning("level2.missing", id, "level2"));
        twice(row, own, id, found);
        if (row.notApplicable()) return;
        if (row.measure() != Measure.QUALITATIVE) {
            baseline(row, id, found);
            direction(row, id, found);
        }
        level(row, id, found);
        official(row, around, id, found);
        past(row, around, id, found);
    }

    private static void baseline(DraftRow row, String id, List<Finding> found) {
        if (!row.baseline().isBlank()) return;
        if (row.measure() == Measure.STOCK) found.add(warning("baseline.stock", id, "baseline"));
        else if (row.measure() == Measure.RATE && Terms.WORD_GROWTH.within(row.name()))
            found.add(warning("baseline.growth", id, "baseline"));
    }

    private static void direction(DraftRow row, String id, List<Finding> found) {
        Operator operator = row.annual().operator();
        if (operator == null || row.annual().isWord()) return;
        boolean up = operator == Operator.AT_LEAST || operator == Operator.MORE;
        boolean down = operator == Operator.AT_MOST || operator == Operator.LESS;
        if (row.direction() == null) found.add(warning("direction.missing", id, "direction"));
        else if ((up && row.direction() == Direction.LOWER_BETTER) || (down && row.direction() == Direction.HIGHER_BETTER))
            found.add(warning("direction.operator", id, "direction", row.annual().text()));
    }

    private static void level(DraftRow row, String id, List<Finding> found) {
        BigDecimal half = row.half().number();
        BigDecimal annual = row.annual().number();
        if (row.measure() != Measure.LEVEL || half == null || annual == null || half.compareTo(annual) == 0) return;
        found.add(warning("level.differs", id, "halfText", row.half().text().strip(), row.annual().text().strip()));
    }

    private static void official(DraftRow row, Surroundings around, String id, List<Finding> found) {
        Money money = around.unit().money();
        if (Terms.EXECUTION_RATE.names(row.name())) executionRate(row, money, id, found);
        if (Terms.CARRY_OVER.names(row.name())) carryOver(row, money, id, found);
        if (Terms.STAFFING.names(row.name())) staffing(row, around.unit(), id, found);
        if (Terms.NON_TAX.names(row.name())) nonTax(row, around.unit(), id, found);
    }

    private static void executionRate(DraftRow row, Money money, String id, List<Finding> found) {
        BigDecimal stated = row.half().number();
        if (stated == null || !row.half().unit().equals("%") || money.income().signum() <= 0) return;
        BigDecimal exact = Figures.percent(money.expenditureHalf(), money.income(), 3);
        BigDecimal printed = exact.setScale(Math.max(0, stated.scale()), RoundingMode.HALF_UP);
        String[] args = {
            Figures.money(money.expenditureHalf()), Figures.money(money.income()), Figures.percentText(exact),
            Figures.plain(stated) + "%"
        };
        if (printed.compareTo(stated) == 0) found.add(note("executionRate.equal", id, "halfText", args));
        else found.add(warning("executionRate.differs", id, "halfText", args));
    }

    private static void carryOver(DraftRow row, Money money, String id, List<Finding> found) {
        BigDecimal stated = row.half().number();
        if (stated == null || !row.half().unit().equals("%") || money.income().signum() <= 0) return;
        BigDecimal spent = Figures.percent(money.expenditureHalf(), money.income(), 2);
        BigDecimal unspent = BigDecimal.valueOf(100).subtract(spent);
        if (unspent.compareTo(stated) <= 0) return;
        String code = row.measure() == Measure.YEAR_END ? "carryOver.yearEnd" : "carryOver.half";
        found.add(warning(code, id, "halfText", Figures.percentText(spent), Figures.percentText(unspent), row.half().text().strip()));
    }

    private static void staffing(DraftRow row, UnitPart unit, String id, List<Finding> found) {
        BigDecimal authorised = DraftRow.number(unit.authorised());
        BigDecimal actual = DraftRow.number(unit.actual());
        TargetValue annual = row.annual();
        if (authorised == null || actual == null || authorised.signum() <= 0) return;
        if (annual.operator() != Operator.EQUAL || annual.number() == null || !annual.unit().equals("%")) return;
        BigDecimal filled = Figures.percent(actual, authorised, 2);
        BigDecimal printed = filled.setScale(Math.max(0, annual.number().scale()), RoundingMode.HALF_UP);
        if (printed.compareTo(annual.number()) == 0) return;
        found.add(warning("staffing.equal", id, "annualText", annual.text().strip(), Figures.plain(actual),
                Figures.plain(authorised), Figures.percentText(filled)));
    }

    private static void nonTax(DraftRow row, UnitPart unit, String id, List<Finding> found) {
        boolean planned = unit.funds().stream()
                .filter(f -> Money.INCOME.equals(f.side()) && Terms.WORD_NON_TAX.within(f.item()))
                .anyMatch(f -> f.annual() != null && f.annual().signum() > 0);
        if (!planned) found.add(warning("nonTax.none", id, "annualText", row.annual().text().strip()));
    }

    private static void twice(DraftRow row, List<DraftRow> own, String id, List<Finding> found) {
        if (row.name().isBlank()) return;
        own.stream()
                .filter(o -> o.seq() < row.seq() && o.name().strip().equals(row.name().strip())
                        && o.keyWork().strip().equals(row.keyWork().strip()))
                .findFirst()
                .ifPresent(o -> found.add(warning("rows.same", id, "name", String.valueOf(o.seq()))));
    }

    private static void past(DraftRow row, Surroundings around, String id, List<Finding> found) {
        var past = around.past().get(row.indicator());
        if (past == null || row.annual().number() == null) return;
        TargetValue last = TargetValue.parse(past.best());
        if (last.number() == null || !last.unit().equals(row.annual().unit())) return;
        BigDecimal change = row.annual().number().subtract(last.number());
        boolean worse = row.direction() == Direction.LOWER_BETTER ? change.signum() > 0 : change.signum() < 0;
        if (row.direction() == Direction.ON_TARGET || !worse) return;
        found.add(warning(past.actual().isEmpty() ? "past.target" : "past.actual", id, "annualText",
                Figures.plain(row.annual().number()) + " − " + Figures.plain(last.number()) + " = " + Figures.plain(change),
                row.annual().unit()));
    }

    static void money(UnitPart unit, Money money, List<Finding> found) {
        if (unit.funds().isEmpty()) found.add(warning("funds.missing", UnitPart.ROW, "funds"));
        if (money.incomeDetails().compareTo(money.income()) != 0)
            found.add(warning("funds.income", UnitPart.ROW, "annualBudget", Figures.money(money.incomeDetails()), Figures.money(money.income())));
        if (money.projectsWithoutHalf() > 0)
            found.add(warning("funds.zeroHalf", UnitPart.ROW, "halfPlan", String.valueOf(money.projectsWithoutHalf())));
        BigDecimal authorised = DraftRow.number(unit.authorised());
        BigDecimal actual = DraftRow.number(unit.actual());
        if (authorised != null && actual != null && actual.compareTo(authorised) > 0)
            found.add(warning("staffing.over", UnitPart.ROW, "actual", Figures.plain(actual), Figures.plain(authorised)));
    }
}
