package org.jixiao.evaluation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row's points, exact; what is printed is rounded to two places, half up.
 *
 * @param weight the most it can give
 * @param applicable false: it leaves the denominator
 */
record Score(Fraction weight, Fraction exact, boolean applicable, Explanation why) {

    static Score of(Judgement judgement, Fraction weight) {
        if (!judgement.state().due()) {
            return new Score(weight, Fraction.ZERO, false, Explanation.of("score.none"));
        }
        Fraction ratio = judgement.ratio();
        if (ratio == null) return new Score(weight, Fraction.ZERO, true, Explanation.of("score.missing"));
        Fraction points = ratio.times(weight);
        Explanation why = Explanation.of(
                "score",
                Printed.percent(ratio),
                Printed.amount(weight.round(2)),
                Printed.amount(points.round(2)));
        return new Score(weight, points, true, why);
    }

    BigDecimal points() {
        return exact.round(2);
    }

    /** Σ score ÷ Σ weight × 100 over the rows that apply, rounded once at the end; null when none does. */
    static @Nullable BigDecimal total(Iterable<Score> scores) {
        Fraction sum = Fraction.ZERO;
        Fraction weights = Fraction.ZERO;
        for (Score score : scores) {
            if (!score.applicable()) continue;
            sum = sum.plus(score.exact());
            weights = weights.plus(score.weight());
        }
        return weights.signum() == 0 ? null : sum.over(weights).times(100).round(2);
    }
}
