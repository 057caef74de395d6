package org.jixiao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.organisation.PostKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An approval stands")
class ApprovalsTest {

    private final List<Acts.Done> done = new ArrayList<>();

    private void act(Verb verb, @Nullable PostKind kind, String task, Map<String, String> hashes) {
        act(verb, kind, task, hashes, Set.of(), null);
    }

    private void act(
            Verb verb, @Nullable PostKind kind, String task, Map<String, String> hashes, Set<String> rows, @Nullable String to) {
        done.add(new Acts.Done(
                UUID.randomUUID(), done.size(), "case", task, verb, task, task, task, UUID.randomUUID(), "", null, kind, "",
                1, 1, Instant.EPOCH, null, rows.stream().collect(Collectors.toMap(r -> r, r -> "改")), to, "", hashes, "", 1));
    }

    private boolean stands(PostKind kind, Map<String, String> rows) {
        return new Approvals(done).stand(kind, rows);
    }

    @Test
    void on_the_rows_as_they_were_and_on_no_other() {
        act(Verb.SUBMIT, PostKind.CHIEF, "fill", Map.of("1", "a", "2", "b"));
        act(Verb.APPROVE, PostKind.DEPUTY, "deputy", Map.of("1", "a", "2", "b"));
        assertThat(stands(PostKind.DEPUTY, Map.of("1", "a", "2", "b"))).isTrue();
        assertThat(stands(PostKind.DEPUTY, Map.of("1", "a", "2", "c"))).isFalse();
        assertThat(stands(PostKind.DIRECTOR, Map.of("1", "a", "2", "b"))).isFalse();
    }

    @Test
    void no_longer_once_it_was_taken_back() {
        act(Verb.SUBMIT, PostKind.CHIEF, "fill", Map.of("1", "a"));
        act(Verb.APPROVE, PostKind.DEPUTY, "deputy", Map.of("1", "a"));
        act(Verb.TAKE_BACK, PostKind.DEPUTY, "deputy", Map.of("1", "a"));
        assertThat(stands(PostKind.DEPUTY, Map.of("1", "a"))).isFalse();
    }

    @Test
    void never_on_ones_own_rows_though_a_colleague_submitted_the_others_since() {
        act(Verb.SUBMIT, PostKind.CHIEF, "fill", Map.of("1", "a", "2", "b"));
        act(Verb.SUBMIT, PostKind.CHIEF, "fill2", Map.of("1", "a", "2", "c"));
        act(Verb.SUBMIT, PostKind.CHIEF, "fill3", Map.of("1", "a", "2", "d"));
        assertThat(Rights.submitters(done)).containsExactlyInAnyOrder(done.get(0).actor(), done.get(2).actor());
    }

    @Test
    void for_those_passed_by_on_the_row_as_it_was_sent_straight_back_not_for_the_returner_and_not_for_a_later_change() {
        act(Verb.SUBMIT, PostKind.CHIEF, "fill", Map.of("1", "a", "2", "b"));
        act(Verb.APPROVE, PostKind.COORDINATOR, "coordinator", Map.of("1", "a", "2", "b"));
        act(Verb.APPROVE, PostKind.DEPUTY, "deputy", Map.of("1", "a", "2", "b"));
        act(Verb.RETURN, PostKind.DIRECTOR, "director", Map.of("1", "a", "2", "b"), Set.of("2"), null);
        act(Verb.SUBMIT, PostKind.CHIEF, "fill2", Map.of("1", "a", "2", "c"), Set.of(), "director");
        var sent = Map.of("1", "a", "2", "c");
        assertThat(stands(PostKind.COORDINATOR, sent)).isTrue();
        assertThat(stands(PostKind.DEPUTY, sent)).isTrue();
        assertThat(stands(PostKind.DIRECTOR, sent)).as("the returner decides anew").isFalse();
        assertThat(stands(PostKind.BUREAU, sent)).isFalse();
        assertThat(stands(PostKind.DEPUTY, Map.of("1", "a", "2", "d"))).as("changed since").isFalse();
    }
}
