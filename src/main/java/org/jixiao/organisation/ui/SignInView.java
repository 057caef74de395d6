package org.jixiao.organisation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Instant;
import org.jixiao.base.ui.LanguageSwitch;
import org.jixiao.organisation.SetUp;
import org.jixiao.organisation.SignInDoor;
import org.springframework.security.web.WebAttributes;

/** Sign-in by login and password; in an empty installation the way to its set-up. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final LoginForm form = new LoginForm();
    private final transient SetUp setUp;

    SignInView(SetUp setUp, LanguageSwitch language) {
        this.setUp = setUp;
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words(getTranslation("organisation.signIn.wrong"), getTranslation("refusal.login-wrong")));
        form.getElement().executeJs("this.addEventListener('login', e => sessionStorage.setItem('jx-login', e.detail.username))");
        new DoorSheet(this, getTranslation("organisation.signIn.what"), form, language);
    }

    private LoginI18n words(String errorTitle, String error) {
        var words = LoginI18n.createDefault();
        var fields = words.getForm();
        fields.setTitle(getTranslation("organisation.signIn.title"));
        fields.setUsername(getTranslation("organisation.signIn.login"));
        fields.setPassword(getTranslation("organisation.signIn.password"));
        fields.setSubmit(getTranslation("organisation.signIn.submit"));
        var message = words.getErrorMessage();
        message.setTitle(errorTitle);
        message.setMessage(error);
        message.setUsername(getTranslation("organisation.signIn.login.missing"));
        message.setPassword(getTranslation("organisation.signIn.password.missing"));
        return words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (setUp.needed()) {
            event.forwardTo(SetUpView.class);
            return;
        }
        if (!event.getLocation().getQueryParameters().getParameters().containsKey("error")) return;
        var session = VaadinSession.getCurrent().getSession();
        SignInDoor.waitsUntil(session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION))
                .ifPresent(this::sayWait);
        form.setError(true);
        // who mistyped the password need not type the name again
        form.getElement()
                .executeJs(
                        """
                        const kept = sessionStorage.getItem('jx-login');
                        if (kept) setTimeout(() => {
                          this.$.vaadinLoginUsername.value = kept;
                          this.$.vaadinLoginPassword.focus();
                        }, 100)""");
    }

    private void sayWait(Instant until) {
        form.setI18n(words(getTranslation("organisation.signIn.waits"), getTranslation("refusal.login-waits", until)));
    }

    @Override
    public String getPageTitle() {
        return UI.getCurrent().getTranslation("base.title", getTranslation("organisation.signIn.title"));
    }
}
