package org.jixiao.modelling.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.modelling.ModelMoves;
import org.jixiao.modelling.MoveRuns;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.CaseMoves;
import org.jixiao.workflow.CaseMoves.Plan;
import org.jixiao.workflow.CaseMoves.Version;
import org.jixiao.workflow.Cases;
import org.jspecify.annotations.Nullable;

/** The running cases of a process on their way to another version: rehearsed, then moved. */
@Route(value = "processes/:key/move", layout = MainLayout.class)
@RolesAllowed("MODELLER")
class MoveView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient ModelMoves moves;
    private final transient MoveRuns runs;
    private final transient CaseMoves caseMoves;
    private final transient Cases cases;
    private final transient SignedIn signedIn;
    private final transient Organisation organisation;
    private final transient ProductClock clock;
    private final PageHeader head = new PageHeader("");
    private final Div body = new Div();
    private String process = "";
    private String called = "";
    private transient @Nullable MoveRun run;
    private EmptyState before = new EmptyState(Glyph.MODEL, "", "");

    MoveView(
            ModelMoves moves,
            MoveRuns runs,
            CaseMoves caseMoves,
            Cases cases,
            SignedIn signedIn,
            Organisation organisation,
            ProductClock clock) {
        this.moves = moves;
        this.runs = runs;
        this.caseMoves = caseMoves;
        this.cases = cases;
        this.signedIn = signedIn;
        this.organisation = organisation;
        this.clock = clock;
        addClassName("jx-page");
        body.addClassNames("jx-scroll", "jx-move");
        add(head, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        process = event.getRouteParameters().get("key").orElse("");
        List<Version> versions = caseMoves.versions(signedIn.actor(), process);
        if (versions.isEmpty()) throw new NotFoundException();
        called = cases.named(process)
                .map(named -> Messages.name(getLocale(), named.name(), named.nameEn()))
                .orElse(versions.get(0).name());
        head.title(getTranslation("modelling.move.title"));
        var back = new Anchor("processes/" + process, called);
        head.facts(back, new Span(getTranslation(
                "modelling.move.running", String.valueOf(versions.stream().mapToInt(Version::running).sum()))));
        show(versions);
    }

    private void show(List<Version> versions) {
        body.removeAll();
        run = null;
        if (versions.size() < 2) {
            body.add(new EmptyState(
                    Glyph.MODEL, getTranslation("modelling.move.one"), getTranslation("modelling.move.one.next")));
            return;
        }
        var choice = new MoveChoice(
                versions,
                (from, to) -> caseMoves.lost(signedIn.actor(), from, to),
                this::rehearse);
        var sheet = new Section(choice);
        sheet.addClassName("jx-sheet");
        body.add(sheet);
        before = new EmptyState(
                Glyph.MODEL, getTranslation("modelling.move.before"), getTranslation("modelling.move.before.next"));
        moves.latest(signedIn.actor(), process)
                .ifPresentOrElse(
                        move -> {
                            choice.show(move.plan());
                            follow(move.id());
                        },
                        () -> body.add(before));
    }

    private void rehearse(Plan plan) {
        follow(moves.rehearse(signedIn.actor(), process, plan));
    }

    private void follow(UUID id) {
        before.removeFromParent();
        if (run != null) body.remove(run);
        run = new MoveRun(moves, runs, signedIn, new Matters(organisation, clock), id, versionNumber());
        body.add(run);
    }

    private UnaryOperator<String> versionNumber() {
        var versions = caseMoves.versions(signedIn.actor(), process);
        return id -> versions.stream()
                .filter(v -> v.definitionId().equals(id))
                .map(v -> String.valueOf(v.version()))
                .findFirst()
                .orElse("");
    }

    @Override
    public String getPageTitle() {
        return UI.getCurrent().getTranslation("base.title", getTranslation("modelling.move.title") + " · " + called);
    }
}
