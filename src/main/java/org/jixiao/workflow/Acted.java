package org.jixiao.workflow;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody (or the system) acted on a case; published inside the verb's transaction, so that a synchronous listener's
 * entry stands or falls with the act.
 *
 * @param facts in the round in which it was done: a return is of the round it ends
 * @param actor null for the system
 * @param post the post the step belongs to, for which the actor acted; null for the system and for acts on a whole case
 * @param step activity id, null for acts on a case as a whole
 * @param to whom a task was handed or copied to, by name
 * @param contentHash hash over the row hashes the actor saw
 */
public record Acted(
        UUID id,
        CaseFacts facts,
        @Nullable UUID actor,
        @Nullable String actorName,
        @Nullable String post,
        Verb verb,
        @Nullable String step,
        @Nullable String stepName,
        @Nullable String stepNameEn,
        Instant at,
        @Nullable String opinion,
        Map<String, String> rowReasons,
        @Nullable String to,
        String contentHash) {}
