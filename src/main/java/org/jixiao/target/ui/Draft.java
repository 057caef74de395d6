package org.jixiao.target.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed and is not stored yet, as the save's body; several edits of a row are one. */
final class Draft {

    private final ObjectMapper json;
    private final Map<String, ObjectNode> rows = new LinkedHashMap<>();
    private final Map<String, ObjectNode> funds = new LinkedHashMap<>();
    private final ObjectNode unit;
    private final ObjectNode adjustment;
    private @Nullable JsonNode keyWorks;

    Draft(ObjectMapper json) {
        this.json = json;
        this.unit = json.createObjectNode();
        this.adjustment = json.createObjectNode();
    }

    /** A change of a row, after those that came before it: the order of the rows may be told by theirs. */
    void row(ObjectNode change) {
        put(rows, change);
    }

    void fund(ObjectNode change) {
        put(funds, change);
    }

    private static void put(Map<String, ObjectNode> all, ObjectNode change) {
        String id = change.path("id").asText();
        if (change.path("notApplicable").isTextual())
            change.put("notApplicable", Boolean.parseBoolean(change.path("notApplicable").textValue()));
        ObjectNode before = all.remove(id);
        boolean anew = before == null || before.has("removed") || change.has("removed");
        if (!anew) before.setAll(change);
        all.put(id, anew ? change : before);
    }

    ObjectNode unit() {
        return unit;
    }

    ObjectNode adjustment() {
        return adjustment;
    }

    ObjectNode weights() {
        return unit.withObject("/weights");
    }

    void keyWorks(Iterable<String> left) {
        var array = json.createArrayNode();
        left.forEach(array::add);
        keyWorks = array;
    }

    void stored() {
        rows.clear();
        funds.clear();
        unit.removeAll();
        adjustment.removeAll();
        keyWorks = null;
    }

    /** Null when nothing waits. */
    @Nullable JsonNode body() {
        var body = json.createObjectNode();
        if (!rows.isEmpty()) body.putArray("rows").addAll(rows.values());
        if (keyWorks != null) body.set("keyWorks", keyWorks);
        if (!funds.isEmpty()) unit.putArray("funds").addAll(funds.values());
        if (!unit.isEmpty()) body.set("unit", unit.deepCopy());
        if (!adjustment.isEmpty()) body.set("adjustment", adjustment.deepCopy());
        return body.isEmpty() ? null : body;
    }
}
