package org.jixiao.modelling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PlainTable;
import org.jixiao.modelling.ModelMoves.CaseRow;
import org.jixiao.modelling.ModelMoves.State;

/** The cases of a move, a page at a time: where each stands, what would change, and what came of it. */
final class MoveList extends Div {

    private static final int PAGE = 100;

    private final transient Matters matters;
    private final transient BiFunction<Integer, Integer, List<CaseRow>> read;
    private final transient BiConsumer<String, Boolean> pick;
    private final PlainTable table;
    private final Button more = new Button();
    private int shown;

    /**
     * @param read rows from a place on, at most so many
     * @param pick told which case is picked or not any more
     */
    MoveList(
            Matters matters, BiFunction<Integer, Integer, List<CaseRow>> read, BiConsumer<String, Boolean> pick) {
        this.matters = matters;
        this.read = read;
        this.pick = pick;
        addClassName("jx-list");
        table = new PlainTable(getTranslation("modelling.move.title"));
        table.column("", "jx-move-tick");
        for (String column : List.of("case", "step", "holder", "due", "result"))
            table.column(getTranslation("modelling.move.column." + column));
        more.setText(getTranslation("modelling.move.more", String.valueOf(PAGE)));
        more.addThemeNames("tertiary");
        more.addClickListener(e -> load());
        add(table, more);
    }

    void show() {
        table.clear();
        shown = 0;
        load();
    }

    private void load() {
        List<CaseRow> rows = read.apply(shown, PAGE);
        rows.forEach(this::row);
        shown += rows.size();
        more.setVisible(rows.size() == PAGE);
    }

    private void row(CaseRow row) {
        String matter = matters.of(row.unit(), row.year(), row.section(), row.period());
        var tick = new Checkbox();
        tick.setAriaLabel(getTranslation("modelling.move.pick", matter));
        tick.setVisible(row.state() == State.MOVABLE || row.state() == State.FAILED);
        tick.addValueChangeListener(e -> pick.accept(row.caseId(), e.getValue()));
        table.row(
                new Div(tick),
                new Span(matter),
                Standing.step(row.before(), row.after()),
                Standing.holder(row.before(), row.after()),
                Standing.due(row.before(), row.after()),
                result(row));
    }

    private Div result(CaseRow row) {
        boolean same = row.state() == State.MOVABLE && row.before().equals(row.after());
        String word = getTranslation("modelling.move." + row.state() + (same ? ".same" : ""));
        Glyph glyph = switch (row.state()) {
            case WAITING, QUEUED -> Glyph.NOT_DUE;
            case MOVABLE -> Glyph.CHECK;
            case BARRED, FAILED -> Glyph.STOP;
            case MOVED -> Glyph.MET;
        };
        var light = new Span(glyph.icon(), new Span(word));
        light.addClassName("jx-light");
        if (row.state() == State.MOVED) light.addClassName("ok");
        if (row.state() == State.BARRED || row.state() == State.FAILED) light.addClassName("bad");
        var result = new Div(light);
        if (row.why() != null) {
            var why = new Paragraph(Notices.sentence(row.why()));
            why.addClassNames("jx-sm", "jx-move-why");
            result.add(why);
        }
        return result;
    }
}
