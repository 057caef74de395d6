package org.jixiao.inbox.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.List;
import java.util.function.Supplier;
import org.jixiao.base.ui.Glyph;

/** 常用意见 beside a field: one's own sentences, put in where the cursor is. */
final class StockMenu extends MenuBar {

    private final transient Supplier<List<String>> own;
    private final TextFieldBase<?, String> field;
    private final transient Runnable manage;
    private final MenuItem root;

    /** @param manage opens the list to change it */
    StockMenu(TextFieldBase<?, String> field, Supplier<List<String>> own, Runnable manage) {
        this.own = own;
        this.field = field;
        this.manage = manage;
        addClassName("jx-stock");
        root = addItem(getTranslation("inbox.stock"));
        root.add(Glyph.DOWN.icon());
        fill();
    }

    void fill() {
        root.getSubMenu().removeAll();
        for (String text : own.get()) root.getSubMenu().addItem(text, e -> put(text));
        root.getSubMenu().addItem(getTranslation("inbox.stock.manage"), e -> manage.run());
    }

    /** The browser knows where the cursor was; without an answer the sentence goes to the end. */
    private void put(String text) {
        field.getElement()
                .executeJs("const i = this.inputElement; this.focus(); return i ? i.selectionEnd : -1")
                .then(Integer.class, at -> insert(text, at));
    }

    void insert(String text, int at) {
        String said = field.getValue();
        int place = at < 0 || at > said.length() ? said.length() : at;
        field.setValue(said.substring(0, place) + text + said.substring(place));
        int after = place + text.length();
        field.getElement().executeJs("this.inputElement && this.inputElement.setSelectionRange($0, $0)", after);
    }
}
