package org.jixiao.base.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.jixiao.base.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Lets {@code getTranslation(key, args)} of every page read the product's {@link Messages}. */
@Component
public class Translator implements I18NProvider {

    private static final Logger LOG = LoggerFactory.getLogger(Translator.class);

    private final transient Messages messages;

    Translator(Messages messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return Messages.LOCALES;
    }

    /** A missing sentence is logged and shown as its key: a page must not break on a word. */
    @Override
    public String getTranslation(String key, Locale locale, Object... args) {
        try {
            return messages.text(locale, key, args);
        } catch (NoSuchMessageException e) {
            LOG.warn("No message {} for {}", key, locale);
            return key;
        }
    }
}
