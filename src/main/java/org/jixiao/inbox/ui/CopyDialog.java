package org.jixiao.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jixiao.base.ui.Limit;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Verbs.Receiver;

/** 抄送: which posts may read the case, with a word to them. */
final class CopyDialog extends Dialog {

    private final CheckboxGroup<Receiver> whom = new CheckboxGroup<>();
    private final TextField note = new TextField();

    /** @param copy gets the posts and the note */
    CopyDialog(List<Receiver> posts, BiConsumer<List<UUID>, String> copy) {
        setHeaderTitle(getTranslation("inbox.copy.title"));
        setWidth("min(520px, 94vw)");
        whom.setLabel(getTranslation("inbox.copy.whom"));
        whom.setItems(posts);
        whom.setItemLabelGenerator(HandDialog::label);
        whom.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        note.setLabel(getTranslation("inbox.copy.note"));
        Limit.of(note, Act.LONGEST_REASON);
        note.setWidthFull();
        note.setValueChangeMode(ValueChangeMode.EAGER);
        add(new Paragraph(getTranslation("inbox.copy.means")), whom, note);
        var send = new Button(getTranslation("inbox.verb.copy"), e -> {
            whom.setErrorMessage(getTranslation("refusal.copy.whom"));
            whom.setInvalid(whom.getValue().isEmpty());
            if (whom.isInvalid() || !Limit.keeps(note)) return;
            close();
            copy.accept(whom.getValue().stream().map(Receiver::id).toList(), note.getValue().strip());
        });
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("inbox.cancel"), e -> close()), send);
    }
}
