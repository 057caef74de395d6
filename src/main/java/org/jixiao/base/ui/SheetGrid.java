package org.jixiao.base.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table to type in, as in a spreadsheet: the browser keeps what is typed until this side has stored it. Every rule is
 * on this side; the browser only shows what {@link #show} gave it and sends what changed.
 */
@Tag("jx-grid")
@NpmPackage(value = "tabulator-tables", version = "6.5.3")
@JsModule("./grid/jx-grid.ts")
public final class SheetGrid extends Component implements HasStyle {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 4_000_000;

    /** What became of a batch of changes: refused ones are tried again with the next, those kept are the page's now. */
    public enum Outcome {
        STORED,
        REFUSED,
        KEPT
    }

    /** Who stores what is typed. */
    public interface Keeper {
        /** Changes by row: the fields that changed, {@code removed}, or {@code after} for a new one's place. */
        Outcome edited(List<ObjectNode> changes);

        /** Found on this machine from an earlier window, typed on what has changed since. */
        void left(List<ObjectNode> changes);

        /** A tool of the bar or a group's button was pressed. */
        void act(String name, String argument);

        /** Of the content that was shown last. */
        long revision();
    }

    private final transient Keeper keeper;
    private final Map<String, ObjectNode> shown = new LinkedHashMap<>();
    private ObjectNode waiting = JSON.createObjectNode();
    private boolean answering;
    private boolean sent;

    SheetGrid(ObjectNode setup, Keeper keeper) {
        this.keeper = keeper;
        getElement().setProperty("setup", setup.toString());
    }

    public static GridSetup of(String label, List<GridColumn> columns) {
        return new GridSetup(label, columns);
    }

    /** The lines as they stand; only what differs goes to the browser. */
    public void show(List<GridLine> lines) {
        var order = lines.stream().map(GridLine::id).toList();
        var patch = JSON.createObjectNode();
        if (!sent || !order.equals(List.copyOf(shown.keySet()))) order.forEach(patch.withArray("/order")::add);
        var changed = patch.putArray("lines");
        for (GridLine line : lines) if (!line.json().equals(shown.get(line.id()))) changed.add(line.json());
        shown.clear();
        lines.forEach(line -> shown.put(line.id(), line.json()));
        sent = true;
        waiting = merged(waiting, patch);
        if (!answering) tell("show");
    }

    /** As they were shown last. */
    List<ObjectNode> lines() {
        return List.copyOf(shown.values());
    }

    private static ObjectNode merged(ObjectNode first, ObjectNode then) {
        first.withArray("/lines").addAll((ArrayNode) then.path("lines"));
        if (then.has("order")) first.set("order", then.get("order"));
        return first;
    }

    private void tell(String function, Serializable... before) {
        waiting.withArray("/lines");
        waiting.put("revision", keeper.revision());
        var arguments = new ArrayList<Serializable>(List.of(before));
        arguments.add(waiting.toString());
        getElement().callJsFunction(function, arguments.toArray(Serializable[]::new));
        waiting = JSON.createObjectNode();
    }

    @ClientCallable
    void edits(int seq, String changes) {
        Outcome outcome = Outcome.REFUSED;
        answering = true;
        try {
            outcome = keeper.edited(read(changes));
        } finally {
            answering = false;
            tell("answer", seq, outcome.name().toLowerCase(Locale.ROOT));
        }
    }

    @ClientCallable
    void left(String changes) {
        keeper.left(read(changes));
    }

    @ClientCallable
    void act(String name, String argument) {
        keeper.act(name, argument);
    }

    /** Puts the cursor into a cell, or the row into view. */
    public void reach(String row, String field) {
        getElement().callJsFunction("reach", row, field);
    }

    /** What {@link Outcome#KEPT} or {@link Keeper#left} handed over is settled: this machine may forget it. */
    public void forget() {
        getElement().callJsFunction("forget");
    }

    private static List<ObjectNode> read(String changes) {
        if (changes.length() > LONGEST) throw new IllegalArgumentException("a batch of " + changes.length());
        try {
            var read = new ArrayList<ObjectNode>();
            for (JsonNode change : JSON.readTree(changes)) if (change instanceof ObjectNode object) read.add(object);
            return read;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
