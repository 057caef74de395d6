package org.jixiao.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jixiao.workflow.Verbs.Receiver;

/** 转办: who takes the task over, and why. */
final class TransferDialog extends Dialog {

    private final ComboBox<Receiver> whom = new ComboBox<>();
    private final TextArea reason = new TextArea();

    /** @param hand gets the person and the reason */
    TransferDialog(List<Receiver> people, String typed, BiConsumer<UUID, String> hand) {
        setHeaderTitle(getTranslation("inbox.transfer.title"));
        setWidth("min(520px, 94vw)");
        add(new Paragraph(getTranslation(people.isEmpty() ? "inbox.transfer.nobody" : "inbox.transfer.means")));
        getFooter().add(new Button(getTranslation("inbox.cancel"), e -> close()));
        if (people.isEmpty()) return;
        whom.setLabel(getTranslation("inbox.transfer.whom"));
        whom.setItems(people);
        whom.setItemLabelGenerator(TransferDialog::label);
        whom.setWidthFull();
        whom.setRequiredIndicatorVisible(true);
        reason.setLabel(getTranslation("inbox.transfer.why"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(2_000);
        reason.setMinRows(2);
        reason.setWidthFull();
        reason.setValue(typed);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        add(whom, reason);
        var send = new Button(getTranslation("inbox.verb.transfer"), e -> send(hand));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(send);
    }

    static String label(Receiver r) {
        return r.beside().isEmpty() || r.beside().equals(r.name())
                ? r.name()
                : r.name() + "　" + r.beside();
    }

    private void send(BiConsumer<UUID, String> hand) {
        String said = reason.getValue().strip();
        whom.setInvalid(whom.getValue() == null);
        whom.setErrorMessage(getTranslation("refusal.transfer.whom"));
        reason.setInvalid(said.isEmpty());
        reason.setErrorMessage(getTranslation("refusal.transfer.reason"));
        if (whom.isInvalid()) whom.focus();
        else if (reason.isInvalid()) reason.focus();
        else {
            close();
            hand.accept(whom.getValue().id(), said);
        }
    }
}
