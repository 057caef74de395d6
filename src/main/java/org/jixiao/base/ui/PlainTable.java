package org.jixiao.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/**
 * A table as HTML knows it, for lists that are read: headings screen readers follow, printed as it stands. On a
 * phone each row is a card whose values carry the name of their column.
 */
@Tag("table")
public final class PlainTable extends Component {

    private final Element head = new Element("tr");
    private final Element body = new Element("tbody");

    /** @param caption what the table lists, for screen readers */
    public PlainTable(String caption) {
        var words = new Element("caption").setText(caption);
        words.getClassList().add("jx-sr");
        getElement().getClassList().add("jx-table");
        getElement().getClassList().add("jx-cards");
        getElement().appendChild(words, new Element("thead").appendChild(head), body);
    }

    /** @param look CSS classes of the heading, e.g. {@code num} */
    public PlainTable column(String title, String... look) {
        var cell = new Element("th").setText(title).setAttribute("scope", "col");
        for (String name : look) cell.getClassList().add(name);
        head.appendChild(cell);
        return this;
    }

    /** Cells in the order of the columns; an empty one is an empty span. */
    public PlainTable row(Component... cells) {
        var row = new Element("tr");
        for (Component cell : cells) {
            String title = head.getChild(row.getChildCount()).getText();
            row.appendChild(new Element("td").setAttribute("data-label", title).appendChild(cell.getElement()));
        }
        body.appendChild(row);
        return this;
    }

    public PlainTable row(String... cells) {
        Component[] spans = new Component[cells.length];
        for (int i = 0; i < cells.length; i++) spans[i] = new Span(cells[i]);
        return row(spans);
    }

    public void clear() {
        body.removeAllChildren();
    }

    public int rows() {
        return body.getChildCount();
    }
}
