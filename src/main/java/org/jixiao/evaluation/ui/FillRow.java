package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Limit;
import org.jixiao.evaluation.Figures;
import org.jixiao.evaluation.SheetView;
import org.jixiao.evaluation.SheetView.RowView;
import org.jixiao.evaluation.State;
import org.jspecify.annotations.Nullable;

/** One row being typed: a line of cells, and below it, where it is behind, why and what is done about it. */
final class FillRow extends Div {

    /** What the row tells its panel. */
    interface Hands extends EvidenceBox.Hands {
        boolean open();

        void typed(String field, String text);
    }

    private final transient Hands hands;
    private final Map<String, AbstractField<?, ?>> fields = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Div state;
    private final Span value = Parts.span("jx-ev-value", "");
    private final Div why = Parts.div("jx-ev-says");
    private final Div below = Parts.div("jx-ev-below");
    private final Button more = new Button(Glyph.DOWN.icon());
    private final EvidenceBox evidence;
    private transient RowView row;
    private transient @Nullable List<Finding> said;
    private boolean unfolded;

    FillRow(SheetServices services, RowView row, SheetView sheet, @Nullable String returnedFor, Hands hands) {
        this.hands = hands;
        this.row = row;
        addClassName("jx-ev-entry");
        setId("row-" + row.id());
        evidence = new EvidenceBox(services, hands.open() ? hands : null);
        state = Parts.cell("jx-ev-c-state", getTranslation("evaluation.column.state"));
        more.addThemeNames("tertiary", "icon", "small");
        more.addClassName("jx-ev-more");
        more.setAriaLabel(getTranslation("evaluation.row.more"));
        more.addClickListener(e -> {
            unfolded = !unfolded;
            fold();
        });
        Div line = Parts.div("jx-ev-row");
        line.add(
                Parts.div("jx-ev-c-seq", new Span(String.valueOf(row.seq()))),
                Parts.div("jx-ev-c-name", new Span(row.name()), more),
                Parts.cell("jx-ev-c-half", getTranslation("evaluation.column.half"), Rows.printed(row.halfText())),
                Parts.cell("jx-ev-c-annual", getTranslation("evaluation.column.annual"), Rows.printed(row.annualText())),
                actual(sheet),
                state,
                outlook("forecast", sheet),
                attainability(sheet),
                Parts.cell("jx-ev-c-evidence", getTranslation("evaluation.column.evidence"), evidence));
        add(line);
        if (returnedFor != null) add(new FindingLine(
                Finding.Severity.ERROR, getTranslation("evaluation.returned", returnedFor)));
        for (var earlier : row.earlier()) add(ReadRow.earlier(earlier));
        if (row.carried() != null) add(ReadRow.carried(row.carried()));
        add(why, below);
        below.add(
                select("reasonCategory", Figures.ReasonCategory.values(), "evaluation.reason."),
                wide("reason"),
                wide("correctiveMeasure"),
                wide("remark"));
    }

    RowView row() {
        return row;
    }

    private Div actual(SheetView sheet) {
        Div cell = Parts.cell("jx-ev-c-actual", getTranslation("evaluation.column.actual"));
        if (row.executionRate()) {
            cell.add(value, Parts.span("jx-xs jx-sec", getTranslation("evaluation.fromMoney")));
        } else if (!row.numeric() && "QUALITATIVE".equals(row.measure())) {
            cell.add(choice(sheet.words()), number("band", "%"), text("basis", ""));
        } else if (!row.numeric()) {
            cell.add(text("basis", ""), choice(List.of(row.halfText(), row.annualText())));
        } else if ("RATE".equals(row.measure())) {
            cell.add(number("numerator", ""), new Span("÷"), number("denominator", ""), value);
        } else {
            cell.add(text("basis", ""), text("actual", row.unit()));
        }
        return cell;
    }

    /** The actual in words; a word kept from before that is no choice any more still shows. */
    private Select<String> choice(List<String> words) {
        Select<String> word = new Select<>();
        String kept = row.figures().actual();
        word.setItems(java.util.stream.Stream.concat(words.stream(), java.util.stream.Stream.of(kept))
                .filter(w -> !w.isBlank())
                .distinct()
                .toList());
        word.setEmptySelectionAllowed(true);
        return keep("actual", word, null);
    }

    private Div outlook(String field, SheetView sheet) {
        Div cell = Parts.cell("jx-ev-c-forecast", getTranslation("evaluation.column.forecast"));
        if (half(sheet) && !row.executionRate()) cell.add(text(field, row.unit()));
        return cell;
    }

    private Div attainability(SheetView sheet) {
        Div cell = Parts.cell("jx-ev-c-attainability", getTranslation("evaluation.column.attainability"));
        if (half(sheet)) {
            cell.add(select("attainability", Figures.Attainability.values(), "evaluation.attainability."));
        }
        return cell;
    }

    private static boolean half(SheetView sheet) {
        return sheet.period() == org.jixiao.evaluation.Period.HALF_YEAR;
    }

