package org.jixiao.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The product's sentences: {@code messages/<module>.properties} in Chinese, {@code <module>_en.properties} in English,
 * MessageFormat throughout (a single quote is written twice).
 */
@Component
public class Messages {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final List<Locale> LOCALES = List.of(CHINESE, Locale.ENGLISH);

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ProductClock.ZONE);

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource() {
        @Override
        protected MessageFormat createMessageFormat(String text, Locale locale) {
            return counting(super.createMessageFormat(text, locale));
        }
    };

    public Messages() {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                String name = Objects.requireNonNull(file.getFilename()).replace(".properties", "");
                if (!name.endsWith("_en")) source.addBasenames("messages/" + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
    }

    public static boolean chinese(Locale locale) {
        return locale.getLanguage().equals(CHINESE.getLanguage());
    }

    /** A name that comes in both languages, in the reader's; in Chinese where there is no English one. */
    public static String name(Locale locale, String chinese, @Nullable String english) {
        return chinese(locale) || english == null || english.isBlank() ? chinese : english;
    }

    /** The sentence for a key; an unknown key throws, so a test or the first look finds it. */
    public String text(Locale locale, String key, Object... args) {
        return source.getMessage(key, printed(args), locale);
    }

    /** The sentence for a key, or {@code otherwise} where the key may be an admin's own. */
    public String textOr(Locale locale, String key, String otherwise, Object... args) {
        return source.getMessage(key, printed(args), otherwise, locale);
    }

    public String refusal(Locale locale, Refusal refusal) {
        return text(locale, "refusal." + refusal.code(), refusal.args().toArray());
    }

    public String finding(Locale locale, Finding finding) {
        return text(locale, "finding." + finding.code(), finding.args().toArray());
    }

    /** Numbers come printed; a choice between one and many ({@code {0,choice,0#tasks|1#task|2#tasks}}) reads them back. */
    private static MessageFormat counting(MessageFormat sentence) {
        Format[] formats = sentence.getFormats();
        for (int i = 0; i < formats.length; i++)
            if (formats[i] instanceof ChoiceFormat choice) sentence.setFormat(i, new Counted(choice));
        return sentence;
    }

    private static final class Counted extends Format {

        private final ChoiceFormat choice;

        Counted(ChoiceFormat choice) {
            this.choice = choice;
        }

        @Override
        public StringBuffer format(Object number, StringBuffer to, FieldPosition at) {
            String printed = String.valueOf(number);
            // "99+" are many
            double count = printed.matches("-?\\d{1,15}") ? Double.parseDouble(printed) : Double.MAX_VALUE;
            return to.append(choice.format(count));
        }

        @Override
        public @Nullable Object parseObject(String text, ParsePosition from) {
            return choice.parseObject(text, from);
        }
    }

    private static Object[] printed(Object[] args) {
        Object[] out = args.clone();
        for (int i = 0; i < out.length; i++) {
            if (out[i] instanceof Instant moment) out[i] = MOMENT.format(moment);
            else if (out[i] instanceof LocalDate date) out[i] = date.toString();
            else if (out[i] instanceof Number number) out[i] = number.toString();
        }
        return out;
    }
}
