package org.jixiao.modelling.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** What an administrator is about to do, and why; nothing happens without a reason, and none typed is lost. */
final class WhyDialog extends Dialog {

    private static final int LONGEST = 500;

    private final TextArea reason = new TextArea();

    /** @param act gets the reason; when it refuses, the dialog stays */
    WhyDialog(String title, String means, String action, Consumer<String> act, Component... content) {
        setHeaderTitle(title);
        setWidth("min(560px, 94vw)");
        reason.setLabel(getTranslation("modelling.move.why"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST);
        reason.setMinRows(2);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        var form = new Div(new Paragraph(means));
        form.add(content);
        form.add(reason);
        form.addClassName("jx-form");
        add(form);
        var go = new Button(action, e -> {
            String said = reason.getValue().strip();
            reason.setInvalid(said.isEmpty());
            reason.setErrorMessage(getTranslation("modelling.move.why.missing"));
            if (reason.isInvalid()) {
                reason.focus();
                return;
            }
            act.accept(said);
            close();
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("modelling.cancel"), e -> close()), go);
    }
}
