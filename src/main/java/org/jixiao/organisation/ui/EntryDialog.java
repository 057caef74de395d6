package org.jixiao.organisation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;

/** A form over the page: closes when the service has taken the entry, else says beside the field why not. */
final class EntryDialog extends Dialog {

    /**
     * @param act what the service does with the fields
     * @param then what the page does once it is done
     */
    EntryDialog(String title, String submit, FormFields fields, Runnable act, Runnable then, Component... content) {
        setHeaderTitle(title);
        setWidth("min(440px, 94vw)");
        var form = new Div(content);
        form.addClassName("jx-form");
        add(form);
        var save = new Button(submit, e -> {
            if (!fields.settles(act)) return;
            close();
            then.run();
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Component[] lines =
                Arrays.stream(content).filter(TextField.class::isInstance).toArray(Component[]::new);
        if (lines.length > 0)
            save.addClickShortcut(Key.ENTER).listenOn(lines).resetFocusOnActiveElement();
        getFooter().add(new Button(getTranslation("organisation.cancel"), e -> close()), save);
        open();
    }
}
