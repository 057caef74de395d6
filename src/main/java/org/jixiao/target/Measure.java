package org.jixiao.target;

/** How a row's half-year and annual value relate; decides what is checked and how progress is read. */
public enum Measure {
    /** 累计: counted up over the year */
    FLOW,
    /** 存量: a level reached, never summed */
    STOCK,
    /** 水平: held all the time */
    LEVEL,
    /** 累计比率: a ratio that grows to its target */
    RATE,
    /** 里程碑: not due, then done */
    MILESTONE,
    /** 年末: means something only at year end */
    YEAR_END,
    /** 定性: a word from the year's list */
    QUALITATIVE,
    /** the form does not say; the chief settles it before submitting */
    UNCLEAR
}
