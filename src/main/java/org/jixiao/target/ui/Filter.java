package org.jixiao.target.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Which rows are shown: a row of buttons with counts, one pressed. */
final class Filter extends Div {

    enum Which {
        ALL,
        CHANGES,
        ERRORS,
        WARNINGS
    }

    private final Map<Which, Button> buttons = new EnumMap<>(Which.class);
    private Which chosen = Which.ALL;

    Filter(Consumer<Which> on, Which... choices) {
        addClassName("jx-seg");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", getTranslation("target.filter"));
        for (Which which : choices) {
            var button = new Button("", e -> {
                choose(which);
                on.accept(which);
            });
            buttons.put(which, button);
            add(button);
        }
        choose(Which.ALL);
    }

    Which chosen() {
        return chosen;
    }

    void count(Which which, long count) {
        var button = buttons.get(which);
        if (button != null) button.setText(getTranslation("target.filter." + which.name().toLowerCase(java.util.Locale.ROOT), count));
    }

    private void choose(Which which) {
        chosen = which;
        buttons.forEach((w, b) -> b.getElement().setAttribute("aria-pressed", String.valueOf(w == which)));
    }
}
