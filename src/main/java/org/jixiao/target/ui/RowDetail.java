package org.jixiao.target.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jixiao.base.ui.Glyph;
import org.jixiao.target.SheetPage.Row;

/** The fields of a row that are seldom touched. */
final class RowDetail extends Div {

    private final FillPanel panel;
    private final Row row;
    private final boolean mayChange;

    RowDetail(FillPanel panel, Row row, boolean mayChange) {
        this.panel = panel;
        this.row = row;
        this.mayChange = mayChange;
        addClassName("jx-detail");
        Map<String, String> levels = new LinkedHashMap<>();
        panel.page().levels().forEach(level -> levels.put(level, level));
        levels.putIfAbsent(row.level1(), row.level1().isEmpty() ? "–" : row.level1());
        place("level1", new Cell.Choice("level1", word("level1"), row.level1(), levels), true);
        place("level2", new Cell.Text("level2", word("level2"), row.level2()), true);
        place("duty", new Cell.Area("duty", word("duty"), row.duty()), false);
        place("keyWork", new Cell.Area("keyWork", word("keyWork"), row.keyWork()), true);
        place("direction", new Cell.Choice("direction", word("direction"),
                row.direction() == null ? "" : row.direction().name(), Words.directions(this)), false);
        place("tolerance", new Cell.Text("tolerance", word("tolerance"), row.tolerance()), false);
        place("baseline", new Cell.Text("baseline", word("baseline"), row.baseline()), false);
        place("weight", new Cell.Text("weight", word("weight"), row.weight()), false);
        Map<String, String> applies = new LinkedHashMap<>();
        applies.put("false", getTranslation("target.applies"));
        applies.put("true", getTranslation("target.notApplicable"));
        var choice = new Cell.Choice("notApplicable", word("notApplicable"), String.valueOf(row.notApplicable()), applies);
        label("notApplicable", choice);
        choice.locked(!mayChange);
        choice.addValueChangeListener(e -> panel.edit(row, json -> json.put("notApplicable", Boolean.parseBoolean(e.getValue()))));
        place("notApplicableReason", new Cell.Area("notApplicableReason", word("notApplicableReason"), row.notApplicableReason()), false);
        place("explanation", new Cell.Area("explanation", word("explanation"), row.explanation()), false);
        if (mayChange) {
            var remove = new Button(getTranslation("target.fill.remove"), Glyph.MINUS.icon(), e -> panel.remove(row));
            remove.addThemeNames("tertiary", "small", "error");
            add(remove);
        }
    }

    private String word(String field) {
        return getTranslation("target.field." + field);
    }

    /** @param regroups whether the table is grouped by this field */
    private <C extends Cell<C>> void place(String field, C cell, boolean regroups) {
        label(field, cell);
        cell.locked(!mayChange);
        cell.addValueChangeListener(e -> {
            if (regroups) panel.editAndRebuild(row, json -> json.put(field, e.getValue()));
            else panel.edit(row, json -> json.put(field, e.getValue()));
        });
    }

    private void label(String field, Cell<?> cell) {
        var label = new NativeLabel();
        label.add(new Span(word(field)), cell);
        add(label);
    }
}
