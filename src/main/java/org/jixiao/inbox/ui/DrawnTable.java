package org.jixiao.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jixiao.base.ui.PlainTable;
import org.jixiao.workflow.StepForm.Field;

/** A table of a drawn form: the first rows, and the rest when asked for. */
final class DrawnTable extends Div {

    private boolean whole;

    DrawnTable(Field field) {
        addClassName("jx-drawn-table");
        show(field);
    }

    void show(Field field) {
        removeAll();
        if (!field.label().isEmpty()) add(new H2(field.label()));
        List<List<String>> rows = field.table().rows() == null ? List.of() : field.table().rows();
        if (rows.isEmpty()) {
            var none = new Span(getTranslation("inbox.form.table.none"));
            none.addClassName("jx-sec");
            add(none);
            return;
        }
        var table = new PlainTable(field.label());
        field.table().columns().forEach(column -> table.column(column.label()));
        int shown = whole ? rows.size() : Math.min(field.table().page(), rows.size());
        rows.subList(0, shown).forEach(row -> table.row(row.toArray(String[]::new)));
        add(table);
        if (shown == rows.size()) return;
        var all = new Button(getTranslation("inbox.form.table.all", String.valueOf(rows.size())), e -> {
            whole = true;
            show(field);
        });
        all.addThemeNames("tertiary", "small");
        add(all);
    }
}
