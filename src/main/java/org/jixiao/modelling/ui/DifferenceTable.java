package org.jixiao.modelling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jixiao.base.ui.Diagram.Mark;
import org.jixiao.base.ui.PlainTable;
import org.jixiao.workflow.Difference;
import org.jixiao.workflow.Difference.Facet;
import org.jixiao.workflow.Difference.Kind;
import org.jspecify.annotations.Nullable;

/** What one version has otherwise than another, in words: a line for each property. */
final class DifferenceTable extends Div {

    /** Properties that have a name in the reader's language; the others stand as they are written. */
    private static final List<String> NAMED = List.of(
            "type", "name", "candidateGroups", "formKey", "formRef", "formRefBinding", "condition", "documentation", "sourceRef", "targetRef",
            "default", "attachedToRef", "calledElement", "historyTimeToLive", "versionTag", "multiInstanceLoopCharacteristics",
            "timerEventDefinition", "expression", "in", "out", "asyncBefore", "asyncAfter", "resultVariable", "property.kind",
            "property.deadline", "property.own", "property.return", "property.direct", "property.drop", "property.accept", "property.name.en",
            "property.label.submit", "property.label.submit.en", "property.content");

    private static final List<String> TYPES = List.of(
            "userTask", "serviceTask", "businessRuleTask", "receiveTask", "callActivity", "subProcess", "sequenceFlow", "exclusiveGateway",
            "parallelGateway", "inclusiveGateway", "eventBasedGateway", "startEvent", "endEvent", "boundaryEvent",
            "intermediateCatchEvent", "intermediateThrowEvent");

    /** @param names in the reader's language, by element */
    DifferenceTable(List<Difference> differences, Map<String, String> names, String older, String newer, Consumer<String> lead) {
        if (differences.isEmpty()) {
            add(Words.note(getTranslation("modelling.difference.none")));
            return;
        }
        var table = new PlainTable(getTranslation("modelling.difference.title"))
                .column(getTranslation("modelling.difference.element"))
                .column(getTranslation("modelling.difference.what"))
                .column(older)
                .column(newer);
        for (Difference one : differences)
            for (Facet facet : shown(one))
                table.row(element(one, names, lead), new Span(what(facet)), value(facet, facet.before()), value(facet, facet.after()));
        add(table);
    }

    /** Of what is new or gone its type says enough beside what a person would ask for. */
    private static List<Facet> shown(Difference one) {
        if (one.kind() == Kind.CHANGED) return one.facets();
        var facets = one.facets().stream().filter(f -> !f.what().equals("name") && !f.what().endsWith(".en") && !f.what().equals("documentation")).toList();
        return facets.isEmpty() ? one.facets() : facets;
    }

    private Div element(Difference one, Map<String, String> names, Consumer<String> lead) {
        String name = names.getOrDefault(one.id(), one.name());
        var button = new Button(name.isBlank() ? one.id() : name, e -> lead.accept(one.id()));
        button.addThemeNames("tertiary", "small");
        var element = new Div(tag(one.kind()), button);
        element.addClassName("jx-row");
        return element;
    }

    private Span tag(Kind kind) {
        return Words.styled(getTranslation("modelling.difference." + look(kind)), "jx-pin", look(kind));
    }

    private String what(Facet facet) {
        return NAMED.contains(facet.what()) ? getTranslation("modelling.facet." + facet.what()) : facet.what();
    }

    private Span value(Facet facet, @Nullable String value) {
        if (value == null) return Words.styled("—", "jx-ter");
        return new Span(facet.what().equals("type") && TYPES.contains(value) ? getTranslation("modelling.type." + value) : value);
    }

    static String look(Kind kind) {
        return switch (kind) {
            case ADDED -> "add";
            case REMOVED -> "del";
            case CHANGED -> "mod";
        };
    }

    /** For the drawing of the newer version, or of the older one. */
    static List<Mark> marks(List<Difference> differences, boolean newer) {
        return differences.stream()
                .filter(one -> one.kind() != (newer ? Kind.REMOVED : Kind.ADDED))
                .map(one -> new Mark(one.id(), Words.text("modelling.difference." + look(one.kind())), look(one.kind()), said(one)))
                .toList();
    }

    private static String said(Difference one) {
        return one.name() + "\n" + String.join("\n", one.facets().stream()
                .map(f -> f.what() + "  " + (f.before() == null ? "—" : f.before()) + " → " + (f.after() == null ? "—" : f.after()))
                .toList());
    }

    /** How many were added, changed and removed. */
    static Div figures(List<Difference> differences) {
        var figures = new Div();
        figures.addClassName("jx-model-legend");
        for (Kind kind : List.of(Kind.ADDED, Kind.CHANGED, Kind.REMOVED)) {
            long count = differences.stream().filter(d -> d.kind() == kind).count();
            figures.add(new Span(
                    Words.styled(Words.text("modelling.difference." + look(kind)), "jx-pin", look(kind)), new Span(String.valueOf(count))));
        }
        return figures;
    }
}
