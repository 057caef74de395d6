package org.jixiao.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was made of the latest keys, so that it need not be made again; for what is the same whenever it is made. */
final class Recent<K, V> {

    private final Map<K, V> made;

    Recent(int most) {
        made = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    V of(K key, Function<K, V> make) {
        V known = made.get(key);
        if (known != null) return known;
        V now = make.apply(key);
        made.put(key, now);
        return now;
    }
}
