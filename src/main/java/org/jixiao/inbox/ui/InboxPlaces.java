package org.jixiao.inbox.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.HashMap;
import java.util.Map;

/** How far each list was loaded in this window, so that coming back finds it as it was left. */
class InboxPlaces {

    private static final int MOST = 50;

    private final Map<Way, Integer> loaded = new HashMap<>();

    static InboxPlaces of(UI ui) {
        var places = ComponentUtil.getData(ui, InboxPlaces.class);
        if (places == null) {
            places = new InboxPlaces();
            ComponentUtil.setData(ui, InboxPlaces.class, places);
        }
        return places;
    }

    int loaded(Way way) {
        return loaded.getOrDefault(way, 0);
    }

    void keep(Way way, int rows) {
        if (loaded.size() >= MOST) loaded.clear();
        loaded.put(way, rows);
    }
}
