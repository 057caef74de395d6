package org.jixiao.inbox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.workflow.Cases.Copy;

/** To whom the case was copied, and who has read it when. */
final class CopyList extends OrderedList {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ProductClock.ZONE);

    CopyList(List<Copy> copies) {
        addClassName("jx-timeline");
        copies.forEach(copy -> add(item(copy)));
    }

    private ListItem item(Copy copy) {
        var to = new Span(copy.to());
        to.addClassNames("jx-b", "jx-grow");
        var read = PageHeader.badge("", copy.reads().isEmpty() ? "mute" : "ok");
        if (!copy.reads().isEmpty()) read.add(Glyph.CHECK.small());
        read.add(new Span(getTranslation(copy.reads().isEmpty() ? "inbox.copy.unread" : "inbox.copy.read")));
        var head = new Div(to, read);
        head.addClassName("jx-row");
        var item = new ListItem(head);
        boolean system = copy.by().isEmpty();
        if (copy.note() != null)
            item.add(new Paragraph(system && copy.note().equals("overdue") ? getTranslation("inbox.note.overdue") : copy.note()));
        String by = system ? getTranslation("inbox.task.system") : copy.by();
        var when = new Div(new Span(getTranslation("inbox.copy.by", by, TIME.format(copy.at()))));
        copy.reads().forEach(r -> when.add(new Span(getTranslation("inbox.copy.readBy", r.by(), TIME.format(r.at())))));
        when.addClassName("jx-time");
        item.add(when);
        return item;
    }
}
