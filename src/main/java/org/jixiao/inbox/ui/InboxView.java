package org.jixiao.inbox.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Inbox;
import org.jixiao.inbox.Inbox.Item;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;

/** A box of the inbox: search, a few filters, rows in the box's order, more as one scrolls; it follows others' acts. */
@JsModule("./inbox/keys.ts")
abstract class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;
    private static final int LARGEST = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ProductClock.ZONE);

    private final Box box;
    private final transient Inbox inbox;
    private final transient Actor actor;
    private final transient Arrivals arrivals;
    private final transient InboxRow.Maker rows;
    private final InboxFilters filters;

    private final PageHeader header;
    private final Span news = new Span();
    private final UnorderedList list = new UnorderedList();
    private final Div empty = new Div();
    private final Button more = new Button();
    private final Span loaded = new Span();
    private final Map<Item, InboxRow> shown = new HashMap<>();
    private List<Item> items = List.of();
    private @Nullable String next;
    private int count;
    private transient @Nullable Runnable stopListening;

    InboxView(Box box, InboxParts parts) {
        this.box = box;
        this.inbox = parts.inbox();
        this.actor = parts.signedIn().actor();
        this.arrivals = parts.arrivals();
        this.rows = parts.rows();
        this.filters = new InboxFilters(parts, this::search);
        this.header = new PageHeader(getTranslation(key("title")));
        addClassNames("jx-page", "jx-inbox");
        news.addClassNames("jx-ter", "jx-xs");
        news.getElement().setAttribute("role", "status");
        header.actions(news);
        more.setText(getTranslation("inbox.more", String.valueOf(PAGE)));
        more.addThemeNames("tertiary");
        more.addClickListener(e -> load(next));
        more.getElement().setAttribute("data-more", "");
        var sheet = new Div(heads(), list, empty, more);
        sheet.addClassNames("jx-sheet", "jx-scroll", "jx-list");
        var body = new Div(sheet);
        body.addClassName("jx-body");
        add(header, filters, body, foot());
    }

    private String key(String what) {
        return "inbox." + box.name().toLowerCase(Locale.ROOT) + "." + what;
    }

    private Div heads() {
        var heads = new Div();
        heads.addClassNames("jx-item", "jx-heads");
        heads.getElement().setAttribute("aria-hidden", "true");
        for (String column : List.of("matter", "step", "submitted", "attention"))
            heads.add(new Span(getTranslation("inbox.column." + column)));
        heads.add(new Span(getTranslation(box == Box.TODO ? "inbox.column.due" : "inbox.column.when")));
        return heads;
    }

    private Footer foot() {
        var keys = new Span();
        keys.addClassName("jx-keys");
        keys.add(key(getTranslation("inbox.key.move"), "j", "k"), key(getTranslation("inbox.key.open"), "Enter"),
                key(getTranslation("inbox.key.search"), "/"));
        loaded.getElement().setAttribute("role", "status");
        var foot = new Footer(keys, loaded);
        foot.addClassName("jx-list-foot");
        return foot;
    }

    private static Span key(String what, String... keys) {
        var line = new Span();
        for (String key : keys) {
            line.getElement().appendChild(new Element("kbd").setText(key));
        }
        line.add(new Span(what));
        return line;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(event.getLocation().getQueryParameters());
        search();
    }

    @Override
    public String getPageTitle() {
        String title = getTranslation(key("title")) + (count > 0 ? " (" + InboxBadges.capped(count) + ")" : "");
        return getTranslation("base.title", title);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        stopListening = arrivals.listen(() -> ui.access(this::follow));
        getElement().executeJs("window.jxInboxKeys && window.jxInboxKeys(this)");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (stopListening != null) stopListening.run();
    }

    /** The filters changed: from the top. */
    private void search() {
        items = List.of();
        load(null);
    }

    private void load(@Nullable String after) {
        var page = inbox.page(actor, box, filters.query(after, PAGE));
        next = page.next();
        var all = new ArrayList<>(items);
        all.addAll(page.items());
        show(all);
    }

    /**
     * Somebody acted; no request of this person is under way, so the actor is the one who opened the page. What is on
     * the page is read anew, rows that stayed the same keep their place and focus.
     */
    private void follow() {
        int size = Math.min(LARGEST, Math.max(PAGE, items.size()));
        var page = inbox.page(actor, box, filters.query(null, size));
        if (items.size() > LARGEST || page.items().equals(items)) return;
        Set<String> known = new HashSet<>();
        items.forEach(item -> known.add(item.taskId()));
        long arrived = page.items().stream().filter(i -> !known.contains(i.taskId())).count();
        next = page.next();
        show(page.items());
        if (arrived > 0) news.setText(getTranslation("inbox.news", TIME.format(rows.now()), String.valueOf(arrived)));
        var figures = InboxBadges.of(inbox.counts(actor));
        getParent().filter(MainLayout.class::isInstance).ifPresent(layout -> ((MainLayout) layout).show(figures));
    }

    private void show(List<Item> wanted) {
        items = List.copyOf(wanted);
        Set<Item> stay = new HashSet<>(items);
        shown.entrySet().removeIf(entry -> {
            if (stay.contains(entry.getKey())) return false;
            list.remove(entry.getValue());
            return true;
        });
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            InboxRow row = shown.computeIfAbsent(item, added -> rows.row(box, added));
            if (list.getElement().indexOfChild(row.getElement()) != i) list.addComponentAtIndex(i, row);
        }
        count = inbox.counts(actor).getOrDefault(box, 0);
        head();
        empty.removeAll();
        if (items.isEmpty()) empty.add(nothing());
        list.setVisible(!items.isEmpty());
        more.setVisible(next != null);
        more.setEnabled(true);
        String all = getTranslation("inbox.loaded.all", String.valueOf(items.size()));
        loaded.setText(next == null ? all : getTranslation("inbox.loaded.some", String.valueOf(items.size())));
    }

    private void head() {
        var facts = new ArrayList<Component>();
        facts.add(new Span(getTranslation("inbox.count", InboxBadges.capped(count))));
        long unread = items.stream().filter(Item::unread).count();
        if (box == Box.TODO && unread > 0) facts.add(new Span(getTranslation("inbox.unread", String.valueOf(unread))));
        long overdue = items.stream().filter(i -> box == Box.TODO && rows.overdue(i)).count();
        if (overdue > 0) {
            var late = new Span(Glyph.STOP.small(), new Span(getTranslation("inbox.overdue", String.valueOf(overdue))));
            late.addClassNames("jx-light", "bad");
            facts.add(late);
        }
        header.facts(facts.toArray(Component[]::new));
    }

    private EmptyState nothing() {
        if (!filters.any()) return new EmptyState(Glyph.INBOX, getTranslation(key("empty")), getTranslation(key("next")));
        var clear = new Button(getTranslation("inbox.filter.clear"), e -> filters.clear());
        clear.addThemeNames("tertiary");
        return new EmptyState(Glyph.SEARCH, getTranslation("inbox.filter.none"), "", clear);
    }
}
