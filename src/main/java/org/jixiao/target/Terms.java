package org.jixiao.target;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Which official names a rule knows; the names are data ({@code target/terms.properties}). */
public enum Terms {
    EXECUTION_RATE("rule.execution-rate"),
    CARRY_OVER("rule.carry-over"),
    STAFFING("rule.staffing"),
    NON_TAX("rule.non-tax"),
    WORD_NON_TAX("word.non-tax"),
    WORD_GROWTH("word.growth"),
    /** Words that say nothing of the matter: two names that share only these are of two matters. */
    WORD_GENERAL("word.general"),
    COUNT_SUFFIX("word.count-suffix"),
    RATE_SUFFIX("word.rate-suffix");

    private final List<String> names;

    Terms(String key) {
        this.names = Arrays.stream(Loaded.FILE.getProperty(key, "").split(",")).map(String::strip).toList();
    }

    /** Whether a row carries this official name. */
    public boolean names(String indicator) {
        return names.contains(indicator.strip());
    }

    boolean has(String word) {
        return names.contains(word);
    }

    boolean within(String text) {
        return names.stream().anyMatch(text::contains);
    }

    String stripEnd(String text) {
        for (String suffix : names)
            if (text.endsWith(suffix)) return text.substring(0, text.length() - suffix.length());
        return text;
    }

    private static final class Loaded {
        static final Properties FILE = new Properties();

        static {
            try (var in = Objects.requireNonNull(Terms.class.getResourceAsStream("/target/terms.properties"));
                    var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                FILE.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
