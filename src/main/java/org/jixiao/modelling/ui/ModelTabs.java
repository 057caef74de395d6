package org.jixiao.modelling.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.List;
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
    }

    /** A tab; its code is what the address says. */
    enum Look {
        DRAWING,
        DIFFERENCE,
        HEAT,
        TIME;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Div place = new Div();
    private List<Diagram> diagrams = List.of();

    ModelTabs(Shown shown, FindingsPanel findings, Supplier<DifferencePanel> difference, String first) {
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
        tabs.addSelectedChangeListener(e -> show(Look.values()[tabs.getSelectedIndex()], shown, findings, difference));
        for (Look look : Look.values()) if (look.code().equals(first)) tabs.setSelectedIndex(look.ordinal());
        show(Look.values()[tabs.getSelectedIndex()], shown, findings, difference);
    }

    private void show(Look look, Shown shown, FindingsPanel findings, Supplier<DifferencePanel> difference) {
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
            case HEAT -> place.add(diagram(new TrafficPanel(drawing(shown), shown).heat()));
            case TIME -> place.add(diagram(new TrafficPanel(drawing(shown), shown).time()));
        }
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
