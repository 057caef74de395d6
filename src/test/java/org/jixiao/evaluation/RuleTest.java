package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.jixiao.base.Messages;
import org.jixiao.target.Direction;
import org.jixiao.target.TargetValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operators of the form, each with its numbers: weight 10 makes the share readable. */
class RuleTest {

    private final Messages messages = new Messages();

    @ParameterizedTest(name = "{0} {1} with {2} gives {3}, {4}, flagged {5}")
    @CsvSource({
        "≥16个, HIGHER_BETTER, 16, 10.00, MET, false",
        "≥16个, HIGHER_BETTER, 12, 7.50, MISSED, false",
        "≥5个, HIGHER_BETTER, 4, 8.00, BEHIND, false",
        "≥5个, HIGHER_BETTER, 0, 0.00, MISSED, false",
        "≥5个, HIGHER_BETTER, -3, 0.00, MISSED, false",
        "≥10个, HIGHER_BETTER, 13, 10.00, MET, false",
        "≥10个, HIGHER_BETTER, 13.1, 10.00, MET, true",
        "＞10个, HIGHER_BETTER, 10, 10.00, MET, false",
        "≥0%, HIGHER_BETTER, -1, 0.00, MISSED, false",
        "≥0%, HIGHER_BETTER, 0, 10.00, MET, false",
        "≥-5%, HIGHER_BETTER, -4, 10.00, MET, false",
        "≤100%, LOWER_BETTER, 100, 10.00, MET, false",
        "≤100%, LOWER_BETTER, 110, 9.00, BEHIND, false",
        "≤100%, LOWER_BETTER, 150, 5.00, MISSED, false",
        "≤100%, LOWER_BETTER, 200, 0.00, MISSED, false",
        "≤100%, LOWER_BETTER, 350, 0.00, MISSED, false",
        "＜100%, LOWER_BETTER, 100, 10.00, MET, false",
        "≤0%, LOWER_BETTER, -3.5, 10.00, MET, false",
        "≤0%, LOWER_BETTER, 0, 10.00, MET, false",
        "≤0%, LOWER_BETTER, 0.1, 0.00, MISSED, false",
        "＝7%, LOWER_BETTER, 7.7, 9.00, BEHIND, false",
        "＝100%, HIGHER_BETTER, 100, 10.00, MET, false",
        "＝100%, HIGHER_BETTER, 99.5, 10.00, MET, false",
        "＝100%, HIGHER_BETTER, 99.4, 9.94, BEHIND, false",
        "＝100%, HIGHER_BETTER, 50, 5.00, MISSED, false",
        "＝100%, HIGHER_BETTER, 104, 10.00, MET, true",
        "＝100%, ON_TARGET, 104, 9.60, BEHIND, true",
        "＝100%, ON_TARGET, 96, 9.60, BEHIND, false",
        "＝100%, ON_TARGET, 250, 0.00, MISSED, true",
        "＝0次, LOWER_BETTER, 0, 10.00, MET, false",
        "＝0次, LOWER_BETTER, 1, 0.00, MISSED, false",
        "＝0%, LOWER_BETTER, 0.4, 0.00, MISSED, false",
        "＝0%, ON_TARGET, 0.01, 0.00, MISSED, false",
        "＝0%, LOWER_BETTER, -2, 10.00, MET, false",
        "＝0%, ON_TARGET, -2, 0.00, MISSED, false",
    })
    void givesTheShareOfThePoints(
            String target, Direction direction, BigDecimal actual, BigDecimal points, State light, boolean flagged) {
        Judgement judged = Rule.apply(TargetValue.parse(target), direction, null, Fraction.of(actual));
        assertThat(Score.of(judged, Fraction.of(10)).points()).isEqualTo(points);
        assertThat(judged.state()).isEqualTo(light);
        assertThat(judged.flagged()).isEqualTo(flagged);
    }

    @Test
    void takesTheRowsOwnToleranceBeforeThePrintedOne() {
        TargetValue target = TargetValue.parse("＝100%");
        Fraction actual = Fraction.of(new BigDecimal("98"));
        assertThat(Rule.apply(target, Direction.ON_TARGET, new BigDecimal("2"), actual).state()).isEqualTo(State.MET);
        assertThat(Rule.apply(target, Direction.ON_TARGET, null, actual).state()).isEqualTo(State.BEHIND);
        Fraction nearly = Fraction.of(new BigDecimal("0.4"));
        assertThat(Rule.apply(TargetValue.parse("＝0%"), Direction.LOWER_BETTER, new BigDecimal("0.5"), nearly)
                        .state())
                .isEqualTo(State.MET);
    }

    @Test
    void spendingExactlyToThePrintedPlanIsNotAMiss() {
        Fraction rate = Fraction.quotient(new BigDecimal("3630.15"), new BigDecimal("55028.40")).times(100);
        Judgement judged = Rule.apply(TargetValue.parse("＝7%"), Direction.HIGHER_BETTER, null, rate);
        assertThat(judged.state()).isEqualTo(State.MET);
        assertThat(said(judged)).isEqualTo("6.60% 与 7% 相差 0.40，在容差 0.5 以内，达标");
    }

    @Test
    void saysTheArithmetic() {
        assertThat(said(Rule.apply(TargetValue.parse("≥16个"), Direction.HIGHER_BETTER, null, Fraction.of(12))))
                .isEqualTo("12 ÷ 16 = 75.00%，低于 80%");
        assertThat(said(Rule.apply(TargetValue.parse("≥5个"), Direction.HIGHER_BETTER, null, Fraction.of(4))))
                .isEqualTo("4 ÷ 5 = 80.00%，不低于 80%，为滞后");
        assertThat(said(Rule.apply(TargetValue.parse("≤100%"), Direction.LOWER_BETTER, null, Fraction.of(110))))
                .isEqualTo("1 − (110 − 100) ÷ 100 = 90.00%，不低于 80%，为滞后");
        assertThat(said(Rule.apply(TargetValue.parse("≥20篇"), Direction.HIGHER_BETTER, null, Fraction.of(21))))
                .isEqualTo("21篇 ≥ 20篇，达标");
    }

    @Test
    void judgesBeforeItRounds() {
        Fraction justBelow = Fraction.quotient(new BigDecimal("79999"), new BigDecimal("100000"));
        Judgement judged = Rule.apply(
                TargetValue.parse("≥1个"), Direction.HIGHER_BETTER, null, justBelow);
        assertThat(judged.state()).isEqualTo(State.MISSED);
        assertThat(said(judged)).contains("79.999%，低于 80%");
    }

    private String said(Judgement judgement) {
        Explanation why = judgement.why().get(0);
        return messages.text(Locale.SIMPLIFIED_CHINESE, why.key(), why.args().toArray());
    }
}
