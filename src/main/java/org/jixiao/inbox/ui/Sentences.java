package org.jixiao.inbox.ui;

import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.ArrayList;
import java.util.List;
import org.jixiao.inbox.StockOpinions;
import org.jixiao.organisation.SignedIn;
import org.jspecify.annotations.Nullable;

/** The 常用意见 of whoever is at the page, read when first needed, offered beside each of its fields. */
final class Sentences {

    private final StockOpinions stock;
    private final SignedIn signedIn;
    private final List<StockMenu> menus = new ArrayList<>();
    private @Nullable List<String> own;

    Sentences(TaskParts parts) {
        stock = parts.stock();
        signedIn = parts.signedIn();
    }

    StockMenu beside(TextFieldBase<?, String> field) {
        var menu = new StockMenu(field, this::own, this::manage);
        menus.add(menu);
        return menu;
    }

    private List<String> own() {
        if (own == null) own = stock.of(signedIn.actor());
        return own;
    }

    private void manage() {
        new StockDialog(own(), this::keep).open();
    }

    private void keep(List<String> wanted) {
        stock.keep(signedIn.actor(), wanted);
        own = wanted;
        menus.removeIf(menu -> !menu.isAttached());
        menus.forEach(StockMenu::fill);
    }
}