    private <E extends Enum<E>> Select<String> select(String field, E[] choices, String keys) {
        Select<String> select = new Select<>();
        select.setItems(java.util.Arrays.stream(choices).map(Enum::name).toList());
        select.setItemLabelGenerator(name -> name == null ? "" : getTranslation(keys + name));
        select.setEmptySelectionAllowed(true);
        if (field.equals("reasonCategory")) select.setLabel(getTranslation("evaluation.field." + field));
        return keep(field, select, null);
    }

    private TextField text(String field, String unit) {
        TextField text = new TextField();
        if (!unit.isEmpty()) {
            text.setSuffixComponent(new Span(unit));
            units.put(field, unit);
        }
        text.addClassName(field.equals("basis") ? "jx-ev-basis" : "jx-ev-figurefield");
        if (field.equals("basis")) text.setPlaceholder(getTranslation("evaluation.field.basis"));
        return limited(keep(field, text, ""));
    }

    private static TextField limited(TextField text) {
        Limit.of(text, Figures.LONGEST);
        return text;
    }

    /** The figure alone where its unit stands beside the field. */
    private static String bare(String text, String unit) {
        boolean doubled = !unit.isEmpty() && text.endsWith(unit);
        return doubled ? text.substring(0, text.length() - unit.length()).strip() : text;
    }

    private TextField number(String field, String unit) {
        TextField number = text(field, unit);
        number.setPlaceholder(field.equals("band") ? "0–100" : getTranslation("evaluation.field." + field));
        number.getElement().setAttribute("inputmode", "decimal");
        return number;
    }

    private TextField wide(String field) {
        TextField text = new TextField(getTranslation("evaluation.field." + field));
        text.addClassName("jx-ev-wide");
        return limited(keep(field, text, ""));
    }

    private <F extends AbstractField<?, String> & com.vaadin.flow.component.HasSize> F keep(
            String field, F input, @Nullable String empty) {
        input.getElement().getThemeList().add("small");
        input.getElement().setProperty("accessibleName", getTranslation("evaluation.field." + field) + " " + row.name());
        String unit = units.getOrDefault(field, "");
        String stored = bare(stored(field), unit);
        input.setValue(stored.isEmpty() ? empty : stored);
        input.setReadOnly(!hands.open());
        input.addValueChangeListener(e -> {
            String typed = e.getValue() == null ? "" : e.getValue();
            String figure = bare(typed, unit);
            if (!figure.equals(typed)) input.setValue(figure);
            else if (hands.open()) hands.typed(field, typed);
        });
        fields.put(field, input);
        return input;
    }

    private String stored(String field) {
        Figures f = row.figures();
        String text =
                switch (field) {
                    case "actual" -> f.actual();
                    case "numerator" -> f.numerator();
                    case "denominator" -> f.denominator();
                    case "band" -> f.band();
                    case "basis" -> f.basis();
                    case "forecast" -> f.forecast();
                    case "reasonCategory" -> f.reasonCategory();
                    case "reason" -> f.reason();
                    case "correctiveMeasure" -> f.correctiveMeasure();
                    case "attainability" -> f.attainability();
                    default -> f.remark();
                };
        return text;
    }

    /** New figures after a save; what stands in the fields is left alone, and so is a row of which nothing changed. */
    void show(RowView now, List<Finding> findings) {
        if (now.equals(row) && findings.equals(said)) return;
        row = now;
        said = findings;
        state.removeAll();
        state.add(Parts.chip(now));
        value.setText(now.value() == null ? "" : now.value());
        evidence.show(now.evidence());
        why.removeAll();
        if (now.state().off() || now.flagged() || now.state() == State.NOT_APPLICABLE) {
            now.explanations().forEach(said -> why.add(Parts.said(now.state(), said)));
        }
        findings.stream()
                .filter(f -> !f.code().equals("evaluation.over") && !f.code().equals("evaluation.above"))
                .filter(f -> !f.code().endsWith(".actual-missing") || !now.figures().actual().isBlank())
                .forEach(finding -> why.add(new FindingLine(finding)));
        mark(findings);
        removeClassNames("warn", "bad");
        if (now.state() == State.BEHIND) addClassName("warn");
        if (now.state() == State.MISSED) addClassName("bad");
        fold();
    }

    private void mark(List<Finding> findings) {
        fields.forEach((field, input) -> {
            boolean wrong = findings.stream().anyMatch(f -> f.blocks() && field.equals(f.field()));
            boolean over = input instanceof TextField text && Limit.exceeded(text);
            input.getElement().setProperty("invalid", wrong || over);
        });
    }

    private void fold() {
        boolean open = unfolded || row.state().off() || row.flagged();
        below.setVisible(open);
        more.setIcon((open ? Glyph.UP : Glyph.DOWN).icon());
        more.getElement().setAttribute("aria-expanded", String.valueOf(open));
        setClassName("open", open);
    }

    void reveal(@Nullable String field) {
        unfolded = true;
        fold();
        scrollIntoView();
        Component input = field == null ? null : fields.get(field);
        if (input instanceof Focusable<?> focusable) focusable.focus();
    }
}
