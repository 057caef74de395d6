package org.jixiao.workflow;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jixiao.organisation.PostKind;

/**
 * On which content of each row the approvals (or recorded skips) of a case stand, by kind of post. What was taken back
 * does not stand. Rows that 直达 sent straight back to the returner stand, as they were sent, for the approvers in
 * between, whose approvals of all other rows stand; the returner and all above approve them anew.
 */
final class Approvals {

    private final Map<PostKind, Map<String, Set<String>>> standing = new EnumMap<>(PostKind.class);

    Approvals(List<Acts.Done> done) {
        Set<PostKind> since = new HashSet<>();
        Set<PostKind> between = Set.of();
        Set<String> returned = Set.of();
        for (int i = 0; i < done.size(); i++) {
            var act = done.get(i);
            switch (act.verb()) {
                case APPROVE, ACCEPT, SKIP -> {
                    if (act.postKind() == null || takenBack(act, done.subList(i + 1, done.size()))) continue;
                    act.rowHashes().forEach((row, hash) -> stands(act.postKind(), row, hash));
                    since.add(act.postKind());
                }
                case TALLY -> {
                    if (!"approve".equals(act.to())) votedDown(act, done.subList(0, i));
                }
                case RETURN -> {
                    between = new HashSet<>(since);
                    between.remove(act.postKind());
                    returned = act.rowReasons().keySet();
                }
                case SUBMIT -> {
                    if (act.to() == null) {
                        since.clear();
                        continue;
                    }
                    for (PostKind kind : between)
                        for (String row : returned)
                            if (act.rowHashes().containsKey(row)) stands(kind, row, act.rowHashes().get(row));
                }
                default -> {}
            }
        }
    }

    private void stands(PostKind kind, String row, String hash) {
        standing.computeIfAbsent(kind, k -> new HashMap<>())
                .computeIfAbsent(row, r -> new HashSet<>())
                .add(hash);
    }

    /** The votes for what a countersigned step rejected approve nothing. */
    private void votedDown(Acts.Done tally, List<Acts.Done> before) {
        for (var vote : before) {
            boolean cast = vote.verb() == Verb.APPROVE && vote.postKind() != null && vote.round() == tally.round();
            if (cast && java.util.Objects.equals(vote.step(), tally.step()))
                vote.rowHashes().forEach((row, hash) -> fell(vote.postKind(), row, hash));
        }
    }

    private void fell(PostKind kind, String row, String hash) {
        Set<String> hashes = standing.getOrDefault(kind, Map.of()).get(row);
        if (hashes != null) hashes.remove(hash);
    }

    private static boolean takenBack(Acts.Done act, List<Acts.Done> later) {
        return act.taskId() != null
                && later.stream().anyMatch(d -> d.verb() == Verb.TAKE_BACK && act.taskId().equals(d.taskId()));
    }

    /** Whether this kind of post stands behind each of these rows as it is; never behind nothing. */
    boolean stand(PostKind kind, Map<String, String> rowHashes) {
        var approved = standing.getOrDefault(kind, Map.of());
        return !approved.isEmpty()
                && rowHashes.entrySet().stream()
                        .allMatch(row -> approved.getOrDefault(row.getKey(), Set.of()).contains(row.getValue()));
    }
}
