package org.jixiao.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jixiao.target.Measure;
import org.jixiao.target.TargetRow;
import org.jixiao.target.TargetValue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row at half year or at the end of the year, by its measure.
 *
 * @param words a qualitative actual must be one of these
 * @param money the unit's total, which 预算执行率 is
 */
record Judge(Period period, Set<String> words, Money money) {

    private static final Fraction BAND_MIDDLE = Fraction.of(new BigDecimal("0.6"));

    Judgement judge(TargetRow row, Actual actual) {
        if (row.notApplicable()) {
            return Judgement.plain(State.NOT_APPLICABLE, Explanation.of("notApplicable", row.notApplicableReason()));
        }
        if (row.executionRate()) return execution();
        if (row.measure() == Measure.YEAR_END && period == Period.HALF_YEAR) {
            return Judgement.plain(State.NOT_APPLICABLE, Explanation.of("yearEnd"));
        }
        TargetValue target = TargetValue.parse(period == Period.HALF_YEAR ? row.halfText() : row.annualText());
        if (row.measure() == Measure.MILESTONE) return milestone(row, actual);
        if (row.measure() == Measure.QUALITATIVE || target.isWord()) return words(actual);
        return number(row, target, actual);
    }

    /** The light of money against its plan; 0 of 0 is not applicable. */
    static Judgement money(Money money, Period period) {
        BigDecimal plan = money.plan(period);
        BigDecimal executed = money.executed();
        if (executed == null) return missing();
        String spent = Printed.amount(executed);
        String planned = Printed.amount(plan);
        if (plan.signum() <= 0) {
            return executed.signum() == 0
                    ? Judgement.plain(State.NOT_APPLICABLE, Explanation.of("zeroOfZero"))
                    : Judgement.judged(State.MET, Fraction.ONE, Explanation.of("atLeast", spent, planned));
        }
        Fraction ratio = Fraction.quotient(executed, plan);
        Fraction share = ratio.share();
        String code = switch (Rule.light(share)) {
            case MET -> "share.met";
            case BEHIND -> "share.behind";
            default -> "share.missed";
        };
        return Judgement.judged(Rule.light(share), share, Explanation.of(code, spent, planned, Printed.percent(ratio)));
    }

    /** 预算执行率 is the money: against the half-year plan, then against the adjusted budget. */
    private Judgement execution() {
        Judgement judged = money(money, period);
        BigDecimal executed = money.executed();
        if (executed == null || money.adjusted().signum() <= 0) return judged;
        Fraction rate = Fraction.quotient(executed, money.adjusted()).times(100);
        if (period == Period.FULL_YEAR) return judged.after(rate, List.of());
        return judged.after(
                rate,
                List.of(Explanation.of(
                        "ofYear",
                        Printed.amount(executed),
                        Printed.amount(money.adjusted()),
                        Printed.near(rate, List.of()) + "%")));
    }

    private Judgement number(TargetRow row, TargetValue target, Actual actual) {
        if (row.measure() == Measure.RATE && actual.isNothingOfNothing()) {
            Explanation why = Explanation.of("zeroDenominator");
            return new Judgement(State.NOT_APPLICABLE, false, null, null, true, List.of(why));
        }
        Fraction value = actual.value(target.unit());
        if (value == null) return missing();
        return Rule.apply(target, row.direction(), row.tolerance(), value).after(value, derived(target, actual, value));
    }

    private static List<Explanation> derived(TargetValue target, Actual actual, Fraction value) {
        BigDecimal numerator = actual.numerator();
        BigDecimal denominator = actual.denominator();
        if (numerator == null || denominator == null) return List.of();
        List<Fraction> bounds = target.number() == null ? List.of() : List.of(Fraction.of(target.number()));
        return List.of(Explanation.of(
                "quotient",
                Printed.plain(numerator),
                Printed.plain(denominator),
                Printed.near(value, bounds) + target.unit()));
    }

    private Judgement words(Actual actual) {
        BigDecimal band = actual.band();
        String word = actual.text().strip();
        if (word.isEmpty() || band == null || !words.contains(word) || outside(band)) return missing();
        Fraction ratio = Fraction.quotient(band, BigDecimal.valueOf(100));
        State state = ratio.compareTo(Rule.BEHIND_FROM) >= 0
                ? State.MET
                : ratio.compareTo(BAND_MIDDLE) >= 0 ? State.BEHIND : State.MISSED;
        String code = switch (state) {
            case MET -> "band.met";
            case BEHIND -> "band.behind";
            default -> "band.missed";
        };
        return Judgement.judged(state, ratio, Explanation.of(code, word, Printed.plain(band)));
    }

    static boolean outside(BigDecimal percent) {
        return percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0;
    }

    private Judgement milestone(TargetRow row, Actual actual) {
        TargetValue annual = TargetValue.parse(row.annualText());
        boolean due = period == Period.FULL_YEAR || row.halfText().equals(row.annualText());
        Boolean done = done(annual, actual);
        Fraction value = annual.isWord() ? null : actual.value(annual.unit());
        if (done == null) {
            return due ? missing() : Judgement.plain(State.NOT_DUE, Explanation.of("notDue", row.annualText()));
        }
        if (done) {
            Judgement met = Judgement.judged(
                    State.MET, Fraction.ONE, Explanation.of(due ? "done" : "early", row.annualText()));
            return new Judgement(State.MET, !due, met.ratio(), value, false, met.why());
        }
        if (!due) return Judgement.plain(State.NOT_DUE, Explanation.of("notDue", row.annualText()));
        return Judgement.judged(State.MISSED, Fraction.ZERO, Explanation.of("notDone", row.annualText()))
                .after(value, List.of());
    }

    /** Null while nothing is reported. */
    private static @Nullable Boolean done(TargetValue annual, Actual actual) {
        if (actual.text().isBlank() && !actual.isRatio()) return null;
        BigDecimal number = annual.number();
        if (number == null) return actual.text().strip().equals(annual.text().strip());
        Fraction value = actual.value(annual.unit());
        return value == null ? null : value.compareTo(Fraction.of(number)) >= 0;
    }

    private static Judgement missing() {
        return Judgement.plain(State.MISSING, Explanation.of("missing"));
    }
}
