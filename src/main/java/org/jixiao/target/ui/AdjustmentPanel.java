package org.jixiao.target.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.target.Adjustment;
import org.jixiao.target.SheetPage;
import org.jixiao.target.SheetPage.Adjusted;
import org.jixiao.target.SheetPage.Found;

/** Why an approved sheet is to change, being written above its rows. */
final class AdjustmentPanel extends Div {

    private final Map<String, Cell<?>> cells = new LinkedHashMap<>();
    private final Div findings = new Div();

    AdjustmentPanel(SheetPage page, Desk desk, Draft draft, Runnable store) {
        Adjusted adjusted = Objects.requireNonNull(page.adjustment());
        addClassNames("jx-unitpart", "jx-adjustment");
        findings.addClassName("jx-checks");
        var box = new Div();
        box.addClassName("jx-detail");
        boolean mayChange = desk.editable() && desk.sheet().scope().permits(Adjustment.ROW);
        adjusted.said().texts().forEach((field, text) -> {
            String word = getTranslation("target.adjustment." + field);
            var cell = new Cell.Area("adjustment-" + field, word, text);
            cell.getElement().setAttribute("placeholder", getTranslation("target.adjustment." + field + ".hint"));
            cell.locked(!mayChange);
            cell.addValueChangeListener(e -> {
                draft.adjustment().put(field, e.getValue());
                store.run();
            });
            cells.put(field, cell);
            var label = new NativeLabel();
            label.add(new Span(word), cell);
            label.addClassName("wide");
            box.add(label);
        });
        var part = new Div(new H2(getTranslation("target.adjustment.title", adjusted.version())), findings, box);
        part.addClassName("jx-part");
        String returned = desk.sheet().scope().reasons().get(Adjustment.ROW);
        if (returned != null)
            part.addComponentAtIndex(1, new FindingLine(Severity.WARNING, getTranslation("target.fill.returned", returned)));
        add(part);
        renew(page);
    }

    /** What the rules say of what is stored now. */
    void renew(SheetPage page) {
        findings.removeAll();
        cells.values().forEach(cell -> cell.removeClassName("bad"));
        for (Found found : page.findings()) {
            if (!Adjustment.ROW.equals(found.row())) continue;
            findings.add(new FindingLine(found.finding()));
            var cell = cells.get(found.field());
            if (cell != null) cell.addClassName("bad");
        }
    }

    void focus(String field) {
        var cell = cells.getOrDefault(field, cells.values().iterator().next());
        cell.getElement().executeJs("this.scrollIntoView({block: 'center'})");
        cell.focus();
    }
}
