package org.jixiao.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.inbox.TaskSummary.Change;
import org.jixiao.inbox.TaskSummary.Field;
import org.jixiao.inbox.TaskSummary.Kind;

/** A row that changed: its number and name, and under them what was and what is. */
class ChangeLine extends Div {

    private static final int FIELDS = 4;

    ChangeLine(Change change) {
        addClassName("jx-change");
        var number = new Span(change.number());
        number.addClassName("jx-number");
        var what = new Div(new Span(change.name()));
        for (Field field : change.fields().subList(0, Math.min(FIELDS, change.fields().size()))) what.add(line(change.kind(), field));
        if (change.kind() != Kind.CHANGED) what.addComponentAsFirst(PageHeader.badge(getTranslation(key(change.kind())), "pri"));
        add(number, what);
    }

    private static String key(Kind kind) {
        return kind == Kind.ADDED ? "inbox.change.added" : "inbox.change.removed";
    }

    private static Div line(Kind kind, Field field) {
        var line = new Div();
        line.addClassName("jx-change-field");
        var label = new Span(field.label());
        label.addClassName("jx-sec");
        line.add(label);
        if (kind == Kind.CHANGED) line.getElement().appendChild(new Element("s").setText(field.was()), new Element("span").setText("→"));
        line.getElement().appendChild(new Element(kind == Kind.REMOVED ? "s" : "ins").setText(field.now()));
        return line;
    }

    /** 改 2 行 · 增 1 行 */
    static String count(List<Change> changes) {
        var parts = new ArrayList<String>();
        for (Kind kind : Kind.values()) {
            long many = changes.stream().filter(c -> c.kind() == kind).count();
            String key = "inbox.change.count." + kind.name().toLowerCase(java.util.Locale.ROOT);
            if (many > 0) parts.add(UI.getCurrent().getTranslation(key, String.valueOf(many)));
        }
        return String.join(" · ", parts);
    }
}
