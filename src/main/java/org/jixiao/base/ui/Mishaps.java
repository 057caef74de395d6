package org.jixiao.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import java.util.UUID;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whatever goes wrong on a page becomes a sentence: a refusal its own, anything else an incident id for the log. */
@Component
class Mishaps implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    private final transient Messages messages;

    Mishaps(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(this::tell));
        event.getSource().setSystemMessagesProvider(this::system);
        event.getSource().addUIInitListener(init -> cut(init.getUI()));
    }

    private static void cut(UI ui) {
        var words = ui.getReconnectDialogConfiguration();
        words.setDialogText(ui.getTranslation("base.connection.lost"));
        words.setDialogTextGaveUp(ui.getTranslation("base.connection.gaveUp"));
        ui.getPage()
                .executeJs(
                        "const shown = window.Vaadin.connectionIndicator; if (shown) shown.onlineText = $0;",
                        ui.getTranslation("base.connection.online"));
    }

    private void tell(ErrorEvent event) {
        Throwable cause = cause(event.getThrowable());
        Refusal refusal = cause instanceof Refusal r ? r : null;
        String incident = refusal == null ? log(cause) : "";
        UI ui = UI.getCurrent();
        if (ui == null || !ui.isAttached()) return;
        ui.access(() -> say(refusal, incident));
    }

    /** What fails here is not told, or telling it would fail the same way, and so for ever. */
    private static void say(@Nullable Refusal refusal, String incident) {
        try {
            if (refusal != null) Notices.refused(refusal);
            else Notices.unexpected(incident);
        } catch (RuntimeException e) {
            log(e);
        }
    }

    /** Listeners called by reflection wrap what they throw. */
    private static Throwable cause(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) if (t instanceof Refusal) return t;
        return thrown;
    }

    /** Logs under a short id that the person can tell. */
    static String log(Throwable thrown) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {}", incident, thrown);
        return incident;
    }

    private SystemMessages system(SystemMessagesInfo info) {
        Locale locale = Messages.LOCALES.stream()
                .filter(l -> info.getLocale() != null && l.getLanguage().equals(info.getLocale().getLanguage()))
                .findFirst()
                .orElse(Messages.CHINESE);
        var words = new CustomizedSystemMessages();
        words.setSessionExpiredNotificationEnabled(true);
        words.setSessionExpiredCaption(messages.text(locale, "base.session.expired.title"));
        words.setSessionExpiredMessage(messages.text(locale, "base.session.expired"));
        words.setInternalErrorCaption(messages.text(locale, "base.session.internal.title"));
        words.setInternalErrorMessage(messages.text(locale, "base.session.internal"));
        words.setCookiesDisabledCaption(messages.text(locale, "base.session.cookies.title"));
        words.setCookiesDisabledMessage(messages.text(locale, "base.session.cookies"));
        return words;
    }
}
