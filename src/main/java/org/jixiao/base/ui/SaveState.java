package org.jixiao.base.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jixiao.base.ProductClock;

/**
 * Whether what is on the page is stored; said aloud politely. What the server cannot know, a {@link SheetGrid} writes
 * into the second part, and while there is something in it the first is not seen.
 */
public final class SaveState extends Span {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ProductClock.ZONE);

    private final Span said = new Span();

    public SaveState() {
        addClassName("jx-saved");
        getElement().setAttribute("role", "status");
        said.addClassName("said");
        var own = new Span();
        own.addClassName("own");
        add(said, own);
    }

    public void saved(Instant at) {
        show("ok", Glyph.CHECK, getTranslation("base.save.saved", TIME.format(at)));
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
        said.removeAll();
    }

    private void show(String look, Glyph glyph, String sentence) {
        said.removeClassNames("ok", "warn", "bad");
        said.addClassName(look);
        said.removeAll();
        said.add(glyph.small(), new Span(sentence));
    }
}
