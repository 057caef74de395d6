package org.jixiao.organisation.ui;

import com.vaadin.flow.component.Component;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From when to when, as the product writes it. */
final class Times {

    private Times() {}

    /** 2023-01-01 起, or both ends. */
    static String text(Component page, LocalDate from, @Nullable LocalDate to) {
        return to == null
                ? page.getTranslation("organisation.times.since", from)
                : page.getTranslation("organisation.times.between", from, to);
    }
}
