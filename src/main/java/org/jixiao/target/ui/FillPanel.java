package org.jixiao.target.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jixiao.base.Finding;
import org.jixiao.base.Ids;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.SheetGrid;
import org.jixiao.base.ui.SheetGrid.Outcome;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.inbox.ui.TaskForm.Panel;
import org.jixiao.target.Adjustment;
import org.jixiao.target.SheetPage;
import org.jixiao.target.SheetPage.Found;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jspecify.annotations.Nullable;

/** The sheet being filled in: the table keeps what is typed, this stores it, and the rules answer beside the row. */
final class FillPanel implements Panel, SheetGrid.Keeper {

    private final FillForm.Services services;
    private final Desk desk;
    private final Draft draft;
    private final Div root = new Div();
    private final Div general = new Div();
    private final Div rows = new Div();
    private final Div unit = new Div();
    private final EmptyState nothing;
    private final SheetGrid grid;
    private final PartSwitch parts = new PartSwitch(this::part);
    private @Nullable UnitPanel unitPanel;
    private @Nullable AdjustmentPanel adjustment;
    private SheetPage page;
    private boolean showUnit;
    /** The page asks of itself once the panel is there. */
    private boolean opened;

    FillPanel(FillForm.Services services, Desk desk) {
        this.services = services;
        this.desk = desk;
        this.draft = new Draft(services.json());
        root.addClassName("jx-fill");
        general.addClassName("jx-stack");
        page = read();
        grid = RowColumns.grid(page, desk.editable(), root, keep("rows"), this);
        nothing = new EmptyState(
                Glyph.SHEET, root.getTranslation("target.fill.empty"), root.getTranslation("target.fill.empty.next"));
        rows.add(grid, nothing);
        if (page.unitPart() != null) {
            var bar = new Div(parts);
            bar.addClassName("jx-toolbar");
            root.add(bar);
        }
        if (page.adjustment() != null) {
            adjustment = new AdjustmentPanel(page, desk, draft, this::store);
            root.add(adjustment);
        }
        root.add(general, rows, unit);
        part(false);
        opened = true;
    }

    private SheetPage read() {
        return services.pages()
                .ofCase(desk.sheet().facts(), services.signedIn().actor(), UI.getCurrent().getLocale());
    }

    private GridKeep keep(String part) {
        return new GridKeep(services.signedIn().actor().id().toString(), desk.sheet().taskId(), part);
    }

    private void part(boolean wanted) {
        showUnit = wanted && page.unitPart() != null;
        rows.setClassName("jx-away", showUnit);
        unit.setClassName("jx-away", !showUnit);
        if (showUnit && unitPanel == null) {
            unitPanel = new UnitPanel(page, desk, draft, keep("funds"), this::store, this);
            unit.add(unitPanel);
        }
        show();
    }

    /** What is stored now. */
    private void show() {
        var lines = new RowLines(page, desk, root);
        grid.show(lines.all());
        nothing.setVisible(page.rows().isEmpty());
        if (unitPanel != null) unitPanel.renew(page);
        if (adjustment != null) adjustment.renew(page);
        general.removeAll();
        for (Found f : page.findings()) if (f.row() == null && !lines.told(f)) general.add(generalLine(f));
        if (opened) desk.changed();
    }

    private Component generalLine(Found f) {
        var line = new Div(new FindingLine(f.finding()));
        line.addClassName("jx-row");
        if (f.code().equals("keyWork.empty") && desk.editable()) {
            var drop = new Button(
                    root.getTranslation("target.fill.dropKeyWork"), e -> act(RowLines.DROP, f.args().get(0)));
            drop.addThemeNames("tertiary", "small");
            line.add(drop);
        }
        return line;
    }

    /** Whether all that was typed is stored now. */
    private boolean store() {
        JsonNode waiting = draft.body();
        if (waiting == null) return true;
        if (!desk.save(waiting)) return false;
        draft.stored();
        page = read();
        show();
        return true;
    }

    /** A page gone stale reads itself anew while it is saving, and keeps what was typed in sight. */
    Outcome outcome() {
        if (store()) return Outcome.STORED;
        return draft.body() == null ? Outcome.KEPT : Outcome.REFUSED;
    }

    @Override
    public Outcome edited(List<ObjectNode> changes) {
        changes.forEach(draft::row);
        return outcome();
    }

    @Override
    public void left(List<ObjectNode> changes) {
        var earlier = new Draft(services.json());
        changes.forEach(earlier::row);
        keep(earlier);
    }

    void leftOfMoney(List<ObjectNode> changes) {
        var earlier = new Draft(services.json());
        changes.forEach(earlier::fund);
        keep(earlier);
    }

    private void keep(Draft earlier) {
        JsonNode body = earlier.body();
        if (body != null) desk.kept(body);
    }

    @Override
    public void act(String name, String argument) {
        switch (name) {
            case RowLines.DROP -> {
                draft.keyWorks(page.keyWorks().stream().filter(k -> !k.equals(argument)).toList());
                store();
            }
            case RowLines.FIRST -> {
                var first = services.json().createObjectNode().put("id", Ids.next().toString());
                RowLines.fresh(page.levels().isEmpty() ? "" : page.levels().get(0), "", "", "").forEach(first::put);
                draft.row(first);
                store();
            }
            case RowLines.IMPORT -> importFile();
            default -> throw new IllegalArgumentException(name);
        }
    }

    @Override
    public long revision() {
        return desk.sheet().revision();
    }

    private void importFile() {
        new ImportDialog(
                        (file, answers) -> services.imports()
                                .ofSection(desk.sheet().facts(), desk.sheet().scope(), file, answers),
                        preview -> {
                            if (!desk.save(services.imports().save(preview))) return false;
                            page = read();
                            show();
                            return true;
                        })
                .open();
    }

    @Override
    public Component component() {
        return root;
    }

    @Override
    public @Nullable JsonNode unsaved() {
        return draft.body();
    }

    @Override
    public List<Finding> findings() {
        return page.findings().stream().map(Found::finding).toList();
    }

    @Override
    public void show(Finding finding) {
        String id = finding.row();
        if (id == null) return;
        if (id.equals(Adjustment.ROW) && adjustment != null) {
            adjustment.focus(String.valueOf(finding.field()));
            return;
        }
        boolean ofRow = page.rows().stream().anyMatch(r -> r.id().toString().equals(id));
        if (ofRow == showUnit && page.unitPart() != null) {
            parts.mark(!ofRow);
            part(!ofRow);
        }
        String field = finding.field() == null ? "" : finding.field();
        if (ofRow) grid.reach(id, field);
        else if (unitPanel != null) unitPanel.focus(id, field);
    }

    @Override
    public String rowName(String row) {
        return Names.of(page, row, root);
    }

    @Override
    public void settled() {
        grid.forget();
        if (unitPanel != null) unitPanel.forget();
    }

    @Override
    public void refresh(TaskSheet sheet) {
        draft.stored();
        page = read();
        unit.removeAll();
        unitPanel = null;
        part(showUnit);
    }
}
