package org.jixiao.target;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A section's targets in one version: declared, then frozen and in force. A version after the first is an adjustment's,
 * which may be dropped instead.
 *
 * @param version from 1; 0 of an adjustment that was dropped
 */
record TargetSheet(
        UUID id,
        UUID table,
        String section,
        int position,
        int version,
        State state,
        @Nullable LocalDate inForceFrom,
        List<String> keyWorks) {

    enum State {
        DECLARING,
        IN_FORCE,
        DROPPED
    }

    /** An approved sheet that is to change: its rows are not the year's yet. */
    boolean adjusting() {
        return declaring() && version > 1;
    }

    void mustBeAdjusting() {
        if (!adjusting()) throw Refusal.invalid("adjustment.none");
    }

    boolean declaring() {
        return state == State.DECLARING;
    }

    void mustBeDeclaring() {
        if (state == State.DROPPED) throw Refusal.invalid("adjustment.dropped");
        if (!declaring()) throw Refusal.invalid("targets.approved", String.valueOf(version));
    }

    /** Frozen from now on; the first version of a year counts from its first day. */
    TargetSheet putInForce(int year, LocalDate today) {
        mustBeDeclaring();
        LocalDate from = version == 1 ? LocalDate.of(year, 1, 1) : today;
        return new TargetSheet(id, table, section, position, version, State.IN_FORCE, from, keyWorks);
    }
}
