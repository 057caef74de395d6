package org.jixiao.organisation.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.jixiao.base.ui.LanguageSwitch;
import org.jixiao.organisation.SetUp;

/** Makes the first administrator of an empty installation, with the one-time token from the log. */
@Route(value = "setup", autoLayout = false)
@AnonymousAllowed
class SetUpView extends Main implements HasDynamicTitle {

    private final FormFields fields = new FormFields();
    private final PasswordField token = fields.add("token", new PasswordField(getTranslation("organisation.setUp.token")));
    private final TextField login = fields.add("login", new TextField(getTranslation("organisation.signIn.login")));
    private final TextField name = fields.add("name", new TextField(getTranslation("organisation.person.name")));
    private final PasswordField password =
            fields.add("password", new PasswordField(getTranslation("organisation.signIn.password")));
    private final PasswordField again =
            fields.add("again", new PasswordField(getTranslation("organisation.account.again")));
    private final transient SetUp setUp;

    SetUpView(SetUp setUp, LanguageSwitch language) {
        this.setUp = setUp;
        if (setUp.needed()) new DoorSheet(this, getTranslation("organisation.setUp.what"), form(), language);
        else new DoorSheet(this, getTranslation("organisation.setUp.done"), signIn(), language);
    }

    private VerticalLayout form() {
        password.setHelperText(getTranslation("organisation.account.rule"));
        password.getElement().setAttribute("autocomplete", "new-password");
        again.getElement().setAttribute("autocomplete", "new-password");
        var submit = new Button(getTranslation("organisation.setUp.submit"), e -> complete());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER).resetFocusOnActiveElement();
        var form = new VerticalLayout(token, login, name, password, again, submit);
        form.setPadding(false);
        form.getChildren().forEach(field -> field.getElement().getStyle().set("width", "100%"));
        return form;
    }

    private void complete() {
        boolean done = fields.settles(() -> setUp.complete(
                token.getValue(), login.getValue(), name.getValue(), password.getValue(), again.getValue()));
        if (!done) return;
        removeAll();
        new DoorSheet(this, getTranslation("organisation.setUp.ready"), signIn());
    }

    private Paragraph signIn() {
        return new Paragraph(new Anchor("login", getTranslation("organisation.setUp.signIn")));
    }

    @Override
    public String getPageTitle() {
        return UI.getCurrent().getTranslation("base.title", getTranslation("organisation.setUp.title"));
    }
}
