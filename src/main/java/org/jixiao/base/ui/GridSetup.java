package org.jixiao.base.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Map;
import org.jixiao.base.ui.SheetGrid.Keeper;

/** How a {@link SheetGrid} is made. */
public final class GridSetup {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORDS = List.of(
            "add", "addTo", "bad", "bar", "cell", "checks", "close", "confirm", "confirmOf", "copied", "count", "down",
            "fill", "filter", "filter_all", "filter_bad", "filter_warn", "hints", "kept", "more", "moreHead", "moveHead", "newRow", "paste",
            "pasteByKey", "pasted", "pastedNew", "pastedNot", "pasteKind", "pasteLocked", "pasteLong", "pasteWide",
            "problem", "redo", "remove", "removed", "restored", "sameGroup", "saving", "twoWindows", "undo", "up", "warn");
    private static final Map<String, Glyph> GLYPHS = Map.ofEntries(
            Map.entry("bad", Glyph.STOP), Map.entry("warn", Glyph.WARN), Map.entry("info", Glyph.INFO),
            Map.entry("lock", Glyph.LOCK), Map.entry("down", Glyph.DOWN), Map.entry("up", Glyph.UP),
            Map.entry("right", Glyph.RIGHT), Map.entry("plus", Glyph.PLUS), Map.entry("minus", Glyph.MINUS),
            Map.entry("close", Glyph.CLOSE), Map.entry("undo", Glyph.UNDO), Map.entry("redo", Glyph.REDO),
            Map.entry("fill", Glyph.FILL_DOWN), Map.entry("paste", Glyph.PASTE), Map.entry("next", Glyph.NEXT),
            Map.entry("upload", Glyph.UPLOAD));

    private final ObjectNode json = JSON.createObjectNode();

    GridSetup(String label, List<GridColumn> columns) {
        json.put("label", label);
        json.set("columns", JSON.valueToTree(columns));
        json.putArray("tools");
        var words = json.putObject("words");
        var ones = json.putObject("ones");
        for (String word : WORDS) {
            // the browser puts the numbers in: a sentence for many, and where it differs one for a single one
            String many = text(word, "{0}");
            String one = text(word, "1");
            words.put(word, many);
            if (!one.equals(many.replace("{0}", "1"))) ones.put(word, one);
        }
        var glyphs = json.putObject("glyphs");
        GLYPHS.forEach((name, glyph) -> glyphs.put(name, glyph.svg()));
    }

    private static String text(String word, String count) {
        return UI.getCurrent().getTranslation("base.grid." + word, count, "{1}", "{2}");
    }

    /** Instead of the grid's own word. */
    public GridSetup word(String name, String text) {
        json.withObject("/words").put(name, text);
        return this;
    }

    public GridSetup editable(boolean editable) {
        json.put("editable", editable);
        return this;
    }

    /** Rows can be added and removed. */
    public GridSetup rows() {
        json.put("rows", true);
        return this;
    }

    /** Rows can be moved within their group. */
    public GridSetup moves() {
        json.put("moves", true);
        return this;
    }

    /** What the rules found stands beside each row. */
    public GridSetup checks() {
        json.put("checks", true);
        return this;
    }

    /** A button of the bar that the page acts on. */
    public GridSetup tool(String name, String glyph, String text) {
        json.withArray("/tools").addObject().put("name", name).put("glyph", glyph).put("text", text);
        return this;
    }

    /** What is typed is kept in the browser until it is stored; under whose name, for what, and which part of it. */
    public GridSetup keep(String person, String task, String part) {
        json.putObject("keep").put("person", person).put("task", task).put("part", part);
        return this;
    }

    public SheetGrid build(Keeper keeper) {
        return new SheetGrid(json, keeper);
    }
}
