package org.jixiao.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares a sheet or a rectification with the submission before. */
final class SheetChanges {

    private static final List<String> RECTIFIED = List.of("measure", "deadline", "result");

    private SheetChanges() {}

    /**
     * Row id → field → what it was; {@link Checks#MONEY} → line id/field → what it was; {@code asOf} → the
     * day it was.
     */
    static Map<String, Map<String, String>> of(JsonNode was, JsonNode now) {
        Map<String, Map<String, String>> changes = new HashMap<>();
        rows(was, now, changes);
        money(was, now, changes);
        boolean sameLoop = was.path("loop").equals(now.path("loop"));
        if (sameLoop && !was.path("asOf").equals(now.path("asOf"))) {
            changes.put("asOf", Map.of("asOf", was.path("asOf").asText()));
        }
        return changes;
    }

    private static Map<String, JsonNode> byId(JsonNode list) {
        Map<String, JsonNode> byId = new HashMap<>();
        list.forEach(one -> byId.put(one.path("id").asText(), one));
        return byId;
    }

    private static void rows(JsonNode was, JsonNode now, Map<String, Map<String, String>> changes) {
        Map<String, JsonNode> before = byId(was.path("rows"));
        for (JsonNode row : now.path("rows")) {
            JsonNode old = before.get(row.path("id").asText());
            if (old == null) continue;
            Map<String, String> fields = fields(old.path("figures"), row.path("figures"));
            for (String field : RECTIFIED) {
                String text = old.path(field).asText();
                // a result that follows a plan is no change of it
                if (!text.isEmpty() && !text.equals(row.path(field).asText())) fields.put(field, text);
            }
            if (!row.path("evidence").equals(old.path("evidence"))) fields.put("evidence", "");
            if (!fields.isEmpty()) changes.put(row.path("id").asText(), fields);
        }
    }

    private static void money(JsonNode was, JsonNode now, Map<String, Map<String, String>> changes) {
        Map<String, JsonNode> before = byId(was.path("money"));
        Map<String, String> all = new LinkedHashMap<>();
        for (JsonNode line : now.path("money")) {
            JsonNode old = before.get(line.path("id").asText());
            if (old == null) continue;
            fields(old.path("typed"), line.path("typed"))
                    .forEach((field, text) -> all.put(line.path("id").asText() + "/" + field, text));
        }
        if (!all.isEmpty()) changes.put(Checks.MONEY, all);
    }

    private static Map<String, String> fields(JsonNode old, JsonNode now) {
        Map<String, String> fields = new LinkedHashMap<>();
        now.fields().forEachRemaining(field -> {
            String was = old.path(field.getKey()).asText();
            if (!was.equals(field.getValue().asText())) fields.put(field.getKey(), was);
        });
        return fields;
    }
}
