package org.jixiao.modelling.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.ui.Diagram;
import org.jixiao.base.ui.Diagram.Mark;
import org.jixiao.base.ui.PlainTable;
import org.jixiao.modelling.ui.ModelTabs.Shown;
import org.jixiao.workflow.Versions.Step;
import org.jspecify.annotations.Nullable;

/** Where the cases of a version stand, or how long its steps take and where they go back: on the drawing and in a table. */
final class TrafficPanel extends Div {

    private static final int WARMEST = 4;

    private final Diagram diagram;
    private final transient Shown shown;
    private final transient Map<String, Step> steps;

    TrafficPanel(Diagram diagram, Shown shown) {
        this.diagram = diagram;
        this.shown = shown;
        this.steps = shown.traffic().of(shown.version().version());
    }

    Diagram diagram() {
        return diagram;
    }

    /** The more wait at a step, the warmer; the figure says how many. */
    TrafficPanel heat() {
        long most = steps.values().stream().mapToLong(Step::waiting).max().orElse(0);
        var marks = new ArrayList<Mark>();
        steps.forEach((id, step) -> {
            if (step.waiting() > 0)
                marks.add(new Mark(id, String.valueOf(step.waiting()), "heat" + (1 + (step.waiting() - 1) * (WARMEST - 1) / Math.max(1, most - 1)),
                        getTranslation("modelling.heat.mark", name(id), String.valueOf(step.waiting()))));
        });
        add(diagram.marks(marks));
        if (marks.isEmpty()) {
            add(Words.note(getTranslation("modelling.heat.none", String.valueOf(shown.version().version()))));
            return this;
        }
        var table = new PlainTable(getTranslation("modelling.tab.heat"))
                .column(getTranslation("modelling.column.step"))
                .column(getTranslation("modelling.column.waiting"), "num");
        steps.entrySet().stream()
                .filter(e -> e.getValue().waiting() > 0)
                .sorted(Comparator.comparing((Map.Entry<String, Step> e) -> -e.getValue().waiting()).thenComparing(Map.Entry::getKey))
                .forEach(e -> table.row(leading(e.getKey()), figure(String.valueOf(e.getValue().waiting()))));
        add(table);
        return this;
    }

    /** Median and p90 at each step that somebody finished, and how often it was returned. */
    TrafficPanel time() {
        var done = new LinkedHashMap<String, Step>();
        steps.entrySet().stream()
                .filter(e -> e.getValue().done() > 0)
                .sorted(Comparator.comparing((Map.Entry<String, Step> e) -> longest(e.getValue())).reversed().thenComparing(Map.Entry::getKey))
                .forEach(e -> done.put(e.getKey(), e.getValue()));
        var notes = new LinkedHashMap<String, String>();
        var marks = new ArrayList<Mark>();
        done.forEach((id, step) -> {
            notes.put(id, getTranslation("modelling.time.note", took(step.median())));
            if (step.returned() > 0)
                marks.add(new Mark(id, getTranslation("modelling.back.mark", String.valueOf(step.returned())), "back", backs(id)));
        });
        add(diagram.notes(notes).marks(marks));
        if (done.isEmpty()) {
            add(Words.note(getTranslation("modelling.time.none", String.valueOf(shown.version().version()))));
            return this;
        }
        var table = new PlainTable(getTranslation("modelling.tab.time"))
                .column(getTranslation("modelling.column.step"))
                .column(getTranslation("modelling.column.done"), "num")
                .column(getTranslation("modelling.column.median"), "num")
                .column(getTranslation("modelling.column.p90"), "num")
                .column(getTranslation("modelling.column.returned"));
        done.forEach((id, step) -> table.row(
                leading(id), figure(String.valueOf(step.done())), figure(took(step.median())), figure(took(step.p90())),
                new Span(step.returned() == 0 ? "" : backs(id))));
        add(table, Words.note(getTranslation("modelling.time.meaning")));
        return this;
    }

    private static Duration longest(Step step) {
        return step.median() == null ? Duration.ZERO : step.median();
    }

    private static String took(@Nullable Duration took) {
        return took == null ? "—" : Words.took(took);
    }

    /** To which steps it was returned and how often; without a step, as it was drawn. */
    private String backs(String id) {
        var lines = new ArrayList<String>();
        long named = 0;
        for (var back : shown.traffic().backs())
            if (back.version() == shown.version().version() && back.from().equals(id)) {
                lines.add(getTranslation("modelling.back.to", name(back.to()), String.valueOf(back.times())));
                named += back.times();
            }
        long rest = steps.get(id).returned() - named;
        if (rest > 0) lines.add(getTranslation("modelling.back.drawn", String.valueOf(rest)));
        return String.join(getTranslation("modelling.list.comma"), lines);
    }

    private String name(String id) {
        String name = shown.names().getOrDefault(id, "");
        return name.isBlank() ? id : name;
    }

    private Component leading(String id) {
        var button = new Button(name(id), e -> diagram.select(id));
        button.addThemeNames("tertiary", "small");
        return button;
    }

    private static Span figure(String text) {
        return Words.styled(text, "num");
    }
}
