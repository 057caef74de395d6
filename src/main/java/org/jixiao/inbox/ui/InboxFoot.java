package org.jixiao.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.jixiao.inbox.Box;

/** The line under a box: its keys, and how much of it is on the page. */
class InboxFoot extends Div {

    private final Span loaded = new Span();

    InboxFoot(Box box) {
        addClassName("jx-list-foot");
        var keys = new Span();
        keys.addClassName("jx-keys");
        keys.add(key("move", "j", "k"));
        if (box == Box.TODO) keys.add(key("select", "x"));
        keys.add(key("open", "Enter"));
        if (box == Box.TODO) keys.add(key("approve", "a"), key("return", "r"));
        keys.add(key("search", "/"));
        var help = new Button(getTranslation("inbox.key.help"), e -> new KeysHelp().open());
        help.addThemeNames("tertiary-inline", "small");
        help.getElement().insertChild(0, new Element("kbd").setText("?").setAttribute("slot", "prefix"));
        keys.add(help);
        loaded.getElement().setAttribute("role", "status");
        add(keys, loaded);
    }

    /** @param cut there are more rows than a page can take */
    void loaded(int rows, boolean more, boolean cut) {
        String key = cut ? "inbox.loaded.cut" : more ? "inbox.loaded.some" : "inbox.loaded.all";
        loaded.setText(getTranslation(key, String.valueOf(rows)));
    }

    private Span key(String what, String... keys) {
        var line = new Span();
        for (String key : keys) line.getElement().appendChild(new Element("kbd").setText(key));
        line.add(new Span(getTranslation("inbox.key." + what)));
        return line;
    }
}
