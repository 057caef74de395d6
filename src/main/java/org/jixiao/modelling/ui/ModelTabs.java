package org.jixiao.modelling.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jixiao.base.ui.Diagram;
import org.jixiao.base.ui.Steps;
import org.jixiao.workflow.Versions.Model;
import org.jixiao.workflow.Versions.Traffic;
import org.jixiao.workflow.Versions.Version;

/** A version's drawing, looked at for its findings, its difference to another one, its cases or its times. */
final class ModelTabs extends Section {

    /** What the tabs show it of. */
    record Shown(Version version, List<Version> versions, Model model, Map<String, String> names, Traffic traffic) {

        String called() {
            return names.getOrDefault(version.process(), version.name());
        }

        /** Another version, without what the gate says to it. */
        Shown of(Version other, String xml, Locale locale) {
            var drawn = new Model(xml, List.of(), List.of(), Map.of());
            return new Shown(other, versions, drawn, Steps.names(xml, locale), traffic);
        }
    }

    /** A tab; its code is what the address says. */
    enum Look {
        DRAWING,
        DIFFERENCE,
        HEAT,
        TIME;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Div place = new Div();
    private List<Diagram> diagrams = List.of();

    /** @param busy the version whose cases are shown */
    ModelTabs(Shown shown, FindingsPanel findings, Supplier<DifferencePanel> difference, Supplier<Shown> busy, String first) {
        addClassName("jx-sheet");
        var tabs = new Tabs();
        for (Look look : Look.values()) tabs.add(new Tab(getTranslation("modelling.tab." + look.code())));
        tabs.getElement().setAttribute("aria-label", getTranslation("modelling.tabs"));
        var bar = new Div(tabs);
        bar.addClassName("jx-model-tabs");
        var steps = new Steps(shown.model().xml(), List.of(), List.of());
        steps.getElement().setAttribute("aria-label", getTranslation("modelling.steps"));
        steps.addClassName("jx-sr");
        add(bar, steps, place);
        tabs.addSelectedChangeListener(e -> show(Look.values()[tabs.getSelectedIndex()], shown, findings, difference, busy));
        for (Look look : Look.values()) if (look.code().equals(first)) tabs.setSelectedIndex(look.ordinal());
        show(Look.values()[tabs.getSelectedIndex()], shown, findings, difference, busy);
    }

    private void show(Look look, Shown shown, FindingsPanel findings, Supplier<DifferencePanel> difference, Supplier<Shown> busy) {
        place.removeAll();
        switch (look) {
            case DRAWING -> {
                var diagram = drawing(shown).marks(findings.marks()).onChosen(findings::chosen);
                diagrams = List.of(diagram);
                place.add(diagram);
            }
            case DIFFERENCE -> {
                var panel = difference.get();
                diagrams = List.of();
                place.add(panel);
            }
            case HEAT -> {
                var of = busy.get();
                if (of.version() != shown.version())
                    place.add(Words.note(getTranslation("modelling.heat.other", number(shown), number(of))));
                place.add(diagram(new TrafficPanel(drawing(of), of).heat()));
            }
            case TIME -> place.add(diagram(new TrafficPanel(drawing(shown), shown).time()));
        }
    }

    private static String number(Shown of) {
        return String.valueOf(of.version().version());
    }

    private TrafficPanel diagram(TrafficPanel panel) {
        diagrams = List.of(panel.diagram());
        return panel;
    }

    private Diagram drawing(Shown shown) {
        return new Diagram(getTranslation("modelling.picture", shown.called()), shown.model().xml(), List.of(), List.of()).tallest(520);
    }

    /** Brings the element into view where a drawing shows it. */
    void select(String element) {
        diagrams.forEach(diagram -> diagram.select(element));
    }
}
