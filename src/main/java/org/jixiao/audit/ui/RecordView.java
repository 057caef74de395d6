package org.jixiao.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jixiao.audit.Records;
import org.jixiao.audit.Records.Entry;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.base.ui.PlainTable;
import org.jixiao.organisation.Administered;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.Verb;
import org.jspecify.annotations.Nullable;

/** Who did what, when, on which content; without the content. The chain can be checked from its first entry. */
@Route(value = "record", layout = MainLayout.class)
@Menu(title = "audit.record.title", icon = "SHIELD", order = 240)
@RolesAllowed("AUDITOR")
class RecordView extends Div implements HasDynamicTitle {

    private static final int PAGE = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ProductClock.ZONE);

    private final transient Records records;
    private final transient SignedIn signedIn;
    private final transient Messages messages;
    private final TextField search = new TextField();
    private final Span chain = new Span();
    private final PlainTable table;
    private final Div empty = new Div();
    private final Button more = new Button();
    private transient @Nullable Long before;

    RecordView(Records records, SignedIn signedIn, Messages messages) {
        this.records = records;
        this.signedIn = signedIn;
        this.messages = messages;
        addClassName("jx-page");
        table = new PlainTable(getTranslation("audit.record.title"));
        for (String column : List.of("seq", "at", "who", "post", "what", "matter", "node", "round", "content", "hash"))
            table.column(getTranslation("audit.record.column." + column), column.equals("seq") ? "num" : "jx-nw");
        search.setPlaceholder(getTranslation("audit.record.search"));
        search.setAriaLabel(getTranslation("audit.record.search"));
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("jx-search");
        search.addValueChangeListener(e -> fromTheNewest());
        var check = new Button(getTranslation("audit.record.check"), Glyph.SHIELD.icon(), e -> check());
        check.setDisableOnClick(true);
        check.addClickListener(e -> check.setEnabled(true));
        chain.getElement().setAttribute("role", "status");
        var tools = new Div(search, check, chain);
        tools.addClassName("jx-tools");
        more.setText(getTranslation("audit.record.more", String.valueOf(PAGE)));
        more.addThemeNames("tertiary");
        more.addClickListener(e -> load());
        var sheet = new Div(table, empty, more);
        sheet.addClassNames("jx-sheet", "jx-scroll", "jx-list");
        sheet.getElement().setAttribute("tabindex", "0");
        var body = new Div(sheet);
        body.addClassName("jx-body");
        add(new PageHeader(getTranslation("audit.record.title")), tools, body);
        fromTheNewest();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("base.title", getTranslation("audit.record.title"));
    }

    private void fromTheNewest() {
        before = null;
        table.clear();
        load();
    }

    private void load() {
        List<Entry> entries = records.page(signedIn.actor(), search.getValue(), meant(search.getValue()), before, PAGE);
        entries.forEach(this::row);
        if (!entries.isEmpty()) before = entries.get(entries.size() - 1).seq();
        more.setVisible(entries.size() == PAGE);
        table.setVisible(table.rows() > 0);
        empty.removeAll();
        if (table.rows() > 0) return;
        boolean searched = !search.isEmpty();
        empty.add(new EmptyState(
                Glyph.SHIELD,
                getTranslation(searched ? "audit.record.none" : "audit.record.empty"),
                getTranslation(searched ? "audit.record.none.next" : "audit.record.empty.next")));
    }

    /** The deeds whose name on this page holds the word. */
    private Set<String> meant(String word) {
        if (word.isBlank()) return Set.of();
        return Stream.concat(
                        Arrays.stream(Verb.values()).map(Verb::code),
                        Arrays.stream(Administered.Change.values()).map(Administered.Change::code))
                .filter(code -> name(code).contains(word.strip()))
                .collect(Collectors.toSet());
    }

    private String name(String what) {
        return messages.textOr(getLocale(), "audit.what." + what, what);
    }

    private void row(Entry entry) {
        var number = new Span(String.valueOf(entry.seq()));
        number.addClassName("num");
        var time = plain(TIME.format(entry.at()));
        var what = plain(name(entry.what()));
        for (Span whole : List.of(time, what)) whole.addClassName("jx-nw");
        var step = plain(node(entry));
        step.addClassName("jx-record-step");
        var who = plain(entry.actorName() == null ? getTranslation("audit.record.system") : entry.actorName());
        var post = plain(entry.post() == null ? "" : entry.post());
        for (Span name : List.of(who, post)) name.addClassName("jx-record-who");
        table.row(
                number,
                time,
                who,
                post,
                what,
                plain(matter(entry)),
                step,
                plain(entry.round() == 0 ? "" : String.valueOf(entry.round())),
                hash(entry.contentHash()),
                hash(entry.hash()));
    }

    private String matter(Entry entry) {
        String year = entry.year() == 0 ? null : String.valueOf(entry.year());
        String period = entry.period() == null ? null : getTranslation("audit.period." + entry.period());
        String matter = Stream.of(entry.unit(), year, entry.section(), period)
                .filter(part -> part != null)
                .collect(Collectors.joining(" / "));
        if (entry.subject() == null) return matter;
        return matter.isEmpty() ? entry.subject() : matter + " → " + entry.subject();
    }

    private String node(Entry entry) {
        return entry.nodeName() == null ? "" : Messages.name(getLocale(), entry.nodeName(), entry.nodeNameEn());
    }

    private static Span plain(String text) {
        var span = new Span(text);
        span.addClassName("jx-sm");
        return span;
    }

    /** Its beginning tells two apart; the whole is in the title. */
    private static Span hash(@Nullable String whole) {
        if (whole == null || whole.isEmpty()) return new Span();
        var span = new Span(whole.substring(0, Math.min(10, whole.length())));
        span.addClassNames("jx-code", "jx-hash");
        span.setTitle(whole);
        return span;
    }

    private void check() {
        Long broken = records.firstBroken(signedIn.actor());
        chain.removeAll();
        chain.setClassName("jx-light " + (broken == null ? "ok" : "bad"));
        chain.add(
                (broken == null ? Glyph.MET : Glyph.MISSED).icon(),
                new Span(
                        broken == null
                                ? getTranslation("audit.record.whole")
                                : getTranslation("audit.record.broken", String.valueOf(broken))));
    }
}
