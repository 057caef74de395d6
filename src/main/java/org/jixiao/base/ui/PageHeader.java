package org.jixiao.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;

/** The page's head: its one h1, facts beside it, actions at the end. */
public final class PageHeader extends Div {

    private final H1 heading = new H1();
    private final Span facts = new Span();
    private final Span actions = new Span();

    public PageHeader(String title) {
        addClassName("jx-head");
        heading.setText(title);
        facts.addClassName("jx-facts");
        actions.addClassName("jx-actions");
        add(heading, facts, actions);
    }

    public void title(String title) {
        heading.setText(title);
    }

    /** Replaces what stands beside the title. */
    public PageHeader facts(Component... shown) {
        facts.removeAll();
        facts.add(shown);
        return this;
    }

    public PageHeader actions(Component... shown) {
        actions.removeAll();
        actions.add(shown);
        return this;
    }

    /** Before the title: the way back. */
    public PageHeader lead(Component component) {
        addComponentAsFirst(component);
        return this;
    }

    public static Span badge(String text, String... looks) {
        var badge = new Span(text);
        badge.addClassName("jx-badge");
        badge.addClassNames(looks);
        return badge;
    }
}
