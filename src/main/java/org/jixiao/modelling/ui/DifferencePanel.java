package org.jixiao.modelling.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jixiao.base.ui.Diagram;
import org.jixiao.base.ui.Steps;
import org.jixiao.workflow.Difference;
import org.jspecify.annotations.Nullable;

/** Two models side by side, what is otherwise marked on both, and the list of it. */
final class DifferencePanel extends Div {

    /** A model and what it is called here. */
    record Side(String title, String xml) {}

    /** Something to compare with, read when it is chosen. */
    record Other(String title, Supplier<Side> side, Supplier<List<Difference>> difference) {}

    private final Div place = new Div();

    /** @param newer the one it is about */
    DifferencePanel(Side newer, List<Other> others) {
        if (others.isEmpty()) {
            add(Words.note(getTranslation("modelling.difference.alone")));
            return;
        }
        var with = new Select<Other>();
        with.setItems(others);
        with.setItemLabelGenerator(Other::title);
        with.setAriaLabel(getTranslation("modelling.difference.with"));
        with.setValue(others.get(0));
        with.addValueChangeListener(e -> show(newer, e.getValue()));
        var bar = new Div(Words.styled(getTranslation("modelling.difference.with"), "jx-sec"), with);
        bar.addClassName("jx-model-legend");
        if (others.size() > 1) add(bar);
        add(place);
        show(newer, others.get(0));
    }

    private void show(Side newer, @Nullable Other other) {
        place.removeAll();
        if (other == null) return;
        var older = other.side().get();
        var differences = other.difference().get();
        var left = drawing(older).marks(DifferenceTable.marks(differences, false));
        var right = drawing(newer).marks(DifferenceTable.marks(differences, true));
        var pair = new Div(new Figure(older.title(), left), new Figure(newer.title(), right));
        pair.addClassName("jx-model-pair");
        var names = new HashMap<>(Steps.names(older.xml(), getLocale()));
        names.putAll(Steps.names(newer.xml(), getLocale()));
        place.add(DifferenceTable.figures(differences), pair, new DifferenceTable(differences, names, older.title(), newer.title(), id -> {
            left.select(id);
            right.select(id);
        }));
    }

    private Diagram drawing(Side side) {
        return new Diagram(getTranslation("modelling.picture", side.title()), side.xml(), List.of(), List.of()).tallest(420);
    }

    @Tag("figure")
    private static final class Figure extends HtmlContainer {

        Figure(String title, Component picture) {
            var caption = new Caption();
            caption.setText(title);
            add(caption, picture);
        }
    }

    @Tag("figcaption")
    private static final class Caption extends HtmlContainer {}
}
