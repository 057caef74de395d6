package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Heads of the columns of rows to read. */
final class ReadColumns {

    private ReadColumns() {}

    static Div of(boolean scores, boolean marks) {
        Div columns = Parts.div("jx-ev-row jx-ev-columns" + (scores ? " scores" : "") + (marks ? " marks" : ""));
        if (marks) columns.add(new Span(columns.getTranslation("evaluation.column.mark")));
        for (String name : List.of("seq", "name", "half", "annual", "actual", "state")) {
            columns.add(Parts.span("jx-ev-c-" + name, columns.getTranslation("evaluation.column." + name)));
        }
        columns.add(Parts.span(
                "jx-ev-c-forecast",
                columns.getTranslation(scores ? "evaluation.column.weight" : "evaluation.column.forecast")));
        columns.add(Parts.span(
                "jx-ev-c-attainability",
                columns.getTranslation(scores ? "evaluation.column.score" : "evaluation.column.attainability")));
        columns.add(Parts.span("jx-ev-c-evidence", columns.getTranslation("evaluation.column.evidence")));
        return columns;
    }
}
