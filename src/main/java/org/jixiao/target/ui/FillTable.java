package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.target.SheetPage.Row;

/** The table of rows to fill in, grouped as the form groups them. */
final class FillTable {

    private static final int COLUMNS = 8;

    private final FillPanel panel;
    private final Div holder = new Div();

    FillTable(FillPanel panel) {
        this.panel = panel;
        var page = panel.page();
        if (page.rows().isEmpty()) {
            holder.add(new EmptyState(
                    Glyph.SHEET, holder.getTranslation("target.fill.empty"), holder.getTranslation("target.fill.empty.next")));
            return;
        }
        var table = Tables.table("jx-targets", "#target.col.seq", "target.col.name", "target.col.measure",
                "#target.col.lastYear", "#target.col.half", "#target.col.annual", "target.col.check", "");
        if (page.rows().stream().allMatch(r -> r.lastYear() == null)) table.addClassName("nolast");
        for (var level : Groups.of(page)) {
            Tables.group(table, "l1", COLUMNS, new Span(level.title()), count(level.size()), Tables.small(level.duty()));
            for (var group : level.groups()) group(table, group);
        }
        CellKeys.on(table);
        holder.add(table);
    }

    private void group(NativeTable table, Groups.Group group) {
        var head = Tables.group(table, "l2", COLUMNS, new Span(group.title()), count(group.rows().size()));
        if (panel.desk().editable() && !group.rows().isEmpty()) {
            Row last = group.rows().get(group.rows().size() - 1);
            var add = new Button(Glyph.PLUS.icon(), e -> panel.add(last));
            add.addThemeNames("tertiary", "icon", "small");
            add.setAriaLabel(head.getTranslation("target.fill.addTo", group.title()));
            add.setTooltipText(head.getTranslation("target.fill.addTo", group.title()));
            ((Div) head.getChildren().findFirst().orElseThrow().getChildren().findFirst().orElseThrow()).add(add);
        }
        for (Row row : group.rows()) new FillRow(panel, table, row);
    }

    private Span count(int rows) {
        return Tables.small(holder.getTranslation("target.fill.count", String.valueOf(rows)));
    }

    Component component() {
        return holder;
    }
}
