package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.evaluation.Figures;
import org.jixiao.evaluation.SheetView;
import org.jixiao.evaluation.SheetView.EarlierView;
import org.jixiao.evaluation.SheetView.ItemView;
import org.jixiao.evaluation.SheetView.RowView;
import org.jspecify.annotations.Nullable;

/** One row to read: what was to be reached, what was, why it is so, and what changed since the submission before. */
final class ReadRow extends Div {

    private final transient RowView row;
    private final Div line;
    private final Map<String, String> changed;

    /** @param changed field → what it was */
    ReadRow(SheetServices services, RowView row, SheetView sheet, Map<String, String> changed, boolean scores) {
        this.row = row;
        this.changed = changed;
        addClassName("jx-ev-entry");
        setId("row-" + row.id());
        if (row.state() == org.jixiao.evaluation.State.BEHIND) addClassName("warn");
        if (row.state() == org.jixiao.evaluation.State.MISSED) addClassName("bad");
        if (!changed.isEmpty()) addClassName("changed");
        EvidenceBox evidence = new EvidenceBox(services, null);
        evidence.show(row.evidence());
        boolean half = sheet.period() == org.jixiao.evaluation.Period.HALF_YEAR;
        line = Parts.div("jx-ev-row" + (scores ? " scores" : ""));
        line.add(
                Parts.div("jx-ev-c-seq", new Span(String.valueOf(row.seq()))),
                Parts.div("jx-ev-c-name", new Span(row.name())),
                target("half", row.halfText()),
                target("annual", row.annualText()),
                actual(),
                Parts.cell("jx-ev-c-state", getTranslation("evaluation.column.state"), Parts.chip(row)));
        if (scores) {
            line.add(
                    Parts.cell(
                            "jx-ev-c-forecast num",
                            getTranslation("evaluation.column.weight"),
                            new Span(row.weight())),
                    Parts.cell(
                            "jx-ev-c-attainability num",
                            getTranslation("evaluation.column.score"),
                            new Span(row.points() == null ? "–" : row.points())));
        } else {
            line.add(
                    Parts.cell(
                            "jx-ev-c-forecast",
                            getTranslation("evaluation.column.forecast"),
                            half ? forecast() : new Span()),
                    Parts.cell(
                            "jx-ev-c-attainability",
                            getTranslation("evaluation.column.attainability"),
                            new Span(named("evaluation.attainability.", row.figures().attainability()))));
        }
        line.add(Parts.cell("jx-ev-c-evidence", getTranslation("evaluation.column.evidence"), evidence));
        add(line);
        row.earlier().forEach(earlier -> add(earlier(earlier)));
        if (row.rectification() != null) add(item("evaluation.item", row.rectification()));
        if (row.carried() != null) add(carried(row.carried()));
        Div says = Parts.div("jx-ev-says");
        boolean out = row.state() == org.jixiao.evaluation.State.NOT_APPLICABLE;
        if (scores || row.state().off() || row.flagged() || out) {
            row.explanations().forEach(said -> says.add(Parts.said(row.state(), said)));
        }
        add(says, why());
    }

    /** What stands before the row's number. */
    void lead(Component mark) {
        line.addComponentAsFirst(mark);
        line.addClassName("marks");
    }

    RowView row() {
        return row;
    }

    private Div target(String which, String text) {
        Div cell = Parts.cell("jx-ev-c-" + which, getTranslation("evaluation.column." + which), Rows.printed(text));
        was(cell, which + "Text");
        return cell;
    }

    private Div actual() {
        Figures f = row.figures();
        Div cell = Parts.cell("jx-ev-c-actual", getTranslation("evaluation.column.actual"));
        if (!f.basis().isBlank()) cell.add(Parts.span("jx-xs jx-sec jx-ev-basis", f.basis()));
        if (!f.numerator().isBlank() && !f.denominator().isBlank()) {
            cell.add(Parts.span("jx-xs jx-sec", f.numerator() + " ÷ " + f.denominator()));
        }
        if (!f.band().isBlank()) cell.add(Parts.span("jx-xs jx-sec", f.band() + "%"));
        String value = row.value() == null ? f.actual() : row.value();
        Span shown = value.isBlank() ? Parts.span("jx-sec", "–") : Rows.printed(withUnit(value));
        shown.addClassName("jx-ev-value");
        cell.add(shown);
        was(cell, "actual");
        was(cell, "numerator");
        was(cell, "denominator");
        was(cell, "band");
        return cell;
    }

    private String withUnit(String value) {
        boolean bare = row.numeric() && value.chars().allMatch(c -> Character.isDigit(c) || c == '.' || c == '-');
        return bare ? value + row.unit() : value;
    }

    private Span forecast() {
        String text = row.figures().forecast();
        return text.isBlank() ? new Span() : Rows.printed(withUnit(text));
    }

    /** Old value struck through under the new one. */
    private void was(Div cell, String field) {
        String old = changed.get(field);
        if (old == null) return;
        cell.addClassName("jx-chg");
        cell.add(Parts.span("jx-old", old.isBlank() ? getTranslation("evaluation.was.empty") : old));
    }

    private Div why() {
        Div why = Parts.div("jx-ev-reasons");
        Figures f = row.figures();
        String category = named("evaluation.reason.", f.reasonCategory());
        fact(why, "reason", category.isEmpty() ? f.reason() : category + "：" + f.reason());
        fact(why, "correctiveMeasure", f.correctiveMeasure());
        fact(why, "remark", f.remark());
        why.setVisible(why.getChildren().findAny().isPresent());
        return why;
    }

    private void fact(Div to, String field, String text) {
        if (text.isBlank() || text.equals("：")) return;
        Div fact = Parts.div(
                "jx-ev-fact", Parts.span("jx-sec", getTranslation("evaluation.field." + field)), new Span(text));
        was(fact, field);
        to.add(fact);
    }

    private String named(String keys, String name) {
        boolean known = java.util.Arrays.stream(Figures.ReasonCategory.values()).anyMatch(c -> c.name().equals(name))
                || java.util.Arrays.stream(Figures.Attainability.values()).anyMatch(a -> a.name().equals(name));
        return known ? getTranslation(keys + name) : "";
    }

    /** How the row stood in an earlier loop. */
    static Div earlier(EarlierView earlier) {
        Div line = Parts.div("jx-ev-earlier");
        line.add(
                new Span(line.getTranslation("evaluation.earlier", earlier.asOf())),
                Parts.span("jx-ev-value", earlier.value() == null ? "–" : earlier.value()),
                org.jixiao.base.ui.StatusChip.light(Parts.light(earlier.state())));
        return line;
    }

    static Div carried(@Nullable ItemView item) {
        return item("evaluation.carried", item);
    }

    private static Div item(String key, @Nullable ItemView item) {
        Div line = Parts.div("jx-ev-earlier");
        if (item == null) return line;
        line.add(new FindingLine(
                Severity.NOTE,
                line.getTranslation(
                        key,
                        or(item.measure(), "–"),
                        or(item.deadline(), "–"),
                        or(item.result(), "–"))));
        return line;
    }

    private static String or(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }
}
