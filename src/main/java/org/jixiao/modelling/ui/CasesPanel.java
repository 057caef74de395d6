package org.jixiao.modelling.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jixiao.workflow.Versions.Traffic;
import org.jixiao.workflow.Versions.Version;

/** The running cases by version, and the steps where they stand. */
final class CasesPanel extends Div {

    private static final int SHOWN = 6;

    private CasesPanel(List<Version> running, Traffic traffic, Function<Version, Map<String, String>> names) {
        addClassName("jx-model-cases");
        running.stream().limit(SHOWN).forEach(version -> add(line(version, traffic, names.apply(version))));
        if (running.isEmpty()) add(Words.styled(getTranslation("modelling.cases.none"), "jx-sec", "jx-sm"));
    }

    /** @param names what the steps of a version are called */
    static Section sheet(List<Version> versions, Traffic traffic, Function<Version, Map<String, String>> names) {
        var running = versions.stream().filter(v -> v.running() > 0).toList();
        long all = running.stream().mapToLong(Version::running).sum();
        var panel = new CasesPanel(running, traffic, names);
        var sheet = Words.sheet(panel.getTranslation("modelling.cases", String.valueOf(all)));
        sheet.add(panel, Words.note(panel.getTranslation("modelling.cases.stay")));
        return sheet;
    }

    private Div line(Version version, Traffic traffic, Map<String, String> names) {
        var head = new Div(
                Words.styled("V" + version.version(), "jx-b"),
                Words.styled(getTranslation("modelling.cases.count", String.valueOf(version.running())), "jx-b"));
        head.addClassName("jx-row");
        var bar = new Div();
        bar.addClassName("jx-model-bar");
        traffic.of(version.version()).entrySet().stream()
                .filter(e -> e.getValue().waiting() > 0)
                .sorted(Comparator.comparing(e -> -e.getValue().waiting()))
                .limit(8)
                .forEach(e -> {
                    var part = new Span(names.getOrDefault(e.getKey(), e.getKey()) + " " + e.getValue().waiting());
                    part.getStyle().set("--jx-share", String.valueOf(e.getValue().waiting()));
                    bar.add(part);
                });
        return new Div(head, bar);
    }
}
