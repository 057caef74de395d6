package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.Notices;
import org.jixiao.inbox.ui.Marks;
import org.jixiao.inbox.ui.ReadBar.Since;
import org.jixiao.inbox.ui.ReadBar.Which;
import org.jixiao.inbox.ui.ReadBar;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.inbox.ui.TaskForm.Panel;
import org.jixiao.organisation.SignedIn;
import org.jixiao.target.Questions.Question;
import org.jixiao.target.Questions;
import org.jixiao.target.SheetPage.Found;
import org.jixiao.target.SheetPage;
import org.jixiao.target.TargetPages;
import org.jixiao.workflow.Act.MarkedRow;
import org.jixiao.workflow.Against;
import org.jixiao.workflow.Cases.TaskSheet;

/** A submitted sheet before the person who examines it. */
final class ExaminePanel implements Panel {

    private final TargetPages pages;
    private final Questions questions;
    private final SignedIn signedIn;
    private final Desk desk;
    private final Div root = new Div();
    private final Marks marks;
    private SheetPage page;
    private ReadTable table;
    private Since since;
    private Which shown = Which.ALL;

    ExaminePanel(TargetPages pages, Questions questions, SignedIn signedIn, Desk desk) {
        this.pages = pages;
        this.questions = questions;
        this.signedIn = signedIn;
        this.desk = desk;
        this.marks = new Marks(desk);
        this.since = Since.IN_FORCE;
        this.page = read();
        // What an adjustment leaves alone has been approved before.
        if (page.adjustment() == null) since = Since.SUBMISSION;
        else shown = Which.CHANGES;
        this.table = table();
        root.addClassName("jx-examine");
        build();
    }

    private SheetPage read() {
        var against = switch (since) {
            case IN_FORCE -> Against.IN_FORCE;
            case SEEN -> Against.SEEN;
            default -> Against.SUBMISSION;
        };
        var read = pages.ofCase(desk.sheet().facts(), signedIn.actor(), against, UI.getCurrent().getLocale());
        return since == Since.LAST_YEAR ? read.againstLastYear() : read;
    }

    private ReadTable table() {
        boolean compared = page.round() > 0 || since == Since.LAST_YEAR || since == Since.IN_FORCE;
        return new ReadTable(page, desk.markable() ? marks : null, compared, this::answer)
                .returned(desk.markable() ? desk.returned() : Map.of(), since == Since.SUBMISSION)
                .build();
    }

    private void answer(Question question, String text) {
        var facts = desk.sheet().facts();
        try {
            questions.answer(signedIn.actor(), facts.unit(), facts.year(), page.section(), question.key(), text);
            Notices.done(root.getTranslation("target.question.kept"));
        } catch (Refusal refusal) {
            Notices.refused(refusal);
            if (refusal.kind() != Refusal.Kind.STALE) return;
        }
        turn(since);
    }

    /** How many contradictions there are, how many wait for an answer, and the way to the next of them. */
    private Component asked() {
        var line = new Div();
        line.addClassName("jx-asked");
        line.setVisible(page.questions().stream().anyMatch(Question::mayAnswer));
        line.getElement().setAttribute("role", "status");
        var waiting = page.questions().stream().filter(Question::waits).toList();
        long all = page.questions().stream().map(Question::key).distinct().count();
        long open = waiting.stream().map(Question::key).distinct().count();
        line.add(new FindingLine(
                open == 0 ? Finding.Severity.NOTE : Finding.Severity.WARNING,
                root.getTranslation(open == 0 ? "target.question.answered" : "target.question.count", all, open)));
        if (open > 0) {
            var next = new Button(root.getTranslation("target.question.next"), e -> show(waiting.get(0).asked().finding()));
            next.addThemeNames("tertiary-inline", "small");
            line.add(next);
        }
        return line;
    }

    private void turn(Since wanted) {
        since = wanted;
        page = read();
        table = table();
        build();
    }

    private void show(Which which) {
        shown = which;
        table.show(which);
    }

    private void build() {
        root.removeAll();
        boolean years = page.rows().stream().anyMatch(r -> r.lastYear() != null);
        var offered = new ArrayList<>(List.of(Since.SUBMISSION, Since.SEEN));
        if (page.adjustment() != null) offered.add(0, Since.IN_FORCE);
        if (years) offered.add(Since.LAST_YEAR);
        var bar = new ReadBar(offered, since, this::turn, this::show)
                .counts(page.rows().size(), table.changed(), table.warned(), table.notable(), compared());
        bar.choose(shown);
        table.show(shown);
        if (page.adjustment() != null) root.add(new AdjustmentRead(page, desk.markable() ? marks : null));
        root.add(bar, asked(), table.component());
        if (page.unitPart() != null) root.add(new UnitRead(page, desk.markable() ? marks : null));
    }

    private String compared() {
        if (since == Since.SEEN && page.round() == 0) return root.getTranslation("target.examine.first");
        if ((since == Since.SUBMISSION || since == Since.SEEN) && page.round() == 0) return "";
        long added = page.rows().stream().filter(r -> r.change() != null && r.change().added()).count();
        long changed = page.rows().stream().filter(r -> r.change() != null).count() - added;
        int with = since == Since.IN_FORCE ? Objects.requireNonNull(page.adjustment()).version() : page.round();
        String[] counts = {String.valueOf(with), String.valueOf(changed), String.valueOf(added),
            String.valueOf(page.removed().size()), String.valueOf(page.rows().size() - changed - added)};
        return root.getTranslation(
                switch (since) {
                    case LAST_YEAR -> "target.examine.comparedYear";
                    case IN_FORCE -> "target.examine.comparedInForce";
                    default -> "target.examine.compared";
                },
                (Object[]) counts);
    }

    @Override
    public Component component() {
        return root;
    }

    @Override
    public List<MarkedRow> marked() {
        return marks.marked();
    }

    @Override
    public void clearMarks() {
        marks.clear();
    }

    @Override
    public List<Finding> findings() {
        return page.findings().stream().map(Found::finding).toList();
    }

    @Override
    public void show(Finding finding) {
        if (finding.row() != null) table.reveal(finding.row());
    }

    @Override
    public String rowName(String row) {
        return Names.of(page, row, root);
    }

    @Override
    public void refresh(TaskSheet sheet) {
        marks.forget();
        page = read();
        table = table();
        build();
    }
}
