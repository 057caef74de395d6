package org.jixiao.target.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import org.jixiao.base.ui.DayField;
import org.jspecify.annotations.Nullable;

/** A day, or by hand. */
final class DateOrHand extends Div {

    private final DayField date;
    private final Checkbox byHand = new Checkbox(getTranslation("target.dates.byHand"));

    DateOrHand(String label, @Nullable LocalDate standing) {
        addClassName("jx-yline");
        date = new DayField(label);
        date.setValue(standing);
        date.setClearButtonVisible(true);
        byHand.addValueChangeListener(e -> {
            date.setEnabled(!e.getValue());
            if (e.getValue()) date.clear();
        });
        byHand.setValue(standing == null);
        add(date, byHand);
    }

    /** Null: by hand. */
    @Nullable LocalDate date() {
        return byHand.getValue() ? null : date.getValue();
    }

    /** Neither a day nor by hand. */
    boolean missing() {
        return !byHand.getValue() && date.getValue() == null;
    }
}
