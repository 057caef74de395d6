package org.jixiao.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.target.TargetRow;

/**
 * The points of every row of a unit's table: a level's points split evenly over its applicable rows, unless a row sets
 * its own. 预算执行率 is the points of the money: it weighs ten, its siblings share what is left.
 */
final class Weights {

    static final BigDecimal MONEY = BigDecimal.TEN;

    private final Map<UUID, Fraction> byIndicator = new HashMap<>();

    private Weights() {}

    /**
     * @param rows all sections' rows in force
     * @param levels level 1 → points
     */
    static Weights of(List<TargetRow> rows, Map<String, BigDecimal> levels) {
        Weights weights = new Weights();
        rows.stream()
                .collect(Collectors.groupingBy(TargetRow::level1))
                .forEach((level, its) -> weights.split(its, levels.getOrDefault(level, BigDecimal.ZERO)));
        return weights;
    }

    /** Zero for a row that does not apply or is not of this table. */
    Fraction of(TargetRow row) {
        return byIndicator.getOrDefault(row.indicator(), Fraction.ZERO);
    }

    private void split(List<TargetRow> rows, BigDecimal points) {
        BigDecimal rest = points;
        int sharing = 0;
        for (TargetRow row : rows) {
            if (row.notApplicable()) continue;
            BigDecimal own = row.executionRate() ? MONEY : row.weight();
            if (own == null) {
                sharing++;
            } else {
                byIndicator.put(row.indicator(), Fraction.of(own));
                rest = rest.subtract(own);
            }
        }
        if (sharing == 0) return;
        Fraction each = Fraction.quotient(rest.max(BigDecimal.ZERO), BigDecimal.valueOf(sharing));
        for (TargetRow row : rows) {
            if (!row.notApplicable()) byIndicator.putIfAbsent(row.indicator(), each);
        }
    }
}
