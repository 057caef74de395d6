package org.jixiao.modelling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Notices;

/** What will happen, and why somebody wants it; nothing happens without a reason, a refusal leaves it open. */
final class ReasonDialog extends Dialog {

    ReasonDialog(String title, String consequence, String button, Consumer<String> act) {
        setHeaderTitle(title);
        setWidth("min(460px, 94vw)");
        var why = new TextField(getTranslation("modelling.why"));
        why.setMaxLength(255);
        why.setRequiredIndicatorVisible(true);
        why.setWidthFull();
        why.setValueChangeMode(ValueChangeMode.EAGER);
        why.addValueChangeListener(e -> why.setInvalid(false));
        var body = new Div(new Paragraph(consequence), why);
        body.addClassName("jx-form");
        add(body);
        var go = new Button(button, e -> {
            if (why.getValue().isBlank()) {
                why.setErrorMessage(getTranslation("modelling.why.needed"));
                why.setInvalid(true);
                why.focus();
                return;
            }
            try {
                act.accept(why.getValue());
                close();
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
        go.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("modelling.cancel"), e -> close()), go);
    }
}
