package org.jixiao.workflow;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * 会签: several posts sign the same step at once, and a rule makes one answer of their votes. Against is a vote; who
 * steps aside, having submitted the content, has none.
 *
 * @param percent of the votes that must be for it; only with {@link Rule#RATIO}
 */
record Countersign(Rule rule, int percent) {

    /** Property of the step: {@code all}, {@code ratio}, {@code veto}, {@code any}. */
    static final String PROPERTY = "countersign";

    enum Rule {
        /** Everybody is heard; one against and it is rejected. */
        ALL,
        /** Decided as soon as enough are for it, or no longer can be. */
        RATIO,
        /** The first one against decides; else all must be for it. */
        VETO,
        /** 或签: the first vote decides. */
        ANY
    }

    record Votes(int approvals, int rejections, int open) {

        Votes plus(Verb vote) {
            return new Votes(
                    approvals + (vote == Verb.APPROVE ? 1 : 0), rejections + (vote == Verb.REJECT ? 1 : 0), open - 1);
        }
    }

    static Optional<Countersign> of(Map<String, String> properties) {
        String rule = properties.get(PROPERTY);
        if (rule == null) return Optional.empty();
        var read = Rule.valueOf(rule.toUpperCase(Locale.ROOT));
        // The template leaves a ratio beside the other rules too, and nobody judges it there.
        int percent = read == Rule.RATIO ? Integer.parseInt(properties.getOrDefault("ratio", "100").strip()) : 100;
        return Optional.of(new Countersign(read, percent));
    }

    /** Whether it has passed; empty while votes are missing that could still matter to the rule. */
    Optional<Boolean> decided(Votes votes) {
        int all = votes.approvals() + votes.rejections() + votes.open();
        boolean passes = votes.approvals() > 0 && votes.approvals() * 100L >= (long) percent * all;
        return switch (rule) {
            case ANY -> votes.approvals() + votes.rejections() > 0
                    ? Optional.of(votes.approvals() > 0)
                    : ended(votes, false);
            case VETO -> votes.rejections() > 0 ? Optional.of(false) : ended(votes, votes.approvals() > 0);
            case ALL -> ended(votes, votes.approvals() > 0 && votes.rejections() == 0);
            case RATIO -> {
                if (passes) yield Optional.of(true);
                boolean lost = (votes.approvals() + votes.open()) * 100L < (long) percent * all;
                yield lost ? Optional.of(false) : ended(votes, false);
            }
        };
    }

    private static Optional<Boolean> ended(Votes votes, boolean passed) {
        return votes.open() == 0 ? Optional.of(passed) : Optional.empty();
    }
}
