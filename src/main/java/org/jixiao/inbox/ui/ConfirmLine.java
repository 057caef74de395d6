package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.jixiao.base.ui.Limit;
import org.jixiao.inbox.Inbox.Item;
import org.jixiao.workflow.Act;
import org.jspecify.annotations.Nullable;

/** Under the list: what a single key is about to do, and to which matter; Enter does it, Esc does not. */
class ConfirmLine extends Div {

    private final Runnable closed;
    private final Span question = new Span();
    private final TextField reason = new TextField();
    private final Button go = new Button();
    private @Nullable Item item;
    private transient Consumer<String> act = said -> {};
    private boolean returns;

    ConfirmLine(Runnable closed) {
        this.closed = closed;
        addClassName("jx-confirm");
        getElement().setAttribute("role", "alertdialog").setAttribute("aria-label", getTranslation("inbox.confirm"));
        question.addClassName("jx-b");
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        Limit.of(reason, Act.LONGEST);
        reason.addClassName("jx-grow");
        reason.addKeyPressListener(Key.ENTER, e -> go());
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.setDisableOnClick(true);
        go.addClickListener(e -> go());
        var cancel = new Button(getTranslation("inbox.cancel"), e -> close());
        cancel.getElement().setAttribute("data-cancel", "");
        cancel.addThemeNames("tertiary");
        add(question, reason, go, cancel);
        setVisible(false);
    }

    /** @param attention what the row warns of, empty when nothing */
    void approve(Item of, String title, String attention, Consumer<String> approved) {
        String sentence = getTranslation("inbox.confirm.approve", title);
        open(of, attention.isEmpty() ? sentence : sentence + " " + attention, "inbox.verb.approve", approved);
        go.focus();
    }

    void giveBack(Item of, String title, Consumer<String> returned) {
        open(of, getTranslation("inbox.confirm.return", title), "inbox.verb.return", returned);
        returns = true;
        reason.setVisible(true);
        reason.setPlaceholder(getTranslation("inbox.return.why"));
        reason.setAriaLabel(getTranslation("inbox.return.why"));
        reason.focus();
    }

    private void open(Item of, String sentence, String verb, Consumer<String> consequence) {
        boolean another = item == null || !item.taskId().equals(of.taskId());
        item = of;
        returns = false;
        act = consequence;
        question.setText(sentence);
        if (another) reason.clear();
        reason.setInvalid(false);
        reason.setVisible(false);
        go.setText(getTranslation(verb));
        go.setEnabled(true);
        setVisible(true);
    }

    /** A reason already typed stays for this matter until it is sent. */
    void close() {
        setVisible(false);
        closed.run();
    }

    void done() {
        reason.clear();
        item = null;
        close();
    }

    private void go() {
        go.setEnabled(true);
        String said = reason.getValue().strip();
        if (returns && said.isEmpty()) {
            reason.setErrorMessage(getTranslation("inbox.return.reason"));
            reason.setInvalid(true);
            reason.focus();
            return;
        }
        if (isVisible() && (!returns || Limit.keeps(reason))) act.accept(returns ? said : "");
    }
}
