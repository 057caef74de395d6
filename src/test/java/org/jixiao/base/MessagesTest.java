package org.jixiao.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every sentence exists in both languages and takes the same arguments in both. */
class MessagesTest {

    private static final Pattern SINGLE_QUOTE = Pattern.compile("(?<!')'(?!')");

    static Stream<String> modules() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:messages/*.properties"))
                .map(file -> file.getFilename().replace(".properties", ""))
                .filter(name -> !name.endsWith("_en"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void both_languages_share_their_keys(String module) throws IOException {
        assertThat(keys(english(module))).isEqualTo(keys(chinese(module)));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void both_languages_take_the_same_arguments(String module) throws IOException {
        var chinese = chinese(module);
        var english = english(module);
        for (String key : keys(chinese)) {
            assertThat(arguments(english.getProperty(key, ""))).as(key).isEqualTo(arguments(chinese.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_single_quote_is_written_twice(String module) throws IOException {
        for (Properties language : List.of(chinese(module), english(module))) {
            language.forEach((key, text) -> assertThat(
                            SINGLE_QUOTE.matcher(text.toString()).find())
                    .as("%s = %s", key, text)
                    .isFalse());
        }
    }

    @Test
    void one_is_not_many_in_english() {
        var messages = new Messages();
        assertThat(messages.text(Locale.ENGLISH, "inbox.row.warnings", "1")).isEqualTo("1 warning");
        assertThat(messages.text(Locale.ENGLISH, "inbox.row.warnings", 0)).isEqualTo("0 warnings");
        assertThat(messages.text(Locale.ENGLISH, "inbox.task.returns", 1, "02-14")).isEqualTo("Returned 1 time, 02-14");
        assertThat(messages.text(Locale.ENGLISH, "inbox.count", "1200")).isEqualTo("1200 tasks");
        assertThat(messages.text(Locale.ENGLISH, "inbox.count", "99+")).isEqualTo("99+ tasks");
        assertThat(messages.text(Messages.CHINESE, "inbox.row.warnings", "1")).isEqualTo("提醒 1");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void a_key_names_its_module_or_what_is_refused_found_or_hinted(String module) throws IOException {
        assertThat(keys(chinese(module)))
                .allMatch(key -> Stream.of(module, "refusal", "finding", "hint").anyMatch(word -> key.startsWith(word + ".")));
    }

    /** Which arguments a sentence uses; how many placeholders do not matter. */
    private static TreeSet<Integer> arguments(String text) {
        new MessageFormat(text);
        TreeSet<Integer> used = new TreeSet<>();
        var matcher = Pattern.compile("\\{(\\d+)").matcher(text);
        while (matcher.find()) used.add(Integer.parseInt(matcher.group(1)));
        return used;
    }

    private static TreeSet<String> keys(Properties properties) {
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static Properties chinese(String module) throws IOException {
        return read("messages/" + module + ".properties");
    }

    private static Properties english(String module) throws IOException {
        return read("messages/" + module + "_en.properties");
    }

    private static Properties read(String path) throws IOException {
        Properties properties = new Properties();
        try (var in = new InputStreamReader(new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
