package org.jixiao.target.ui;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import java.util.Map;

/**
 * Native fields that sit in a table's cells: light enough for a whole table of them. A value arrives when the cell is
 * left or a choice is made, and so before the press of any button: a pause in typing must not hold it back.
 */
abstract class Cell<C extends Cell<C>> extends AbstractSinglePropertyField<C, String>
        implements HasStyle, HasAriaLabel, Focusable<C> {

    /** @param column name that the arrow keys and Enter stay in */
    Cell(String column, String label, String value) {
        super("value", "", String.class, shown -> shown == null ? "" : shown, text -> text);
        setSynchronizedEvent("change");
        getElement().setAttribute("data-col", column);
        addClassName("jx-tcell");
        setAriaLabel(label);
        setValue(value);
    }

    C locked(boolean locked) {
        getElement().setAttribute("readonly", locked);
        return self();
    }

    @SuppressWarnings("unchecked")
    final C self() {
        return (C) this;
    }

    @Tag("input")
    static final class Text extends Cell<Text> {
        Text(String column, String label, String value) {
            super(column, label, value);
            getElement().setAttribute("autocomplete", "off");
        }
    }

    /** Grows with its text. */
    @Tag("textarea")
    static final class Area extends Cell<Area> {
        Area(String column, String label, String value) {
            super(column, label, value);
            getElement().setAttribute("rows", "1");
        }
    }

    @Tag("select")
    static final class Choice extends Cell<Choice> {

        /** @param options value → what is shown */
        Choice(String column, String label, String value, Map<String, String> options) {
            super(column, label, value);
            options.forEach((option, shown) -> {
                var element = new Element("option");
                element.setAttribute("value", option);
                element.setAttribute("selected", option.equals(value));
                element.setText(shown);
                getElement().appendChild(element);
            });
        }

        @Override
        Choice locked(boolean locked) {
            getElement().setEnabled(!locked);
            return this;
        }
    }
}
