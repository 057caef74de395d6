package org.jixiao.modelling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PlainTable;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.StuckCases.Stuck;

/** What the engine could not do: which case, where, since when, why, and another try. */
final class StuckTable extends Div {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ProductClock.ZONE);

    StuckTable(List<Stuck> rows, Function<CaseFacts, Span> called, Consumer<Stuck> retry) {
        var table = new PlainTable(getTranslation("modelling.stuck.title"));
        for (String column : List.of("case", "step", "since", "why", "state"))
            table.column(getTranslation("modelling.stuck.column." + column));
        table.column("");
        for (Stuck row : rows) {
            var again = new Button(getTranslation("modelling.stuck.retry.open"), e -> retry.accept(row));
            again.addThemeVariants(ButtonVariant.LUMO_SMALL);
            table.row(
                    called.apply(row.facts()),
                    new Span(Messages.name(getLocale(), row.step(), row.stepEn())),
                    new Span(TIME.format(row.since())),
                    why(row),
                    state(row),
                    new Div(again));
        }
        add(table);
    }

    private Div why(Stuck row) {
        var why = new Div(new Span(Notices.sentence(row.why())));
        why.addClassName("jx-stuck-why");
        if (row.technical() != null) {
            var technical = new Details(getTranslation("modelling.stuck.technical"), new Pre(row.technical()));
            technical.addClassName("jx-stuck-technical");
            why.add(technical);
        }
        return why;
    }

    private Span state(Stuck row) {
        boolean given = row.tries() == 0;
        String word = given
                ? getTranslation("modelling.stuck.given-up")
                : getTranslation("modelling.stuck.tries", String.valueOf(row.tries()));
        var state = new Span((given ? Glyph.STOP : Glyph.NOT_DUE).icon(), new Span(word));
        state.addClassNames("jx-light", given ? "bad" : "warn");
        return state;
    }
}
