package org.jixiao.evaluation;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jixiao.target.Direction;
import org.jixiao.target.Measure;
import org.jixiao.target.TargetRow;
import org.jspecify.annotations.Nullable;

/** Rows of targets for tests. */
final class Rows {

    private Rows() {}

    static TargetRow row(String half, String annual, Measure measure, @Nullable Direction direction) {
        return row(1, "履职", half, annual, measure, direction, null, false, false);
    }

    static TargetRow level(int seq, String level1) {
        return row(seq, level1, "≥1次", "≥1次", Measure.FLOW, Direction.HIGHER_BETTER, null, false, false);
    }

    static TargetRow weighing(int seq, String level1, String weight) {
        return row(
                seq, level1, "≥1次", "≥1次", Measure.FLOW, Direction.HIGHER_BETTER, new BigDecimal(weight), false, false);
    }

    static TargetRow notApplicable(int seq, String level1) {
        return row(seq, level1, "≥1次", "≥1次", Measure.FLOW, Direction.HIGHER_BETTER, null, true, false);
    }

    static TargetRow executionRate(int seq) {
        return row(seq, "过程", "＝7%", "＝100%", Measure.RATE, Direction.HIGHER_BETTER, null, false, true);
    }

    private static TargetRow row(
            int seq,
            String level1,
            String half,
            String annual,
            Measure measure,
            @Nullable Direction direction,
            @Nullable BigDecimal weight,
            boolean notApplicable,
            boolean executionRate) {
        return new TargetRow(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "one",
                seq,
                level1,
                "重点工作",
                "",
                "",
                "指标" + seq,
                half,
                annual,
                measure,
                direction,
                null,
                null,
                weight,
                notApplicable,
                notApplicable ? "本年不开展" : "",
                executionRate,
                Set.of());
    }
}
