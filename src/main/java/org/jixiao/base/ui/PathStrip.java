package org.jixiao.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The way of a case as boxes in a line: what was passed is bold, where it stands is filled, and each return is drawn
 * below with its count. On a phone {@link Steps} says it in a line.
 */
public final class PathStrip extends Div {

    /** @param from the step that returned, {@code to} the one it went back to; {@code words} on the arrow */
    public record Back(String from, String to, String words) {}

    /** @param notes step id → who did it and when, or with whom it is */
    public PathStrip(
            String xml, List<String> taken, List<String> active, Map<String, String> notes, List<Back> returns) {
        addClassName("jx-path");
        getElement().setAttribute("role", "list");
        List<String> ids = new ArrayList<>();
        for (Steps.Stop stop : Steps.stops(xml, getLocale(), taken, active)) {
            ids.add(stop.id());
            add(box(stop, notes.getOrDefault(stop.id(), "")));
        }
        getStyle().set("--jx-stops", String.valueOf(Math.max(1, ids.size())));
        int row = 2;
        for (Back back : returns) {
            int from = ids.indexOf(back.from());
            int to = ids.indexOf(back.to());
            if (to < 0 || from <= to) continue;
            var words = new Span(back.words());
            var arrow = new Div(words);
            arrow.addClassName("jx-path-back");
            arrow.getElement().setAttribute("role", "listitem");
            arrow.getStyle()
                    .set("grid-column", (to + 1) + " / " + (from + 2))
                    .set("grid-row", String.valueOf(row++))
                    .set("--jx-span", String.valueOf(from - to + 1));
            add(arrow);
        }
    }

    private Div box(Steps.Stop stop, String note) {
        var name = new Span(stop.name());
        name.addClassName("jx-path-name");
        var box = new Div(name);
        box.addClassNames("jx-path-stop", stop.place().name().toLowerCase(java.util.Locale.ROOT));
        box.getElement().setAttribute("role", "listitem");
        if (stop.place() == Steps.Place.CURRENT) box.getElement().setAttribute("aria-current", "step");
        if (stop.place() == Steps.Place.DONE) {
            var done = new Span(getTranslation("base.steps.done"));
            done.addClassName("jx-sr");
            box.add(done);
        }
        var line = new Span();
        line.addClassName("jx-path-note");
        if (stop.place() == Steps.Place.DONE) line.add(Glyph.CHECK.small());
        line.add(new Span(note));
        line.setTitle(note);
        box.add(line);
        return box;
    }
}
