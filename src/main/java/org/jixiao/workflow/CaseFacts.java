package org.jixiao.workflow;

import org.jspecify.annotations.Nullable;

/**
 * The keys and routing facts of a case: all that the engine knows of its content.
 *
 * @param caseId the process instance
 * @param rootId the outermost process instance (the year)
 * @param process the process key, e.g. {@code section-targets}
 * @param section code, null in a case of the whole unit
 * @param period {@code HALF_YEAR} or {@code FULL_YEAR}, null while targets are declared
 * @param round 1 for the first submission, one more after each return
 */
public record CaseFacts(
        String caseId,
        String rootId,
        String process,
        String unit,
        int year,
        @Nullable String section,
        @Nullable String period,
        int round) {

    /** The same case as it was in this round. */
    CaseFacts in(int earlier) {
        return new CaseFacts(caseId, rootId, process, unit, year, section, period, earlier);
    }
}
