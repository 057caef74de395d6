package org.jixiao.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sums of a money table; an empty cell counts as nothing, a line the form does not have is no line. */
public record Money(
        BigDecimal income,
        BigDecimal incomeDetails,
        BigDecimal basic,
        BigDecimal projects,
        BigDecimal projectDetails,
        BigDecimal basicHalf,
        BigDecimal projectsHalf,
        BigDecimal projectDetailsHalf,
        int projectCount,
        int projectsWithoutHalf) {

    static final String INCOME = "收入";
    static final String EXPENDITURE = "支出";
    static final String TOTAL = "合计";
    static final String SUBTOTAL = "小计";
    static final String DETAIL = "明细";
    static final String BASIC = "基本支出";

    static Money of(List<UnitPart.Fund> funds) {
        var incomeTotal = pick(funds, INCOME, TOTAL);
        var incomeDetails = pick(funds, INCOME, DETAIL);
        var subtotals = pick(funds, EXPENDITURE, SUBTOTAL);
        var basic = subtotals.stream().filter(f -> BASIC.equals(f.item().strip())).toList();
        var projects = subtotals.stream().filter(f -> !BASIC.equals(f.item().strip())).toList();
        var details = pick(funds, EXPENDITURE, DETAIL);
        int withoutHalf = (int) details.stream()
                .filter(f -> f.half() != null && f.half().signum() == 0)
                .filter(f -> f.annual() != null && f.annual().signum() > 0)
                .count();
        var income = sum(incomeTotal.isEmpty() ? incomeDetails : incomeTotal, UnitPart.Fund::annual);
        return new Money(
                income,
                sum(incomeDetails, UnitPart.Fund::annual),
                sum(basic, UnitPart.Fund::annual),
                sum(projects, UnitPart.Fund::annual),
                sum(details, UnitPart.Fund::annual),
                sum(basic, UnitPart.Fund::half),
                sum(projects, UnitPart.Fund::half),
                sum(details, UnitPart.Fund::half),
                details.size(),
                withoutHalf);
    }

    public BigDecimal expenditure() {
        return basic.add(projects);
    }

    public BigDecimal expenditureHalf() {
        return basicHalf.add(projectsHalf);
    }

    private static List<UnitPart.Fund> pick(List<UnitPart.Fund> funds, String side, String kind) {
        return funds.stream().filter(f -> side.equals(f.side()) && kind.equals(f.kind())).toList();
    }

    private static BigDecimal sum(List<UnitPart.Fund> funds, Function<UnitPart.Fund, @Nullable BigDecimal> column) {
        return funds.stream().map(column).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
