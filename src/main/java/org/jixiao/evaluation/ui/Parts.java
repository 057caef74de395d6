package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.StatusChip;
import org.jixiao.base.ui.StatusChip.Light;
import org.jixiao.evaluation.SheetView.RowView;
import org.jixiao.evaluation.SheetView.Said;
import org.jixiao.evaluation.State;
import org.jixiao.inbox.ui.Marks;

/** Small pieces that the pages of this module share. */
final class Parts {

    private Parts() {}

    static Light light(State state) {
        return Light.valueOf(state.name());
    }

    static StatusChip chip(RowView row) {
        StatusChip chip = StatusChip.light(light(row.state()));
        if (row.early()) {
            Span word = (Span) chip.getChildren().reduce((a, b) -> b).orElseThrow();
            word.setText(word.getTranslation("evaluation.state.early"));
        }
        return chip;
    }

    static Div div(String className, Component... children) {
        Div div = new Div(children);
        div.addClassNames(className.split(" "));
        return div;
    }

    static Span span(String className, String text) {
        Span span = new Span(text);
        span.addClassNames(className.split(" "));
        return span;
    }

    static H2 heading(String text) {
        return new H2(text);
    }

    /** A cell that on a phone carries its column's name. */
    static Div cell(String className, String label, Component... children) {
        Div cell = div("jx-ev-cell " + className, children);
        cell.getElement().setAttribute("data-label", label);
        return cell;
    }

    /** The box that marks an entry for return; its reason is asked at the entry's end. */
    static Div mark(Marks marks, String id, String name, Div entry) {
        Div under = div("jx-ev-mark");
        entry.add(under);
        return div("jx-ev-c-mark", marks.box(id, name, under, on -> entry.setClassName("mkd", on)));
    }

    /** An explanation in the language of the page, coloured by the light. */
    static FindingLine said(State state, Said said) {
        Severity severity =
                switch (state) {
                    case MISSED -> Severity.ERROR;
                    case BEHIND -> Severity.WARNING;
                    default -> Severity.NOTE;
                };
        FindingLine line = new FindingLine(severity, "");
        line.add(new Span(line.getTranslation(said.key(), said.args().toArray())));
        if (severity == Severity.ERROR) line.addClassName("jx-ev-why");
        return line;
    }


    /** A bar of the lights in proportion. */
    static Div stack(Map<State, Integer> counts) {
        Div bar = div("jx-ev-stack");
        for (State state : List.of(State.MET, State.BEHIND, State.MISSED, State.NOT_DUE, State.MISSING)) {
            int n = counts.getOrDefault(state, 0);
            if (n == 0) continue;
            Div part = div("jx-ev-part " + light(state).look() + (state == State.MISSING ? " missing" : ""));
            part.getStyle().set("flex", String.valueOf(n));
            bar.add(part);
        }
        return bar;
    }
}
