package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.base.ui.DayField;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.Limit;
import org.jixiao.evaluation.Figures;
import org.jixiao.evaluation.RectificationView.ItemRow;
import org.jspecify.annotations.Nullable;

/** One red row being put right. */
final class RectificationRow extends Div {

    private final transient FillRow.Hands hands;
    private final EvidenceBox evidence;
    private final Div head;
    private final Div says = Parts.div("jx-ev-says");
    private final Map<String, AbstractField<?, ?>> fields = new HashMap<>();
    private final Map<String, Div> facts = new HashMap<>();

    RectificationRow(
            SheetServices services, ItemRow item, boolean results, @Nullable String returnedFor, FillRow.Hands hands) {
        this.hands = hands;
        addClassNames("jx-ev-entry", "bad", "jx-ev-item");
        setId("row-" + item.id());
        var row = item.row();
        evidence = new EvidenceBox(services, hands.open() ? hands : null);
        head = Parts.div(
                "jx-ev-itemhead",
                Parts.span("jx-ev-c-seq", String.valueOf(row.seq())),
                Parts.span("jx-b", row.name()),
                Rows.printed(row.halfText()));
        // before it is evaluated again, the state that counts is the one below, of the loop before
        if (row.earlier().isEmpty()) head.add(Parts.chip(row));
        add(head);
        row.earlier().forEach(earlier -> add(ReadRow.earlier(earlier)));
        if (returnedFor != null) {
            add(new FindingLine(Finding.Severity.ERROR, getTranslation("evaluation.returned", returnedFor)));
        }
        Div form = Parts.div("jx-ev-itemform" + (results ? "" : " plan"), area("measure", item.measure()), deadline(item.deadline()));
        if (results) form.add(area("result", item.result()));
        form.add(Parts.div(
                "jx-ev-itemfiles", Parts.span("jx-xs jx-sec", getTranslation("evaluation.column.evidence")), evidence));
        add(form, says);
    }

    /** What stands before the row's number. */
    void lead(Component mark) {
        head.addComponentAsFirst(mark);
    }

    private Component area(String field, String text) {
        String label = getTranslation("evaluation.rectification." + field);
        if (!hands.open()) return fact(field, label, text);
        TextArea area = new TextArea(label);
        area.setValue(text);
        area.addThemeNames("small");
        area.addValueChangeListener(e -> {
            hands.typed(field, e.getValue());
        });
        Limit.of(area, Figures.LONGEST);
        fields.put(field, area);
        return area;
    }

    private Component deadline(String text) {
        String label = getTranslation("evaluation.rectification.deadline");
        if (!hands.open()) return fact("deadline", label, text);
        DayField day = new DayField(label);
        day.addThemeNames("small");
        try {
            if (!text.isBlank()) day.setValue(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            day.setHelperText(text);
        }
        day.addValueChangeListener(e -> {
            hands.typed("deadline", e.getValue() == null ? "" : e.getValue().toString());
        });
        fields.put("deadline", day);
        return day;
    }

    private Div fact(String field, String label, String text) {
        Div fact = Parts.div("jx-ev-fact", Parts.span("jx-sec", label), new Span(text.isBlank() ? "–" : text));
        facts.put(field, fact);
        return fact;
    }

    /** What stood there when it was submitted before, under what stands there now. */
    void was(Map<String, String> changed) {
        if (!changed.isEmpty()) addClassName("changed");
        facts.forEach((field, fact) -> {
            String old = changed.get(field);
            if (old == null) return;
            fact.addClassName("jx-chg");
            fact.add(Parts.span("jx-old", old));
        });
    }

    void show(ItemRow item, List<Finding> findings) {
        evidence.show(item.row().evidence());
        says.removeAll();
        item.row().earlier().stream()
                .reduce((a, b) -> b)
                .ifPresent(last -> last.explanations().forEach(said -> says.add(Parts.said(last.state(), said))));
        if (!hands.open()) return;
        findings.forEach(finding -> says.add(new FindingLine(finding)));
        fields.forEach((field, input) -> {
            boolean wrong = findings.stream().anyMatch(f -> f.blocks() && field.equals(f.field()));
            boolean untaken = input instanceof DayField day ? !day.unreadable().isEmpty() : Limit.exceeded((TextArea) input);
            input.getElement().setProperty("invalid", wrong || untaken);
        });
    }

    void reveal(@Nullable String field) {
        scrollIntoView();
        AbstractField<?, ?> input = field == null ? null : fields.get(field);
        if (input instanceof Focusable<?> focusable) focusable.focus();
    }
}
