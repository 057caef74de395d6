package org.jixiao.inbox;

/** 待办 已办 我发起 抄送我 */
public enum Box {
    TODO,
    DONE,
    STARTED,
    COPIED
}
