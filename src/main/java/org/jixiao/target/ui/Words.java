package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jixiao.target.Direction;
import org.jixiao.target.Measure;

/** The words of measures and directions in the language of the page. */
final class Words {

    private Words() {}

    static String measure(Component on, Measure measure) {
        return on.getTranslation("target.measure." + measure.name());
    }

    static Map<String, String> measures(Component on) {
        var words = new LinkedHashMap<String, String>();
        for (Measure measure : Measure.values()) words.put(measure.name(), measure(on, measure));
        return words;
    }

    static Map<String, String> directions(Component on) {
        var words = new LinkedHashMap<String, String>();
        words.put("", "–");
        for (Direction direction : Direction.values())
            words.put(direction.name(), on.getTranslation("target.direction." + direction.name()));
        return words;
    }
}
