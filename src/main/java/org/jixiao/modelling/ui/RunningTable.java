package org.jixiao.modelling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jixiao.base.Messages;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.PlainTable;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Interventions.Open;

/** Open steps of running cases, with who may do them, or that nobody may. */
final class RunningTable extends Div {

    RunningTable(List<Open> rows, Function<CaseFacts, Span> called, Consumer<Open> set) {
        var table = new PlainTable(getTranslation("modelling.stuck.running"));
        for (String column : List.of("case", "step", "holder", "due")) table.column(getTranslation("modelling.move.column." + column));
        table.column("");
        for (Open row : rows) {
            var act = new Button(getTranslation("modelling.stuck.set"), e -> set.accept(row));
            act.addThemeVariants(ButtonVariant.LUMO_SMALL);
            table.row(
                    called.apply(row.facts()),
                    new Span(Messages.name(getLocale(), row.place().name(), row.place().nameEn())),
                    holder(row),
                    new Span(Standing.day(row.place().due())),
                    new Div(act));
        }
        add(table);
    }

    private Div holder(Open row) {
        String post = row.place().holder() == null ? "—" : row.place().holder();
        var cell = new Div(new Span(post));
        if (row.holders().isEmpty()) {
            var nobody = new Span(Glyph.STOP.icon(), new Span(getTranslation("modelling.stuck.nobody")));
            nobody.addClassNames("jx-light", "bad");
            cell.add(new Span(" "), nobody);
        } else if (!row.holders().equals(List.of(post))) {
            var names = new Span(" " + String.join("、", row.holders()));
            names.addClassName("jx-sec");
            cell.add(names);
        }
        return cell;
    }
}
