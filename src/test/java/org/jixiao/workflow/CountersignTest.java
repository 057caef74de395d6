package org.jixiao.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jixiao.workflow.Countersign.Rule;
import org.jixiao.workflow.Countersign.Votes;
import org.junit.jupiter.api.Test;

/** Whatever the votes and their order, a countersigned step ends once, and as its rule says. */
class CountersignTest {

    private record End(boolean passed, int heard) {}

    /** Votes one after the other until it is decided. */
    private static End run(Countersign rule, java.util.List<Verb> votes) {
        Votes so = new Votes(0, 0, votes.size());
        for (int i = 0; i < votes.size(); i++) {
            so = so.plus(votes.get(i));
            Optional<Boolean> decided = rule.decided(so);
            if (decided.isPresent()) return new End(decided.get(), i + 1);
        }
        throw new AssertionError("never decided: " + votes);
    }

    private static java.util.List<Verb> verbs(java.util.List<Integer> drawn) {
        return drawn.stream().map(i -> i == 0 ? Verb.APPROVE : i == 1 ? Verb.REJECT : Verb.SKIP).toList();
    }

    @Test
    void a_ratio_is_read_where_it_counts_and_nowhere_else() {
        assertThat(Countersign.of(Map.of("countersign", "all", "ratio", "一半"))).contains(new Countersign(Rule.ALL, 100));
        assertThat(Countersign.of(Map.of("countersign", "ratio", "ratio", "60"))).contains(new Countersign(Rule.RATIO, 60));
        assertThat(Countersign.of(Map.of())).isEmpty();
    }

    @Property
    void all_hears_everybody_and_one_against_rejects(@ForAll @Size(min = 1, max = 9) java.util.List<@IntRange(max = 2) Integer> drawn) {
        var votes = verbs(drawn);
        End end = run(new Countersign(Rule.ALL, 100), votes);
        assertThat(end.heard()).isEqualTo(votes.size());
        assertThat(end.passed()).isEqualTo(votes.contains(Verb.APPROVE) && !votes.contains(Verb.REJECT));
    }

    @Property
    void veto_ends_at_the_first_against(@ForAll @Size(min = 1, max = 9) java.util.List<@IntRange(max = 2) Integer> drawn) {
        var votes = verbs(drawn);
        End end = run(new Countersign(Rule.VETO, 100), votes);
        int first = votes.indexOf(Verb.REJECT);
        assertThat(end.heard()).isEqualTo(first < 0 ? votes.size() : first + 1);
        assertThat(end.passed()).isEqualTo(first < 0 && votes.contains(Verb.APPROVE));
    }

    @Property
    void any_ends_at_the_first_vote(@ForAll @Size(min = 1, max = 9) java.util.List<@IntRange(max = 2) Integer> drawn) {
        var votes = verbs(drawn);
        End end = run(new Countersign(Rule.ANY, 100), votes);
        var first = votes.stream().filter(v -> v != Verb.SKIP).findFirst();
        assertThat(end.passed()).isEqualTo(first.equals(Optional.of(Verb.APPROVE)));
        assertThat(end.heard()).isEqualTo(first.map(v -> votes.indexOf(v) + 1).orElse(votes.size()));
    }

    @Property
    void a_ratio_is_of_the_votes_and_does_not_depend_on_their_order(
            @ForAll @Size(min = 1, max = 9) java.util.List<@IntRange(max = 1) Integer> drawn, @ForAll @IntRange(min = 1, max = 100) int percent) {
        var votes = new java.util.ArrayList<>(verbs(drawn));
        boolean passes = Collections.frequency(votes, Verb.APPROVE) * 100 >= percent * votes.size();
        var rule = new Countersign(Rule.RATIO, percent);
        assertThat(run(rule, votes).passed()).isEqualTo(passes);
        Collections.reverse(votes);
        assertThat(run(rule, votes).passed()).isEqualTo(passes);
    }
}
