package org.jixiao.target.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.jixiao.target.TargetValue;

/** A printed value: figures on one edge, units on the next, the characters those of the form. */
final class Printed extends Span {

    Printed(String text) {
        addClassName("jx-v");
        TargetValue value = TargetValue.parse(text);
        String unit = value.unit();
        if (value.isWord() || !text.endsWith(unit)) {
            addClassName("w");
            setText(text.isBlank() ? "–" : text);
            return;
        }
        var figure = new Element("b");
        figure.setText(text.substring(0, text.length() - unit.length()));
        var tail = new Element("u");
        tail.setText(unit);
        getElement().appendChild(figure, tail);
    }
}
