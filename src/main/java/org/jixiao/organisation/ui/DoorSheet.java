package org.jixiao.organisation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jixiao.base.ui.Glyph;

/** The one sheet of a page before the door: mark and name, what the page is for, its form. */
final class DoorSheet extends Div {

    DoorSheet(Main page, String what, Component... content) {
        page.addClassName("jx-door");
        addClassName("jx-door-sheet");
        var mark = Glyph.MARK.icon();
        mark.addClassName("jx-mark");
        var purpose = new Paragraph(what);
        purpose.addClassName("jx-sec");
        add(new H1(mark, new Span(getTranslation("base.product"))), purpose);
        add(content);
        page.add(this);
    }
}
