package org.jixiao.inbox;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two characters suffice to find a Chinese word: texts are indexed by their single characters and pairs. */
final class Terms {

    private Terms() {}

    static String[] of(String... texts) {
        Set<String> terms = new LinkedHashSet<>();
        for (String text : texts) {
            for (String word : words(text)) {
                int[] c = word.codePoints().toArray();
                for (int i = 0; i < c.length; i++) {
                    terms.add(new String(c, i, 1));
                    if (i + 1 < c.length) terms.add(new String(c, i, 2));
                }
            }
        }
        return terms.toArray(String[]::new);
    }

    /** What a row must carry to match the words; null when nothing is asked. */
    static String @Nullable [] asked(String q) {
        Set<String> terms = new LinkedHashSet<>();
        for (String word : words(q)) {
            int[] c = word.codePoints().toArray();
            if (c.length == 1) terms.add(word);
            for (int i = 0; i + 1 < c.length; i++) terms.add(new String(c, i, 2));
        }
        return terms.isEmpty() ? null : terms.toArray(String[]::new);
    }

    private static String[] words(String text) {
        return java.util.Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s\\p{Punct}（）·，。、]+"))
                .filter(w -> !w.isEmpty())
                .toArray(String[]::new);
    }
}
