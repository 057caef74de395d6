package org.jixiao.evaluation;

import org.jixiao.target.TargetRow;

/**
 * A row as the bureau decided it in one loop; kept whole, so that nothing that changes later changes it.
 *
 * @param row the target it was judged against
 */
record Decided(TargetRow row, Judgement judgement, Score score) {}
