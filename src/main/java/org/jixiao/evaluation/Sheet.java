package org.jixiao.evaluation;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A self-evaluation with everything judged.
 *
 * @param asOf the day this loop's figures stand for, as typed
 * @param keepsMoney the section is the one that reports the unit's money
 * @param moneyOpen and it may be typed in this loop
 * @param money of this loop for the section that keeps it, of the period for the others
 * @param words a qualitative actual may be one of these
 */
record Sheet(
        Evaluation evaluation,
        String asOf,
        List<Line> lines,
        boolean keepsMoney,
        boolean moneyOpen,
        MoneyTable money,
        Set<String> words) {

    Optional<Line> line(String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst();
    }

    Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (State state : State.values()) counts.put(state, 0);
        lines.forEach(line -> counts.merge(line.standing().state(), 1, Integer::sum));
        return counts;
    }

    List<Line> red() {
        return lines.stream()
                .filter(line -> line.standing().state() == State.MISSED)
                .toList();
    }

    /** Σ score ÷ Σ weight × 100; null when no row applies. */
    @Nullable BigDecimal total() {
        return Score.total(lines.stream().map(Line::score).toList());
    }
}
