package org.jixiao.evaluation;

import java.util.List;
import org.jixiao.target.TargetRow;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet as it stands in its loop.
 *
 * @param figures typed in this loop
 * @param judgement of what the sheet shows: of this loop's figures where the row is open, else of the latest reported
 * @param standing of the latest figures reported in any loop: what board and inbox say of the row
 * @param earlier loops before the one shown, oldest first
 * @param open may be typed in this loop
 * @param item its rectification in this loop
 * @param carried left open by the half year, now a row of the full year
 */
record Line(
        TargetRow row,
        Figures figures,
        Judgement judgement,
        Judgement standing,
        Score score,
        List<Earlier> earlier,
        List<Evidence> evidence,
        boolean open,
        @Nullable RectificationItem item,
        @Nullable RectificationItem carried) {

    record Earlier(int loop, String asOf, Figures figures, Judgement judgement) {}

    String id() {
        return row.indicator().toString();
    }

    Decided decided() {
        return new Decided(row, judgement, score);
    }

    /** Files handed in in that loop. */
    long files(int loop) {
        return evidence.stream()
                .filter(e -> e.loop() != null && e.loop() == loop)
                .count();
    }
}
