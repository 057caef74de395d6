package org.jixiao.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.Diagram;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.PathStrip;
import org.jixiao.base.ui.PathStrip.Back;
import org.jixiao.base.ui.Steps;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Cases.Entry;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jixiao.workflow.Verb;

/** Where the case stands: its way in a line, the working days used, and the whole picture when it is folded out. */
class ProcessLine extends Div {

    private static final Set<Verb> PASSED = EnumSet.of(Verb.SUBMIT, Verb.APPROVE, Verb.ACCEPT);

    private final transient TaskParts parts;
    private boolean unfolded;

    ProcessLine(TaskParts parts) {
        this.parts = parts;
        addClassName("jx-process");
    }

    void show(TaskSheet sheet, List<Entry> timeline, Cases.Picture picture, List<Cases.Waiting> waiting) {
        removeAll();
        Map<String, String> notes = notes(timeline, waiting);
        var strip = new PathStrip(picture.xml(), picture.taken(), picture.active(), notes, returns(timeline, picture));
        strip.getElement().setAttribute("aria-label", getTranslation("inbox.task.steps"));
        var steps = new Steps(picture.xml(), picture.taken(), picture.active());
        steps.getElement().setAttribute("aria-label", getTranslation("inbox.task.steps"));
        var figure = new Div();
        figure.addClassName("jx-picture");
        var toggle = new Button();
        toggle.addThemeNames("tertiary", "small");
        toggle.setIconAfterText(true);
        Runnable fold = () -> {
            figure.setVisible(unfolded);
            toggle.setText(getTranslation(unfolded ? "inbox.task.foldIn" : "inbox.task.foldOut"));
            toggle.setIcon((unfolded ? Glyph.UP : Glyph.DOWN).icon());
            toggle.getElement().setAttribute("aria-expanded", String.valueOf(unfolded));
            if (unfolded && figure.getComponentCount() == 0) draw(figure, sheet, picture, notes);
        };
        toggle.addClickListener(e -> {
            unfolded = !unfolded;
            fold.run();
        });
        fold.run();
        var beside = days(sheet, timeline);
        beside.add(toggle);
        var line = new Div(strip, steps, beside);
        line.addClassName("jx-process-line");
        add(line, figure);
    }

    private Div days(TaskSheet sheet, List<Entry> timeline) {
        var days = new Div();
        days.addClassName("jx-process-days");
        if (!timeline.isEmpty()) {
            LocalDate first = ProductClock.local(timeline.get(0).at()).toLocalDate();
            LocalDate last = sheet.open()
                    ? parts.clock().today()
                    : ProductClock.local(timeline.get(timeline.size() - 1).at()).toLocalDate();
            days.add(fact("inbox.task.daysUsed", first, last));
        }
        if (sheet.open() && sheet.due() != null) {
            LocalDate from = ProductClock.local(sheet.arrived()).toLocalDate();
            days.add(fact("inbox.task.daysAllowed", from, ProductClock.local(sheet.due()).toLocalDate()));
        }
        return days;
    }

    private Span fact(String key, LocalDate from, LocalDate to) {
        var fact = new Span(getTranslation(key, String.valueOf(parts.workingDays().between(from, to))));
        fact.setTitle(from + " – " + to);
        return fact;
    }

    /** The picture and the list of its steps: whichever is pressed, the other shows it too. */
    private void draw(Div figure, TaskSheet sheet, Cases.Picture picture, Map<String, String> notes) {
        var diagram = new Diagram(
                        getTranslation("inbox.task.pictureOf", sheet.processName()),
                        picture.xml(),
                        picture.taken(),
                        picture.active())
                .notes(notes);
        Map<String, Button> entries = new LinkedHashMap<>();
        var list = new OrderedList();
        list.addClassName("jx-picture-steps");
        Steps.inOrder(picture.xml(), getLocale(), picture.taken(), picture.active()).forEach((id, name) -> {
            var entry = new Button(name, e -> choose(diagram, entries, id));
            entry.addThemeNames("tertiary", "small");
            entry.getElement().setAttribute("aria-pressed", "false");
            entries.put(id, entry);
            var note = new Span(notes.getOrDefault(id, ""));
            note.addClassNames("jx-sec", "jx-xs");
            list.add(new ListItem(entry, note));
        });
        diagram.onChosen(id -> choose(diagram, entries, id));
        figure.add(list, diagram);
    }

    private static void choose(Diagram diagram, Map<String, Button> entries, String id) {
        if (!entries.containsKey(id)) return;
        diagram.select(id);
        entries.forEach((step, entry) -> entry.getElement().setAttribute("aria-pressed", String.valueOf(step.equals(id))));
    }

    /** Who did each step last and when; for an open one, with whom it is. */
    private Map<String, String> notes(List<Entry> timeline, List<Cases.Waiting> waiting) {
        Map<String, String> notes = new HashMap<>();
        for (Entry entry : timeline) {
            if (entry.step() == null || !PASSED.contains(entry.verb())) continue;
            String who = entry.actorName() == null ? getTranslation("inbox.task.system") : entry.actorName();
            notes.put(entry.step(), who + " " + day(entry));
        }
        Map<String, String> now = new HashMap<>();
        waiting.forEach(w -> now.merge(w.step(), String.join("、", w.holders()), (one, other) -> one + "、" + other));
        notes.putAll(now);
        return notes;
    }

    private static String day(Entry entry) {
        return ProductClock.local(entry.at()).toLocalDate().toString().substring(5);
    }

    private List<Back> returns(List<Entry> timeline, Cases.Picture picture) {
        record Way(String from, String to) {}
        Map<Way, List<Entry>> ways = new LinkedHashMap<>();
        for (int i = 0; i < timeline.size(); i++) {
            Entry entry = timeline.get(i);
            if (entry.verb() != Verb.RETURN || entry.step() == null) continue;
            String to = wentTo(timeline.subList(i + 1, timeline.size()), entry, picture);
            if (to != null) ways.computeIfAbsent(new Way(entry.step(), to), w -> new ArrayList<>()).add(entry);
        }
        return ways.entrySet().stream()
                .map(w -> {
                    String last = day(w.getValue().get(w.getValue().size() - 1));
                    String count = String.valueOf(w.getValue().size());
                    return new Back(w.getKey().from(), w.getKey().to(), getTranslation("inbox.task.returns", count, last));
                })
                .toList();
    }

    /** The step named, or where the case was next; null when the return was taken back. */
    private static @org.jspecify.annotations.Nullable String wentTo(
            List<Entry> later, Entry returned, Cases.Picture picture) {
        for (Entry entry : later) {
            if (entry.verb() == Verb.TAKE_BACK) return null;
            if (PASSED.contains(entry.verb()) && entry.step() != null) return entry.step();
        }
        if (returned.to() != null) return returned.to();
        return picture.active().isEmpty() ? null : picture.active().get(0);
    }
}
