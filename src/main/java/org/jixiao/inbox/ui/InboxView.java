package org.jixiao.inbox.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.splitlayout.SplitLayout;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Facets;
import org.jixiao.inbox.Inbox;
import org.jixiao.inbox.Inbox.Item;
import org.jixiao.inbox.Query;
import org.jixiao.inbox.Query.Mark;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Acted;
import org.jixiao.workflow.Verb;
import org.jspecify.annotations.Nullable;

/** A box of the inbox: search, filters, rows, a look beside them and keys for all of it; it follows others' acts. */
@JsModule("./inbox/list.ts")
abstract class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;
    private static final double LIST_SHARE = 73;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ProductClock.ZONE);

    private final Box box;
    private final transient InboxParts parts;
    private final transient Actor actor;
    private final InboxFilters filters;
    private final PageHeader header;
    private final Span news = new Span();
    private final InboxList list;
    private final Picked picked;
    private final InboxPreview preview;
    private final ConfirmLine confirm;
    private final InboxFoot foot;
    private transient List<Item> items = List.of();
    private transient Set<UUID> holders = Set.of();
    private @Nullable String next;
    private int count;
    private transient @Nullable Runnable stopListening;

    InboxView(Box box, InboxParts parts) {
        this.box = box;
        this.parts = parts;
        this.actor = parts.signedIn().actor();
        filters = new InboxFilters(box, parts.titles(), this::search);
        header = new PageHeader(getTranslation(key("title")));
        addClassNames("jx-page", "jx-inbox");
        news.addClassNames("jx-ter", "jx-xs");
        news.getElement().setAttribute("role", "status");
        var look = new Button(getTranslation("inbox.preview"), e -> look());
        look.addThemeNames("tertiary", "small");
        look.addClassName("jx-look");
        header.actions(news, look);
        if (box == Box.TODO) filters.addBesideChips(keep());
        list = new InboxList(box, parts.rows(), box == Box.TODO ? this::pick : null, this::more);
        picked = new Picked(parts.rows(), this::batch, this::unpick);
        confirm = new ConfirmLine(() -> getElement().executeJs("this.jxFocus && this.jxFocus()"));
        var sheet = new Div(picked, list, confirm);
        sheet.addClassName("jx-sheet");
        preview = new InboxPreview(parts.rows(), this::asked, this::look);
        var split = new SplitLayout(sheet, preview);
        split.setSplitterPosition(LIST_SHARE);
        split.addClassName("jx-split");
        var body = new Div(split);
        body.addClassName("jx-body");
        foot = new InboxFoot(box);
        add(header, filters, body, foot);
    }

    /** Keeps the filter that stands, and the ones kept in order. */
    private Button keep() {
        var keep = new Button(getTranslation("inbox.filter.save"), Glyph.STAR.icon());
        keep.addThemeNames("tertiary", "small");
        keep.addClickListener(e -> new FiltersDialog(
                        parts.saved(), actor, filters.query(), () -> layout().ifPresent(MainLayout::shortcuts))
                .open());
        return keep;
    }

    private String key(String what) {
        return "inbox." + box.name().toLowerCase(Locale.ROOT) + "." + what;
    }

    private Way way() {
        return new Way(box, filters.query());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(Query.read(event.getLocation().getQueryParameters().getParameters()));
        unpick();
        list.clear();
        read(Math.max(PAGE, InboxPlaces.of(event.getUI()).loaded(way())), Map.of());
    }

    @Override
    public String getPageTitle() {
        String title = getTranslation(key("title")) + (count > 0 ? " (" + InboxBadges.capped(count) + ")" : "");
        return getTranslation("base.title", title);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        stopListening = parts.arrivals().listen(what -> {
            if (what.touch(holders)) ui.access(() -> follow(what.acts()));
        });
        getElement().executeJs("window.jxInboxList && window.jxInboxList(this)");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (stopListening != null) stopListening.run();
    }

    /** The filters changed: from the top. */
    private void search() {
        unpick();
        list.clear();
        read(PAGE, Map.of());
    }

    private void more() {
        var page = parts.inbox().page(actor, box, filters.query(), next, PAGE);
        var all = new ArrayList<>(items);
        all.addAll(page.items());
        show(all, page.next(), Map.of());
    }

    /** The first so many rows, and what there is to filter by. */
    private void read(int rows, Map<String, String> why) {
        var page = parts.inbox().page(actor, box, filters.query(), null, rows);
        holders = parts.inbox().holders(actor);
        show(page.items(), page.next(), why);
        var found = parts.facets().of(actor, box);
        filters.show(found);
        head(found);
    }

    /**
     * Somebody acted; no request of this person is under way, so the actor is the one who opened the page. As many rows
     * as are on the page are read anew; those that left say why.
     */
    private void follow(List<Acted> acts) {
        Set<String> known = new HashSet<>();
        items.forEach(item -> known.add(item.taskId()));
        Map<String, Item> before = new HashMap<>();
        items.forEach(item -> before.put(item.taskId(), item));
        Map<String, String> why = new HashMap<>();
        if (box == Box.TODO)
            items.forEach(item -> why.put(item.taskId(), Departures.why(this::getTranslation, item, acts, actor)));
        read(Math.max(PAGE, items.size()), why);
        items.forEach(item -> before.remove(item.taskId()));
        long arrived = items.stream().filter(i -> !known.contains(i.taskId())).count();
        if (arrived > 0) say(getTranslation("inbox.news", TIME.format(parts.rows().now()), String.valueOf(arrived)));
        else before.values().stream()
                .findFirst()
                .ifPresent(item -> say(parts.rows().title(item) + "：" + why.getOrDefault(item.taskId(), "")));
        var figures = parts.badges().of(actor);
        layout().ifPresent(layout -> layout.show(figures));
    }

    private Optional<MainLayout> layout() {
        return getParent().filter(MainLayout.class::isInstance).map(MainLayout.class::cast);
    }

    private void say(String sentence) {
        news.setText(sentence);
    }

    private void show(List<Item> wanted, @Nullable String following, Map<String, String> why) {
        items = List.copyOf(wanted);
        next = items.size() >= Inbox.LARGEST ? null : following;
        InboxPlaces.of(UI.getCurrent()).keep(way(), items.size());
        picked.keep(items);
        list.show(way(), items, why);
        list.tick(picked::has);
        list.empty(items.isEmpty() ? nothing() : null);
        list.more(next != null, getTranslation("inbox.more", String.valueOf(PAGE)));
        foot.loaded(items.size(), following != null, next == null && following != null);
        if (preview.shown() != null && items.stream().noneMatch(i -> i.taskId().equals(preview.shown()))) preview.nothing();
    }

    private void head(Facets.Found found) {
        count = found.count();
        var facts = new ArrayList<Component>();
        facts.add(new Span(getTranslation("inbox.count", InboxBadges.capped(count))));
        int unread = found.marked(Mark.UNREAD);
        if (box == Box.TODO && unread > 0)
            facts.add(new Span(getTranslation("inbox.unread", InboxBadges.capped(unread))));
        int overdue = found.marked(Mark.OVERDUE);
        if (box == Box.TODO && overdue > 0) {
            var late = new Span(
                    Glyph.STOP.small(), new Span(getTranslation("inbox.overdue", InboxBadges.capped(overdue))));
            late.addClassNames("jx-light", "bad");
            facts.add(late);
        }
        header.facts(facts.toArray(Component[]::new));
    }

    private EmptyState nothing() {
        if (!filters.query().narrows()) {
            Optional<String> coming = box != Box.TODO ? Optional.empty()
                    : parts.coming().stream().flatMap(c -> c.next(actor, getLocale()).stream()).findFirst();
            return new EmptyState(
                    Glyph.INBOX, getTranslation(key("empty")), coming.orElseGet(() -> getTranslation(key("next"))));
        }
        var clear = new Button(getTranslation("inbox.filter.clear"), e -> filters.clear());
        clear.addThemeNames("tertiary");
        return new EmptyState(Glyph.SEARCH, getTranslation("inbox.filter.none"), "", clear);
    }

    private void pick(InboxRow row, boolean on) {
        if (on && !picked.takes(row.item())) {
            row.tick(false);
            Notices.warn(picked.mixed());
            return;
        }
        picked.pick(row.item(), on);
        row.tick(on);
    }

    private void unpick() {
        picked.clear();
        list.tick(item -> false);
    }

    private void batch(List<Item> chosen) {
        new BatchDialog(parts, actor, chosen, () -> {
                    unpick();
                    read(Math.max(PAGE, items.size()), Map.of());
                    getElement().executeJs("this.jxFocus && this.jxFocus()");
                })
                .open();
    }

    /** Beside the list, or over it where it is narrow: the page knows which. */
    private void look() {
        getElement().executeJs("this.jxLook && this.jxLook()");
    }

    private Optional<Item> item(String taskId) {
        return items.stream().filter(i -> i.taskId().equals(taskId)).findFirst();
    }

    /** The cursor rests on a row. */
    @ClientCallable
    void rest(String taskId) {
        if (taskId.equals(preview.shown())) return;
        item(taskId).ifPresent(item -> {
            try {
                preview.show(item, parts.previews().of(actor, taskId, getLocale()));
            } catch (Refusal refusal) {
                preview.refused(item, refusal);
            }
        });
    }

    /** A single key, on the row under the cursor. */
    @ClientCallable
    void key(String key, String taskId) {
        if (key.equals("?")) new KeysHelp().open();
        else if (key.equals("a") && !picked.items().isEmpty()) batch(picked.items());
        else item(taskId).ifPresent(item -> asked(key, item));
    }

    /** The rows that said why they left have been read. */
    @ClientCallable
    void sweep() {
        list.sweep();
    }

    private void asked(String key, Item item) {
        String title = parts.rows().title(item);
        if (key.equals("Enter")) {
            UI.getCurrent().navigate(TaskView.class, item.taskId(), way().parameters());
        } else if (box != Box.TODO || !item.approving()) {
            say(getTranslation("inbox.key.open.instead", title));
        } else if (key.equals("a")) {
            confirm.approve(item, title, parts.rows().attention(item).getElement().getTextRecursively(),
                    said -> act(Act.of(Verb.APPROVE, item.revision()), item, title));
        } else {
            confirm.giveBack(item, title, said -> act(Act.of(Verb.RETURN, item.revision()).opinion(said), item, title));
        }
    }

    private void act(Act act, Item item, String title) {
        try {
            parts.verbs().act(actor, item.taskId(), act);
            say(getTranslation("inbox.verb." + act.verb().code() + ".said", title));
            read(Math.max(PAGE, items.size()), Map.of());
            confirm.done();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
            read(Math.max(PAGE, items.size()), Map.of());
            confirm.close();
        }
    }
}
