package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jixiao.target.Direction;
import org.jixiao.target.TargetValue;

/** What holds for every target and every actual. */
class RulePropertiesTest {

    private static final Fraction WEIGHT = Fraction.quotient(BigDecimal.valueOf(50), BigDecimal.valueOf(48));

    @Property
    void moreIsNeverWorseWhereMoreIsBetter(
            @ForAll("higher") TargetValue target, @ForAll("numbers") BigDecimal a, @ForAll("numbers") BigDecimal b) {
        assertThat(share(target, Direction.HIGHER_BETTER, a.max(b)))
                .isGreaterThanOrEqualTo(share(target, Direction.HIGHER_BETTER, a.min(b)));
    }

    @Property
    void lessIsNeverWorseWhereLessIsBetter(
            @ForAll("lower") TargetValue target, @ForAll("numbers") BigDecimal a, @ForAll("numbers") BigDecimal b) {
        assertThat(share(target, Direction.LOWER_BETTER, a.min(b)))
                .isGreaterThanOrEqualTo(share(target, Direction.LOWER_BETTER, a.max(b)));
    }

    @Property
    void comingNearerIsNeverWorseOnEitherSideOfATarget(
            @ForAll("equal") TargetValue target, @ForAll("gaps") BigDecimal a, @ForAll("gaps") BigDecimal b) {
        BigDecimal t = target.number();
        assertThat(share(target, Direction.ON_TARGET, t.add(a.min(b))))
                .isGreaterThanOrEqualTo(share(target, Direction.ON_TARGET, t.add(a.max(b))));
        assertThat(share(target, Direction.ON_TARGET, t.subtract(a.min(b))))
                .isGreaterThanOrEqualTo(share(target, Direction.ON_TARGET, t.subtract(a.max(b))));
    }

    @Property
    void pointsStayBetweenNothingAndTheWeight(
            @ForAll("any") TargetValue target, @ForAll Direction direction, @ForAll("numbers") BigDecimal actual) {
        Judgement judged = Rule.apply(target, direction, null, Fraction.of(actual));
        Score score = Score.of(judged, WEIGHT);
        assertThat(score.exact()).isBetween(Fraction.ZERO, WEIGHT);
        assertThat(score.points()).isBetween(BigDecimal.ZERO, WEIGHT.round(2));
    }

    @Property
    void aLightNeverContradictsTheShare(
            @ForAll("any") TargetValue target, @ForAll Direction direction, @ForAll("numbers") BigDecimal actual) {
        Judgement judged = Rule.apply(target, direction, null, Fraction.of(actual));
        Fraction share = judged.ratio();
        assertThat(judged.state() == State.MET).isEqualTo(share.compareTo(Fraction.ONE) == 0);
        assertThat(judged.state() == State.MISSED).isEqualTo(share.compareTo(Rule.BEHIND_FROM) < 0);
    }

    private static Fraction share(TargetValue target, Direction direction, BigDecimal actual) {
        return Rule.apply(target, direction, null, Fraction.of(actual)).ratio();
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-300"), new BigDecimal("300"))
                .ofScale(2);
    }

    @Provide
    Arbitrary<BigDecimal> gaps() {
        return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("300")).ofScale(2);
    }

    @Provide
    Arbitrary<TargetValue> higher() {
        return targets("≥", "＞", "＝", "");
    }

    @Provide
    Arbitrary<TargetValue> lower() {
        return targets("≤", "＜", "＝", "");
    }

    @Provide
    Arbitrary<TargetValue> equal() {
        return targets("＝", "");
    }

    @Provide
    Arbitrary<TargetValue> any() {
        return targets("≥", "＞", "≤", "＜", "＝", "");
    }

    private static Arbitrary<TargetValue> targets(String... operators) {
        Arbitrary<BigDecimal> values = Arbitraries.integers()
                .between(0, 2)
                .flatMap(scale -> Arbitraries.bigDecimals()
                        .between(new BigDecimal("-20"), new BigDecimal("200"))
                        .ofScale(scale));
        return Combinators.combine(Arbitraries.of(operators), values)
                .as((operator, value) -> TargetValue.parse(operator + value.toPlainString() + "%"));
    }
}
