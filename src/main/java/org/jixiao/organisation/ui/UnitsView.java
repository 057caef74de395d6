package org.jixiao.organisation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.DayField;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Section;
import org.jixiao.organisation.SignedIn;
import org.jixiao.organisation.Structure;
import org.jixiao.organisation.Structure.SectionEntry;
import org.jixiao.organisation.Unit;
import org.jspecify.annotations.Nullable;

/** Units and their sections. */
@Route(value = "admin/units", layout = MainLayout.class)
@Menu(title = "organisation.units.title", icon = "BOARD", order = 300)
@RolesAllowed("SYSADMIN")
class UnitsView extends AdminPage {

    private final transient Structure structure;
    private final transient Organisation organisation;
    private final transient SignedIn signedIn;
    private final transient ProductClock clock;
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final Grid<Section> grid = grid(Section.class);

    UnitsView(Structure structure, Organisation organisation, SignedIn signedIn, ProductClock clock) {
        super("organisation.units.title");
        this.structure = structure;
        this.organisation = organisation;
        this.signedIn = signedIn;
        this.clock = clock;
        unit.setAriaLabel(getTranslation("organisation.unit"));
        unit.setItemLabelGenerator(u -> u.name() + "（" + u.code() + "）");
        unit.setWidth("280px");
        unit.addValueChangeListener(e -> reload());
        searchFor(getTranslation("organisation.units.search"));
        columns();
        units(null);
    }

