package org.jixiao.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A red row to be put right in one loop.
 *
 * @param deadline as typed
 * @param confirmedAt when the deputy confirmed the result
 */
public record RectificationItem(
        UUID id,
        UUID evaluation,
        UUID indicator,
        int loop,
        @Nullable String caseId,
        String measure,
        String deadline,
        String result,
        @Nullable Instant confirmedAt,
        Outcome outcome) {

    public enum Outcome {
        OPEN,
        /** no longer red */
        RESOLVED,
        /** red again: the next loop's item goes on */
        REPEATED,
        /** still open when the half year closed: a row of the full year */
        CARRIED
    }

    public @Nullable LocalDate day() {
        return day(deadline);
    }

    static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
