package org.jixiao.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jixiao.target.Targets.FundLine;

/** The expenditure of the unit: a 小计 that has 明细 after it adds them up, the others are typed. */
record MoneyTable(List<MoneyLine> lines) {

    static final MoneyTable EMPTY = new MoneyTable(List.of());

    private static final String EXPENDITURE = "支出";
    private static final String DETAIL = "明细";

    static MoneyTable of(List<FundLine> funds, Map<UUID, MoneyLine.Typed> typed) {
        List<FundLine> spent =
                funds.stream().filter(f -> EXPENDITURE.equals(f.side())).toList();
        List<MoneyLine> lines = new ArrayList<>();
        for (int i = 0; i < spent.size(); i++) {
            FundLine fund = spent.get(i);
            boolean sum = !DETAIL.equals(fund.kind())
                    && i + 1 < spent.size()
                    && DETAIL.equals(spent.get(i + 1).kind());
            lines.add(new MoneyLine(fund, sum, typed.getOrDefault(fund.id(), MoneyLine.Typed.BLANK)));
        }
        return new MoneyTable(List.copyOf(lines));
    }

    /** The lines that are typed. */
    List<MoneyLine> leaves() {
        return lines.stream().filter(line -> !line.sum()).toList();
    }

    Money total() {
        return sum(leaves());
    }

    /** A line's money, added up where the line is a sum. */
    Money of(MoneyLine line) {
        if (!line.sum()) return line.money();
        return sum(leaves().stream().filter(leaf -> DETAIL.equals(leaf.fund().kind())).toList());
    }

    private static Money sum(List<MoneyLine> lines) {
        return lines.stream().map(MoneyLine::money).reduce(Money::plus).orElse(Money.UNREPORTED);
    }
}
