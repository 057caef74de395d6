package org.jixiao.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.workflow.Cases.Submission;

/** Compares a sheet with the submission before. */
final class SheetChanges {

    private SheetChanges() {}

    /**
     * Row id → field → what it was; empty when there was no submission before.
     *
     * @param filling the sheet is with its section: then the last submission is the one before
     */
    static Map<String, Map<String, String>> of(List<Submission> submissions, boolean filling, JsonNode now) {
        int index = submissions.size() - (filling ? 1 : 2);
        if (index < 0) return Map.of();
        Map<String, JsonNode> before = new HashMap<>();
        submissions.get(index).content().path("rows").forEach(row -> before.put(row.path("id").asText(), row));
        Map<String, Map<String, String>> changes = new HashMap<>();
        for (JsonNode row : now.path("rows")) {
            JsonNode old = before.get(row.path("id").asText());
            if (old == null) continue;
            Map<String, String> fields = new LinkedHashMap<>();
            row.path("figures").fields().forEachRemaining(field -> {
                String was = old.path("figures").path(field.getKey()).asText();
                if (!was.equals(field.getValue().asText())) fields.put(field.getKey(), was);
            });
            if (!row.path("evidence").equals(old.path("evidence"))) fields.put("evidence", "");
            if (!fields.isEmpty()) changes.put(row.path("id").asText(), fields);
        }
        return changes;
    }
}
