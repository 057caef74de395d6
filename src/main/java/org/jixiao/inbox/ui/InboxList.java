package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Inbox.Item;
import org.jspecify.annotations.Nullable;

/** The rows of a box under their heads. Rows that stayed the same keep their place and focus. */
class InboxList extends Div {

    private final transient InboxRow.Maker rows;
    private final transient @Nullable BiConsumer<InboxRow, Boolean> ticked;
    private final UnorderedList list = new UnorderedList();
    private final Div empty = new Div();
    private final Button more = new Button();
    private final Map<Item, InboxRow> shown = new HashMap<>();
    private final Map<String, InboxRow> gone = new LinkedHashMap<>();

    InboxList(Box box, InboxRow.Maker rows, @Nullable BiConsumer<InboxRow, Boolean> ticked, Runnable loadMore) {
        this.rows = rows;
        this.ticked = ticked;
        addClassNames("jx-scroll", "jx-list");
        more.addThemeNames("tertiary");
        more.addClickListener(e -> loadMore.run());
        more.getElement().setAttribute("data-more", "");
        add(heads(box), list, empty, more);
    }

    private Div heads(Box box) {
        var heads = new Div();
        heads.addClassNames("jx-item", "jx-heads");
        heads.getElement().setAttribute("aria-hidden", "true");
        for (String column : List.of("matter", "step", "submitted", "attention"))
            heads.add(new Span(getTranslation("inbox.column." + column)));
        heads.add(new Span(getTranslation(box == Box.TODO ? "inbox.column.due" : "inbox.column.when")));
        var line = new Div(heads);
        line.addClassNames("jx-line", "jx-line-heads");
        line.setClassName("jx-tickless", ticked != null);
        return line;
    }

    /** Forgets what is shown: the rows lead to another list now. */
    void clear() {
        shown.clear();
        gone.clear();
        list.removeAll();
    }

    /** @param why a row left, asked for those that did; without a reason it goes at once */
    void show(Way way, List<Item> items, Function<Item, @Nullable String> why) {
        sweep();
        Set<Item> stay = new HashSet<>(items);
        Set<String> there = new HashSet<>();
        items.forEach(item -> there.add(item.taskId()));
        shown.entrySet().removeIf(entry -> {
            if (stay.contains(entry.getKey())) return false;
            String task = entry.getKey().taskId();
            InboxRow row = entry.getValue();
            String reason = there.contains(task) ? null : why.apply(entry.getKey());
            if (reason != null) {
                row.gone(reason);
                gone.put(task, row);
            } else {
                list.remove(row);
            }
            return true;
        });
        Element lines = list.getElement();
        Set<Element> left = new HashSet<>();
        gone.values().forEach(row -> left.add(row.getElement()));
        int at = 0;
        for (Item item : items) {
            InboxRow row = shown.computeIfAbsent(item, added -> rows.row(way, added, ticked));
            while (at < lines.getChildCount() && left.contains(lines.getChild(at))) at++;
            if (lines.indexOfChild(row.getElement()) != at) list.addComponentAtIndex(at, row);
            at++;
        }
    }

    void tick(Predicate<Item> picked) {
        shown.forEach((item, row) -> row.tick(picked.test(item)));
    }

    /** The rows that said why they left go. */
    void sweep() {
        gone.values().forEach(list::remove);
        gone.clear();
    }

    void more(boolean there, String text) {
        more.setText(text);
        more.setVisible(there);
        more.setEnabled(true);
    }

    void empty(@Nullable Component nothing) {
        empty.removeAll();
        if (nothing != null) empty.add(nothing);
    }
}
