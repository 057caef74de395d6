package org.jixiao.base.ui;

import com.vaadin.flow.component.html.Span;

/**
 * The product's own line icons on a 16 × 16 field, inline, so that they take the colour of the text, print, and need
 * no font. They are always beside a word, never instead of one, and silent for screen readers.
 */
public enum Glyph {
    INBOX("<path d='M2.5 9.5 4 3.5h8l1.5 6v3h-11z'/><path d='M2.5 9.5H6l.7 1.5h2.6l.7-1.5h3.5'/>"),
    DONE("<path d='M2.5 3.5h11v9h-11z'/><path d='m5.3 8 2 2 3.5-3.7'/>"),
    SENT("<path d='M13.5 2.5 7 9M13.5 2.5l-4 11L7 9 2.5 6.5z'/>"),
    MAIL("<path d='M2.5 4.5h11v8h-11z'/><path d='m2.8 5 5.2 4 5.2-4'/>"),
    BOARD("<path d='M2.5 2.5h11v11h-11zM2.5 6.5h11M6.5 6.5v7M10 6.5v7'/>"),
    SHEET("<path d='M3.5 2.5h9v11h-9zM5.5 5.5h5M5.5 8h5M5.5 10.5h3'/>"),
    BARS("<path d='M2.5 13.5h11M4.5 11V8M8 11V4.5M11.5 11V6.5'/>"),
    MODEL("<rect x='1.5' y='6' width='4' height='4'/><path d='m10.5 5 3 3-3 3-3-3zM5.5 8h2'/>"),
    PEOPLE("<circle cx='6' cy='5.5' r='2.3'/><path d='M1.8 13c.3-2.6 1.8-4 4.2-4s3.9 1.4 4.2 4M10.2 3.4a2.2 2.2 0 0 1 "
            + "0 4.2M11.7 9.4c1.5.5 2.3 1.7 2.5 3.6'/>"),
    CALENDAR("<path d='M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3'/>"),
    SHIELD("<path d='M8 1.8 13 4v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4z'/><path d='m5.8 8 1.6 1.6L10.4 6.5'/>"),
    MOON("<path d='M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5z'/>"),
    SUN("<circle cx='8' cy='8' r='3'/><path d='M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1.1 1.1M11.5 "
            + "11.5l1.1 1.1M3.4 12.6l1.1-1.1M11.5 4.5l1.1-1.1'/>"),
    PERSON("<circle cx='8' cy='5.3' r='2.8'/><path d='M2.8 13.8C3.2 10.8 5 9.5 8 9.5s4.8 1.3 5.2 4.3'/>"),
    LEAVE("<path d='M6.5 2.5h-4v11h4M10 5l3 3-3 3M13 8H6'/>"),
    MENU("<path d='M2.5 4.5h11M2.5 8h11M2.5 11.5h11'/>"),
    SEARCH("<circle cx='7' cy='7' r='4.5'/><path d='m10.5 10.5 3 3'/>"),
    CLOCK("<circle cx='8' cy='8' r='6'/><path d='M8 4.5V8l2.3 1.5'/>"),
    STOP("<path d='M5.3 2h5.4L14 5.3v5.4L10.7 14H5.3L2 10.7V5.3zM8 5v3.7M8 10.9v.1'/>"),
    WARN("<path d='M8 2.3 14.3 13H1.7zM8 6.5v3M8 11.3v.1'/>"),
    INFO("<circle cx='8' cy='8' r='6'/><path d='M8 7.5v3.5M8 5v.1'/>"),
    HELP("<circle cx='8' cy='8' r='6'/><path d='M6.2 6.3A1.8 1.8 0 1 1 8 8.4v.8M8 11.3v.1'/>"),
    CHECK("<path d='m3 8.5 3.3 3.3L13 4.8'/>"),
    RETURN("<path d='M6 4 2.5 7.5 6 11M2.8 7.5H11a2.5 2.5 0 0 1 0 5H8'/>"),
    FORWARD("<path d='M10 4l3.5 3.5L10 11M13.2 7.5H2.5'/>"),
    BACK("<path d='M9.5 4.5 6 8l3.5 3.5'/>"),
    RIGHT("<path d='m6.5 4.5 3.5 3.5-3.5 3.5'/>"),
    DOWN("<path d='m4.5 6.5 3.5 3.5 3.5-3.5'/>"),
    UP("<path d='m4.5 9.5 3.5-3.5 3.5 3.5'/>"),
    CLOSE("<path d='m4 4 8 8M12 4l-8 8'/>"),
    PLUS("<path d='M8 3v10M3 8h10'/>"),
    MINUS("<path d='M3 8h10'/>"),
    UNDO("<path d='M5.5 3 2.5 6l3 3M2.8 6H10a3.5 3.5 0 0 1 0 7H6'/>"),
    REDO("<path d='m10.5 3 3 3-3 3M13.2 6H6a3.5 3.5 0 0 0 0 7h4'/>"),
    PASTE("<path d='M4 3.5h8v10H4zM6 2.5h4v2H6z'/>"),
    FILL_DOWN("<path d='M3.5 2.5h9v4h-9zM8 6.5v7M5.5 11 8 13.5l2.5-2.5'/>"),
    NEXT("<path d='M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10'/>"),
    LOCK("<path d='M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2'/>"),
    UPLOAD("<path d='M8 11V3M4.5 6.5 8 3l3.5 3.5M2.5 13.5h11'/>"),
    DOWNLOAD("<path d='M8 3v8M4.5 7.5 8 11l3.5-3.5M2.5 13.5h11'/>"),
    CLIP("<path d='m12.8 7.3-5.3 5.2a3 3 0 0 1-4.2-4.2L9 2.8a2 2 0 0 1 2.8 2.8L6.3 11a1 1 0 0 "
            + "1-1.4-1.4l4.8-4.7'/>"),
    URGE("<path d='M2.5 6.5v3h2.5l5 3.5V3L5 6.5zM12 6a3 3 0 0 1 0 4'/>"),
    SWAP("<path d='M4.5 2.5 2 5l2.5 2.5M2.2 5h9.3M11.5 8.5 14 11l-2.5 2.5M13.8 11H4.5'/>"),
    RUNNING("<path d='M5 3v10l8-5z' fill='currentColor'/>"),
    STAR("<path d='m8 2 1.8 3.8 4.2.5-3.1 2.9.8 4.1L8 11.3l-3.7 2 .8-4.1L2 6.3l4.2-.5z'/>"),
    DOTS("<path d='M3.5 8h.1M8 8h.1M12.5 8h.1' stroke-width='2.2'/>"),
    MET("<circle cx='8' cy='8' r='7' fill='currentColor' stroke='none'/><path class='cut' d='m4.7 8.3 2.3 2.3 "
            + "4.3-4.8'/>"),
    BEHIND("<path d='M8 1.2 15.2 14.3H.8z' fill='currentColor' stroke='none'/><path class='cut' d='M8 6v4M8 "
            + "12.2v.1'/>"),
    MISSED("<rect x='1' y='1' width='14' height='14' rx='2' fill='currentColor' stroke='none'/><path class='cut' "
            + "d='m5 5 6 6M11 5l-6 6'/>"),
    NOT_DUE("<circle cx='8' cy='8' r='6.2'/><path d='M8 4.6V8l2.4 1.4'/>"),
    MISSING("<circle cx='8' cy='8' r='6.2' stroke-dasharray='2.6 2.27'/>"),
    NOT_APPLICABLE("<path d='M3.5 8h9' stroke-width='1.8'/>"),
    MARK("<rect x='1' y='1' width='14' height='14' rx='2' fill='currentColor' stroke='none'/><path class='cut' "
            + "d='M4.2 11.5V8.5M6.8 11.5V6M9.3 11.5V8M12 11.5V4.5'/>");

    private final String shapes;

    Glyph(String shapes) {
        this.shapes = shapes;
    }

    /** The markup, for renderers that build their cells in the browser. */
    public String svg() {
        return "<svg viewBox='0 0 16 16' aria-hidden='true' focusable='false'>" + shapes + "</svg>";
    }

    public Span icon() {
        var icon = new Span();
        icon.addClassName("jx-i");
        icon.getElement().setAttribute("aria-hidden", "true").setProperty("innerHTML", svg());
        return icon;
    }

    /** The smaller size that sits in a line of small text. */
    public Span small() {
        Span icon = icon();
        icon.addClassName("s");
        return icon;
    }

    /** By the name given in {@code @Menu(icon = …)}; a sheet when there is none of that name. */
    static Glyph named(String name) {
        for (Glyph glyph : values()) if (glyph.name().equals(name)) return glyph;
        return SHEET;
    }
}
