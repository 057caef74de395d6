package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jixiao.base.ui.Limit;
import org.jixiao.base.ui.SeveralField;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs.Receiver;

/** 转办、委派 to a person, 加签 by posts: to whom, and why. */
final class HandDialog extends Dialog {

    private final String key;
    private final boolean person;
    private final ComboBox<Receiver> one = new ComboBox<>();
    private final SeveralField<Receiver> several = new SeveralField<>();
    private final TextArea reason = new TextArea();

    /** @param hand gets whom and the reason */
    HandDialog(Verb verb, List<Receiver> offered, String typed, BiConsumer<List<UUID>, String> hand) {
        key = verb.code();
        person = verb == Verb.TRANSFER || verb == Verb.DELEGATE;
        setHeaderTitle(getTranslation("inbox." + key + ".title"));
        setWidth("min(520px, 94vw)");
        String means = offered.isEmpty() ? "inbox." + (person ? key : "signer") + ".nobody" : "inbox." + key + ".means";
        add(new Paragraph(getTranslation(means)));
        getFooter().add(new Button(getTranslation("inbox.cancel"), e -> close()));
        if (offered.isEmpty()) return;
        add(person ? choice(one, offered) : choice(several, offered), reason);
        reason.setLabel(getTranslation("inbox." + (person ? key : "signer") + ".why"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMinRows(2);
        reason.setWidthFull();
        reason.setValue(typed);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        Limit.of(reason, Act.LONGEST);
        var send = new Button(getTranslation("inbox.verb." + key), e -> send(hand));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(send);
    }

    private Component choice(ComboBoxBase<?, Receiver, ?> box, List<Receiver> offered) {
        box.setLabel(getTranslation("inbox." + (person ? key : "signer") + ".whom"));
        box.setItems(offered);
        box.setItemLabelGenerator(HandDialog::label);
        box.setWidthFull();
        box.setRequiredIndicatorVisible(true);
        return box;
    }

    static String label(Receiver r) {
        return r.beside().isEmpty() || r.beside().equals(r.name())
                ? r.name()
                : r.name() + "　" + r.beside();
    }

    private void send(BiConsumer<List<UUID>, String> hand) {
        String said = reason.getValue().strip();
        List<UUID> chosen = person
                ? one.getOptionalValue().map(Receiver::id).stream().toList()
                : several.getValue().stream().map(Receiver::id).toList();
        ComboBoxBase<?, Receiver, ?> whom = person ? one : several;
        whom.setInvalid(chosen.isEmpty());
        whom.setErrorMessage(getTranslation("refusal." + (person ? key : "signer") + ".whom"));
        reason.setInvalid(said.isEmpty());
        reason.setErrorMessage(getTranslation("refusal." + (key.equals("transfer") ? key : "ask") + ".reason"));
        if (whom.isInvalid()) whom.focus();
        else if (reason.isInvalid()) reason.focus();
        else if (Limit.keeps(reason)) {
            close();
            hand.accept(chosen, said);
        }
    }
}
