package org.jixiao.base.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jixiao.base.ProductClock;

/** Whether what is on the page is stored; said aloud politely. */
public final class SaveState extends Span {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ProductClock.ZONE);

    public SaveState() {
        addClassName("jx-saved");
        getElement().setAttribute("role", "status");
    }

    public void saved(Instant at) {
        show("ok", Glyph.CHECK, getTranslation("base.save.saved", TIME.format(at)));
    }

    public void saving() {
        show("mute", Glyph.CLOCK, getTranslation("base.save.saving"));
    }

    /** Typed but not yet stored. */
    public void unsaved() {
        show("warn", Glyph.WARN, getTranslation("base.save.unsaved"));
    }

    /** Storing failed; what was typed is still on the page. */
    public void failed() {
        show("bad", Glyph.STOP, getTranslation("base.save.failed"));
    }

    public void clear() {
        removeAll();
    }

    private void show(String look, Glyph glyph, String sentence) {
        removeClassNames("ok", "mute", "warn", "bad");
        addClassName(look);
        removeAll();
        add(glyph.small(), new Span(sentence));
    }
}
