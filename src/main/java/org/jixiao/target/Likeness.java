package org.jixiao.target;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How alike two names are, by the pairs of characters they share; each name is taken apart once. */
final class Likeness {

    private final Map<String, Set<String>> known = new HashMap<>();

    /** The share of the shorter name's pairs that the other has too: 0 to 1. */
    double of(String a, String b) {
        Set<String> x = pairs(a);
        Set<String> y = pairs(b);
        int least = Math.min(x.size(), y.size());
        return least == 0 ? 0 : (double) shared(x, y).size() / least;
    }

    Set<String> shared(String a, String b) {
        return shared(pairs(a), pairs(b));
    }

    private static Set<String> shared(Set<String> x, Set<String> y) {
        var shared = new HashSet<>(x);
        shared.retainAll(y);
        return shared;
    }

    private Set<String> pairs(String name) {
        return known.computeIfAbsent(name, n -> {
            int[] letters = n.codePoints().filter(Character::isLetterOrDigit).toArray();
            var pairs = new HashSet<String>();
            for (int i = 0; i + 1 < letters.length; i++) pairs.add(new String(letters, i, 2));
            return pairs;
        });
    }
}
