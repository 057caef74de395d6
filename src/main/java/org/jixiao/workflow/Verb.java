package org.jixiao.workflow;

import java.util.Locale;

/** What a person can do to a case; the names of {@code POST /api/tasks/{id}/{verb}}. */
public enum Verb {
    SAVE,
    SUBMIT,
    APPROVE,
    /** 接受未达标: approve, and end the loop of rectification though something is still red */
    ACCEPT,
    RETURN,
    /** 不同意: final where the model draws an answer for it; one vote against at a countersigned step */
    REJECT,
    /** 委派: another prepares an opinion; it comes back to whoever asked */
    DELEGATE,
    /** 回复: the opinion asked for by 委派 */
    RESOLVE,
    /** 加签: one more signs along at a countersigned step */
    ADD_SIGNER,
    /** 前加签: others examine before whoever asked decides */
    ADD_BEFORE,
    /** 后加签: others examine after whoever asked has approved, before the case goes on */
    ADD_AFTER,
    /** 放弃: whoever asked gives it up, where the model lets them; the case ends without effect */
    DROP,
    WITHDRAW,
    TAKE_BACK,
    /** 转办: the task becomes another person's; the old handler keeps reading */
    TRANSFER,
    /** 抄送: others of the unit may read; moves nothing */
    COPY,
    /** 答复: the coordinator's answer to rows that do not go together; moves nothing */
    ANSWER,
    URGE,
    /** 自动跳过, by the system, on the record */
    SKIP,
    /** 会签结果, by the system, on the record */
    TALLY,
    /** 迁移: the case follows another version of its process; no approval */
    MIGRATE,
    /** 改派: an administrator gives the task to another post or person; no approval */
    REASSIGN,
    /** 跳转: an administrator sets the case to another step; no approval */
    JUMP,
    /** 重试: what the engine could not do by itself is tried again */
    RETRY,
    /** 发起: somebody began the case themselves; moves nothing */
    START,
    /** a year, a self-evaluation or one section late opened, dates changed: an act on no task; moves nothing */
    OPEN;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it gives the case a new revision; what does not moves nothing and makes no page stale. */
    boolean moves() {
        return this != URGE && this != COPY && this != ANSWER && this != OPEN && this != START && this != TALLY && this != RETRY;
    }

    /** Whether it may leave another content than it found. */
    boolean changesContent() {
        return this == SAVE || this == SUBMIT || this == RETURN || this == DROP || this == WITHDRAW || this == TAKE_BACK;
    }

    /** Empty for an unknown name, never an exception. */
    public static java.util.Optional<Verb> of(String code) {
        for (Verb v : values()) if (v.code().equals(code)) return java.util.Optional.of(v);
        return java.util.Optional.empty();
    }
}
