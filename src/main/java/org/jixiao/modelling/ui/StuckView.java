package org.jixiao.modelling.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Role;
import org.jixiao.organisation.Section;
import org.jixiao.organisation.SignedIn;
import org.jixiao.organisation.Unit;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Interventions;
import org.jixiao.workflow.Interventions.Filter;
import org.jixiao.workflow.StuckCases;
import org.jspecify.annotations.Nullable;

/** Cases that cannot go on by themselves: what the engine could not do, and steps an administrator sets right. */
@Route(value = "stuck", layout = MainLayout.class)
@Menu(title = "modelling.stuck.title", icon = "WARN", order = 235)
@RolesAllowed({"MODELLER", "SYSADMIN"})
class StuckView extends Div implements HasDynamicTitle {

    private static final int PAGE = 100;
    private static final long SOON_MILLIS = 4_000;

    private final transient StuckCases stuck;
    private final transient Interventions interventions;
    private final transient Cases cases;
    private final transient Organisation organisation;
    private final transient ProductClock clock;
    private final transient Actor reader;
    private final Div kinds = new Div();
    private final Select<Chosen> section = new Select<>();
    private final Div sheet = new Div();
    private final Button more = new Button();
    private boolean running;
    private int shown;
    private transient @Nullable UI ui;

    private record Chosen(Unit unit, Section section) {}

    StuckView(
            StuckCases stuck,
            Interventions interventions,
            Cases cases,
            Organisation organisation,
            ProductClock clock,
            SignedIn signedIn) {
        this.stuck = stuck;
        this.interventions = interventions;
        this.cases = cases;
        this.organisation = organisation;
        this.clock = clock;
        this.reader = signedIn.actor();
        addClassName("jx-page");
        kinds.addClassName("jx-seg");
        kinds.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("modelling.stuck.kinds"));
        section.setAriaLabel(getTranslation("modelling.stuck.section"));
        section.setEmptySelectionAllowed(true);
        section.setEmptySelectionCaption(getTranslation("modelling.stuck.section.all"));
        section.setItems(organisation.units().stream()
                .flatMap(unit -> organisation.sections(unit.code(), clock.today()).stream()
                        .map(one -> new Chosen(unit, one)))
                .toList());
        section.setItemLabelGenerator(
                chosen -> chosen == null ? getTranslation("modelling.stuck.section.all") : chosen.section().name());
        section.addValueChangeListener(e -> show());
        more.setText(getTranslation("modelling.move.more", String.valueOf(PAGE)));
        more.addThemeNames("tertiary");
        more.addClickListener(e -> load());
        sheet.addClassNames("jx-sheet", "jx-scroll", "jx-list");
        sheet.getElement().setAttribute("tabindex", "0");
        var tools = new Div(kinds, section);
        tools.addClassName("jx-tools");
        var body = new Div(sheet);
        body.addClassNames("jx-body", "jx-stuck");
        add(new PageHeader(getTranslation("modelling.stuck.title")), tools, body);
        show();
    }

    @Override
    public String getPageTitle() {
        return UI.getCurrent().getTranslation("base.title", getTranslation("modelling.stuck.title"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ui = event.getUI();
    }

    private void show() {
        kinds.removeAll();
        kinds.add(kind("modelling.stuck.stuck", false));
        boolean sets = reader.is(Role.SYSADMIN);
        if (sets) kinds.add(kind("modelling.stuck.running", true));
        kinds.setVisible(sets);
        section.setVisible(running);
        sheet.removeAll();
        shown = 0;
        load();
    }

    private Button kind(String key, boolean which) {
        var button = new Button(getTranslation(key), e -> {
            running = which;
            show();
        });
        button.getElement().setAttribute("aria-pressed", String.valueOf(running == which));
        return button;
    }

    private void load() {
        sheet.remove(more);
        int rows = running ? loadRunning() : loadStuck();
        shown += rows;
        if (shown == 0) {
            String key = running ? "modelling.stuck.running.none" : "modelling.stuck.none";
            sheet.add(new EmptyState(Glyph.MET, getTranslation(key), getTranslation(key + ".next")));
        }
        if (rows == PAGE) sheet.add(more);
    }

    private int loadStuck() {
        var rows = stuck.page(reader, shown, PAGE);
        if (!rows.isEmpty()) sheet.add(new StuckTable(rows, this::called, this::retry));
        return rows.size();
    }

    private int loadRunning() {
        Chosen chosen = section.getValue();
        var filter = chosen == null
                ? Filter.ALL
                : new Filter(null, chosen.unit().code(), chosen.section().code());
        List<Interventions.Open> rows = interventions.open(reader, filter, shown, PAGE);
        if (!rows.isEmpty()) sheet.add(new RunningTable(rows, this::called, this::set));
        return rows.size();
    }

    private Span called(CaseFacts facts) {
        var matters = new Matters(organisation, clock);
        String process = cases.named(facts.process())
                .map(named -> Messages.name(getLocale(), named.name(), named.nameEn()))
                .orElse(facts.process());
        return new Span(process + " " + matters.of(facts.unit(), facts.year(), facts.section(), facts.period()));
    }

    private void retry(StuckCases.Stuck one) {
        new ReasonDialog(
                        getTranslation("modelling.stuck.retry.title"),
                        getTranslation("modelling.stuck.retry.means", Messages.name(getLocale(), one.step(), one.stepEn())),
                        getTranslation("modelling.stuck.retry"),
                        ReasonDialog.REASON,
                        reason -> {
                            stuck.retry(reader, one.jobId(), reason);
                            show();
                            soon();
                        })
                .open();
    }

    /** The engine tries at its own time; shortly after, the list is read again. */
    private void soon() {
        UI page = ui;
        if (page == null) return;
        CompletableFuture.delayedExecutor(SOON_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> page.access(this::show));
    }

    private void set(Interventions.Open open) {
        new InterventionDialog(interventions, reader, interventions.offer(reader, open.taskId()), called(open.facts()).getText(), this::show)
                .open();
    }
}
