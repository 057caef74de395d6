package org.jixiao.workflow;

import java.time.LocalDate;
import java.util.Optional;
import org.jixiao.base.Refusal;

/** What the calendar says to content that no examiner has decided on yet, once its last day has passed. */
public sealed interface Closing {

    /** @param refusal which day has passed, and whom to ask: nothing is saved or submitted any more */
    record Shut(Refusal refusal) implements Closing {}

    /** Closed for the others; this case is open in spite of it, that day included. */
    record OpenedLate(LocalDate until, String by, String reason) implements Closing {}

    /** Why nothing may be saved or submitted; empty while that may be. */
    default Optional<Refusal> why() {
        return this instanceof Shut shut ? Optional.of(shut.refusal()) : Optional.empty();
    }
}
