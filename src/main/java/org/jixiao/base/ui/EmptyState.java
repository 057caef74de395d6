package org.jixiao.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** In place of an empty list: what is so, and what comes next. */
public final class EmptyState extends Div {

    /** @param fact what is so; {@code next} what comes next or can be done */
    public EmptyState(Glyph glyph, String fact, String next, Component... ways) {
        addClassName("jx-empty");
        var first = new Paragraph(fact);
        first.addClassName("jx-b");
        add(glyph.icon(), first);
        if (!next.isEmpty()) {
            var second = new Paragraph(next);
            second.addClassName("jx-sec");
            add(second);
        }
        add(ways);
    }
}
