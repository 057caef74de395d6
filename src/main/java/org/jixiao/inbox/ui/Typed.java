package org.jixiao.inbox.ui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jixiao.inbox.ui.TaskForm.Panel;

/** What a person typed, in words, for when the page it was typed on has become stale. */
final class Typed {

    private Typed() {}

    /** What the examiner wrote beside marked rows; the marks themselves belonged to the content as it was. */
    static List<String> reasons(Panel panel) {
        return panel.marked().stream()
                .filter(row -> row.reason() != null && !row.reason().isBlank())
                .map(row -> panel.rowName(row.id()) + " " + row.reason())
                .toList();
    }

    /** The texts as they stand in the body of a save, those of a row after its name. */
    static List<String> words(JsonNode body, Panel panel) {
        String id = body.path("id").asText();
        String row = id.isEmpty() ? "" : panel.rowName(id);
        String name = row.isBlank() || row.equals(id) ? "" : row + " ";
        var words = new ArrayList<String>();
        body.fields().forEachRemaining(field -> {
            String text = field.getValue().asText();
            if (Set.of("id", "after").contains(field.getKey()) || !field.getValue().isTextual()) return;
            if (!text.isBlank()) words.add(name + text);
        });
        body.forEach(part -> {
            if (part.isContainerNode()) words.addAll(words(part, panel));
            else if (body.isArray() && part.isTextual() && !part.textValue().isBlank()) words.add(part.textValue());
        });
        return words;
    }
}
