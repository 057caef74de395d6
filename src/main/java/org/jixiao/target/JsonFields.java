package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;

/** Reading what a door sent: a field that is not there keeps its value, one of the wrong kind is refused by its name. */
final class JsonFields {

    static final int SHORT = 100;
    static final int TEXT = 2_000;
    static final int LONG = 20_000;

    private JsonFields() {}

    static String text(JsonNode node, String field, String current, int limit) {
        JsonNode value = node.get(field);
        if (value == null) return current;
        if (value.isNull()) return "";
        if (!value.isTextual() && !value.isNumber()) throw Refusal.malformed("body.field", field);
        String text = value.isNumber() ? value.decimalValue().toPlainString() : value.textValue();
        if (text.length() > limit) throw Refusal.malformed("body.long", field, String.valueOf(limit));
        if (text.indexOf('\0') >= 0) throw Refusal.malformed("body.field", field);
        return text;
    }

    static boolean flag(JsonNode node, String field, boolean current) {
        JsonNode value = node.get(field);
        if (value == null) return current;
        if (!value.isBoolean()) throw Refusal.malformed("body.field", field);
        return value.booleanValue();
    }

    /** Absent: the current value; null or empty: none. */
    static <E extends Enum<E>> @Nullable E choice(JsonNode node, String field, Class<E> type, @Nullable E current) {
        JsonNode value = node.get(field);
        if (value == null) return current;
        if (value.isNull() || (value.isTextual() && value.textValue().isEmpty())) return null;
        for (E constant : type.getEnumConstants()) if (constant.name().equals(value.asText())) return constant;
        throw Refusal.malformed("body.field", field);
    }

    static List<String> texts(JsonNode node, String field, List<String> current, int limit) {
        JsonNode value = node.get(field);
        if (value == null) return current;
        var texts = new ArrayList<String>();
        for (JsonNode item : array(value, field)) {
            if (!item.isTextual() || item.textValue().length() > limit || item.textValue().indexOf('\0') >= 0)
                throw Refusal.malformed("body.field", field);
            String text = item.textValue().strip();
            if (!text.isEmpty() && !texts.contains(text)) texts.add(text);
        }
        return List.copyOf(texts);
    }

    /** The objects of an array, at most as many as a table can hold. */
    static List<JsonNode> objects(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null) return List.of();
        var objects = new ArrayList<JsonNode>();
        for (JsonNode item : array(value, field)) {
            if (!item.isObject()) throw Refusal.malformed("body.field", field);
            objects.add(item);
        }
        return objects;
    }

    private static JsonNode array(JsonNode value, String field) {
        if (!value.isArray()) throw Refusal.malformed("body.field", field);
        if (value.size() > 1_000) throw Refusal.malformed("body.many", field, "1000");
        return value;
    }

    /** Null when the text is no UUID. */
    static @Nullable UUID uuid(@Nullable String text) {
        if (text == null || text.length() != 36) return null;
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
