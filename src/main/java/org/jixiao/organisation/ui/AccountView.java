package org.jixiao.organisation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import org.jixiao.base.Messages;
import org.jixiao.base.ui.Choices;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.base.ui.Preferences;
import org.jixiao.organisation.AccessTokens;
import org.jixiao.organisation.Self;
import org.jixiao.organisation.SignedIn;

/** One's own password, language, light or dark, and access tokens. */
@Route(value = "account", layout = MainLayout.class)
@PermitAll
class AccountView extends Div implements HasDynamicTitle {

    private final transient Self self;
    private final transient SignedIn signedIn;
    private final transient Choices choices;
    private final FormFields fields = new FormFields();
    private final PasswordField old = fields.add("old", new PasswordField(getTranslation("organisation.account.old")));
    private final PasswordField chosen =
            fields.add("chosen", new PasswordField(getTranslation("organisation.account.chosen")));
    private final PasswordField again =
            fields.add("again", new PasswordField(getTranslation("organisation.account.again")));
    private final Div mustChange = new Div();

    private final TokensSheet tokens;

    AccountView(Self self, SignedIn signedIn, Choices choices, AccessTokens accessTokens) {
        this.self = self;
        this.signedIn = signedIn;
        this.choices = choices;
        addClassName("jx-page");
        var actor = signedIn.actor();
        tokens = new TokensSheet(accessTokens, signedIn);
        var body = new Div(password(), looks(), tokens);
        body.addClassNames("jx-body", "jx-forms");
        mustChange.addClassNames("jx-banner", "warn", "jx-forms-note");
        mustChange.setText(getTranslation("organisation.account.mustChange"));
        mustChange.setVisible(Self.mustChangePassword());
        add(new PageHeader(getTranslation("organisation.account.title")).facts(new Span(actor.name()), login(actor.login())));
        add(mustChange, body);
    }

    private static Span login(String login) {
        var span = new Span(login);
        span.addClassName("jx-ter");
        return span;
    }

    private Section password() {
        old.getElement().setAttribute("autocomplete", "current-password");
        chosen.getElement().setAttribute("autocomplete", "new-password");
        again.getElement().setAttribute("autocomplete", "new-password");
        chosen.setHelperText(getTranslation("organisation.account.rule"));
        var change = new Button(getTranslation("organisation.account.change"), e -> change());
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return section("organisation.account.password", old, chosen, again, change);
    }

    private void change() {
        boolean done = fields.settles(() ->
                self.changePassword(signedIn.actor(), old.getValue(), chosen.getValue(), again.getValue()));
        if (!done) return;
        old.clear();
        chosen.clear();
        again.clear();
        mustChange.setVisible(false);
        tokens.reload();
        Notices.done(getTranslation("organisation.account.changed"));
    }

    private Section looks() {
        var language = new RadioButtonGroup<Locale>(getTranslation("organisation.account.language"));
        language.setItems(Messages.LOCALES);
        language.setItemLabelGenerator(l -> l.getDisplayLanguage(l));
        language.setValue(Messages.LOCALES.stream()
                .filter(l -> l.getLanguage().equals(getLocale().getLanguage()))
                .findFirst()
                .orElse(Messages.CHINESE));
        language.addValueChangeListener(e -> choices.speak(UI.getCurrent(), e.getValue()));
        var theme = new RadioButtonGroup<String>(getTranslation("organisation.account.theme"));
        theme.setItems("", "light", "dark");
        theme.setItemLabelGenerator(
                t -> getTranslation("organisation.account.theme." + (t.isEmpty() ? "system" : t)));
        theme.setValue(self.choice(signedIn.actor(), Preferences.THEME).orElse(""));
        theme.addValueChangeListener(e -> choices.theme(UI.getCurrent(), e.getValue()));
        var hints = new Button(getTranslation("organisation.account.hints"), e -> {
            self.hintsAgain(signedIn.actor());
            Notices.done(getTranslation("organisation.account.hints.again"));
        });
        return section("organisation.account.looks", language, theme, hints);
    }

    private Section section(String title, com.vaadin.flow.component.Component... content) {
        var section = new Section(new Header(new H2(getTranslation(title))));
        section.addClassName("jx-sheet");
        var inside = new Div(content);
        inside.addClassName("jx-form");
        section.add(inside);
        return section;
    }

    @Override
    public String getPageTitle() {
        return UI.getCurrent().getTranslation("base.title", getTranslation("organisation.account.title"));
    }
}
