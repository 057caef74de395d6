package org.jixiao.target.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import org.jixiao.inbox.ui.Marks;
import org.jixiao.target.Adjustment;
import org.jixiao.target.SheetPage;
import org.jspecify.annotations.Nullable;

/** Why an approved sheet is to change, to read above its rows; it can be marked for return like a row. */
final class AdjustmentRead extends Div {

    AdjustmentRead(SheetPage page, @Nullable Marks marks) {
        var adjusted = Objects.requireNonNull(page.adjustment());
        addClassNames("jx-unitpart", "jx-adjustment");
        var part = new Div(new H2(getTranslation("target.adjustment.title", adjusted.version())));
        part.addClassName("jx-part");
        if (marks != null) {
            var under = new Div();
            String name = getTranslation("target.adjustment.name");
            var line = new Div(
                    marks.box(Adjustment.ROW, name, under, marked -> part.setClassName("mkd", marked)),
                    new Span(getTranslation("target.adjustment.mark")));
            line.addClassName("jx-row");
            part.add(line, under);
        }
        adjusted.said().texts().forEach((field, text) -> {
            var word = new Span(getTranslation("target.adjustment." + field));
            word.addClassName("jx-sec");
            var line = new Div(word, new Paragraph(text.isBlank() ? "–" : text));
            line.addClassName("jx-text");
            String before = adjusted.change() == null ? null : adjusted.change().old().get(field);
            if (before != null) {
                var old = new Paragraph(before.isBlank() ? "–" : before);
                old.addClassName("jx-struck");
                line.addClassName("jx-chg");
                line.add(old);
            }
            part.add(line);
        });
        add(part);
    }
}
