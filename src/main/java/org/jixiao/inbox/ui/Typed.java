package org.jixiao.inbox.ui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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

    /** The texts as they stand in the body of a save. */
    static List<String> words(JsonNode body) {
        var words = new ArrayList<String>();
        body.fields().forEachRemaining(field -> {
            if (field.getKey().equals("id") || field.getKey().equals("after")) return;
            if (field.getValue().isTextual()) words.add(field.getValue().textValue());
        });
        body.forEach(part -> {
            if (part.isContainerNode()) words.addAll(words(part));
            else if (body.isArray() && part.isTextual()) words.add(part.textValue());
        });
        return words.stream().filter(word -> !word.isBlank()).toList();
    }
}
