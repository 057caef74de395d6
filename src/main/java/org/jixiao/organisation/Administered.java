package org.jixiao.organisation;

import java.time.Instant;
import java.util.Locale;

/**
 * An administrator changed the organisation or a model; published inside the transaction of the change.
 *
 * @param subject what was changed, as a reader recognises it (codes, names, dates)
 */
public record Administered(Actor by, Change change, String subject, Instant at) {

    /** What was done; its name for a reader is the message {@code audit.what.<code>}. */
    public enum Change {
        UNIT_ADDED,
        UNIT_CHANGED,
        SECTION_ADDED,
        SECTION_CHANGED,
        SECTION_DISSOLVED,
        POST_ADDED,
        POST_CHANGED,
        HOLDER_APPOINTED,
        HOLDING_CHANGED,
        PERSON_ADDED,
        PERSON_CHANGED,
        ROLES_CHANGED,
        PERSON_LOCKED,
        PERSON_UNLOCKED,
        PASSWORD_RESET,
        PASSWORD_CHANGED,
        TOKEN_MADE,
        TOKEN_REVOKED,
        TOKEN_FIRST_USED,
        DAY_CHANGED,
        DAY_CLEARED,
        SET_UP,
        MODEL_DEPLOYED,
        MODEL_OUT_OF_USE,
        MODEL_IN_USE,
        MODEL_UPDATE_DECLINED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
