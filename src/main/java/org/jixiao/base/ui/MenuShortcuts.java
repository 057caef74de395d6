package org.jixiao.base.ui;

import java.util.List;
import java.util.Map;

/** A person's own entries under an entry of the menu; a module that keeps such registers a bean. */
public interface MenuShortcuts {

    List<Shortcut> shortcuts();

    /**
     * @param key by which {@link MenuBadges} gives its figure
     * @param under route of the entry it stands under, and leads to
     * @param query the words of its address
     */
    record Shortcut(String key, String under, String name, Map<String, String> query) {}
}
