package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.Finding;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.inbox.ui.Marks;
import org.jixiao.inbox.ui.ReadBar;
import org.jixiao.target.Questions.Question;
import org.jixiao.target.SheetPage.Found;
import org.jixiao.target.SheetPage.Row;
import org.jixiao.target.SheetPage;
import org.jspecify.annotations.Nullable;

/** A section's rows to read: what changed stands in its cell, what the rules ask stands under its row. */
final class ReadTable {

    private static final int COLUMNS = 8;

    private final SheetPage page;
    private final @Nullable Marks marks;
    private final NativeTable table;
    private final Map<String, List<Finding>> findings = new HashMap<>();
    private final Map<String, List<Question>> questions;
    private final @Nullable BiConsumer<Question, String> answered;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    private final Map<NativeTableRow, List<Line>> groups = new LinkedHashMap<>();
    private final boolean compared;
    private Map<String, String> returned = Map.of();
    private boolean unchanged;

    private record Line(String id, NativeTableRow row, NativeTableRow note, boolean changed, boolean warned) {}

    /** @param marks where rows can be marked for return; null: only to read */
    ReadTable(SheetPage page, @Nullable Marks marks, boolean compared,
            @Nullable BiConsumer<Question, String> answered) {
        this.answered = answered;
        this.questions = page.questions().stream().collect(Collectors.groupingBy(q -> String.valueOf(q.asked().row())));
        this.page = page;
        this.compared = compared;
        this.marks = marks;
        for (Found f : page.findings())
            if (f.row() != null) findings.computeIfAbsent(f.row(), r -> new ArrayList<>()).add(f.finding());
        table = Tables.table("jx-targets", marks == null ? "" : "target.col.mark", "#target.col.seq", "target.col.name",
                "target.col.measure", "#target.col.lastYear", "#target.col.half", "#target.col.annual",
                compared ? "target.col.change" : "");
        table.addClassName("read");
        if (marks == null) table.addClassName("nomark");
        if (page.rows().stream().allMatch(r -> r.lastYear() == null)) table.addClassName("nolast");
        if (!compared) table.addClassName("nochange");
    }

    /** @param answered whether a row without a change was left as it was when it came back */
    ReadTable returned(Map<String, String> reasons, boolean answered) {
        returned = reasons;
        unchanged = answered;
        return this;
    }

    ReadTable build() {
        for (var level : Groups.of(page)) {
            var head = Tables.group(table, "l1", COLUMNS, new Span(level.title()), count(level.size()), Tables.small(level.duty()));
            for (var group : level.groups()) {
                var title = Tables.group(table, "l2", COLUMNS, new Span(group.title()), count(group.rows().size()));
                group.rows().forEach(row -> {
                    var line = line(row);
                    groups.computeIfAbsent(head, h -> new ArrayList<>()).add(line);
                    groups.computeIfAbsent(title, h -> new ArrayList<>()).add(line);
                });
            }
        }
        removed();
        return this;
    }

    private Span count(int rows) {
        return Tables.small(table.getTranslation("target.fill.count", String.valueOf(rows)));
    }

    private Line line(Row row) {
        String id = row.id().toString();
        var line = table.getBody().addRow();
        line.addClassName("row");
        line.getElement().setAttribute("data-row", id);
        var note = new NativeTableRow();
        note.addClassName("note");
        var under = new Div();
        under.addClassName("jx-checks");
        Tables.cell(line, "c", mark(id, String.valueOf(row.seq()), line, note, under));
        Tables.cell(line, "num jx-sec", new Span(String.valueOf(row.seq())));
        var name = Tables.cell(line, "nm", new Span(row.name()));
        row.uncertain().forEach(cell -> name.add(PageHeader.badge(
                table.getTranslation("target.uncertain." + (List.of("section", "key_work", "level2", "measure").contains(cell) ? cell : "other")), "line")));
        if (row.notApplicable())
            name.add(PageHeader.badge(table.getTranslation("target.notApplicable"), "line"), Tables.small(row.notApplicableReason()));
        old(name, row, "name");
        var measure = Tables.label(
                Tables.cell(line, "jx-sec ms", new Span(Words.measure(table, row.measure()))), "target.col.measure");
        oldMeasure(measure, row);
        var last = Tables.label(Tables.cell(line, "num jx-sec ly"), "target.col.lastYear");
        if (row.lastYear() != null)
            last.add(new Printed(row.lastYear().actual().isEmpty() ? row.lastYear().target() : row.lastYear().actual()));
        value(line, row, "halfText", "target.col.half", row.halfText());
        value(line, row, "annualText", "target.col.annual", row.annualText());
        Tables.cell(line, "c ch", change(row));
        boolean warned = notes(row, under);
        var cell = new NativeTableCell(under);
        cell.getElement().setAttribute("colspan", String.valueOf(COLUMNS - 2));
        var lead = new NativeTableCell();
        lead.getElement().setAttribute("colspan", "2");
        note.add(lead, cell);
        note.setVisible(under.getComponentCount() > 0);
        if (note.isVisible()) line.addClassName("hasnote");
        table.getBody().add(note);
        var added = new Line(id, line, note, row.change() != null, warned);
        lines.put(id, added);
        return added;
    }

    private Component mark(String id, String name, NativeTableRow line, NativeTableRow note, Div under) {
        if (marks == null) return new Span();
        return marks.box(id, name, under, marked -> {
            line.setClassName("mkd", marked);
            note.setClassName("mkd", marked);
            note.setVisible(under.getComponentCount() > 0);
            line.setClassName("hasnote", note.isVisible());
        });
    }

