package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jixiao.target.Direction;
import org.jixiao.target.Measure;
import org.jixiao.target.TargetRow;
import org.junit.jupiter.api.Test;

/** The measure table of the domain, read with rows of the real form. */
class JudgeTest {

    private static final Set<String> WORDS = Set.of("提升", "稳定", "健全");

    private final Judge half = new Judge(Period.HALF_YEAR, WORDS, Money.UNREPORTED);
    private final Judge full = new Judge(Period.FULL_YEAR, WORDS, Money.UNREPORTED);

    @Test
    void aFlowIsReadAgainstTheHalfYearTarget() {
        TargetRow articles = Rows.row("≥20篇", "≥40篇", Measure.FLOW, Direction.HIGHER_BETTER);
        assertThat(half.judge(articles, Actual.of("20")).state()).isEqualTo(State.MET);
        assertThat(half.judge(articles, Actual.of("20篇")).state()).isEqualTo(State.MET);
        assertThat(full.judge(articles, Actual.of("20")).state()).isEqualTo(State.MISSED);
    }

    @Test
    void aStockIsReadAtItsLatestValueNotAtALinearPace() {
        TargetRow machines = Rows.row("≥5400台", "≥6000台", Measure.STOCK, Direction.HIGHER_BETTER);
        assertThat(half.judge(machines, Actual.of("5400")).state()).isEqualTo(State.MET);
        assertThat(half.judge(machines, Actual.of("5399")).state()).isEqualTo(State.BEHIND);
    }

    @Test
    void aRateIsItsNumeratorOverItsDenominator() {
        TargetRow sharing = Rows.row("≥90%", "≥95%", Measure.RATE, Direction.HIGHER_BETTER);
        Judgement judged = half.judge(sharing, Actual.ratio("1164", "1250"));
        assertThat(judged.state()).isEqualTo(State.MET);
        assertThat(judged.why()).contains(Explanation.of("quotient", "1164", "1250", "93.12%"));
        assertThat(full.judge(sharing, Actual.ratio("1164", "1250")).state()).isEqualTo(State.BEHIND);
    }

    @Test
    void aRateThatRoundsToItsTargetHasNotReachedIt() {
        TargetRow open = Rows.row("≥90%", "≥90%", Measure.RATE, Direction.HIGHER_BETTER);
        Judgement judged = half.judge(open, Actual.ratio("89999", "100000"));
        assertThat(judged.state()).isEqualTo(State.BEHIND);
        assertThat(judged.why()).contains(Explanation.of("quotient", "89999", "100000", "89.999%"));
    }

