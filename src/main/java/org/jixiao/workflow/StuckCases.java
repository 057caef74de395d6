package org.jixiao.workflow;

import java.time.Instant;
import java.util.List;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;

/** What the engine could not do by itself; for those who model and those who keep the organisation. */
public interface StuckCases {

    /** Those it has given up first, then those it will try again by itself; longest stuck first, in pages. */
    List<Stuck> page(Actor by, int from, int size);

    /** The engine tries again soon; entered with the reason. */
    void retry(Actor by, String jobId, String reason);

    /**
     * @param tries how often the engine will still try by itself; 0: it has given up
     * @param why in plain words, as any refusal
     * @param technical the error as the engine wrote it, for who has to look into it
     */
    record Stuck(
            String jobId,
            CaseFacts facts,
            String processName,
            String step,
            String stepEn,
            Instant since,
            int tries,
            Refusal why,
            @Nullable String technical) {}
}
