package org.jixiao.inbox.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.splitlayout.SplitLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Inbox;
import org.jixiao.inbox.Inbox.Item;
import org.jixiao.inbox.Query;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;

/** A box of the inbox: search, filters, rows, a look beside them and keys for all of it; it follows others' acts. */
@JsModule("./inbox/list.ts")
abstract class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle, InboxDecisions.Page {

    private static final int PAGE = 50;
    private static final Function<Item, @Nullable String> SILENT = item -> null;
    private static final double LIST_SHARE = 73;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ProductClock.ZONE);

    private final Box box;
    private final transient InboxParts parts;
    private final transient Actor actor;
    private final InboxFilters filters;
    private final InboxHead head;
    private final InboxList list;
    private final InboxDecisions decisions;
    private final InboxPreview preview;
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
        head = new InboxHead(box, getTranslation(key("title")), this::look);
        decisions = new InboxDecisions(parts, actor, this, chosen -> list().tick(chosen::contains));
        addClassNames("jx-page", "jx-inbox");
        if (box == Box.TODO) filters.addBesideChips(keep());
        list = new InboxList(box, parts.rows(), box == Box.TODO ? decisions::pick : null, this::more);
        var sheet = new Div(decisions.picked(), list, decisions.confirm());
        sheet.addClassName("jx-sheet");
        preview = new InboxPreview(parts.rows(), decisions::asked, this::look);
        var split = new SplitLayout(sheet, preview);
        split.setSplitterPosition(LIST_SHARE);
        split.addClassName("jx-split");
        var body = new Div(split);
        body.addClassName("jx-body");
        foot = new InboxFoot(box);
        add(head);
        if (box == Box.TODO) add(parts.hints().of("inbox"));
        add(filters, body, foot);
    }

    void offer(Button button) {
        head.offer(button);
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

    @Override
    public Way way() {
        return new Way(box, filters.query());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(Query.read(event.getLocation().getQueryParameters().getParameters()));
        decisions.unpick();
        list.clear();
        read(Math.max(PAGE, InboxPlaces.of(event.getUI()).loaded(way())), SILENT);
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
            if (what.touch(holders)) ui.access(this::follow);
        });
        getElement().executeJs("window.jxInboxList && window.jxInboxList(this)");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (stopListening != null) stopListening.run();
    }

    /** The filters changed: from the top. */
    private void search() {
        decisions.unpick();
        list.clear();
        read(PAGE, SILENT);
    }

    private void more() {
        var page = parts.inbox().page(actor, box, filters.query(), next, PAGE);
        var all = new ArrayList<>(items);
        all.addAll(page.items());
        show(all, page.next(), SILENT);
    }

    /** The first so many rows, and what there is to filter by. */
    private void read(int rows, Function<Item, @Nullable String> why) {
        var page = parts.inbox().page(actor, box, filters.query(), null, rows);
        holders = parts.inbox().holders(actor);
        show(page.items(), page.next(), why);
        var found = parts.facets().of(actor, box);
        filters.show(found);
        head.show(found);
        count = found.count();
    }

    /**
     * Somebody acted; no request of this person is under way, so the actor is the one who opened the page. As many rows
     * as are on the page are read anew; those that left say why.
     */
    void follow() {
        List<Item> before = items;
        read(Math.max(PAGE, items.size()), this::why);
        Set<String> now = ids(items);
        Set<String> known = ids(before);
        long arrived = items.stream().filter(i -> !known.contains(i.taskId())).count();
        if (arrived > 0) say(getTranslation("inbox.news", TIME.format(parts.rows().now()), String.valueOf(arrived)));
        else before.stream()
                .filter(item -> box == Box.TODO && !now.contains(item.taskId()))
                .findFirst()
                .ifPresent(item -> say(getTranslation("inbox.gone.said", parts.rows().title(item), why(item))));
        var figures = parts.badges().of(actor);
        layout().ifPresent(layout -> layout.show(figures));
    }

    private static Set<String> ids(List<Item> rows) {
        return rows.stream().map(Item::taskId).collect(Collectors.toSet());
    }

    private @Nullable String why(Item item) {
        return box == Box.TODO ? Departures.why(this::getTranslation, item, parts.arrivals().recent(), actor) : null;
    }

    private Optional<MainLayout> layout() {
        return getParent().filter(MainLayout.class::isInstance).map(MainLayout.class::cast);
    }

    @Override
    public void say(String sentence) {
        head.say(sentence);
    }

    @Override
    public void again() {
        read(Math.max(PAGE, items.size()), SILENT);
    }

    @Override
    public void cursor() {
        getElement().executeJs("this.jxFocus && this.jxFocus()");
    }

    private InboxList list() {
        return list;
    }

    private void show(List<Item> wanted, @Nullable String following, Function<Item, @Nullable String> why) {
        items = List.copyOf(wanted);
        next = items.size() >= Inbox.LARGEST ? null : following;
        InboxPlaces.of(UI.getCurrent()).keep(way(), items.size());
        decisions.picked().keep(items);
        list.show(way(), items, why);
        list.tick(decisions.picked()::has);
        list.empty(items.isEmpty() ? nothing() : null);
        list.more(next != null, getTranslation("inbox.more", String.valueOf(PAGE)));
        foot.loaded(items.size(), following != null, next == null && following != null);
        if (preview.shown() != null && items.stream().noneMatch(i -> i.taskId().equals(preview.shown()))) preview.nothing();
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
        else item(taskId).ifPresent(item -> decisions.asked(key, item));
    }

    /** The rows that said why they left have been read. */
    @ClientCallable
    void sweep() {
        list.sweep();
    }
}
