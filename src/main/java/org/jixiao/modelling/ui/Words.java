package org.jixiao.modelling.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.Glyph;
import org.jixiao.workflow.Versions.Origin;

/** How these pages say who, when and how long. */
final class Words {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ProductClock.ZONE);

    private Words() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String who(Origin origin) {
        return origin.by() == null ? text("modelling.origin.shipped") : origin.by();
    }

    static String why(Origin origin) {
        return origin.why() == null ? text("modelling.origin.shipped.why") : origin.why();
    }

    /** What the door is called; one that named itself, as it did. */
    static String source(String source) {
        return switch (source) {
            case "shipped", "browser", "revived" -> text("modelling.source." + source);
            default -> source;
        };
    }

    static String took(Duration took) {
        long minutes = Math.max(1, Math.round(took.toSeconds() / 60.0));
        if (minutes < 60) return text("modelling.took.minutes", String.valueOf(minutes));
        if (minutes < 60 * 24) return text("modelling.took.hours", tenths(minutes / 60.0));
        return text("modelling.took.days", tenths(minutes / 60.0 / 24));
    }

    private static String tenths(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure).replaceFirst("\\.0$", "");
    }

    static String text(String key, Object... args) {
        return UI.getCurrent().getTranslation(key, args);
    }

    static Span styled(String text, String... looks) {
        var span = new Span(text);
        span.addClassNames(looks);
        return span;
    }

    static Section sheet(String title, Component... beside) {
        var header = new Header(new H2(title));
        header.add(beside);
        var sheet = new Section(header);
        sheet.addClassName("jx-sheet");
        return sheet;
    }

    static Div note(String text) {
        var note = new Div(text);
        note.addClassName("jx-model-note");
        return note;
    }

    /** A link that hands out the file; it is read when somebody follows it. */
    static Anchor download(String label, String file, Supplier<byte[]> content) {
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] bytes = content.get();
                    return new DownloadResponse(new ByteArrayInputStream(bytes), file, "application/octet-stream", bytes.length);
                }),
                "");
        link.add(Glyph.DOWNLOAD.icon(), new Span(label));
        return link;
    }
}
