package org.jixiao.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jixiao.target.Direction;
import org.jixiao.target.TargetValue;
import org.jspecify.annotations.Nullable;

/** How near an actual number came to a target: the share of the points, by operator and direction. */
final class Rule {

    /** 滞后 from here, below it 未达标. */
    static final Fraction BEHIND_FROM = Fraction.of(new BigDecimal("0.8"));

    private static final Fraction OVER_FROM = Fraction.of(new BigDecimal("1.3"));

    private final Fraction target;
    private final Fraction actual;
    private final String t;
    private final String a;

    private Rule(TargetValue value, BigDecimal number, Fraction actual) {
        this.target = Fraction.of(number);
        this.actual = actual;
        this.t = Printed.plain(number) + value.unit();
        this.a = Printed.near(actual, List.of(target)) + value.unit();
    }

    /**
     * @param target with a number
     * @param direction null reads as ON_TARGET
     * @param tolerance null: half of the target's last printed digit, none around 0
     */
    static Judgement apply(
            TargetValue target, @Nullable Direction direction, @Nullable BigDecimal tolerance, Fraction actual) {
        BigDecimal number = target.number();
        if (number == null) throw new IllegalArgumentException(target.text());
        Rule rule = new Rule(target, number, actual);
        TargetValue.Operator operator = target.operator();
        if (operator == TargetValue.Operator.AT_LEAST || operator == TargetValue.Operator.MORE) return rule.atLeast();
        if (operator == TargetValue.Operator.AT_MOST || operator == TargetValue.Operator.LESS) return rule.atMost();
        if (direction == Direction.LOWER_BETTER && number.signum() > 0) return rule.atMost();
        BigDecimal usual = number.signum() > 0 ? target.precision() : BigDecimal.ZERO;
        return rule.equal(
                direction == null ? Direction.ON_TARGET : direction,
                Fraction.of(tolerance == null ? usual : tolerance));
    }

    /** The light of a share, from the unrounded ratio. */
    static State light(Fraction ratio) {
        if (ratio.compareTo(Fraction.ONE) >= 0) return State.MET;
        return ratio.compareTo(BEHIND_FROM) >= 0 ? State.BEHIND : State.MISSED;
    }

    private Judgement atLeast() {
        if (actual.compareTo(target) >= 0) {
            boolean over = target.signum() > 0 && actual.compareTo(target.times(OVER_FROM)) > 0;
            return met(Explanation.of("atLeast", a, t), over ? Explanation.of("over", a, t) : null);
        }
        if (target.signum() <= 0) return none(Explanation.of("below", a, t));
        return share("share", actual.over(target).share());
    }

    private Judgement atMost() {
        if (actual.compareTo(target) <= 0) return met(Explanation.of("atMost", a, t), null);
        if (target.signum() <= 0) return none(Explanation.of("above", a, t));
        if (actual.compareTo(target.times(2)) >= 0) return none(Explanation.of("twice", a, t));
        return share("excess", Fraction.ONE.minus(actual.minus(target).over(target)));
    }

    private Judgement equal(Direction direction, Fraction tolerance) {
        Fraction gap = actual.minus(target);
        if (gap.abs().compareTo(tolerance) <= 0) {
            return met(
                    gap.signum() == 0
                            ? Explanation.of("equal", a, t)
                            : Explanation.of("within", a, t, Printed.plain(gap.abs()), Printed.plain(tolerance)),
                    null);
        }
        boolean harmless = direction == (gap.signum() > 0 ? Direction.HIGHER_BETTER : Direction.LOWER_BETTER);
        if (target.signum() <= 0) {
            if (harmless) return met(Explanation.of(gap.signum() > 0 ? "atLeast" : "atMost", a, t), null);
            return none(Explanation.of(gap.signum() > 0 ? "above" : "below", a, t));
        }
        if (gap.signum() < 0) return share("share", actual.over(target).share());
        Explanation flag = Explanation.of("aboveEqual", a, t);
        if (harmless) return met(Explanation.of("atLeast", a, t), flag);
        return flagged(share("off", Fraction.ONE.minus(gap.over(target)).share()), flag);
    }

    private Judgement met(Explanation why, @Nullable Explanation flag) {
        Judgement met = Judgement.judged(State.MET, Fraction.ONE, why);
        return flag == null ? met : flagged(met, flag);
    }

    private static Judgement none(Explanation why) {
        return Judgement.judged(State.MISSED, Fraction.ZERO, why);
    }

    private Judgement share(String arithmetic, Fraction ratio) {
        State state = light(ratio);
        String code = arithmetic + (state == State.MISSED ? ".missed" : ".behind");
        return Judgement.judged(state, ratio, Explanation.of(code, bare(a), bare(t), Printed.percent(ratio)));
    }

    private static Judgement flagged(Judgement of, Explanation flag) {
        List<Explanation> why = new ArrayList<>(of.why());
        why.add(flag);
        return new Judgement(of.state(), of.early(), of.ratio(), of.value(), true, List.copyOf(why));
    }

    /** In arithmetic the numbers stand without their unit. */
    private static String bare(String printed) {
        int end = printed.length();
        while (end > 0 && !Character.isDigit(printed.charAt(end - 1))) end--;
        return printed.substring(0, end);
    }
}
