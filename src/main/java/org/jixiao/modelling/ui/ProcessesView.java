package org.jixiao.modelling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Messages;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.base.ui.PlainTable;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.Upkeep;
import org.jixiao.workflow.Versions;
import org.jixiao.workflow.Versions.Live;

/** The deployed processes: which version is live, who deployed it, when and why, and how many cases run. */
@Route(value = "processes", layout = MainLayout.class)
@Menu(title = "modelling.processes.title", icon = "MODEL", order = 230)
@RolesAllowed("MODELLER")
class ProcessesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Versions versions;
    private final transient Upkeep upkeep;
    private final transient SignedIn signedIn;

    ProcessesView(Versions versions, Upkeep upkeep, SignedIn signedIn) {
        this.versions = versions;
        this.upkeep = upkeep;
        this.signedIn = signedIn;
        addClassName("jx-page");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("base.title", getTranslation("modelling.processes.title"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var live = versions.live(signedIn.actor());
        var refused = versions.refused(signedIn.actor(), null);
        var upload = new Button(getTranslation("modelling.upload"), Glyph.UPLOAD.icon(), e -> e.getSource().getUI()
                .ifPresent(ui -> ui.navigate(UploadView.class)));
        upload.addThemeNames("primary");
        add(new PageHeader(getTranslation("modelling.processes.title"))
                .facts(new Span(getTranslation("modelling.processes.count", String.valueOf(live.size()))))
                .actions(upload));
        var body = new Div();
        body.addClassNames("jx-body", "jx-models", "jx-scroll");
        upkeep.candidates(signedIn.actor()).forEach(candidate -> live.stream()
                .filter(one -> one.latest().process().equals(candidate.process()))
                .forEach(one -> body.add(waiting(one))));
        body.add(sheet(live));
        if (!refused.isEmpty()) {
            var sheet = new Section(new RefusedList(refused));
            sheet.addClassName("jx-sheet");
            body.add(sheet);
        }
        add(body);
    }

    /** A shipped update somebody has to decide on. */
    private Div waiting(Live one) {
        var see = new RouterLink(
                getTranslation("modelling.candidate.see"), ProcessView.class, new RouteParameters(Map.of("key", one.latest().process())));
        var words = Words.styled(getTranslation("modelling.candidate.waits", named(one)), "jx-b");
        var line = new Div(Glyph.INFO.icon(), words, see);
        line.addClassName("jx-banner");
        return line;
    }

    private String named(Live one) {
        return Messages.name(getLocale(), one.latest().name(), one.nameEn());
    }

    private Section sheet(List<Live> live) {
        var sheet = new Section();
        sheet.addClassName("jx-sheet");
        if (live.isEmpty()) {
            sheet.add(new EmptyState(
                    Glyph.MODEL, getTranslation("modelling.processes.empty"), getTranslation("modelling.processes.empty.next")));
            return sheet;
        }
        var table = new PlainTable(getTranslation("modelling.processes.title"));
        for (String column : List.of("name", "version", "who", "when", "why"))
            table.column(getTranslation("modelling.column." + column));
        table.column(getTranslation("modelling.column.running"), "num").column(getTranslation("modelling.column.state"));
        live.forEach(one -> table.row(
                name(one),
                new Span("V" + one.latest().version()),
                new Span(Words.who(one.latest().origin())),
                Words.styled(Words.time(one.latest().origin().at()), "jx-nw"),
                Words.styled(Words.why(one.latest().origin()), "jx-model-why"),
                Words.styled(String.valueOf(one.running()), "num"),
                state(one)));
        sheet.add(table);
        return sheet;
    }

    private Div name(Live one) {
        var version = one.latest();
        var link = new RouterLink(
                named(one), ProcessView.class, new RouteParameters(Map.of("key", version.process())));
        link.addClassName("jx-b");
        return new Div(link, new Div(Words.styled(version.process(), "jx-code")));
    }

    private Span state(Live one) {
        var badge = PageHeader.badge("", one.inUse() ? "ok" : "warn");
        badge.add(
                (one.inUse() ? Glyph.CHECK : Glyph.LOCK).small(),
                new Span(getTranslation(one.inUse() ? "modelling.state.in" : "modelling.state.out")));
        return badge;
    }
}
