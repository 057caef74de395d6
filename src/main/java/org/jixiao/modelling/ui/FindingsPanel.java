package org.jixiao.modelling.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jixiao.base.Finding;
import org.jixiao.base.ui.Diagram.Mark;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.Glyph;

/** What the gate found, numbered as at the elements of the drawing; a number leads to its element and back. */
final class FindingsPanel extends Div {

    private final transient List<Finding> findings;
    private final Map<String, List<Div>> lines = new LinkedHashMap<>();

    /** @param lead hears of the element that somebody wants to see */
    FindingsPanel(List<Finding> findings, Map<String, String> names, Consumer<String> lead) {
        this.findings = findings;
        if (findings.isEmpty()) add(Words.note(getTranslation("modelling.gate.none")));
        for (int i = 0; i < findings.size(); i++) add(line(i + 1, findings.get(i), names, lead));
    }

    static Section sheet(FindingsPanel panel, String title) {
        var sheet = Words.sheet(title, panel.figures());
        sheet.add(panel);
        return sheet;
    }

    private Component[] figures() {
        long errors = findings.stream().filter(Finding::blocks).count();
        long warnings = findings.size() - errors;
        var shown = new ArrayList<Component>();
        shown.add(Words.styled("", "jx-grow"));
        if (errors > 0) shown.add(figure("bad", Glyph.STOP, "modelling.gate.errors", errors));
        if (warnings > 0) shown.add(figure("warn", Glyph.WARN, "modelling.gate.warnings", warnings));
        if (findings.isEmpty()) shown.add(figure("ok", Glyph.MET, "modelling.gate.passed", 0));
        return shown.toArray(Component[]::new);
    }

    private Span figure(String look, Glyph glyph, String key, long count) {
        var figure = new Span(glyph.icon(), new Span(getTranslation(key, String.valueOf(count))));
        figure.addClassNames("jx-light", look);
        return figure;
    }

    private Div line(int number, Finding finding, Map<String, String> names, Consumer<String> lead) {
        var pin = Words.styled(String.valueOf(number), "jx-pin", look(finding));
        var words = new Div(new FindingLine(finding));
        String element = finding.row();
        if (element == null) words.add(Words.styled(String.valueOf(finding.field()), "jx-code"));
        else words.add(leading(element, names, lead));
        words.add(Words.styled(getTranslation("modelling.gate.rule", rule(finding)), "jx-xs"));
        var line = new Div(pin, words);
        line.addClassName("jx-model-finding");
        if (element != null) lines.computeIfAbsent(element, e -> new ArrayList<>()).add(line);
        return line;
    }

    private Div leading(String element, Map<String, String> names, Consumer<String> lead) {
        String name = names.getOrDefault(element, "");
        var button = new Button(name.isBlank() ? element : name, e -> {
            chosen(element);
            lead.accept(element);
        });
        button.addThemeNames("tertiary", "small");
        return new Div(button, Words.styled(name.isBlank() ? "" : element, "jx-code"));
    }

    /** Marks what was found at this element. */
    void chosen(String element) {
        lines.forEach((id, some) -> some.forEach(line -> {
            if (id.equals(element)) line.getElement().setAttribute("aria-current", "true");
            else line.getElement().removeAttribute("aria-current");
        }));
    }

    /** One mark at each element, with all its numbers. */
    List<Mark> marks() {
        var at = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < findings.size(); i++)
            if (findings.get(i).row() != null) at.computeIfAbsent(findings.get(i).row(), e -> new ArrayList<>()).add(i);
        return at.entrySet().stream().map(e -> mark(e.getKey(), e.getValue())).toList();
    }

    private Mark mark(String element, List<Integer> numbers) {
        boolean blocks = numbers.stream().anyMatch(i -> findings.get(i).blocks());
        String text = numbers.stream().map(i -> String.valueOf(i + 1)).collect(Collectors.joining("·"));
        String title = numbers.stream()
                .map(findings::get)
                .map(f -> getTranslation("finding." + f.code(), f.args().toArray()))
                .collect(Collectors.joining("\n"));
        return new Mark(element, text, blocks ? "bad" : "warn", title);
    }

    private static String look(Finding finding) {
        return finding.blocks() ? "bad" : "warn";
    }

    private static String rule(Finding finding) {
        return finding.code().substring(finding.code().indexOf('.') + 1);
    }
}
