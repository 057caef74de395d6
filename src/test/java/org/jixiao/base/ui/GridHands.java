package org.jixiao.base.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A person at a {@link SheetGrid}, without a browser: what the browser's part would send, and what it was shown. */
public final class GridHands {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SheetGrid grid;
    private int seq;

    public GridHands(SheetGrid grid) {
        this.grid = grid;
    }

    public void type(String row, String field, String text) {
        edit(Map.of("id", row, field, text));
    }

    public void edit(Map<String, ?>... changes) {
        grid.edits(++seq, JSON.valueToTree(List.of(changes)).toString());
    }

    public void remove(String row) {
        edit(Map.of("id", row, "removed", true));
    }

    public void act(String name, String argument) {
        grid.act(name, argument);
    }

    public void left(Map<String, ?> change) {
        grid.left(JSON.valueToTree(List.of(change)).toString());
    }

    /** All that stands in the lines, as it was sent. */
    public String words() {
        return grid.lines().toString();
    }

    public ObjectNode line(String id) {
        return grid.lines().stream().filter(line -> line.path("id").asText().equals(id)).findFirst().orElseThrow();
    }

    /** Rows, without the lines above their groups. */
    public List<String> rows() {
        return grid.lines().stream().filter(line -> !line.has("level")).map(line -> line.path("id").asText()).toList();
    }
}
