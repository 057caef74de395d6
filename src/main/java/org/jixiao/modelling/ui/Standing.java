package org.jixiao.modelling.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.workflow.Place;
import org.jspecify.annotations.Nullable;

/** Where a case stands and where it would stand: what changes is marked, what was there before struck through below. */
final class Standing {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ProductClock.ZONE);

    private Standing() {}

    static Div step(List<Place> before, List<Place> after) {
        return cell(before, after, place -> Messages.name(UI.getCurrent().getLocale(), place.name(), place.nameEn()));
    }

    static Div holder(List<Place> before, List<Place> after) {
        return cell(before, after, place -> place.holder() == null ? "—" : place.holder());
    }

    static Div due(List<Place> before, List<Place> after) {
        return cell(before, after, place -> day(place.due()));
    }

    static String day(@Nullable Instant due) {
        return due == null ? "—" : DAY.format(due);
    }

    /** @param after empty where nothing is known of it: then only what is */
    private static Div cell(List<Place> before, List<Place> after, Function<Place, String> said) {
        var cell = new Div();
        List<Place> shown = after.isEmpty() ? before : after;
        for (int i = 0; i < shown.size(); i++) {
            String is = said.apply(shown.get(i));
            String was = i < before.size() ? said.apply(before.get(i)) : "";
            var line = new Div(new Span(is));
            if (!is.equals(was) && !after.isEmpty()) {
                line.addClassName("jx-moved");
                var old = new Span(was);
                old.addClassName("jx-old");
                if (!was.isEmpty()) line.add(old);
            }
            cell.add(line);
        }
        if (shown.isEmpty()) cell.add(new Span("—"));
        return cell;
    }
}
