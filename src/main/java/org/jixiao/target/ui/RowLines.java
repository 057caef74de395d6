package org.jixiao.target.ui;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.GridLine;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.target.Direction;
import org.jixiao.target.Measure;
import org.jixiao.target.SheetPage;
import org.jixiao.target.SheetPage.Found;
import org.jixiao.target.SheetPage.Row;

/** A section's sheet as the lines of the table it is filled in with. */
final class RowLines {

    static final String DROP = "dropKeyWork";
    static final String FIRST = "first";
    static final String IMPORT = "import";

    private final SheetPage page;
    private final Desk desk;
    private final Component on;
    private final Map<String, List<Found>> found = new HashMap<>();
    private final Map<String, Found> empty = new HashMap<>();
    private final Set<Found> told = new HashSet<>();

    RowLines(SheetPage page, Desk desk, Component on) {
        this.page = page;
        this.desk = desk;
        this.on = on;
        for (Found f : page.findings()) {
            if (f.row() != null) found.computeIfAbsent(f.row(), r -> new ArrayList<>()).add(f);
            else if (f.code().equals("keyWork.empty")) empty.put(f.args().get(0).strip(), f);
        }
    }

    /** Whether a finding that is of no row stands in a group's line. */
    boolean told(Found f) {
        return told.contains(f);
    }

    List<GridLine> all() {
        var lines = new ArrayList<GridLine>();
        for (var level : Groups.of(page)) {
            lines.add(GridLine.group("1:" + level.title(), 1, level.title()).note(level.duty()));
            for (var group : level.groups()) {
                lines.add(group(level, group));
                group.rows().forEach(row -> lines.add(row(row)));
            }
        }
        return lines;
    }

    private GridLine group(Groups.Level level, Groups.Group group) {
        var line = GridLine.group("2:" + level.title() + "/" + group.title(), 2, group.title());
        Row first = group.rows().isEmpty() ? level.rows().get(0) : group.rows().get(0);
        line.like(fresh(first.level1(), group.duties() ? first.level2() : group.title(), first.duty(),
                group.duties() ? group.title() : first.keyWork()));
        Found none = group.duties() && group.rows().isEmpty() ? empty.get(group.title()) : null;
        if (none == null) return line;
        told.add(none);
        check(line, none);
        if (desk.editable()) line.action(DROP, none.args().get(0), word("target.fill.dropKeyWork"));
        return line;
    }

    /** What a new row starts with. */
    static Map<String, String> fresh(String level1, String level2, String duty, String keyWork) {
        var cells = new LinkedHashMap<String, String>();
        cells.put("level1", level1);
        cells.put("level2", level2);
        cells.put("duty", duty);
        cells.put("keyWork", keyWork);
        cells.put("measure", Measure.FLOW.name());
        cells.put("direction", Direction.HIGHER_BETTER.name());
        return cells;
    }

    private GridLine row(Row row) {
        String id = row.id().toString();
        var line = GridLine.row(id, word("target.fill.rowName", String.valueOf(row.seq()), row.name()));
        cells(line, row);
        for (String field : List.of("name", "measure", "halfText", "annualText")) line.old(field, row.old(field));
        tags(line, row);
        found.getOrDefault(id, List.of()).stream().filter(f -> !f.code().startsWith("uncertain.")).forEach(f -> check(line, f));
        String reason = desk.sheet().scope().reasons().get(id);
        if (reason != null) line.returned(word("target.fill.returned", reason));
        if (desk.editable() && !mayChange(row)) line.locked(word("finding.row.locked"));
        return line;
    }

    private void cells(GridLine line, Row row) {
        line.cell("seq", String.valueOf(row.seq())).cell("name", row.name()).cell("measure", row.measure().name())
                .cell("halfText", row.halfText()).cell("annualText", row.annualText()).cell("level1", row.level1())
                .cell("level2", row.level2()).cell("duty", row.duty()).cell("keyWork", row.keyWork())
                .cell("direction", row.direction() == null ? "" : row.direction().name())
                .cell("tolerance", row.tolerance()).cell("baseline", row.baseline()).cell("weight", row.weight())
                .cell("notApplicable", String.valueOf(row.notApplicable()))
                .cell("notApplicableReason", row.notApplicableReason()).cell("explanation", row.explanation());
        var last = row.lastYear();
        if (last == null) return;
        line.cell("lastYear", last.actual().isEmpty() ? last.target() : last.actual());
        line.hint("lastYear", word("target.lastYear.target", last.target()));
    }

    /** Only what was returned may change, and what was added since. */
    private boolean mayChange(Row row) {
        boolean added = row.change() != null && row.change().added();
        return desk.sheet().scope().permits(row.id().toString()) || added;
    }

    private void tags(GridLine line, Row row) {
        if (row.notApplicable()) line.tag(word("target.notApplicable"), null);
        for (String cell : row.uncertain()) {
            if (cell.equals("measure") && row.measure() == Measure.UNCLEAR) continue;
            line.tag(word("target.uncertain." + key(cell)), confirmed(row, cell));
        }
    }

    private static String key(String cell) {
        return switch (cell) {
            case "section", "key_work", "level2", "measure" -> cell;
            default -> "other";
        };
    }

    private static ObjectNode confirmed(Row row, String cell) {
        var edit = JsonNodeFactory.instance.objectNode();
        var left = edit.putArray("uncertain");
        row.uncertain().stream().filter(u -> !u.equals(cell)).forEach(left::add);
        return edit;
    }

    private void check(GridLine line, Found f) {
        Severity severity = f.severity();
        line.check(severity, word(FindingLine.key(severity)), f.message(), f.field());
    }

    private String word(String key, Object... args) {
        return on.getTranslation(key, args);
    }
}
