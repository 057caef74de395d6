package org.jixiao.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jixiao.workflow.Cases.Submission;

/**
 * A loop as its section last submitted it: what others go on reading while the section changes it.
 *
 * @param figures by indicator
 * @param money by fund line
 */
record Submitted(Instant at, String asOf, Map<UUID, Figures> figures, Map<UUID, MoneyLine.Typed> money) {

    static final Submitted NOTHING = new Submitted(Instant.MIN, "", Map.of(), Map.of());

    /** From what {@link Views#snapshot} kept. */
    static Submitted of(Submission submission) {
        JsonNode content = submission.content();
        Map<UUID, Figures> figures = new HashMap<>();
        for (JsonNode row : content.path("rows")) {
            figures.put(id(row), Figures.BLANK.with(row.path("figures")));
        }
        Map<UUID, MoneyLine.Typed> money = new HashMap<>();
        for (JsonNode line : content.path("money")) {
            money.put(id(line), MoneyLine.Typed.BLANK.with(line.path("typed")));
        }
        return new Submitted(submission.at(), content.path("asOf").asText(), figures, money);
    }

    private static UUID id(JsonNode node) {
        return UUID.fromString(node.path("id").asText());
    }

    boolean holds(Evidence file) {
        return !file.uploadedAt().isAfter(at);
    }
}
