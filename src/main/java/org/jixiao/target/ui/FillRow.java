package org.jixiao.target.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.target.Measure;
import org.jixiao.target.SheetPage.Row;
import org.jspecify.annotations.Nullable;

/** One row to fill in: its cells, what the rules say beside it, and the rest of its fields on demand. */
final class FillRow {

    private final FillPanel panel;
    private final NativeTableRow line = new NativeTableRow();
    private final NativeTableRow more = new NativeTableRow();
    private final Div checks = new Div();
    private final Div tags = new Div();
    private final Map<String, Cell<?>> cells = new HashMap<>();
    private final boolean mayChange;
    private List<Finding> findings = List.of();
    private Row row;

    FillRow(FillPanel panel, NativeTable table, Row row) {
        this.panel = panel;
        this.row = row;
        this.mayChange = panel.mayChange(row);
        line.addClassName("row");
        if (!mayChange) line.addClassName("locked");
        line.getElement().setAttribute("data-row", row.id().toString());
        Tables.cell(line, "num jx-sec", new Span(String.valueOf(row.seq())));
        name();
        measure();
        lastYear();
        value("halfText", "target.col.half", row.halfText());
        value("annualText", "target.col.annual", row.annualText());
        checks.addClassName("jx-checks");
        Tables.cell(line, "nt", checks);
        Tables.cell(line, "c", moreButton());
        more.addClassName("more");
        more.setVisible(false);
        table.getBody().add(line, more);
        tags();
        panel.line(this);
    }

    String id() {
        return row.id().toString();
    }

    private void name() {
        var name = keep("name", new Cell.Area("name", line.getTranslation("target.col.name"), row.name()));
        tags.addClassName("jx-tags");
        var cell = Tables.cell(line, "nm", name, tags);
        old(cell, "name");
        String reason = panel.desk().sheet().scope().reasons().get(id());
        if (reason != null) {
            var back = new FindingLine(Severity.WARNING, line.getTranslation("target.fill.returned", reason));
            back.addClassName("returned");
            cell.add(back);
        }
    }

    private void measure() {
        var choice = keep("measure", new Cell.Choice("measure", line.getTranslation("target.col.measure"),
                row.measure().name(), Words.measures(line)));
        if (row.measure() == Measure.UNCLEAR) choice.addClassName("ask");
        Tables.label(Tables.cell(line, "ms", choice), "target.col.measure");
    }

    private void lastYear() {
        var last = row.lastYear();
        var cell = Tables.label(Tables.cell(line, "num jx-sec ly"), "target.col.lastYear");
        if (last == null) return;
        cell.add(new Printed(last.actual().isEmpty() ? last.target() : last.actual()));
        cell.getElement().setAttribute("title", line.getTranslation("target.lastYear.target", last.target()));
    }

    private void value(String field, String label, String text) {
        var cell = Tables.cell(line, "num ed", keep(field, new Cell.Text(field, line.getTranslation(label), text)));
        Tables.label(cell, label);
        old(cell, field);
    }

    private void old(NativeTableCell cell, String field) {
        String before = row.old(field);
        if (before == null) return;
        var old = new Span(before);
        old.addClassName("jx-old");
        cell.addClassName("chg");
        cell.add(old);
    }

    private <C extends Cell<C>> C keep(String field, C cell) {
        cells.put(field, cell);
        cell.locked(!mayChange);
        cell.addValueChangeListener(e -> panel.edit(row, json -> json.put(field, e.getValue())));
        return cell;
    }

    private Button moreButton() {
        var button = new Button(Glyph.DOWN.icon());
        button.addThemeNames("tertiary", "icon", "small");
        button.setAriaLabel(line.getTranslation("target.fill.more", String.valueOf(row.seq())));
        button.setTooltipText(line.getTranslation("target.fill.more", String.valueOf(row.seq())));
        button.addClickListener(e -> more());
        return button;
    }

    private void more() {
        more.removeAll();
        more.setVisible(!more.isVisible());
        if (!more.isVisible()) return;
        var cell = new NativeTableCell(new RowDetail(panel, row, mayChange));
        cell.getElement().setAttribute("colspan", "8");
        more.add(cell);
    }

    private void tags() {
        tags.removeAll();
        if (row.notApplicable()) tags.add(PageHeader.badge(line.getTranslation("target.notApplicable"), "line"));
        for (String cell : row.uncertain()) {
            if (cell.equals("measure") && row.measure() == Measure.UNCLEAR) continue;
            var badge = PageHeader.badge(line.getTranslation("target.uncertain." + key(cell)), "line");
            tags.add(badge);
            if (!mayChange) continue;
            var sure = new Button(line.getTranslation("target.fill.confirm"), e -> confirm(cell));
            sure.addThemeNames("tertiary", "small");
            sure.setAriaLabel(line.getTranslation("target.fill.confirm.of", String.valueOf(row.seq())));
            tags.add(sure);
        }
    }

    private static String key(String cell) {
        return switch (cell) {
            case "section", "key_work", "level2", "measure" -> cell;
            default -> "other";
        };
    }

    private void confirm(String cell) {
        panel.edit(row, json -> {
            var left = json.putArray("uncertain");
            row.uncertain().stream().filter(u -> !u.equals(cell)).forEach(left::add);
        });
    }

    /** The row as it was stored; what is being typed stays. */
    void renew(Row stored) {
        boolean tagged = !stored.uncertain().equals(row.uncertain()) || stored.notApplicable() != row.notApplicable();
        row = stored;
        if (tagged) tags();
        if (stored.measure() != Measure.UNCLEAR) cells.get("measure").removeClassName("ask");
    }

    void findings(List<Finding> found) {
        cells.values().forEach(cell -> cell.removeClassName("bad"));
        for (Finding finding : found) {
            var cell = finding.field() == null ? null : cells.get(finding.field());
            if (finding.blocks() && cell != null) cell.addClassName("bad");
        }
        if (found.equals(findings)) return;
        findings = found;
        checks.removeAll();
        found.stream().filter(f -> !f.code().startsWith("uncertain.")).forEach(f -> checks.add(new FindingLine(f)));
    }

    void show(Filter.Which which) {
        boolean shown = switch (which) {
            case ERRORS -> has(Severity.ERROR);
            case WARNINGS -> has(Severity.WARNING);
            default -> true;
        };
        line.setVisible(shown);
        if (!shown) more.setVisible(false);
    }

    private boolean has(Severity severity) {
        return findings.stream().anyMatch(f -> f.severity() == severity);
    }

    void focus(@Nullable String field) {
        line.getElement().executeJs("this.scrollIntoView({block: 'center'})");
        var cell = cells.get(field);
        if (cell != null) cell.focus();
        else if (!more.isVisible()) more();
    }
}
