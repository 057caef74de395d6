package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.inbox.Locks;
import org.jixiao.inbox.ui.LockLine;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.SignedIn;
import org.jixiao.organisation.Unit;
import org.jixiao.target.Adjusting;
import org.jixiao.target.SheetPage;
import org.jixiao.target.TargetPages;
import org.jixiao.target.TargetPages.SectionEntry;
import org.jixiao.target.TargetsProcess;
import org.jixiao.target.Years;
import org.jspecify.annotations.Nullable;

/** A section's targets of a year, in force or as far as the reader may see the draft. */
@Route(value = "targets", layout = MainLayout.class)
@RouteAlias(value = "targets/:unit/:year/:section?", layout = MainLayout.class)
@Menu(title = "target.page.title", icon = "SHEET", order = 110)
@PermitAll
class TargetsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient TargetPages pages;
    private final transient Years years;
    private final transient Adjusting adjusting;
    private final transient Organisation organisation;
    private final transient SignedIn signedIn;
    private final transient ProductClock clock;
    private final transient Locks locks;
    private String title = "";

    TargetsView(TargetPages pages, Years years, Adjusting adjusting, Organisation organisation, SignedIn signedIn,
            ProductClock clock, Locks locks) {
        this.pages = pages;
        this.years = years;
        this.adjusting = adjusting;
        this.organisation = organisation;
        this.signedIn = signedIn;
        this.clock = clock;
        this.locks = locks;
        addClassName("jx-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Actor actor = signedIn.actor();
        var parameters = event.getRouteParameters();
        List<Unit> units = organisation.unitsOf(actor.id(), clock.today());
        String unit = parameters.get("unit").orElse(units.isEmpty() ? "" : units.get(0).code());
        title = getTranslation("target.page.title");
        if (unit.isEmpty()) {
            add(new PageHeader(title), empty("target.page.noUnit", "target.page.noUnit.next"));
            return;
        }
        List<Integer> open = pages.years(actor, unit);
        if (open.isEmpty()) {
            var header = new PageHeader(title);
            header.actions(openYear(actor, unit));
            add(header, empty("target.page.noYear", "target.page.noYear.next"));
            return;
        }
        int year = number(parameters.get("year").orElse(""), open.get(0));
        if (!open.contains(year)) throw Refusal.forbidden();
        var sections = pages.sections(actor, unit, year);
        var section = chosen(sections, parameters.get("section").orElse(""));
        show(actor, unit, year, open, sections, section);
    }

    private static int number(String text, int otherwise) {
        return text.isEmpty() ? otherwise : text.matches("\\d{4}") ? Integer.parseInt(text) : 0;
    }

    /** The section asked for, else the first that is one's own draft or can be read. */
    private static SectionEntry chosen(List<SectionEntry> sections, String code) {
        if (!code.isEmpty())
            return sections.stream().filter(s -> s.code().equals(code)).findFirst().orElseThrow(Refusal::forbidden);
        return sections.stream().filter(SectionEntry::own).findFirst()
                .or(() -> sections.stream().filter(SectionEntry::readable).findFirst())
                .orElse(sections.get(0));
    }

    private void show(Actor actor, String unit, int year, List<Integer> open, List<SectionEntry> sections, SectionEntry section) {
        title = getTranslation("target.page.of", section.name(), String.valueOf(year));
        var header = new PageHeader(title);
        var actions = new ArrayList<Component>(List.of(yearSelect(unit, year, open), sectionSelect(unit, year, sections, section)));
        if (adjusting.mayAsk(actor, unit, year, section.code())) actions.add(ask(actor, unit, year, section));
        if (years.coordinates(actor, unit)) actions.add(openYear(actor, unit));
        header.actions(actions.toArray(Component[]::new));
        add(header);
        if (!section.readable()) {
            add(empty("target.page.locked", "target.page.locked.next"));
            return;
        }
        SheetPage page = pages.read(actor, unit, year, section.code(), UI.getCurrent().getLocale());
        header.facts(state(page));
        boolean archived = years.dates(actor, unit, year).map(d -> d.state().equals("ARCHIVED")).orElse(false);
        var lines = new Div();
        lines.addClassName("jx-stack");
        locks.of(TargetsProcess.KEY, unit, year, section.code(), null, archived, UI.getCurrent().getLocale())
                .ifPresent(lock -> lines.add(new LockLine(lock)));
        add(lines);
        var table = new ReadTable(page, null, page.round() > 0, null).build();
        var content = new Div();
        content.addClassNames("jx-sheet", "jx-grow", "jx-examine", "jx-scroll");
        var asked = adjusting.of(actor, unit, year, section.code());
        if (!asked.isEmpty()) content.add(new AdjustmentLog(asked));
        if (page.rows().isEmpty()) content.add(empty("target.fill.empty", "target.page.empty.next"));
        else content.add(table.component());
        if (page.unitPart() != null) content.add(new UnitRead(page, null));
        var body = new Div(content);
        body.addClassName("jx-body");
        add(body);
    }

    private Component state(SheetPage page) {
        if (page.state().equals("IN_FORCE"))
            return PageHeader.badge(
                    getTranslation("target.page.inForce", String.valueOf(page.version()), String.valueOf(page.inForceFrom())), "ok");
        return PageHeader.badge(getTranslation("target.page.declaring"), "pri");
    }

    private Component yearSelect(String unit, int year, List<Integer> open) {
        var select = new Select<Integer>();
        select.setItems(open);
        select.setValue(year);
        select.setItemLabelGenerator(y -> getTranslation("target.page.year", String.valueOf(y)));
        select.setAriaLabel(getTranslation("target.page.year.label"));
        select.addValueChangeListener(e -> go(unit, e.getValue(), null));
        return select;
    }

    private Component sectionSelect(String unit, int year, List<SectionEntry> sections, SectionEntry section) {
        var select = new Select<SectionEntry>();
        select.setItems(sections);
        select.setValue(section);
        select.setItemLabelGenerator(SectionEntry::name);
        select.setAriaLabel(getTranslation("target.import.section"));
        select.addValueChangeListener(e -> go(unit, year, e.getValue().code()));
        return select;
    }

    private static void go(String unit, int year, @Nullable String section) {
        var parameters = section == null
                ? new RouteParameters(Map.of("unit", unit, "year", String.valueOf(year)))
                : new RouteParameters(Map.of("unit", unit, "year", String.valueOf(year), "section", section));
        UI.getCurrent().navigate(TargetsView.class, parameters);
    }

    private Component openYear(Actor actor, String unit) {
        var open = new Button(getTranslation("target.open.title"), Glyph.PLUS.icon(),
                e -> UI.getCurrent().navigate(OpenYearView.class, unit));
        open.setVisible(years.coordinates(actor, unit));
        return open;
    }

    /** Says what it leads to before anything begins. */
    private Component ask(Actor actor, String unit, int year, SectionEntry section) {
        return new Button(getTranslation("target.adjustment.ask"), Glyph.SWAP.icon(), e -> {
            var ask = new ConfirmDialog();
            ask.setHeader(getTranslation("target.adjustment.ask.title", String.valueOf(year)));
            ask.setText(getTranslation("target.adjustment.ask.means", String.valueOf(section.version())));
            ask.setCancelable(true);
            ask.setCancelText(getTranslation("inbox.cancel"));
            ask.setConfirmText(getTranslation("target.adjustment.ask.do"));
            ask.addConfirmListener(yes -> start(actor, unit, year, section.code()));
            ask.open();
        });
    }

    private void start(Actor actor, String unit, int year, String section) {
        try {
            UI.getCurrent().navigate("task/" + adjusting.ask(actor, unit, year, section));
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private EmptyState empty(String fact, String next) {
        return new EmptyState(Glyph.SHEET, getTranslation(fact), getTranslation(next));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("base.title", title);
    }
}
