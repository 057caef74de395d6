package org.jixiao.organisation.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.DayField;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.organisation.Offices;
import org.jixiao.organisation.Offices.Holding;
import org.jixiao.organisation.Offices.Office;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.SignedIn;
import org.jixiao.organisation.Unit;
import org.jspecify.annotations.Nullable;

/** Posts, who holds them from when to when, and to whom a vacant one falls. */
@Route(value = "admin/posts", layout = MainLayout.class)
@Menu(title = "organisation.posts.title", icon = "PERSON", order = 301)
@RolesAllowed("SYSADMIN")
class PostsView extends AdminPage {

    private final transient Offices offices;
    private final transient SignedIn signedIn;
    private final transient PostForms forms;
    private final ComboBox<Unit> unit = new ComboBox<>();
    private final DayField on = new DayField();
    private final Grid<Office> grid = grid(Office.class);
    private List<Office> all = List.of();

    PostsView(Offices offices, Organisation organisation, SignedIn signedIn, ProductClock clock, PostForms forms) {
        super("organisation.posts.title");
        this.offices = offices;
        this.signedIn = signedIn;
        this.forms = forms;
        unit.setAriaLabel(getTranslation("organisation.unit"));
        unit.setItemLabelGenerator(u -> u.name() + "（" + u.code() + "）");
        unit.setWidth("280px");
        unit.setItems(organisation.units());
        on.setAriaLabel(getTranslation("organisation.posts.on"));
        on.setPrefixComponent(new Span(getTranslation("organisation.posts.on")));
        on.setValue(clock.today());
        searchFor(getTranslation("organisation.posts.search"));
        columns();
        organisation.units().stream().findFirst().ifPresent(unit::setValue);
        unit.addValueChangeListener(e -> reload());
        on.addValueChangeListener(e -> reload());
        reload();
    }

    private void columns() {
        grid.addComponentColumn(this::post).setHeader(getTranslation("organisation.post")).setWidth("220px").setFlexGrow(2);
        grid.addComponentColumn(this::acting).setHeader(getTranslation("organisation.post.acting")).setWidth("180px").setFlexGrow(2);
        grid.addComponentColumn(this::holdings).setHeader(getTranslation("organisation.post.holdings")).setWidth("260px").setFlexGrow(3);
        grid.addColumn(office -> name(office.post().fallback()))
                .setHeader(getTranslation("organisation.post.fallback"))
                .setWidth("140px")
                .setFlexGrow(1);
        grid.addComponentColumn(this::acts).setHeader(getTranslation("organisation.acts")).setWidth("176px").setFlexGrow(0);
        onPhone(grid, office -> card(
                post(office),
                office.vacant() ? acting(office) : new Span(),
                holdings(office),
                cell(quiet(getTranslation("organisation.post.fallback")), new Span(name(office.post().fallback()))),
                acts(office)));
    }

    private Div acts(Office office) {
        return cell(
                small("organisation.post.appoint", office.post().name(), () -> forms.appoint(office, this::reload)),
                small("organisation.change", office.post().name(), () -> forms.change(office, all, this::reload)));
    }

    private Div post(Office office) {
        var cell = cell(new Span(office.post().name()));
        String kind = getTranslation("organisation.postKind." + office.post().kind());
        if (!kind.equals(office.post().name())) cell.add(quiet(kind));
        if (!office.sections().isEmpty()) cell.add(quiet(String.join("、", office.sections())));
        if (office.to() != null) cell.add(quiet(Times.text(this, office.from(), office.to())));
        return cell;
    }

    private Div acting(Office office) {
        if (!office.vacant()) return cell(new Span(office.actingNames()));
        var vacant = PageHeader.badge(getTranslation("organisation.post.vacant"), "warn");
        String falls = office.acting().isEmpty()
                ? getTranslation("organisation.post.nobody")
                : getTranslation("organisation.post.falls", office.actingNames());
        return cell(vacant, quiet(falls));
    }

    private Div holdings(Office office) {
        var cell = new Div();
        cell.addClassName("jx-lines");
        for (Holding holding : office.holdings()) {
            String times = Times.text(this, holding.from(), holding.to());
            var line = cell(
                    new Span(holding.personName()),
                    quiet(times),
                    small(
                            "organisation.holding.dates",
                            holding.personName() + " " + times,
                            () -> forms.dates(office, holding, this::reload)));
            if (!holding.on(on.getValue())) line.addClassName("jx-ter");
            cell.add(line);
        }
        return cell;
    }

    private String name(@Nullable UUID post) {
        return all.stream()
                .filter(o -> o.post().id().equals(post))
                .map(o -> o.post().name())
                .findFirst()
                .orElse("—");
    }

    @Override
    void reload() {
        tools.removeAll();
        if (unit.getValue() == null || on.getValue() == null) {
            count("");
            show(new EmptyState(
                    Glyph.PERSON,
                    getTranslation("organisation.units.empty"),
                    getTranslation("organisation.posts.empty.next")));
            return;
        }
        tools.add(unit, on, search);
        String code = unit.getValue().code();
        all = offices.of(signedIn.actor(), code, on.getValue());
        actions(plain("organisation.post.deputy.add", () -> forms.addDeputy(code, this::reload)));
        var some = all.stream().filter(this::wanted).toList();
        long vacant = all.stream().filter(Office::vacant).count();
        count(getTranslation("organisation.posts.count", all.size(), vacant, some.size()));
        grid.setItems(some);
        if (some.isEmpty()) show(new EmptyState(Glyph.SEARCH, getTranslation("organisation.found.none"), ""));
        else show(grid);
    }

    private boolean wanted(Office office) {
        return found(
                office.post().name(),
                office.actingNames(),
                office.holdings().stream().map(Holding::personName).collect(Collectors.joining(" ")));
    }
}
