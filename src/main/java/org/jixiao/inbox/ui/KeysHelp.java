package org.jixiao.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.dom.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All single keys of the list. */
class KeysHelp extends Dialog {

    private static final Map<String, List<String>> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("move", List.of("j", "k"));
        KEYS.put("open", List.of("Enter"));
        KEYS.put("select", List.of("x"));
        KEYS.put("extend", List.of("Shift + j", "Shift + k"));
        KEYS.put("approve", List.of("a"));
        KEYS.put("return", List.of("r"));
        KEYS.put("search", List.of("/"));
        KEYS.put("leave", List.of("Esc"));
        KEYS.put("help", List.of("?"));
    }

    KeysHelp() {
        addClassName("jx-keys-help");
        setHeaderTitle(getTranslation("inbox.key.help"));
        var list = new DescriptionList();
        list.addClassName("jx-kv");
        KEYS.forEach((what, keys) -> {
            var term = new DescriptionList.Term();
            keys.forEach(key -> term.getElement().appendChild(new Element("kbd").setText(key)));
            list.add(term, new DescriptionList.Description(getTranslation("inbox.help." + what)));
        });
        add(list);
        getFooter().add(new Button(getTranslation("inbox.batch.close"), e -> close()));
    }
}
