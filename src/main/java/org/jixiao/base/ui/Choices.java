package org.jixiao.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Optional;
import org.jixiao.base.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Language and light or dark: a cookie remembers them in this browser, {@link Preferences} with the person. */
@Component
public class Choices implements VaadinServiceInitListener {

    private static final String LOCALE_COOKIE = "jixiao-locale";

    private final transient ObjectProvider<Preferences> preferences;

    Choices(ObjectProvider<Preferences> preferences) {
        this.preferences = preferences;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> {
            Locale locale = remembered(VaadinRequest.getCurrent());
            init.getUI().getSession().setLocale(locale);
            init.getUI().setLocale(locale);
            init.getUI().getPage().executeJs("document.documentElement.lang = $0", locale.toLanguageTag());
            kept(Preferences.THEME)
                    .ifPresent(theme -> init.getUI().getPage().executeJs(REMEMBER + "window.jxTheme();", "jixiao-theme", theme));
        });
    }

    private static final String REMEMBER =
            "document.cookie = $0 + '=' + $1 + ';path=/;max-age=' + ($1 ? 31536000 : 0) + ';samesite=strict';";

    /** Chinese unless somebody chose otherwise: the browser's language is often just its installation. */
    private Locale remembered(VaadinRequest request) {
        return kept(Preferences.LOCALE)
                .or(() -> cookie(request))
                .flatMap(tag -> Messages.LOCALES.stream().filter(l -> l.toLanguageTag().equals(tag)).findFirst())
                .orElse(Messages.CHINESE);
    }

    private Optional<String> kept(String key) {
        return Optional.ofNullable(preferences.getIfAvailable()).flatMap(p -> p.get(key));
    }

    private static Optional<String> cookie(VaadinRequest request) {
        if (request == null || request.getCookies() == null) return Optional.empty();
        for (Cookie cookie : request.getCookies())
            if (cookie.getName().equals(LOCALE_COOKIE)) return Optional.of(cookie.getValue());
        return Optional.empty();
    }

    /** Remembers the language and shows the page anew in it. */
    public void speak(UI ui, Locale locale) {
        preferences.ifAvailable(p -> p.set(Preferences.LOCALE, locale.toLanguageTag()));
        ui.getSession().setLocale(locale);
        ui.getPage().executeJs(REMEMBER + "location.reload();", LOCALE_COOKIE, locale.toLanguageTag());
    }

    /** @param theme light, dark, or empty to follow the system */
    public void theme(UI ui, String theme) {
        preferences.ifAvailable(p -> p.set(Preferences.THEME, theme));
        ui.getPage().executeJs(REMEMBER + "window.jxTheme();", "jixiao-theme", theme);
    }
}
