package org.jixiao.target;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 补报: one section's one stage open after its last day.
 *
 * @param until that day included
 * @param ended when somebody ended it before that day
 */
public record LateOpening(
        UUID id,
        String section,
        Stage stage,
        LocalDate until,
        String reason,
        String by,
        Instant at,
        @Nullable Instant ended,
        @Nullable String endedBy) {

    public boolean inForce(LocalDate today) {
        return ended == null && !until.isBefore(today);
    }
}
