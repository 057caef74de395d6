package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.ui.GridColumn;
import org.jixiao.base.ui.SheetGrid;
import org.jixiao.target.Measure;
import org.jixiao.target.SheetPage;

/** The table of rows to fill in: what stands in it, and what stands beside it. */
final class RowColumns {

    private RowColumns() {}

    static SheetGrid grid(SheetPage page, boolean editable, Component on, GridKeep keep, SheetGrid.Keeper keeper) {
        return SheetGrid.of(on.getTranslation("target.fill.rows"), columns(page, on))
                .editable(editable)
                .rows()
                .moves()
                .checks()
                .word("open", Measure.UNCLEAR.name())
                .tool(RowLines.IMPORT, "upload", on.getTranslation("target.fill.import"))
                .keep(keep.person(), keep.task(), keep.part())
                .build(keeper);
    }

    private static List<GridColumn> columns(SheetPage page, Component on) {
        var columns = new ArrayList<GridColumn>();
        columns.add(GridColumn.read("seq", on.getTranslation("target.col.seq")).look("num sq").wide(40));
        columns.add(GridColumn.area("name", on.getTranslation("target.col.name")).look("nm").growing(5));
        columns.add(GridColumn.choice("measure", on.getTranslation("target.col.measure"), Words.measures(on)).look("ms").wide(96));
        if (page.rows().stream().anyMatch(r -> r.lastYear() != null))
            columns.add(GridColumn.read("lastYear", on.getTranslation("target.col.lastYear")).look("num ly").wide(92));
        columns.add(GridColumn.text("halfText", on.getTranslation("target.col.half")).look("num").wide(104));
        columns.add(GridColumn.text("annualText", on.getTranslation("target.col.annual")).look("num").wide(104));
        columns.add(aside(GridColumn.choice("level1", word(on, "level1"), levels(page))));
        columns.add(aside(GridColumn.text("level2", word(on, "level2"))));
        columns.add(aside(GridColumn.area("duty", word(on, "duty"))));
        columns.add(aside(GridColumn.area("keyWork", word(on, "keyWork"))));
        columns.add(aside(GridColumn.choice("direction", word(on, "direction"), Words.directions(on))));
        for (String field : List.of("tolerance", "baseline", "weight")) columns.add(aside(GridColumn.text(field, word(on, field))));
        columns.add(aside(GridColumn.choice("notApplicable", word(on, "notApplicable"), applies(on))));
        for (String field : List.of("notApplicableReason", "explanation")) columns.add(aside(GridColumn.area(field, word(on, field))));
        return columns;
    }

    private static GridColumn aside(GridColumn column) {
        return column.aside();
    }

    private static String word(Component on, String field) {
        return on.getTranslation("target.field." + field);
    }

    private static Map<String, String> levels(SheetPage page) {
        var levels = new LinkedHashMap<String, String>();
        page.levels().forEach(level -> levels.put(level, level));
        page.rows().forEach(row -> levels.putIfAbsent(row.level1(), row.level1().isEmpty() ? "–" : row.level1()));
        return levels;
    }

    private static Map<String, String> applies(Component on) {
        var words = new LinkedHashMap<String, String>();
        words.put("false", on.getTranslation("target.applies"));
        words.put("true", on.getTranslation("target.notApplicable"));
        return words;
    }
}
