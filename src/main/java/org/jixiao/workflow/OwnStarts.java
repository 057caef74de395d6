package org.jixiao.workflow;

import java.util.List;
import java.util.UUID;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;

/** Processes that people start themselves: their start event says by its property {@code startedBy} which post may. */
public interface OwnStarts {

    /** What the person may start now, by the key of the process, each from the post it is started from. */
    List<Offer> offers(Actor actor);

    /**
     * Starts a case of the live version, of this year: of the chief's section, or of the whole unit. Refused where it is
     * not offered, and with what is wrong in the model where the case could not begin.
     */
    Started start(Actor actor, String process, UUID post);

    /**
     * @param about the model's own words on what it is for; may be empty
     * @param section code; null: the whole unit
     */
    record Offer(
            String process,
            String name,
            String nameEn,
            String about,
            UUID post,
            String postName,
            String unit,
            @Nullable String section) {}

    /** @param taskId the starter's own first task; null where another has it */
    record Started(String caseId, @Nullable String taskId) {}
}
