package org.jixiao.modelling.ui;

import com.vaadin.flow.component.UI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Section;
import org.jspecify.annotations.Nullable;

/** What a case is called in a list for administrators: year, section, period; read once a list. */
final class Matters {

    private final Organisation organisation;
    private final ProductClock clock;
    private final Map<String, Map<String, String>> sections = new HashMap<>();

    Matters(Organisation organisation, ProductClock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    String of(String unit, int year, @Nullable String section, @Nullable String period) {
        UI ui = UI.getCurrent();
        String whose = section == null
                ? ui.getTranslation("modelling.case.unit")
                : sections.computeIfAbsent(unit, this::sections).getOrDefault(section, section);
        String when = period == null ? "" : " · " + ui.getTranslation("modelling.period." + period);
        return year + " " + whose + when;
    }

    private Map<String, String> sections(String unit) {
        return organisation.sections(unit, clock.today()).stream()
                .collect(Collectors.toMap(Section::code, Section::name, (a, b) -> a));
    }
}
