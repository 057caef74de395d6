package org.jixiao.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Limit;
import org.jixiao.inbox.StockOpinions;

/** One's own sentences: added, removed, reordered; a few are suggested, none is there unasked. */
final class StockDialog extends Dialog {

    private static final int SUGGESTED = 4;

    private final List<String> texts;
    private final UnorderedList list = new UnorderedList();
    private final Div suggestions = new Div();
    private final TextField added = new TextField();

    /** @param keep stores the list; called after each change */
    StockDialog(List<String> own, Consumer<List<String>> keep) {
        texts = new ArrayList<>(own);
        setHeaderTitle(getTranslation("inbox.stock.title"));
        setWidth("min(560px, 94vw)");
        list.addClassName("jx-stock-list");
        suggestions.addClassName("jx-stock-suggested");
        added.setLabel(getTranslation("inbox.stock.new"));
        Limit.of(added, StockOpinions.LONGEST);
        added.setWidthFull();
        added.setValueChangeMode(ValueChangeMode.EAGER);
        var add = new Button(getTranslation("inbox.stock.add"), e -> {
            if (Limit.keeps(added)) add(added.getValue(), keep);
        });
        add.addClickShortcut(com.vaadin.flow.component.Key.ENTER).listenOn(added);
        var line = new Div(added, add);
        line.addClassNames("jx-row", "jx-stock-new");
        add(list, suggestions, line);
        var done = new Button(getTranslation("inbox.stock.done"), e -> close());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(done);
        draw(keep);
    }

    private void add(String text, Consumer<List<String>> keep) {
        String said = text.strip();
        if (said.isEmpty() || texts.contains(said)) return;
        if (texts.size() >= StockOpinions.AT_MOST) {
            added.setErrorMessage(getTranslation("inbox.stock.full", String.valueOf(StockOpinions.AT_MOST)));
            added.setInvalid(true);
            return;
        }
        texts.add(said);
        added.clear();
        changed(keep);
    }

    private void changed(Consumer<List<String>> keep) {
        keep.accept(List.copyOf(texts));
        draw(keep);
    }

    private void draw(Consumer<List<String>> keep) {
        list.removeAll();
        for (int i = 0; i < texts.size(); i++) {
            int at = i;
            var text = new Span(texts.get(i));
            text.addClassName("jx-grow");
            var up = icon(Glyph.UP, "inbox.stock.up", texts.get(i), () -> java.util.Collections.swap(texts, at, at - 1), keep);
            up.setEnabled(i > 0);
            var down = icon(Glyph.DOWN, "inbox.stock.down", texts.get(i), () -> java.util.Collections.swap(texts, at, at + 1), keep);
            down.setEnabled(i + 1 < texts.size());
            list.add(new ListItem(text, up, down, icon(Glyph.CLOSE, "inbox.stock.remove", texts.get(i), () -> texts.remove(at), keep)));
        }
        suggestions.removeAll();
        var open = IntStream.rangeClosed(1, SUGGESTED)
                .mapToObj(n -> getTranslation("inbox.stock.suggest." + n))
                .filter(s -> !texts.contains(s))
                .toList();
        if (open.isEmpty()) return;
        var word = new Span(getTranslation("inbox.stock.suggested"));
        word.addClassNames("jx-sec", "jx-sm");
        suggestions.add(word);
        for (String text : open) {
            var button = new Button(text, Glyph.PLUS.icon(), e -> add(text, keep));
            button.addThemeNames("small");
            suggestions.add(button);
        }
    }

    private Button icon(Glyph glyph, String key, String text, Runnable change, Consumer<List<String>> keep) {
        var button = new Button(glyph.icon(), e -> {
            change.run();
            changed(keep);
        });
        button.addThemeNames("tertiary", "icon", "small");
        button.setAriaLabel(getTranslation(key, text));
        return button;
    }
}
