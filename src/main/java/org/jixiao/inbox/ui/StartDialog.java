package org.jixiao.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.jixiao.base.Messages;
import org.jixiao.workflow.OwnStarts.Offer;

/** 发起: the processes a person may start, each with what it is for and from which post. */
final class StartDialog extends Dialog {

    private final transient Consumer<Offer> start;

    StartDialog(List<Offer> offers, Consumer<Offer> start) {
        this.start = start;
        setHeaderTitle(getTranslation("inbox.start.title"));
        setWidth("min(560px, 94vw)");
        var list = new UnorderedList();
        list.addClassName("jx-starts");
        offers.forEach(offer -> list.add(line(offer)));
        add(list);
        getFooter().add(new Button(getTranslation("inbox.cancel"), e -> close()));
    }

    static String name(Offer offer) {
        return Messages.name(UI.getCurrent().getLocale(), offer.name(), offer.nameEn());
    }

    private ListItem line(Offer offer) {
        var name = new Span(name(offer));
        name.addClassName("jx-name");
        var words = new Div(name, grey(getTranslation("inbox.start.from", offer.postName())));
        if (!offer.about().isBlank()) words.add(new Div(grey(offer.about().strip())));
        words.addClassName("jx-words");
        var go = new Button(getTranslation("inbox.start.do"), e -> {
            close();
            start.accept(offer);
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setDisableOnClick(true);
        go.setAriaLabel(getTranslation("inbox.start.do") + " " + name(offer) + " " + offer.postName());
        return new ListItem(words, go);
    }

    private static Span grey(String text) {
        var span = new Span(text);
        span.addClassNames("jx-sec", "jx-sm");
        return span;
    }
}
