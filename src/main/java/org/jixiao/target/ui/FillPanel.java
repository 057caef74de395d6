package org.jixiao.target.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jixiao.base.Finding;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.Ids;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.Glyph;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.inbox.ui.TaskForm.Panel;
import org.jixiao.target.SheetPage;
import org.jixiao.target.SheetPage.Found;
import org.jixiao.target.SheetPage.Row;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jspecify.annotations.Nullable;

/** The sheet being filled in: each cell stores itself when left, and the rules answer beside the row at once. */
final class FillPanel implements Panel {

    private final FillForm.Services services;
    private final Desk desk;
    private final Draft draft;
    private final Div root = new Div();
    private final Div body = new Div();
    private final Div general = new Div();
    private final Filter filter;
    private final PartSwitch parts = new PartSwitch(this::part);
    private final Map<String, FillRow> lines = new LinkedHashMap<>();
    private @Nullable UnitPanel unitPanel;
    private SheetPage page;
    private boolean showUnit;
    /** The page asks of itself once the panel is there. */
    private boolean opened;

    FillPanel(FillForm.Services services, Desk desk) {
        this.services = services;
        this.desk = desk;
        this.draft = new Draft(services.json());
        this.filter = new Filter(w -> filter(), Filter.Which.ALL, Filter.Which.ERRORS, Filter.Which.WARNINGS);
        root.addClassName("jx-fill");
        general.addClassName("jx-stack");
        page = read();
        root.add(toolbar(), general, body);
        build();
        opened = true;
    }

    private SheetPage read() {
        return services.pages()
                .ofCase(desk.sheet().facts(), services.signedIn().actor(), UI.getCurrent().getLocale());
    }

    private Component toolbar() {
        var bar = new Div();
        bar.addClassName("jx-toolbar");
        if (page.unitPart() != null) bar.add(parts);
        if (desk.editable()) {
            var add = new Button(root.getTranslation("target.fill.add"), Glyph.PLUS.icon(), e -> add(null));
            var load = new Button(root.getTranslation("target.fill.import"), Glyph.UPLOAD.icon(), e -> importFile());
            add.addThemeNames("tertiary", "small");
            load.addThemeNames("tertiary", "small");
            bar.add(add, load);
        }
        var space = new Span();
        space.addClassName("jx-grow");
        bar.add(space, filter);
        return bar;
    }

    private void part(boolean unit) {
        showUnit = unit;
        build();
    }

    private void build() {
        lines.clear();
        body.removeAll();
        unitPanel = null;
        if (showUnit && page.unitPart() != null) {
            unitPanel = new UnitPanel(page, desk.editable(), desk.sheet().scope(), draft, this::store, this::restructure);
            body.add(unitPanel);
        } else {
            body.add(new FillTable(this).component());
        }
        findings(page.findings());
    }

    SheetPage page() {
        return page;
    }

    Desk desk() {
        return desk;
    }

    void line(FillRow line) {
        lines.put(line.id(), line);
    }

    /** Only what was returned may change, and what was added since. */
    boolean mayChange(Row row) {
        boolean added = row.change() != null && row.change().added();
        return desk.editable() && (desk.sheet().scope().permits(row.id().toString()) || added);
    }

    /** A cell was left with a new value. */
    void edit(Row row, Consumer<ObjectNode> change) {
        change.accept(draft.row(row.id().toString()));
        store();
    }

    /** Like {@link #edit}, where the table itself changes by it. */
    void editAndRebuild(Row row, Consumer<ObjectNode> change) {
        change.accept(draft.row(row.id().toString()));
        restructure();
    }

    private void restructure() {
        if (store()) build();
    }

    /** Whether all that was typed is stored now. */
    private boolean store() {
        JsonNode waiting = draft.body();
        if (waiting == null) return true;
        desk.typing();
        if (!desk.save(waiting)) return false;
        draft.stored();
        page = read();
        page.rows().forEach(row -> {
            var line = lines.get(row.id().toString());
            if (line != null) line.renew(row);
        });
        if (unitPanel != null) unitPanel.renew(page);
        findings(page.findings());
        return true;
    }

    void add(@Nullable Row after) {
        String id = Ids.next().toString();
        var row = draft.row(id);
        Row like = after != null ? after : page.rows().isEmpty() ? null : page.rows().get(page.rows().size() - 1);
        if (like != null)
            row.put("after", like.id().toString()).put("level1", like.level1()).put("level2", like.level2())
                    .put("duty", like.duty()).put("keyWork", like.keyWork());
        else row.put("level1", page.levels().isEmpty() ? "" : page.levels().get(0));
        row.put("measure", "FLOW").put("direction", "HIGHER_BETTER");
        restructure();
        var line = lines.get(id);
        if (line != null) line.focus("name");
    }

    void remove(Row row) {
        draft.row(row.id().toString()).put("removed", true);
        restructure();
    }

    void dropKeyWork(String keyWork) {
        draft.keyWorks(page.keyWorks().stream().filter(k -> !k.equals(keyWork)).toList());
        restructure();
    }

    private void importFile() {
        new ImportDialog(
                        (file, answers) -> services.imports()
                                .ofSection(desk.sheet().facts(), desk.sheet().scope(), file, answers),
                        preview -> {
                            if (!desk.save(services.imports().save(preview))) return false;
                            page = read();
                            build();
                            return true;
                        })
                .open();
    }

    private void findings(List<Found> found) {
        var byRow = new LinkedHashMap<String, List<Finding>>();
        general.removeAll();
        for (Found f : found) {
            if (f.row() == null) general.add(generalLine(f));
            else byRow.computeIfAbsent(f.row(), r -> new ArrayList<>()).add(f.finding());
        }
        lines.forEach((id, line) -> line.findings(byRow.getOrDefault(id, List.of())));
        filter.count(Filter.Which.ALL, page.rows().size());
        filter.count(Filter.Which.ERRORS, rowsWith(Severity.ERROR));
        filter.count(Filter.Which.WARNINGS, rowsWith(Severity.WARNING));
        filter();
        if (opened) desk.changed();
    }

    private Component generalLine(Found f) {
        var line = new Div(new FindingLine(f.finding()));
        line.addClassName("jx-row");
        if (f.code().equals("keyWork.empty") && desk.editable()) {
            var drop = new Button(root.getTranslation("target.fill.dropKeyWork"), e -> dropKeyWork(f.args().get(0)));
            drop.addThemeNames("tertiary", "small");
            line.add(drop);
        }
        return line;
    }

    private long rowsWith(Severity severity) {
        return page.findings().stream().filter(f -> f.severity() == severity).count();
    }

    private void filter() {
        lines.values().forEach(line -> line.show(filter.chosen()));
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
        boolean ofRow = page.rows().stream().anyMatch(r -> r.id().toString().equals(id));
        if (ofRow == showUnit && page.unitPart() != null) {
            parts.mark(!ofRow);
            part(!ofRow);
        }
        if (ofRow && lines.containsKey(id)) lines.get(id).focus(finding.field());
        else if (unitPanel != null) unitPanel.focus(id, finding.field());
    }

    @Override
    public String rowName(String row) {
        return Names.of(page, row, root);
    }

    @Override
    public void refresh(TaskSheet sheet) {
        draft.stored();
        page = read();
        build();
    }
}
