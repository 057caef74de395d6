package org.jixiao.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.DueChip;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.base.ui.StatusChip;
import org.jixiao.base.ui.StatusChip.Light;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Inbox.Item;
import org.jixiao.inbox.Titles;
import org.jixiao.organisation.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One matter of a box, a link as a whole: a row of the table, a card on a phone. */
class InboxRow extends ListItem {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("yyyy-MM-dd");

    private final transient Item item;
    private final RouterLink link;
    private final @Nullable Element tick;

    private InboxRow(Item item, RouterLink link, @Nullable Element tick) {
        this.item = item;
        this.link = link;
        this.tick = tick;
        addClassName("jx-line");
        if (tick != null) getElement().appendChild(tick);
        add(link);
    }

    Item item() {
        return item;
    }

    /** Ticked or not, as far as it can be. */
    void tick(boolean on) {
        if (tick != null) tick.setProperty("checked", on);
        setClassName("chk", on);
    }

    /** It has left the box: it says why until it goes, and leads nowhere. */
    void gone(String sentence) {
        addClassName("gone");
        if (tick != null) tick.setEnabled(false).setAttribute("disabled", true);
        link.getElement().removeAttribute("data-row").removeAttribute("href").setAttribute("aria-disabled", "true");
        var why = new Span(sentence);
        why.addClassName("jx-why");
        link.add(why);
    }

    @Component
    static class Maker {

        private final Titles titles;
        private final ProductClock clock;
        private final WorkingDays workingDays;

        Maker(Titles titles, ProductClock clock, WorkingDays workingDays) {
            this.titles = titles;
            this.clock = clock;
            this.workingDays = workingDays;
        }

        Instant now() {
            return clock.now();
        }

        boolean overdue(Item item) {
            return item.due() != null && item.due().isBefore(clock.now());
        }

        /** @param ticked told when the row is ticked or no longer; null: rows of this box are not */
        InboxRow row(Way way, Item item, @Nullable BiConsumer<InboxRow, Boolean> ticked) {
            Box box = way.box();
            var link = new RouterLink();
            link.setRoute(TaskView.class, item.taskId());
            link.setQueryParameters(way.parameters());
            link.addClassName("jx-item");
            link.getElement().setAttribute("data-row", item.taskId());
            if (box == Box.TODO && item.unread()) link.addClassName("unread");
            link.add(matter(box, item), step(item), submitted(item), attention(item), when(box, item));
            boolean tickable = ticked != null && item.approving();
            var tick = tickable ? new Element("input") : null;
            var row = new InboxRow(item, link, tick);
            row.setClassName("jx-tickless", !tickable);
            if (tick != null && ticked != null) {
                tick.setAttribute("type", "checkbox").setAttribute("class", "jx-tick");
                tick.setAttribute("aria-label", text("inbox.select.one", title(item)));
                tick.addPropertyChangeListener("checked", "change", e -> {
                    if (e.isUserOriginated()) ticked.accept(row, Boolean.TRUE.equals(e.getValue()));
                });
            }
            return row;
        }

        /** Section and matter in one line, in the reader's language. */
        String title(Item item) {
            String matter = titles.matter(UI.getCurrent().getLocale(), item);
            return item.sectionName().isEmpty() ? matter : item.sectionName() + " " + matter;
        }

        /** The matter without section and year. */
        String kind(Item item) {
            return titles.kind(UI.getCurrent().getLocale(), item.process(), item.period(), item.process());
        }

        String stepName(Item item) {
            return Messages.name(UI.getCurrent().getLocale(), item.stepName(), item.stepNameEn());
        }

        private Span matter(Box box, Item item) {
            Locale locale = UI.getCurrent().getLocale();
            var dot = new Span();
            dot.addClassName("jx-dot");
            if (box == Box.TODO && item.unread()) {
                var word = new Span(text("inbox.row.unread"));
                word.addClassName("jx-sr");
                dot.add(word);
            }
            var who = new Span(item.sectionName());
            who.addClassName("jx-section");
            var what = new Span(titles.matter(locale, item));
            var words = new Span(who, what);
            words.addClassName("jx-words");
            var cell = new Span(dot, words);
            cell.addClassName("jx-matter");
            if (item.insteadOf() != null)
                cell.add(PageHeader.badge(text("inbox.row.insteadOf", item.insteadOf()), "line"));
            if (item.delegatedBy() != null)
                cell.add(PageHeader.badge(text("inbox.row.delegated", item.delegatedBy()), "line"));
            if (item.urged() > 0) {
                var urged = PageHeader.badge(text("inbox.row.urged", String.valueOf(item.urged())), "warn");
                urged.addComponentAsFirst(Glyph.URGE.small());
                cell.add(urged);
            }
            return cell;
        }

        private Span step(Item item) {
            var name = new Span(stepName(item));
            name.addClassNames("jx-step", "jx-ell");
            return name;
        }

        private Span submitted(Item item) {
            var cell = new Span();
            cell.addClassName("jx-by");
            if (item.submittedBy() != null) cell.add(new Span(item.submittedBy()));
            if (item.submittedAt() != null) cell.add(grey(day(item.submittedAt())));
            return cell;
        }

        /** Round, lights and warnings. */
        Span attention(Item item) {
            var cell = new Span();
            cell.addClassName("jx-attention");
            if (item.round() > 1) cell.add(new Span(text("inbox.row.round", String.valueOf(item.round()))));
            if (item.red() > 0) cell.add(StatusChip.light(Light.MISSED, item.red()));
            if (item.yellow() > 0) cell.add(StatusChip.light(Light.BEHIND, item.yellow()));
            if (item.warnings() > 0) {
                var warnings = new Span(text("inbox.row.warnings", String.valueOf(item.warnings())));
                var chip = new Span(Glyph.WARN.small(), warnings);
                chip.addClassNames("jx-light", "warn");
                cell.add(chip);
            }
            if (cell.getChildren().findAny().isEmpty()) cell.addClassName("none");
            return cell;
        }

        private Span when(Box box, Item item) {
            var cell = new Span();
            cell.addClassName("jx-when");
            if (item.endedVerb() == null && item.due() != null) cell.add(due(item.due()));
            else if (box == Box.TODO) cell.add(grey("—"));
            else cell.add(ended(item.endedVerb()), grey(day(item.submittedAt() == null ? item.arrived() : item.submittedAt())));
            return cell;
        }

        DueChip due(Instant due) {
            LocalDate today = ProductClock.local(clock.now()).toLocalDate();
            LocalDate day = ProductClock.local(due).toLocalDate();
            int days = day.isBefore(today) ? workingDays.between(day, today) : workingDays.between(today, day);
            return new DueChip(due, clock.now(), days);
        }

        private static Span ended(@Nullable String verb) {
            if (verb == null) return new Span();
            return PageHeader.badge(text("inbox.verb." + verb + ".done"), verb.equals("return") ? "bad" : "ok");
        }

        private String day(Instant moment) {
            LocalDate day = ProductClock.local(moment).toLocalDate();
            return (day.getYear() == clock.today().getYear() ? DAY : FULL).format(day);
        }

        private static Span grey(String text) {
            var span = new Span(text);
            span.addClassName("jx-sec");
            return span;
        }

        private static String text(String key, Object... args) {
            return UI.getCurrent().getTranslation(key, args);
        }
    }
}
