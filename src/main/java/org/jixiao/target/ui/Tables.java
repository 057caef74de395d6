package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

/** Parts that the tables of this module share. */
final class Tables {

    private Tables() {}

    /** @param heads message keys, or empty; a key with {@code #} before it heads a column of figures */
    static NativeTable table(String look, String... heads) {
        var table = new NativeTable();
        table.addClassNames("jx-table", look);
        var row = table.getHead().addRow();
        for (String head : heads) {
            boolean figures = head.startsWith("#");
            String key = figures ? head.substring(1) : head;
            if (key.isEmpty()) {
                row.add(new NativeTableCell());
                continue;
            }
            var cell = new NativeTableHeaderCell(table.getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            if (figures) cell.addClassName("num");
            row.add(cell);
        }
        return table;
    }

    static NativeTableCell cell(NativeTableRow row, String look, Component... content) {
        var cell = new NativeTableCell(content);
        if (!look.isEmpty()) cell.addClassNames(look.split(" "));
        row.add(cell);
        return cell;
    }

    /** The word that a card on a phone shows above the value. */
    static NativeTableCell label(NativeTableCell cell, String key) {
        cell.getElement().setAttribute("data-label", cell.getTranslation(key));
        return cell;
    }

    static Span small(String text) {
        var span = new Span(text);
        span.addClassNames("jx-sec", "jx-sm");
        return span;
    }

    /** A group's row over the whole width. */
    static NativeTableRow group(NativeTable table, String look, int columns, Component... content) {
        var row = new NativeTableRow();
        row.addClassNames("grp", look);
        var cell = new NativeTableCell(new com.vaadin.flow.component.html.Div(content));
        cell.getElement().setAttribute("colspan", String.valueOf(columns));
        row.add(cell);
        table.getBody().add(row);
        return row;
    }
}
