package org.jixiao.target.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;

/** Shows the indicators or the unit's part. */
final class PartSwitch extends Div {

    private final Button rows = new Button(getTranslation("target.fill.rows"));
    private final Button unit = new Button(getTranslation("target.fill.unit"));

    /** @param on whether the unit's part is wanted */
    PartSwitch(Consumer<Boolean> on) {
        addClassName("jx-seg");
        rows.addClickListener(e -> press(on, false));
        unit.addClickListener(e -> press(on, true));
        add(rows, unit);
        mark(false);
    }

    private void press(Consumer<Boolean> on, boolean part) {
        mark(part);
        on.accept(part);
    }

    void mark(boolean part) {
        rows.getElement().setAttribute("aria-pressed", String.valueOf(!part));
        unit.getElement().setAttribute("aria-pressed", String.valueOf(part));
    }
}