    private void columns() {
        grid.addColumn(Section::position)
                .setHeader(getTranslation("organisation.section.position"))
                .setWidth("64px")
                .setFlexGrow(0);
        grid.addColumn(Section::name)
                .setHeader(getTranslation("organisation.section.name"))
                .setWidth("220px");
        grid.addColumn(Section::code)
                .setHeader(getTranslation("organisation.code"))
                .setWidth("140px")
                .setFlexGrow(0);
        grid.addColumn(Section::duty).setHeader(getTranslation("organisation.section.duty")).setWidth("260px").setFlexGrow(3)
                .setTooltipGenerator(Section::duty);
        grid.addComponentColumn(this::state)
                .setHeader(getTranslation("organisation.section.state"))
                .setWidth("230px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::change).setHeader(getTranslation("organisation.acts")).setWidth("72px").setFlexGrow(0);
        onPhone(grid, s -> card(
                cell(new Span(s.name()), quiet(s.code())), state(s), new Span(s.duty()), cell(change(s))));
        grid.addItemDoubleClickListener(e -> section(e.getItem()));
    }

    private Button change(Section section) {
        return small("organisation.change", section.name(), () -> section(section));
    }

    private Span state(Section section) {
        boolean over = section.to() != null && !section.to().isAfter(clock.today());
        var times = quiet(Times.text(this, section.from(), section.to()));
        return over
                ? new Span(PageHeader.badge(getTranslation("organisation.section.dissolved")), new Span(" "), times)
                : times;
    }

    private void units(@Nullable String chosen) {
        List<Unit> units = organisation.units();
        unit.setItems(units);
        units.stream()
                .filter(u -> chosen == null || u.code().equals(chosen))
                .findFirst()
                .ifPresentOrElse(unit::setValue, this::reload);
    }

    @Override
    void reload() {
        Unit shown = unit.getValue();
        tools.removeAll();
        if (shown == null) {
            count("");
            actions();
            show(new EmptyState(
                    Glyph.BOARD,
                    getTranslation("organisation.units.empty"),
                    getTranslation("organisation.units.empty.next"),
                    main("organisation.unit.add", () -> unit(null))));
            return;
        }
        tools.add(unit, search);
        actions(
                plain("organisation.unit.add", () -> unit(null)),
                plain("organisation.unit.change", () -> unit(shown)),
                main("organisation.section.add", () -> section(null)));
        var all = structure.sections(signedIn.actor(), shown.code());
        var some = all.stream().filter(s -> found(s.name(), s.code(), s.duty())).toList();
        count(getTranslation("organisation.units.count", shown.supervisor(), all.size(), some.size()));
        grid.setItems(some);
        if (all.isEmpty())
            show(new EmptyState(
                    Glyph.SHEET,
                    getTranslation("organisation.sections.empty", shown.name()),
                    getTranslation("organisation.sections.empty.next")));
        else if (some.isEmpty()) show(new EmptyState(Glyph.SEARCH, getTranslation("organisation.found.none"), ""));
        else show(grid);
    }

    private void unit(@Nullable Unit changed) {
        var fields = new FormFields();
        var code = fields.add("code", new TextField(getTranslation("organisation.code")));
        var name = fields.add("name", new TextField(getTranslation("organisation.unit.name")));
        var supervisor = fields.add("supervisor", new TextField(getTranslation("organisation.unit.supervisor")));
        var from = fields.add("from", new DayField(getTranslation("organisation.from")));
        from.setValue(clock.today().withDayOfYear(1));
        code.setHelperText(getTranslation("organisation.code.help"));
        if (changed != null) {
            code.setValue(changed.code());
            code.setReadOnly(true);
            name.setValue(changed.name());
            supervisor.setValue(changed.supervisor());
            from.setVisible(false);
        }
        new EntryDialog(
                getTranslation(changed == null ? "organisation.unit.add" : "organisation.unit.change"),
                getTranslation("organisation.save"),
                fields,
                () -> {
                    if (changed == null)
                        structure.addUnit(
                                signedIn.actor(), code.getValue(), name.getValue(), supervisor.getValue(), from.getValue());
                    else structure.changeUnit(signedIn.actor(), changed.code(), name.getValue(), supervisor.getValue());
                },
                () -> {
                    units(code.getValue());
                    if (changed == null) Notices.done(getTranslation("organisation.unit.added", name.getValue()));
                },
                code,
                name,
                supervisor,
                from);
    }

    private void section(@Nullable Section changed) {
        String unitCode = Optional.ofNullable(unit.getValue()).orElseThrow().code();
        var fields = new FormFields();
        var code = fields.add("code", new TextField(getTranslation("organisation.code")));
        var name = fields.add("name", new TextField(getTranslation("organisation.section.name")));
        var duty = fields.add("duty", new TextArea(getTranslation("organisation.section.duty")));
        var position = fields.add("position", new IntegerField(getTranslation("organisation.section.position")));
        var from = fields.add("from", new DayField(getTranslation("organisation.from")));
        var to = fields.add("to", new DayField(getTranslation("organisation.section.to")));
        to.setClearButtonVisible(true);
        to.setHelperText(getTranslation("organisation.section.to.help"));
        code.setHelperText(getTranslation("organisation.code.help"));
        if (changed == null) {
            from.setValue(clock.today().withDayOfYear(1));
            position.setValue(structure.sections(signedIn.actor(), unitCode).size() + 1);
        } else {
            code.setValue(changed.code());
            code.setReadOnly(true);
            name.setValue(changed.name());
            duty.setValue(changed.duty());
            position.setValue(changed.position());
            from.setValue(changed.from());
            to.setValue(changed.to());
        }
        new EntryDialog(
                getTranslation(changed == null ? "organisation.section.add" : "organisation.section.change"),
                getTranslation("organisation.save"),
                fields,
                () -> {
                    int place = position.getValue() == null ? 0 : position.getValue();
                    var entry = new SectionEntry(
                            code.getValue(), name.getValue(), duty.getValue(), place, from.getValue(), to.getValue());
                    if (changed == null) structure.addSection(signedIn.actor(), unitCode, entry);
                    else structure.changeSection(signedIn.actor(), unitCode, entry);
                },
                this::reload,
                code,
                name,
                duty,
                position,
                from,
                to);
    }
}
