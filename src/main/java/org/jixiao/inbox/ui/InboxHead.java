package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Facets;
import org.jixiao.inbox.Query.Mark;

/** Over a box: its name, how much is in it, and what has just happened. */
class InboxHead extends Div {

    private final Box box;
    private final PageHeader header;
    private final Span news = new Span();
    private final Button preview;

    InboxHead(Box box, String title, Runnable look) {
        this.box = box;
        header = new PageHeader(title);
        news.addClassNames("jx-ter", "jx-xs");
        news.getElement().setAttribute("role", "status");
        preview = new Button(getTranslation("inbox.preview"), e -> look.run());
        preview.addThemeNames("tertiary", "small");
        preview.addClassName("jx-look");
        header.actions(news, preview);
        add(header);
    }

    /** Leads on from the page, before the other actions. */
    void offer(Button button) {
        header.actions(news, button, preview);
    }

    void say(String sentence) {
        news.setText(sentence);
    }

    void show(Facets.Found found) {
        var facts = new ArrayList<Component>();
        facts.add(new Span(getTranslation("inbox.count", InboxBadges.capped(found.count()))));
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
}
