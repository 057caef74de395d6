package org.jixiao.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.tabs.TabSheet;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.inbox.ui.TaskForm.Panel;
import org.jixiao.workflow.Cases.Copy;
import org.jixiao.workflow.Cases.Entry;
import org.jixiao.workflow.Verb;
import org.jspecify.annotations.Nullable;

/** Beside the form: what people said, and everything that happened. On narrow screens it takes the form's place. */
class TaskSide extends Aside {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ProductClock.ZONE);
    /** What went to somebody says to whom. */
    private static final Set<Verb> NAMING = EnumSet.of(
            Verb.TRANSFER, Verb.COPY, Verb.DELEGATE, Verb.ADD_SIGNER, Verb.ADD_BEFORE, Verb.ADD_AFTER, Verb.MIGRATE, Verb.REASSIGN, Verb.JUMP);

    private static final Set<Verb> SAID =
            EnumSet.complementOf(EnumSet.of(Verb.SAVE, Verb.COPY, Verb.ANSWER, Verb.URGE, Verb.SKIP, Verb.OPEN, Verb.DROP));

    /** What the system noted in its own words, and has sentences for. */
    private static final Set<String> NOTED =
            Set.of("skip.own", "tally.passed", "overdue", "tally.failed", "skip.same", "HalfYearOpened", "FullYearOpened", "DatesChanged", "ClosingChanged", "NotBegun", "OpenedLate", "EndedLate");

    private final Div opinions = new Div();
    private final Div history = new Div();
    private final Div copied = new Div();
    private final Div duty = new Div();
    private final TabSheet tabs = new TabSheet();
    private final Button narrow = new Button();

    TaskSide() {
        addClassNames("jx-sheet", "jx-side");
        getElement().setAttribute("aria-label", getTranslation("inbox.task.said"));
        tabs.add(getTranslation("inbox.task.opinions"), opinions);
        tabs.add(getTranslation("inbox.task.history"), history);
        tabs.add(getTranslation("inbox.task.copies"), copied);
        tabs.setSizeFull();
        duty.addClassName("jx-duty");
        add(tabs, duty);
    }

    /** For narrow screens: form or opinions, one at a time. */
    Div tabs(Div body) {
        var form = new Button(getTranslation("inbox.task.form"));
        form.getElement().setAttribute("aria-pressed", "true");
        narrow.getElement().setAttribute("aria-pressed", "false");
        form.addClickListener(e -> turn(body, form, false));
        narrow.addClickListener(e -> turn(body, form, true));
        var both = new Div(form, narrow);
        both.addClassNames("jx-seg", "jx-narrow");
        both.getElement().setAttribute("role", "group");
        return both;
    }

    private void turn(Div body, Button form, boolean toSide) {
        body.setClassName("show-side", toSide);
        form.getElement().setAttribute("aria-pressed", String.valueOf(!toSide));
        narrow.getElement().setAttribute("aria-pressed", String.valueOf(toSide));
    }

    /** @param dutyText 科室职能, or empty */
    void show(List<Entry> timeline, Panel panel, List<Copy> copies, String dutyText) {
        tabs.getTab(copied).setLabel(getTranslation("inbox.task.copiesOf", String.valueOf(copies.size())));
        copied.removeAll();
        if (copies.isEmpty())
            copied.add(new EmptyState(
                    Glyph.MAIL, getTranslation("inbox.task.noCopies"), getTranslation("inbox.task.noCopies.next")));
        else copied.add(new CopyList(copies));
        duty.removeAll();
        duty.setVisible(!dutyText.isBlank());
        duty.add(new H2(getTranslation("inbox.task.duty")), new Paragraph(dutyText));
        List<Entry> newest = new ArrayList<>(timeline);
        Collections.reverse(newest);
        List<Entry> said = newest.stream().filter(e -> SAID.contains(e.verb())).toList();
        String heading = getTranslation("inbox.task.opinionsOf", String.valueOf(said.size()));
        tabs.getTab(opinions).setLabel(heading);
        narrow.setText(heading);
        opinions.removeAll();
        if (said.isEmpty())
            opinions.add(new EmptyState(
                    Glyph.MAIL, getTranslation("inbox.task.noOpinions"), getTranslation("inbox.task.noOpinions.next")));
        else opinions.add(line(said, panel));
        history.removeAll();
        List<Entry> happened = newest.stream().filter(e -> e.verb() != Verb.SAVE).toList();
        if (happened.isEmpty())
            history.add(new EmptyState(
                    Glyph.CLOCK, getTranslation("inbox.task.noHistory"), getTranslation("inbox.task.noHistory.next")));
        else history.add(line(happened, null));
    }

    private OrderedList line(List<Entry> entries, @Nullable Panel panel) {
        var list = new OrderedList();
        list.addClassName("jx-timeline");
        for (Entry entry : entries) list.add(item(entry, panel));
        return list;
    }

    private ListItem item(Entry entry, @Nullable Panel panel) {
        var item = new ListItem();
        if (entry.verb() == Verb.RETURN) item.addClassName("ret");
        var name = new Span(entry.actorName() == null ? getTranslation("inbox.task.system") : entry.actorName());
        name.addClassName("jx-b");
        boolean same = entry.postName() == null || entry.postName().equals(entry.actorName());
        var post = new Span(same ? "" : entry.postName());
        post.addClassNames("jx-sec", "jx-sm", "jx-grow");
        var head = new Div(name, post, badge(entry));
        head.addClassName("jx-row");
        item.add(head);
        if (panel != null && !entry.rowReasons().isEmpty()) item.add(reasons(entry, panel));
        if (entry.to() != null && NAMING.contains(entry.verb()))
            item.add(new Paragraph(getTranslation("inbox.verb." + entry.verb().code() + ".to", entry.to())));
        if (!entry.entered().isEmpty()) item.add(EnteredList.lines(entry));
        String said = said(entry);
        if (!said.isBlank()) item.add(new Paragraph(said));
        var when = new Div(new Span(TIME.format(entry.at())));
        when.add(new Span(getTranslation("inbox.row.round", String.valueOf(entry.round()))));
        if (entry.stepName() != null) when.add(new Span(step(entry)));
        when.addClassName("jx-time");
        item.add(when);
        return item;
    }

    /** People's words as they wrote them; a note of the system, code and what follows it, in the reader's language. */
    private String said(Entry entry) {
        String opinion = entry.opinion() == null ? "" : entry.opinion();
        boolean noted = entry.verb() == Verb.OPEN || entry.actorName() == null;
        if (!noted) return opinion;
        String[] note = opinion.split(": ", 2);
        if (!NOTED.contains(note[0])) return opinion;
        String why = note.length < 2 ? "" : note[1];
        return getTranslation("inbox.note." + note[0] + (why.isEmpty() ? "" : ".why"), why);
    }

    private String step(Entry entry) {
        return Messages.name(getLocale(), String.valueOf(entry.stepName()), entry.stepNameEn());
    }

    private Span badge(Entry entry) {
        int rows = entry.rowReasons().size();
        String key = "inbox.verb." + entry.verb().code() + ".done";
        if (entry.verb() == Verb.RETURN) {
            String text = rows == 0 ? getTranslation(key) : getTranslation("inbox.verb.return.rows", String.valueOf(rows));
            var badge = PageHeader.badge("", "bad");
            badge.add(Glyph.RETURN.small(), new Span(text));
            return badge;
        }
        if (entry.verb() == Verb.SUBMIT && entry.round() > 1)
            return PageHeader.badge(getTranslation("inbox.verb.submit.again"), "pri");
        String look = entry.verb() == Verb.APPROVE ? "ok" : entry.verb() == Verb.REJECT ? "bad" : "mute";
        return PageHeader.badge(getTranslation(key), look);
    }

    private static UnorderedList reasons(Entry entry, Panel panel) {
        var list = new UnorderedList();
        list.addClassName("jx-reasons");
        entry.rowReasons().forEach((row, reason) -> {
            var number = new Span(panel.rowName(row));
            number.addClassName("jx-number");
            list.add(new ListItem(number, new Span(reason)));
        });
        return list;
    }
}
