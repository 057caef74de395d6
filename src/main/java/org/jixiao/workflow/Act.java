package org.jixiao.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A request to act on a task.
 *
 * @param revision the case's revision the person saw
 * @param opinion 意见; required by return unless every row has its reason
 * @param rows rows marked for return
 * @param to step to return to (null: as drawn); for submit, 直达 the step that returned it
 * @param body content to save with save and submit
 * @param receivers the person a transfer goes to; the posts a copy goes to
 */
public record Act(
        Verb verb,
        long revision,
        @Nullable String opinion,
        List<MarkedRow> rows,
        @Nullable String to,
        @Nullable JsonNode body,
        List<UUID> receivers) {

    /** Of an opinion, in characters. */
    public static final int LONGEST = 2_000;

    /** Of the reason beside a row. */
    public static final int LONGEST_REASON = 500;

    private static final int ROWS = 1_000;
    private static final int RECEIVERS = 100;

    public Act {
        sane("opinion", opinion, LONGEST);
        sane("to", to, LONGEST_REASON);
        if (rows.size() > ROWS) throw Refusal.malformed("body.many", "rows", String.valueOf(ROWS));
        for (MarkedRow row : rows) {
            sane("id", row.id(), LONGEST_REASON);
            sane("reason", row.reason(), LONGEST_REASON);
        }
        if (receivers.size() > RECEIVERS) throw Refusal.malformed("body.many", "receivers", String.valueOf(RECEIVERS));
    }

    public record MarkedRow(String id, @Nullable String reason) {}

    private static void sane(String field, @Nullable String text, int limit) {
        if (text == null) return;
        if (text.length() > limit) throw Refusal.malformed("body.long", field, String.valueOf(limit));
        if (text.indexOf('\0') >= 0) throw Refusal.malformed("body.field", field);
    }

    public static Act of(Verb verb, long revision) {
        return new Act(verb, revision, null, List.of(), null, null, List.of());
    }

    public Act opinion(String text) {
        return new Act(verb, revision, text, rows, to, body, receivers);
    }

    public Act rows(List<MarkedRow> marked) {
        return new Act(verb, revision, opinion, marked, to, body, receivers);
    }

    public Act to(String step) {
        return new Act(verb, revision, opinion, rows, step, body, receivers);
    }

    public Act body(JsonNode content) {
        return new Act(verb, revision, opinion, rows, to, content, receivers);
    }

    public Act receivers(List<UUID> who) {
        return new Act(verb, revision, opinion, rows, to, body, who);
    }
}
