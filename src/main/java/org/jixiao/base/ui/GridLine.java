package org.jixiao.base.ui;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jixiao.base.Finding.Severity;
import org.jspecify.annotations.Nullable;

/** A row of a {@link SheetGrid}, or the line above a group of rows. */
public final class GridLine {

    private final ObjectNode json;

    private GridLine(String id) {
        json = JsonNodeFactory.instance.objectNode().put("id", id);
    }

    /** @param name how the row is called in sentences, e.g. 第 3 项“办件量” */
    public static GridLine row(String id, String name) {
        var line = new GridLine(id);
        line.json.put("name", name);
        return line;
    }

    /** @param level 1 or 2; a line of level 1 folds those of level 2 under it */
    public static GridLine group(String id, int level, String title) {
        var line = new GridLine(id);
        line.json.put("level", level).put("title", title);
        return line;
    }

    public GridLine cell(String field, String value) {
        json.withObject("/cells").put(field, value);
        return this;
    }

    /** How a figure stands, in shape, word and colour. */
    public GridLine light(String field, StatusChip.Light light, String word) {
        json.withObject("/lights").putObject(field).put("look", light.look()).put("glyph", light.glyph().svg());
        return cell(field, word);
    }

    /** What stood in the cell in the submission before. */
    public GridLine old(String field, @Nullable String value) {
        if (value != null) json.withObject("/old").put(field, value);
        return this;
    }

    public GridLine hint(String field, String sentence) {
        json.withObject("/hints").put(field, sentence);
        return this;
    }

    /** @param field the cell at fault, if it is one */
    public GridLine check(Severity severity, String word, String sentence, @Nullable String field) {
        var check = json.withArray("/checks").addObject();
        check.put("look", FindingLine.look(severity)).put("word", word).put("text", sentence);
        if (field != null) check.put("field", field);
        return this;
    }

    /** @param edit what confirming it changes in the row; null: nothing to confirm */
    public GridLine tag(String text, @Nullable ObjectNode edit) {
        var tag = json.withArray("/tags").addObject().put("text", text);
        if (edit != null) tag.set("edit", edit);
        return this;
    }

    public GridLine returned(String sentence) {
        return with("returned", sentence);
    }

    /** Why nothing in the row can be changed. */
    public GridLine locked(String sentence) {
        return with("locked", sentence);
    }

    /** The row can be changed but not removed. */
    public GridLine fixed() {
        json.put("fixed", true);
        return this;
    }

    public GridLine look(String classes) {
        return with("look", classes);
    }

    public GridLine note(String text) {
        return with("note", text);
    }

    /** What a row added to this group starts with. */
    public GridLine like(Map<String, String> cells) {
        var like = json.putObject("like");
        cells.forEach(like::put);
        return this;
    }

    /** A button in the group's line. */
    public GridLine action(String name, String argument, String text) {
        json.putObject("action").put("name", name).put("argument", argument).put("text", text);
        return this;
    }

    private GridLine with(String field, String text) {
        if (!text.isEmpty()) json.put(field, text);
        return this;
    }

    String id() {
        return json.path("id").textValue();
    }

    ObjectNode json() {
        return json;
    }
}
