package org.jixiao.workflow;

import java.util.List;
import java.util.UUID;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator may do to a case that cannot go on by itself: 改派 and 跳转, seen before it is done, with a
 * reason, on the record. Neither is ever an approval. Administrators of the organisation only, who see no content here.
 */
public interface Interventions {

    /** Open steps of running cases, longest due first, in pages; nobody may be able to do them. */
    List<Open> open(Actor by, Filter filter, int from, int size);

    /** What can be done at the step. */
    Offer offer(Actor by, String taskId);

    /** What it would come to: it is done, looked at, and all of it undone. */
    Changed preview(Actor by, Deed deed);

    Changed act(Actor by, Deed deed, String reason);

    record Filter(@Nullable String process, @Nullable String unit, @Nullable String section) {
        public static final Filter ALL = new Filter(null, null, null);
    }

    /** @param holders names of those who may act today; empty: nobody */
    record Open(String taskId, CaseFacts facts, Place place, List<String> holders) {}

    /**
     * @param persons who may stand in the step's post, as for a transfer
     * @param posts others that may get the step; its approval is then theirs
     * @param steps where the case may be set
     */
    record Offer(
            String taskId,
            CaseFacts facts,
            long revision,
            Place place,
            List<Verbs.Receiver> persons,
            List<Verbs.Receiver> posts,
            List<Target> steps) {}

    record Target(String id, String name, String nameEn) {}

    /** @param revision of the case, as the administrator saw it */
    sealed interface Deed {
        String taskId();

        long revision();

        /** To a person: in the post's place, as a transfer. */
        record ToPerson(String taskId, long revision, UUID person) implements Deed {}

        /** To a post: what it approves counts as this post's approval, no more as the one's that had it. */
        record ToPost(String taskId, long revision, UUID post) implements Deed {}

        record Jump(String taskId, long revision, String step) implements Deed {}
    }

    record Changed(List<Place> before, List<Place> after) {}
}
