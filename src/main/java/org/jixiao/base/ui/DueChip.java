package org.jixiao.base.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import org.jixiao.base.ProductClock;

/** When a task is due: overdue and today stand out, tomorrow and this week by word, later by date alone. */
public final class DueChip extends Span {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** @param workingDays working days between now and the due moment, whichever comes first */
    public DueChip(Instant due, Instant now, int workingDays) {
        addClassName("jx-due");
        LocalDate day = ProductClock.local(due).toLocalDate();
        LocalDate today = ProductClock.local(now).toLocalDate();
        if (due.isBefore(now)) {
            boolean hours = workingDays == 0;
            chip(Glyph.STOP, hours ? getTranslation("base.due.overdueToday") : getTranslation("base.due.overdue", workingDays), "bad");
        } else if (day.equals(today)) {
            chip(Glyph.CLOCK, getTranslation("base.due.today"), "warn");
        } else if (day.equals(today.plusDays(1))) {
            word(getTranslation("base.due.tomorrow"));
        } else if (day.isBefore(today.plusDays(7))) {
            word(day.getDayOfWeek().getDisplayName(TextStyle.SHORT, getLocale()));
        }
        var date = new Span((day.getYear() == today.getYear() ? DAY : FULL).format(day));
        date.addClassName("jx-date");
        add(date);
        getElement()
                .setAttribute(
                        "title",
                        getTranslation(
                                due.isBefore(now) ? "base.due.titleOver" : "base.due.title",
                                FULL.format(day) + " " + TIME.format(ProductClock.local(due)),
                                workingDays));
    }

    private void chip(Glyph glyph, String text, String look) {
        var badge = new Span(glyph.small(), new Span(text));
        badge.addClassNames("jx-badge", look);
        add(badge);
    }

    private void word(String text) {
        var word = new Span(text);
        word.addClassName("jx-sec");
        add(word);
    }
}
