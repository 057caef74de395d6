package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jixiao.base.Finding;
import org.jixiao.evaluation.SheetView.RowView;
import org.jixiao.evaluation.State;

/** 全部 / 滞后与未达标 / 未填 / 须改, each with its count. */
final class RowFilter extends Div {

    enum Choice {
        ALL,
        OFF,
        MISSING,
        ERRORS;

        boolean takes(RowView row, List<Finding> findings) {
            return switch (this) {
                case ALL -> true;
                case OFF -> row.state().off();
                case MISSING -> row.state() == State.MISSING;
                case ERRORS -> findings.stream().anyMatch(Finding::blocks);
            };
        }
    }

    private final Map<Choice, Button> buttons = new EnumMap<>(Choice.class);
    private Choice chosen = Choice.ALL;

    RowFilter(Consumer<Choice> chose) {
        addClassNames("jx-ev-filter");
        Div segment = Parts.div("jx-seg");
        segment.getElement().setAttribute("role", "group");
        segment.getElement().setAttribute("aria-label", getTranslation("evaluation.filter"));
        for (Choice choice : Choice.values()) {
            Button button = new Button(getTranslation("evaluation.filter." + choice.name(), 0), e -> {
                chosen = choice;
                press();
                chose.accept(choice);
            });
            button.addThemeNames("small");
            buttons.put(choice, button);
            segment.add(button);
        }
        add(segment);
        press();
    }

    Choice chosen() {
        return chosen;
    }

    void count(List<RowView> rows, Function<RowView, List<Finding>> findings) {
        buttons.forEach((choice, button) -> {
            long n = rows.stream().filter(row -> choice.takes(row, findings.apply(row))).count();
            button.setText(getTranslation("evaluation.filter." + choice.name(), n));
        });
    }

    private void press() {
        buttons.forEach((choice, button) ->
                button.getElement().setAttribute("aria-pressed", String.valueOf(choice == chosen)));
    }
}
