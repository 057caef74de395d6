package org.jixiao.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jixiao.base.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What somebody sees the first time on a page: its few steps, until 知道了 puts them away for good. A page has a hint
 * when there are messages {@code hint.<page>} (its title) and {@code hint.<page>.1}, {@code .2} …
 */
@Component
public class Hints {

    private static final int MOST = 5;

    private final Messages messages;
    private final ObjectProvider<Preferences> preferences;

    Hints(Messages messages, ObjectProvider<Preferences> preferences) {
        this.messages = messages;
        this.preferences = preferences;
    }

    /** The hint of a page; invisible when it has none, or the person signed in has put it away. */
    public Div of(String page) {
        var hint = new Div();
        Locale locale = UI.getCurrent().getLocale();
        String title = messages.textOr(locale, "hint." + page, "");
        var kept = preferences.getIfAvailable();
        hint.setVisible(!title.isEmpty() && kept != null && !kept.hintGone(page));
        if (!hint.isVisible()) return hint;
        hint.addClassNames("jx-banner", "jx-hint");
        hint.getElement().setAttribute("role", "note");
        var name = new Span(title);
        name.addClassName("jx-b");
        var steps = new OrderedList();
        for (int i = 1; i <= MOST; i++) {
            String step = messages.textOr(locale, "hint." + page + "." + i, "");
            if (!step.isEmpty()) steps.add(new ListItem(step));
        }
        var known = new Button(messages.text(locale, "base.hint.known"), e -> {
            kept.putAway(page);
            hint.setVisible(false);
        });
        known.addThemeNames("tertiary", "small");
        hint.add(name, steps, known);
        return hint;
    }
}
