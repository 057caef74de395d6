package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jixiao.target.TargetRow;
import org.junit.jupiter.api.Test;

class ScoreTest {

    private static final Map<String, BigDecimal> LEVELS = Map.of(
            "决策", new BigDecimal("10"),
            "过程", new BigDecimal("20"),
            "履职", new BigDecimal("50"),
            "效益", new BigDecimal("10"),
            "满意度", new BigDecimal("10"));

    @Test
    void aLevelIsSplitEvenlyOverTheRowsThatApply() {
        TargetRow one = Rows.level(1, "履职");
        TargetRow two = Rows.level(2, "履职");
        TargetRow out = Rows.notApplicable(3, "履职");
        Weights weights = Weights.of(List.of(one, two, out), LEVELS);
        assertThat(weights.of(one).round(2)).isEqualTo("25.00");
        assertThat(weights.of(out).round(2)).isEqualTo("0.00");
    }

    @Test
    void aRowsOwnWeightLeavesTheRestToItsSiblings() {
        TargetRow own = Rows.weighing(1, "决策", "4");
        TargetRow two = Rows.level(2, "决策");
        TargetRow three = Rows.level(3, "决策");
        Weights weights = Weights.of(List.of(own, two, three), LEVELS);
        assertThat(weights.of(own).round(2)).isEqualTo("4.00");
        assertThat(weights.of(two).round(2)).isEqualTo("3.00");
    }

    @Test
    void theExecutionRateWeighsTenAndIsCountedOnce() {
        List<TargetRow> process = new ArrayList<>(List.of(Rows.executionRate(8)));
        for (int seq = 100; seq < 125; seq++) process.add(Rows.level(seq, "过程"));
        Weights weights = Weights.of(process, LEVELS);
        assertThat(weights.of(process.get(0)).round(2)).isEqualTo("10.00");
        assertThat(weights.of(process.get(1)).round(2)).isEqualTo("0.40");
        Fraction sum = process.stream().map(weights::of).reduce(Fraction.ZERO, Fraction::plus);
        assertThat(sum.round(6)).isEqualByComparingTo("20");
    }

    @Test
    void aSectionThatMetEverythingHasAHundredWhateverTheSplit() {
        List<Score> scores = new ArrayList<>();
        Fraction each = Fraction.quotient(new BigDecimal("50"), new BigDecimal("48"));
        for (int i = 0; i < 5; i++) scores.add(score(State.MET, Fraction.ONE, each));
        assertThat(Score.total(scores)).isEqualTo("100.00");
    }

    @Test
    void rowsThatDoNotApplyLeaveTheDenominator() {
        Score met = score(State.MET, Fraction.ONE, Fraction.of(5));
        Score out = Score.of(
                Judgement.plain(State.NOT_APPLICABLE, Explanation.of("zeroOfZero")), Fraction.of(10));
        assertThat(Score.total(List.of(met, out))).isEqualTo("100.00");
        assertThat(Score.total(List.of(out))).isNull();
    }

    @Test
    void aMissingFigureCountsAsNothing() {
        Score met = score(State.MET, Fraction.ONE, Fraction.of(5));
        Score missing = Score.of(Judgement.plain(State.MISSING, Explanation.of("missing")), Fraction.of(5));
        assertThat(Score.total(List.of(met, missing))).isEqualTo("50.00");
    }

    @Test
    void gradesBeginWhereTheySay() {
        assertThat(Grade.of(new BigDecimal("90.00"))).isEqualTo(Grade.EXCELLENT);
        assertThat(Grade.of(new BigDecimal("89.99"))).isEqualTo(Grade.GOOD);
        assertThat(Grade.of(new BigDecimal("80.00"))).isEqualTo(Grade.GOOD);
        assertThat(Grade.of(new BigDecimal("79.99"))).isEqualTo(Grade.FAIR);
        assertThat(Grade.of(new BigDecimal("60.00"))).isEqualTo(Grade.FAIR);
        assertThat(Grade.of(new BigDecimal("59.99"))).isEqualTo(Grade.POOR);
    }

    private static Score score(State state, Fraction ratio, Fraction weight) {
        return Score.of(Judgement.judged(state, ratio, Explanation.of("missing")), weight);
    }
}
