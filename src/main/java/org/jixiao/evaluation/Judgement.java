package org.jixiao.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one row.
 *
 * @param early a milestone done before it was due (提前完成)
 * @param ratio the unrounded share of the points in [0, 1]; null where nothing was judged
 * @param value the actual as a number, null for words
 * @param flagged shown to the reviewer, never deducted silently: far above the target, or nothing to divide by
 * @param why each step of the reasoning
 */
record Judgement(
        State state,
        boolean early,
        @Nullable Fraction ratio,
        @Nullable Fraction value,
        boolean flagged,
        List<Explanation> why) {

    static Judgement plain(State state, Explanation why) {
        return new Judgement(state, false, null, null, false, List.of(why));
    }

    static Judgement judged(State state, Fraction ratio, Explanation why) {
        return new Judgement(state, false, ratio, null, false, List.of(why));
    }

    /** With the steps that led to it put first. */
    Judgement after(@Nullable Fraction actual, List<Explanation> first) {
        List<Explanation> all = new ArrayList<>(first);
        all.addAll(why);
        return new Judgement(state, early, ratio, actual == null ? value : actual, flagged, List.copyOf(all));
    }
}
