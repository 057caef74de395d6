package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jixiao.evaluation.Period;
import org.jixiao.evaluation.SheetView;

/** The section's score and how it came about. */
final class ScoreLine {

    private ScoreLine() {}

    static Div of(SheetView sheet) {
        Div line = Parts.div("jx-ev-score");
        boolean full = sheet.period() == Period.FULL_YEAR;
        line.add(
                Parts.span("jx-sec", line.getTranslation(full ? "evaluation.score" : "evaluation.score.reference")),
                Parts.span("jx-ev-number", DualHead.orDash(sheet.score())));
        if (sheet.grade() != null) {
            Span grade = Parts.span("jx-badge pri", line.getTranslation("evaluation.grade." + sheet.grade().name()));
            line.add(grade);
        }
        line.add(Parts.span("jx-xs jx-sec", line.getTranslation("evaluation.score.how")));
        return line;
    }
}
