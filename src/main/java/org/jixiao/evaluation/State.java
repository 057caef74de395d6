package org.jixiao.evaluation;

/** How a row stands at its period: the six state words. */
public enum State {
    /** 达标, green */
    MET,
    /** 滞后, yellow: at least 80% of the target */
    BEHIND,
    /** 未达标, red */
    MISSED,
    /** 未到期: a milestone not due yet */
    NOT_DUE,
    /** 缺数: no actual reported */
    MISSING,
    /** 不适用 */
    NOT_APPLICABLE;

    /** Yellow or red: the reason and the corrective measure are asked for. */
    public boolean off() {
        return this == BEHIND || this == MISSED;
    }

    /** Whether the row counts among those that are due. */
    public boolean due() {
        return this != NOT_DUE && this != NOT_APPLICABLE;
    }
}
