package org.jixiao.modelling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Limit;
import org.jixiao.base.ui.Notices;

/** What will happen, and why somebody wants it; nothing happens without a reason, a refusal leaves it open. */
final class ReasonDialog extends Dialog {

    /** A reason that becomes the name of a deployment, which the engine keeps no longer. */
    static final int NAME = 255;

    static final int REASON = 500;

    /** @param longest how much the service takes */
    ReasonDialog(String title, String consequence, String button, int longest, Consumer<String> act) {
        setHeaderTitle(title);
        setWidth("min(560px, 94vw)");
        var why = new TextArea(getTranslation("modelling.move.why"));
        why.setMinRows(2);
        why.setRequiredIndicatorVisible(true);
        why.setWidthFull();
        why.setValueChangeMode(ValueChangeMode.EAGER);
        why.addValueChangeListener(e -> why.setInvalid(false));
        Limit.of(why, longest);
        var body = new Div(new Paragraph(consequence), why);
        body.addClassName("jx-form");
        add(body);
        var go = new Button(button, e -> {
            String said = why.getValue().strip();
            if (said.isEmpty()) {
                why.setErrorMessage(getTranslation("modelling.move.why.missing"));
                why.setInvalid(true);
                why.focus();
                return;
            }
            if (!Limit.keeps(why)) return;
            try {
                act.accept(said);
                close();
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
        go.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("modelling.cancel"), e -> close()), go);
    }
}
