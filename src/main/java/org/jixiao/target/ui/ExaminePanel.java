package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jixiao.base.Finding;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.inbox.ui.TaskForm.Panel;
import org.jixiao.organisation.SignedIn;
import org.jixiao.target.SheetPage;
import org.jixiao.target.SheetPage.Found;
import org.jixiao.target.TargetPages;
import org.jixiao.workflow.Act.MarkedRow;
import org.jixiao.workflow.Cases.TaskSheet;

/** A submitted sheet before the person who examines it. */
final class ExaminePanel implements Panel {

    private final TargetPages pages;
    private final SignedIn signedIn;
    private final Desk desk;
    private final Div root = new Div();
    private Marks marks;
    private SheetPage page;
    private ReadTable table;

    ExaminePanel(TargetPages pages, SignedIn signedIn, Desk desk) {
        this.pages = pages;
        this.signedIn = signedIn;
        this.desk = desk;
        this.marks = new Marks(desk::changed);
        this.page = read();
        this.table = new ReadTable(page, desk.markable() ? marks : null);
        root.addClassName("jx-examine");
        build();
    }

    private SheetPage read() {
        return pages.ofCase(desk.sheet().facts(), signedIn.actor(), UI.getCurrent().getLocale());
    }

    private void build() {
        root.removeAll();
        var filter = new Filter(table::show, Filter.Which.ALL, Filter.Which.CHANGES, Filter.Which.WARNINGS);
        filter.count(Filter.Which.ALL, page.rows().size());
        filter.count(Filter.Which.CHANGES, table.changed());
        filter.count(Filter.Which.WARNINGS, table.warned());
        var bar = new Div(filter);
        bar.addClassName("jx-toolbar");
        var space = new Span();
        space.addClassName("jx-grow");
        bar.add(space, Tables.small(compared()));
        root.add(bar, table.component());
        if (page.unitPart() != null) root.add(new UnitRead(page, desk.markable() ? marks : null));
    }

    private String compared() {
        if (page.round() == 0) return "";
        long added = page.rows().stream().filter(r -> r.change() != null && r.change().added()).count();
        long changed = page.rows().stream().filter(r -> r.change() != null).count() - added;
        return root.getTranslation("target.examine.compared", String.valueOf(page.round()), String.valueOf(changed),
                String.valueOf(added), String.valueOf(page.removed().size()),
                String.valueOf(page.rows().size() - changed - added));
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
        marks = new Marks(desk::changed);
        page = read();
        table = new ReadTable(page, desk.markable() ? marks : null);
        build();
    }
}
