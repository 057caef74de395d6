package org.jixiao.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Money in 万元, one line or a total.
 *
 * @param initial 年初预算数
 * @param adjusted 调整后预算数, the initial one while nothing was adjusted
 * @param executed null while not reported
 * @param forecast 全年预计执行数
 */
record Money(
        BigDecimal initial,
        BigDecimal adjusted,
        BigDecimal halfPlan,
        @Nullable BigDecimal executed,
        @Nullable BigDecimal forecast) {

    static final Money UNREPORTED =
            new Money(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null, null);

    /** What has been reported of either is reported of the sum; one line unreported leaves the sum unreported. */
    Money plus(Money other) {
        return new Money(
                initial.add(other.initial),
                adjusted.add(other.adjusted),
                halfPlan.add(other.halfPlan),
                sum(executed, other.executed),
                sum(forecast, other.forecast));
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.add(b);
    }

    /** The plan the money is read against: half of the year's at half year, all of the adjusted budget at its end. */
    BigDecimal plan(Period period) {
        return period == Period.HALF_YEAR ? halfPlan : adjusted;
    }
}
