package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.base.ui.Steps;
import org.jixiao.inbox.Inbox.Item;
import org.jixiao.inbox.Previews.Preview;
import org.jixiao.inbox.TaskSummary.Noted;
import org.jixiao.inbox.TaskSummary.Summary;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jspecify.annotations.Nullable;

/** Beside the list: the task under the cursor at a glance. */
class InboxPreview extends Aside {

    private static final int SHOWN = 8;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ProductClock.ZONE);

    private final transient InboxRow.Maker rows;
    private final transient BiConsumer<String, Item> asked;
    private final H2 title = new H2();
    private final Div body = new Div();
    private final Footer foot = new Footer();
    private @Nullable String shown;

    /** @param asked {@code a}, {@code r} or {@code Enter} for the item shown */
    InboxPreview(InboxRow.Maker rows, BiConsumer<String, Item> asked, Runnable closed) {
        this.rows = rows;
        this.asked = asked;
        addClassNames("jx-sheet", "jx-glance");
        getElement().setAttribute("aria-label", getTranslation("inbox.preview"));
        var close = new Button(Glyph.CLOSE.icon(), e -> closed.run());
        close.addThemeNames("tertiary", "icon", "small");
        close.setAriaLabel(getTranslation("inbox.preview.close"));
        title.addClassNames("jx-grow", "jx-ell");
        body.addClassNames("jx-scroll", "jx-glance-body");
        body.getElement().setAttribute("tabindex", "0");
        foot.addClassName("jx-glance-foot");
        add(new Header(title, close), body, foot);
        nothing();
    }

    @Nullable String shown() {
        return shown;
    }

    void nothing() {
        shown = null;
        title.setText(getTranslation("inbox.preview"));
        body.removeAll();
        foot.removeAll();
        var hint = new Paragraph(getTranslation("inbox.preview.none"));
        hint.addClassName("jx-sec");
        body.add(hint);
    }

    void refused(Item item, Refusal refusal) {
        nothing();
        shown = item.taskId();
        title.setText(rows.title(item));
        body.removeAll();
        body.add(new Paragraph(Notices.sentence(refusal)));
    }

    void show(Item item, Preview preview) {
        shown = item.taskId();
        title.setText(rows.title(item));
        body.removeAll();
        body.add(facts(item, preview.summary()));
        changes(preview.summary());
        findings(preview.summary().findings());
        said(preview.said());
        var steps = new Steps(preview.picture().xml(), preview.picture().taken(), preview.picture().active());
        section("inbox.preview.steps", "", steps);
        foot.removeAll();
        var open = button("inbox.preview.open", "Enter", item);
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        foot.add(open);
        List<Verb> verbs = preview.sheet().verbs();
        if (verbs.contains(Verb.APPROVE)) foot.add(button("inbox.verb.approve", "a", item));
        if (verbs.contains(Verb.RETURN)) foot.add(button("inbox.verb.return", "r", item));
    }

    private Button button(String text, String key, Item item) {
        var button = new Button(getTranslation(text), e -> asked.accept(key, item));
        var hint = new Span();
        hint.getElement().appendChild(new Element("kbd").setText(key)).setAttribute("aria-hidden", "true");
        button.setSuffixComponent(hint);
        return button;
    }

    private DescriptionList facts(Item item, Summary summary) {
        var facts = new DescriptionList();
        facts.addClassName("jx-kv");
        var step = new Div(new Span(rows.stepName(item)));
        if (item.round() > 1) step.add(new Span(getTranslation("inbox.row.round", String.valueOf(item.round()))));
        if (item.insteadOf() != null)
            step.add(PageHeader.badge(getTranslation("inbox.row.insteadOf", item.insteadOf()), "line"));
        fact(facts, "inbox.column.step", step);
        if (item.submittedBy() != null) {
            String when = item.submittedAt() == null ? "" : "　" + TIME.format(item.submittedAt());
            fact(facts, "inbox.column.submitted", new Span(item.submittedBy() + when));
        }
        if (item.due() != null) fact(facts, "inbox.column.due", rows.due(item.due()));
        if (!summary.size().isEmpty()) fact(facts, "inbox.preview.content", new Span(summary.size()));
        return facts;
    }

    private void fact(DescriptionList facts, String key, Component value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private void changes(Summary summary) {
        if (summary.changes().isEmpty()) return;
        var list = new UnorderedList();
        list.addClassName("jx-changes");
        summary.changes().stream().limit(SHOWN).forEach(change -> list.add(new ListItem(new ChangeLine(change))));
        section("inbox.preview.changes", ChangeLine.count(summary.changes()), list, more(summary.changes().size()));
    }

    /** What may stand in the way; mere notes wait for the form. */
    private void findings(List<Noted> all) {
        List<Noted> noted = all.stream()
                .filter(n -> n.finding().severity() != Severity.NOTE)
                .sorted(Comparator.comparing(n -> n.finding().severity()))
                .toList();
        if (noted.isEmpty()) return;
        var lines = new Div();
        for (Noted one : noted.subList(0, Math.min(SHOWN, noted.size()))) {
            var number = new Span(one.number());
            number.addClassName("jx-number");
            var line = new Div(number, new FindingLine(one.finding()));
            line.addClassName("jx-change");
            lines.add(line);
        }
        section("inbox.preview.findings", String.valueOf(noted.size()), lines, more(noted.size()));
    }

    private Span more(int count) {
        var more = new Span(count > SHOWN ? getTranslation("base.notice.more", count - SHOWN) : "");
        more.addClassName("jx-ter");
        return more;
    }

    private void said(List<Cases.Entry> said) {
        if (said.isEmpty()) return;
        var list = new UnorderedList();
        list.addClassName("jx-said");
        for (Cases.Entry entry : said) {
            var who = new Span(entry.actorName() == null ? "" : entry.actorName());
            who.addClassName("jx-b");
            var did = new Span(TIME.format(entry.at()) + " "
                    + getTranslation("inbox.verb." + entry.verb().code() + ".done"));
            did.addClassName("jx-sec");
            var item = new ListItem(new Div(who, did));
            if (entry.opinion() != null && !entry.opinion().isBlank()) {
                var opinion = new Paragraph(entry.opinion());
                opinion.setTitle(entry.opinion());
                item.add(opinion);
            }
            list.add(item);
        }
        section("inbox.preview.said", "", list);
    }

    private void section(String key, String beside, Component... parts) {
        var head = new H3(getTranslation(key));
        var more = new Span(beside);
        more.addClassName("jx-sec");
        head.add(more);
        var section = new Section(head);
        section.add(parts);
        body.add(section);
    }
}
