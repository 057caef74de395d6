package org.jixiao.modelling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;

/** Variables as the engine's interface writes them, {@code {"name": {"value": 1, "type": "Integer"}}}: plain ones only. */
final class PlainVariables {

    static final int MOST = 50;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 4_000;

    private PlainVariables() {}

    /** The type is the value's own; a serialized object has none and is refused. */
    static Map<String, Object> read(@Nullable JsonNode given) {
        var variables = new LinkedHashMap<String, Object>();
        if (given == null || given.isNull()) return variables;
        if (!given.isObject() || given.size() > MOST) throw refused("");
        given.properties().forEach(entry -> {
            JsonNode value = entry.getValue().path("value");
            if (entry.getKey().length() > LONGEST_NAME) throw refused(entry.getKey().substring(0, LONGEST_NAME));
            if (!value.isNull()) variables.put(entry.getKey(), plain(entry.getKey(), value, entry.getValue().path("type").asText("")));
        });
        return variables;
    }

    private static Object plain(String name, JsonNode value, String type) {
        if (type.equalsIgnoreCase("Object") || type.equalsIgnoreCase("File") || type.equalsIgnoreCase("Bytes")) throw refused(name);
        if (value.isBoolean()) return value.booleanValue();
        if (value.isInt()) return value.intValue();
        if (value.isLong()) return value.longValue();
        if (value.isNumber()) return value.doubleValue();
        if (value.isTextual() && value.textValue().length() <= LONGEST_TEXT) return value.textValue();
        throw refused(name);
    }

    private static Refusal refused(String name) {
        return Refusal.malformed("model.variable", name, String.valueOf(MOST));
    }
}
