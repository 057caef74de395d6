package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.Notices;
import org.jixiao.evaluation.BoardView.Owed;
import org.jixiao.evaluation.BoardView.SectionRow;
import org.jixiao.evaluation.BoardView.StageView;
import org.jixiao.workflow.Verbs.Urged;

/** Urges all who owe something in a stage: first the list of them, then what became of each. */
final class UrgeDialog extends ConfirmDialog {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd").withZone(ProductClock.ZONE);

    private final Map<String, String> lines = new LinkedHashMap<>();

    /** @param urge the tasks to urge, and what became of each */
    UrgeDialog(StageView stage, Function<List<String>, List<Urged>> urge, Runnable done) {
        for (SectionRow section : stage.sections())
            section.owes().stream().limit(1).filter(Owed::mayUrge).forEach(owed -> lines.put(owed.taskId(), line(section, owed)));
        setHeader(getTranslation("evaluation.board.urge.all.ask", lines.size()));
        setText(new Div(list(lines.values().stream().toList())));
        setCancelable(true);
        setCancelText(getTranslation("evaluation.board.urge.cancel"));
        setConfirmText(getTranslation("evaluation.board.urge.confirm", lines.size()));
        addConfirmListener(e -> {
            report(urge.apply(List.copyOf(lines.keySet())));
            done.run();
        });
    }

    private String line(SectionRow section, Owed owed) {
        String who = owed.holders().isEmpty() ? getTranslation("evaluation.board.vacant") : String.join("、", owed.holders());
        return section.name() + "　" + who + "　" + getTranslation("evaluation.board.since", DAY.format(owed.arrived()), owed.days());
    }

    private static UnorderedList list(List<String> lines) {
        var list = new UnorderedList();
        list.addClassName("jx-board-urged");
        lines.forEach(line -> list.add(new ListItem(line)));
        return list;
    }

    private void report(List<Urged> results) {
        long urged = results.stream().filter(result -> result.refused() == null).count();
        String said = getTranslation("evaluation.board.urge.done", urged);
        var refused = results.stream()
                .filter(result -> result.refused() != null)
                .map(result -> lines.get(result.taskId()) + "　" + Notices.sentence(result.refused()))
                .toList();
        if (refused.isEmpty()) Notices.done(said);
        else Notices.warn(said, list(refused));
    }
}