    private void value(NativeTableRow line, Row row, String field, String label, String text) {
        var cell = Tables.label(Tables.cell(line, "num", new Printed(text)), label);
        old(cell, row, field);
        if (row.change() != null && row.change().added()) cell.addClassName("chg");
    }

    private static void old(NativeTableCell cell, Row row, String field) {
        String before = row.old(field);
        if (before != null) struck(cell, before);
    }

    private void oldMeasure(NativeTableCell cell, Row row) {
        String before = row.old("measure");
        if (before != null) struck(cell, table.getTranslation("target.measure." + before));
    }

    private static void struck(NativeTableCell cell, String before) {
        var old = new Span(before.isBlank() ? "–" : before);
        old.addClassName("jx-old");
        cell.addClassName("chg");
        cell.add(old);
    }

    private Component change(Row row) {
        if (!compared) return new Span();
        if (row.change() == null) return Tables.small("–");
        return PageHeader.badge(table.getTranslation(row.change().added() ? "target.change.added" : "target.change.changed"), "pri");
    }

    /** Fields without a column that changed, warnings, and what the section says of them. */
    private boolean notes(Row row, Div under) {
        if (row.change() != null)
            row.change().old().forEach((field, before) -> {
                if (List.of("name", "halfText", "annualText", "measure", "explanation").contains(field)) return;
                var line = new Div(Tables.small(table.getTranslation("target.field." + field) + " "), new Span(now(row, field)), new Span(" "));
                var old = new Span(before.isBlank() ? "–" : before);
                old.addClassName("jx-struck");
                line.add(old);
                under.add(line);
            });
        boolean warned = false;
        String reason = returned.get(row.id().toString());
        if (reason != null) {
            warned = unchanged && row.change() == null;
            under.add(new FindingLine(
                    warned ? Severity.WARNING : Severity.NOTE,
                    table.getTranslation(warned ? "target.examine.unchanged" : "target.examine.returned", reason)));
        }
        var asked = questions.getOrDefault(row.id().toString(), List.of());
        for (Question question : asked)
            under.add(new QuestionLine(question, answered == null ? null : text -> answered.accept(question, text)));
        warned |= !asked.isEmpty();
        for (Finding f : findings.getOrDefault(row.id().toString(), List.of())) {
            if (f.code().startsWith("uncertain.") || asked.stream().anyMatch(q -> q.asked().finding().equals(f))) continue;
            under.add(new FindingLine(f));
            warned |= f.severity() == Severity.WARNING;
        }
        if (!row.explanation().isBlank()) under.add(new Div(new Span(table.getTranslation("target.explained", row.explanation()))));
        return warned;
    }

    private static String now(Row row, String field) {
        String text = switch (field) {
            case "level1" -> row.level1();
            case "level2" -> row.level2();
            case "duty" -> row.duty();
            case "keyWork" -> row.keyWork();
            case "direction" -> row.direction() == null ? "" : row.direction().name();
            case "tolerance" -> row.tolerance();
            case "baseline" -> row.baseline();
            case "weight" -> row.weight();
            case "notApplicable" -> String.valueOf(row.notApplicable());
            default -> row.notApplicableReason();
        };
        return text.isBlank() ? "–" : text;
    }

    private void removed() {
        if (page.removed().isEmpty()) return;
        var head = Tables.group(table, "l2", COLUMNS, new Span(table.getTranslation("target.change.removedRows")), count(page.removed().size()));
        for (var gone : page.removed()) {
            var line = table.getBody().addRow();
            line.addClassNames("row", "gone");
            Tables.cell(line, "c");
            Tables.cell(line, "num jx-sec", new Span(String.valueOf(gone.seq())));
            Tables.cell(line, "nm", new Span(gone.name()));
            Tables.cell(line, "ms");
            Tables.cell(line, "num ly");
            Tables.cell(line, "num", new Span(gone.halfText()));
            Tables.cell(line, "num", new Span(gone.annualText()));
            Tables.cell(line, "c ch", PageHeader.badge(table.getTranslation("target.change.removed"), "line"));
            var removed = new Line(gone.id(), line, new NativeTableRow(), true, false);
            lines.put(gone.id(), removed);
            groups.computeIfAbsent(head, h -> new ArrayList<>()).add(removed);
        }
    }

    /** A marked row stays in sight whatever is shown, and so does the head of each group that shows a row. */
    void show(ReadBar.Which which) {
        lines.values().forEach(line -> {
            boolean marked = marks != null && marks.marked(line.id());
            boolean shown = ReadBar.shows(which, line.changed(), line.warned(), marked);
            line.row().setVisible(shown);
            line.note().setVisible(shown && line.row().hasClassName("hasnote"));
        });
        groups.forEach((head, rows) -> head.setVisible(rows.stream().anyMatch(line -> line.row().isVisible())));
    }

    long notable() {
        return lines.values().stream().filter(line -> line.changed() || line.warned()).count();
    }

    long changed() {
        return lines.values().stream().filter(Line::changed).count();
    }

    long warned() {
        return lines.values().stream().filter(Line::warned).count();
    }

    void reveal(String id) {
        var line = lines.get(id);
        if (line != null) line.row().getElement().executeJs("this.scrollIntoView({block: 'center'})");
    }

    Component component() {
        return table;
    }
}
