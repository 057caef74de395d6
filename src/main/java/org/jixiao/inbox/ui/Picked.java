package org.jixiao.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jixiao.base.ui.Glyph;
import org.jixiao.inbox.Inbox.Item;

/** The bar over the list once rows are picked: how many, of which kind, and what can be done with them together. */
class Picked extends Div {

    private final transient InboxRow.Maker rows;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Span count = new Span();
    private final Span kind = new Span();
    private final Button approve = new Button();

    Picked(InboxRow.Maker rows, Consumer<List<Item>> approved, Consumer<List<Item>> handed, Runnable cleared) {
        this.rows = rows;
        addClassName("jx-bulk");
        getElement().setAttribute("role", "status");
        count.addClassName("jx-b");
        kind.addClassNames("jx-sec", "jx-sm", "jx-ell");
        approve.setIcon(Glyph.CHECK.icon());
        approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        approve.addThemeNames("small");
        approve.addClickListener(e -> approved.accept(items()));
        var transfer = new Button(getTranslation("inbox.transfer"), Glyph.SWAP.icon(), e -> handed.accept(items()));
        transfer.addThemeNames("small");
        var clear = new Button(getTranslation("inbox.select.clear"), e -> cleared.run());
        clear.addThemeNames("tertiary", "small");
        clear.getElement().setAttribute("data-clear", "");
        var space = new Span();
        space.addClassName("jx-grow");
        add(count, kind, space, approve, transfer, clear);
        show();
    }

    List<Item> items() {
        return List.copyOf(items.values());
    }

    boolean has(Item item) {
        return items.containsKey(item.taskId());
    }

    /** Whether it goes with what is picked already; if not, {@link #mixed} says why. */
    boolean takes(Item item) {
        return items.values().stream().allMatch(item::alike);
    }

    String mixed() {
        Item first = items.values().iterator().next();
        return getTranslation("inbox.select.mixed", rows.kind(first), rows.stepName(first));
    }

    void pick(Item item, boolean on) {
        if (on) items.put(item.taskId(), item);
        else items.remove(item.taskId());
        show();
    }

    /** The list was read anew: what is no longer there is no longer picked; what stands there stands as seen now. */
    void keep(List<Item> there) {
        Map<String, Item> now = new LinkedHashMap<>();
        for (Item item : there) if (has(item)) now.put(item.taskId(), item);
        items.clear();
        items.putAll(now);
        show();
    }

    void clear() {
        items.clear();
        show();
    }

    private void show() {
        setVisible(!items.isEmpty());
        if (items.isEmpty()) return;
        Item first = items.values().iterator().next();
        String many = String.valueOf(items.size());
        count.setText(getTranslation("inbox.select.count", many));
        kind.setText(getTranslation("inbox.select.alike", rows.kind(first), rows.stepName(first)));
        approve.setText(getTranslation("inbox.select.approve", many));
    }
}
