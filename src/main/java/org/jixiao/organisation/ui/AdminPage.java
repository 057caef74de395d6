package org.jixiao.organisation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.PageHeader;
import org.jspecify.annotations.Nullable;

/**
 * A page of an administrator: head with count and actions, tools with a search, one grid or what to do without. On a
 * phone each row of the grid is a card.
 */
abstract class AdminPage extends Div implements HasDynamicTitle {

    private static final int PHONE = 600;

    private final String titleKey;
    private final PageHeader head;
    private final Span count = new Span();
    private final Div body = new Div();
    final Div tools = new Div();
    final TextField search = new TextField();
    private SerializableConsumer<Boolean> narrow = phone -> {};
    private @Nullable Registration resizing;

    AdminPage(String titleKey) {
        this.titleKey = titleKey;
        head = new PageHeader(getTranslation(titleKey)).facts(count);
        addClassName("jx-page");
        tools.addClassName("jx-tools");
        body.addClassName("jx-body");
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setClearButtonVisible(true);
        search.setWidth("240px");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(e -> reload());
        add(head, tools, body);
    }

    /** How a row is told where its columns find no room. */
    <T> void onPhone(Grid<T> grid, ValueProvider<T, Div> card) {
        var columns = List.copyOf(grid.getColumns());
        // a grid without any head is no grid to a screen reader
        var single = grid.addComponentColumn(card).setHeader(getTranslation(titleKey));
        single.setVisible(false);
        narrow = phone -> {
            columns.forEach(column -> column.setVisible(!phone));
            single.setVisible(phone);
        };
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var page = event.getUI().getPage();
        page.retrieveExtendedClientDetails(client -> wide(client.getWindowInnerWidth()));
        resizing = page.addBrowserWindowResizeListener(e -> wide(e.getWidth()));
    }

    void wide(int pixels) {
        narrow.accept(pixels < PHONE);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (resizing != null) resizing.remove();
    }

    /** Reads anew what the page shows. */
    abstract void reload();

    void searchFor(String what) {
        search.setPlaceholder(what);
        search.setAriaLabel(what);
    }

    boolean found(@Nullable String... texts) {
        String wanted = search.getValue().strip().toLowerCase(getLocale());
        for (String text : texts) if (text != null && text.toLowerCase(getLocale()).contains(wanted)) return true;
        return false;
    }

    void actions(Component... actions) {
        head.actions(actions);
    }

    void count(String sentence) {
        count.setText(sentence);
    }

    void show(Component content) {
        body.removeAll();
        body.add(content);
    }

    Button main(String key, Runnable act) {
        Button button = plain(key, act);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    Button plain(String key, Runnable act) {
        return new Button(getTranslation(key), e -> act.run());
    }

    /** In a row of the grid, saying to a screen reader which row it is about. */
    Button small(String key, String about, Runnable act) {
        Button button = plain(key, act);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        button.addClassName("jx-link");
        button.setAriaLabel(getTranslation(key) + " " + about);
        return button;
    }

    static <T> Grid<T> grid(Class<T> type) {
        var grid = new Grid<>(type, false);
        grid.setSizeFull();
        grid.addClassName("jx-sheet");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        return grid;
    }

    static Div cell(Component... parts) {
        var cell = new Div(parts);
        cell.addClassName("jx-cell");
        return cell;
    }

    /** A row as a card: what it is, then what is said of it, a line each. */
    static Div card(Component... lines) {
        var card = new Div(lines);
        card.addClassName("jx-card");
        return card;
    }

    static Span quiet(String text) {
        var span = new Span(text);
        span.addClassName("jx-ter");
        return span;
    }

    @Override
    public String getPageTitle() {
        return UI.getCurrent().getTranslation("base.title", getTranslation(titleKey));
    }
}
