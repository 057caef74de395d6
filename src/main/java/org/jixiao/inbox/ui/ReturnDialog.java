package org.jixiao.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jixiao.base.ui.Limit;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases.Step;

/** Asks for the reason of a return and the step it goes back to; the drawn one stands first. */
class ReturnDialog extends Dialog {

    private final TextArea reason = new TextArea();
    private final RadioButtonGroup<Step> target = new RadioButtonGroup<>();

    /** @param back gets the reason and the id of the chosen step */
    ReturnDialog(List<Step> targets, Function<Step, String> names, int marked, String typed, BiConsumer<String, String> back) {
        setHeaderTitle(
                marked == 0
                        ? getTranslation("inbox.return.title")
                        : getTranslation("inbox.return.titleRows", String.valueOf(marked)));
        setWidth("min(520px, 94vw)");
        target.setLabel(getTranslation("inbox.return.to"));
        target.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        target.setItems(targets);
        target.setItemLabelGenerator(names::apply);
        if (!targets.isEmpty()) target.setValue(targets.get(0));
        target.setVisible(targets.size() > 1);
        reason.setLabel(getTranslation(marked == 0 ? "inbox.return.why" : "inbox.return.whyShared"));
        reason.setRequiredIndicatorVisible(marked == 0);
        reason.setMinRows(3);
        reason.setWidthFull();
        reason.setValue(typed);
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.setAutofocus(true);
        Limit.of(reason, Act.LONGEST);
        add(target, reason);
        var send = new Button(getTranslation("inbox.verb.return"));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(e -> {
            String said = reason.getValue().strip();
            if (said.isEmpty() && marked == 0) {
                reason.setErrorMessage(getTranslation("inbox.return.reason"));
                reason.setInvalid(true);
                reason.focus();
                send.setEnabled(true);
                return;
            }
            if (!Limit.keeps(reason)) {
                send.setEnabled(true);
                return;
            }
            close();
            back.accept(said, target.getValue() == null ? null : target.getValue().id());
        });
        getFooter().add(new Button(getTranslation("inbox.cancel"), e -> close()), send);
    }
}
