package org.jixiao.base.ui;

import java.util.Map;

/** Figures beside the menu's entries; a module with something to count registers a bean. */
public interface MenuBadges {

    /** Route of a menu entry (without a leading slash) → what to show, e.g. {@code 17} or {@code 99+}. */
    Map<String, String> badges();
}