    @Test
    void aZeroDenominatorIsNotApplicable() {
        TargetRow income = Rows.row("≥100%", "≥100%", Measure.RATE, Direction.HIGHER_BETTER);
        Judgement judged = half.judge(income, Actual.ratio("0", "0"));
        assertThat(judged.state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(judged.flagged()).isTrue();
    }

    @Test
    void aZeroDenominatorTakesNoOtherRowOutOfTheCount() {
        TargetRow income = Rows.row("≥100%", "≥100%", Measure.RATE, Direction.HIGHER_BETTER);
        assertThat(half.judge(income, Actual.ratio("3", "0")).state()).isEqualTo(State.MISSING);
        Actual halfGiven = new Actual("12", null, BigDecimal.ZERO, null);
        assertThat(half.judge(income, halfGiven).state()).isEqualTo(State.MISSED);
        for (Measure measure : List.of(Measure.FLOW, Measure.STOCK, Measure.LEVEL)) {
            TargetRow sources = Rows.row("≥16个", "≥32个", measure, Direction.HIGHER_BETTER);
            assertThat(half.judge(sources, Actual.ratio("0", "0")).state()).as(measure.name()).isEqualTo(State.MISSING);
            assertThat(half.judge(sources, halfGiven).state()).as(measure.name()).isEqualTo(State.MISSED);
        }
    }

    @Test
    void aMilestoneIsNotDueAtHalfYearAndEarlyIsMet() {
        TargetRow training = Rows.row("＝0次", "＝1次", Measure.MILESTONE, Direction.HIGHER_BETTER);
        assertThat(half.judge(training, Actual.of("0")).state()).isEqualTo(State.NOT_DUE);
        assertThat(half.judge(training, Actual.NONE).state()).isEqualTo(State.NOT_DUE);
        Judgement early = half.judge(training, Actual.of("1"));
        assertThat(early.state()).isEqualTo(State.MET);
        assertThat(early.early()).isTrue();
        assertThat(full.judge(training, Actual.of("0")).state()).isEqualTo(State.MISSED);
        assertThat(full.judge(training, Actual.of("1")).state()).isEqualTo(State.MET);
        assertThat(full.judge(training, Actual.NONE).state()).isEqualTo(State.MISSING);
    }

    @Test
    void aMilestoneInWordsIsDoneByItsWord() {
        TargetRow archive = Rows.row("0", "完成", Measure.MILESTONE, null);
        assertThat(half.judge(archive, Actual.of("0")).state()).isEqualTo(State.NOT_DUE);
        assertThat(half.judge(archive, Actual.of("完成")).early()).isTrue();
        assertThat(full.judge(archive, Actual.of("未完成")).state()).isEqualTo(State.MISSED);
        assertThat(full.judge(archive, Actual.of("完成")).state()).isEqualTo(State.MET);
    }

    @Test
    void zeroFaultsIsAConstraintAndNotAMilestone() {
        TargetRow faults = Rows.row("＝0次", "＝0次", Measure.LEVEL, Direction.LOWER_BETTER);
        assertThat(half.judge(faults, Actual.of("0")).state()).isEqualTo(State.MET);
        assertThat(half.judge(faults, Actual.of("1")).state()).isEqualTo(State.MISSED);
    }

    @Test
    void aYearEndMeasureMeansNothingAtHalfYear() {
        TargetRow carried = Rows.row("＝0%", "＝0%", Measure.YEAR_END, Direction.LOWER_BETTER);
        assertThat(half.judge(carried, Actual.of("93.4")).state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(full.judge(carried, Actual.of("3")).state()).isEqualTo(State.MISSED);
        assertThat(full.judge(carried, Actual.of("0")).state()).isEqualTo(State.MET);
    }

    @Test
    void theThreeBandsAreTheThreeLights() {
        TargetRow stable = Rows.row("稳定", "稳定", Measure.QUALITATIVE, null);
        assertThat(half.judge(stable, Actual.word("稳定", "80")).state()).isEqualTo(State.MET);
        assertThat(half.judge(stable, Actual.word("稳定", "79.99")).state()).isEqualTo(State.BEHIND);
        assertThat(half.judge(stable, Actual.word("稳定", "60")).state()).isEqualTo(State.BEHIND);
        assertThat(half.judge(stable, Actual.word("稳定", "59.99")).state()).isEqualTo(State.MISSED);
        assertThat(Score.of(full.judge(stable, Actual.word("稳定", "85")), Fraction.of(2)).points())
                .isEqualTo("1.70");
    }

    @Test
    void aWordThatIsNotOnTheYearsListIsNoFigure() {
        TargetRow stable = Rows.row("稳定", "稳定", Measure.QUALITATIVE, null);
        assertThat(half.judge(stable, Actual.word("还行", "90")).state()).isEqualTo(State.MISSING);
        assertThat(half.judge(stable, Actual.of("稳定")).state()).isEqualTo(State.MISSING);
    }

    @Test
    void aMissingActualIsGrey() {
        TargetRow articles = Rows.row("≥20篇", "≥40篇", Measure.FLOW, Direction.HIGHER_BETTER);
        assertThat(half.judge(articles, Actual.NONE).state()).isEqualTo(State.MISSING);
        assertThat(half.judge(articles, Actual.of("很多")).state()).isEqualTo(State.MISSING);
    }

    @Test
    void theExecutionRateIsReadAgainstTheHalfYearPlan() {
        TargetRow rate = Rows.executionRate(8);
        assertThat(halfWith("3630.15").judge(rate, Actual.NONE).state()).isEqualTo(State.MET);
        Judgement behind = halfWith("3554.98").judge(rate, Actual.NONE);
        assertThat(behind.state()).isEqualTo(State.BEHIND);
        assertThat(behind.why()).contains(Explanation.of("share.behind", "3554.98", "3630.15", "97.93%"));
        assertThat(halfWith("2000").judge(rate, Actual.NONE).state()).isEqualTo(State.MISSED);
        assertThat(half.judge(rate, Actual.NONE).state()).isEqualTo(State.MISSING);
    }

    @Test
    void atYearEndTheMoneyGivesItsTenPoints() {
        Money spent = new Money(amount("55028.40"), amount("50000"), amount("3630.15"), amount("47500"), null);
        Judge judge = new Judge(Period.FULL_YEAR, WORDS, spent);
        Judgement judged = judge.judge(Rows.executionRate(8), Actual.NONE);
        assertThat(Score.of(judged, Fraction.of(Weights.MONEY)).points()).isEqualTo("9.50");
        assertThat(judged.state()).isEqualTo(State.BEHIND);
    }

    @Test
    void zeroOfZeroMoneyIsNotApplicable() {
        Money none = new Money(amount("41"), amount("41"), amount("0"), amount("0"), null);
        assertThat(Judge.money(none, Period.HALF_YEAR).state()).isEqualTo(State.NOT_APPLICABLE);
    }

    private static Judge halfWith(String executed) {
        return new Judge(
                Period.HALF_YEAR,
                WORDS,
                new Money(amount("55028.40"), amount("55028.40"), amount("3630.15"), amount(executed), null));
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text);
    }
}
