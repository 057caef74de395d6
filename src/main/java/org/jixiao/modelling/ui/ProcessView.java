package org.jixiao.modelling.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.base.ui.Steps;
import org.jixiao.modelling.ui.DifferencePanel.Other;
import org.jixiao.modelling.ui.DifferencePanel.Side;
import org.jixiao.modelling.ui.ModelTabs.Shown;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.Upkeep;
import org.jixiao.workflow.Versions;
import org.jixiao.workflow.Versions.Version;

/** One process: its versions, the drawing of one of them, what the gate says to it and what cases do in it. */
@Route(value = "processes/:key/:version?([0-9]{1,9})", layout = MainLayout.class)
@RolesAllowed("MODELLER")
class ProcessView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Versions versions;
    private final transient Upkeep upkeep;
    private final transient SignedIn signedIn;
    private String title = "";

    ProcessView(Versions versions, Upkeep upkeep, SignedIn signedIn) {
        this.versions = versions;
        this.upkeep = upkeep;
        this.signedIn = signedIn;
        addClassName("jx-page");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("base.title", title);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("key").orElse("");
        var all = known(key);
        int wanted = event.getRouteParameters().getInteger("version").orElse(all.get(0).version());
        var version = all.stream().filter(v -> v.version() == wanted).findFirst().orElseThrow(NotFoundException::new);
        boolean newest = event.getRouteParameters().get("version").isEmpty();
        show(all, version, newest, event.getLocation().getQueryParameters().getSingleParameter("see").orElse(""));
    }

    /** Of a modeller nothing is refused but what is not there. */
    private List<Version> known(String key) {
        try {
            return versions.of(signedIn.actor(), key);
        } catch (Refusal none) {
            throw new NotFoundException();
        }
    }

    /** @param newest nobody asked for this version, it is the newest */
    private void show(List<Version> all, Version version, boolean newest, String see) {
        removeAll();
        var reader = signedIn.actor();
        var model = versions.model(reader, version.process(), version.version());
        var traffic = versions.traffic(reader, version.process());
        var names = Steps.names(model.xml(), getLocale());
        boolean inUse = upkeep.inUse(reader, version.process());
        var shown = new Shown(version, all, model, names, traffic);
        title = shown.called();

        var picture = new ModelTabs[1];
        var findings = new FindingsPanel(model.findings(), names, element -> picture[0].select(element));
        picture[0] = new ModelTabs(shown, findings, () -> difference(shown), () -> newest ? busy(shown) : shown, see);
        picture[0].add(files(shown));
        var beneath = new Div(
                FindingsPanel.sheet(findings, getTranslation("modelling.gate.title")),
                CasesPanel.sheet(all, traffic, v -> v == version ? names : Steps.names(xml(v), getLocale())));
        beneath.addClassName("jx-model-beneath");
        var middle = new Div(picture[0], beneath);
        upkeep.candidates(reader).stream()
                .filter(candidate -> candidate.process().equals(version.process()))
                .findFirst()
                .ifPresent(candidate -> middle.addComponentAsFirst(
                        new CandidateSheet(candidate, all.get(0), versions, upkeep, reader, () -> again(version.process()))));
        middle.addClassName("jx-model-mid");
        var refused = versions.refused(reader, version.resource());
        var body = new Div(new VersionList(all, version.version(), inUse, refused), middle);
        body.addClassNames("jx-body", "jx-model");
        add(header(shown, inUse));
        if (!inUse) upkeep.use(reader, version.process()).ifPresent(use -> add(out(use)));
        add(body);
    }

    private Div out(Upkeep.Use use) {
        var line = new Div(Glyph.LOCK.icon(), Words.styled(getTranslation("modelling.use.is", use.by(), Words.time(use.at()), use.why()), "jx-b"));
        line.addClassNames("jx-banner", "warn");
        var place = new Div(line);
        place.addClassName("jx-stack");
        return place;
    }

    /** By whom or by what its cases begin, of a process that the product itself does not begin. */
    private String starts(Shown shown) {
        var start = shown.model().start();
        String post = start.get("startedBy");
        if (post != null) return getTranslation("modelling.starts.post", getTranslation("organisation.postKind." + post.toUpperCase(Locale.ROOT)));
        if (start.containsKey("begins")) return getTranslation("modelling.starts." + start.get("begins"));
        if (shown.version().origin().shipped()) return "";
        String callers = upkeep.callers(signedIn.actor(), shown.version().process()).stream()
                .map(caller -> getTranslation("modelling.starts.caller", Messages.name(getLocale(), caller.name(), caller.nameEn())))
                .collect(Collectors.joining(getTranslation("modelling.list.and")));
        return getTranslation(callers.isEmpty() ? "modelling.starts.none" : "modelling.starts.called", callers);
    }

    private PageHeader header(Shown shown, boolean inUse) {
        var back = new Anchor("processes", Glyph.BACK.icon());
        back.addClassName("jx-back");
        back.getElement().setAttribute("aria-label", getTranslation("modelling.back"));
        long running = shown.versions().stream().mapToLong(Version::running).sum();
        var header = new PageHeader(shown.called()).lead(back);
        boolean needed = upkeep.neededByYear(signedIn.actor(), shown.version().process());
        header.facts(
                Words.styled(shown.version().process(), "jx-code"),
                state(inUse, shown.versions().get(0).version()),
                new Span(getTranslation("modelling.running", String.valueOf(running))),
                new Span(needed ? getTranslation("modelling.use.needed") : starts(shown)));
        var upload = new Button(getTranslation("modelling.upload"), Glyph.UPLOAD.icon(), e -> e.getSource().getUI()
                .ifPresent(ui -> ui.navigate(UploadView.class)));
        upload.addThemeNames("primary");
        var actions = new ArrayList<Component>();
        if (shown.version() != shown.versions().get(0)) actions.add(revive(shown));
        if (shown.versions().size() > 1 && running > 0) actions.add(new Button(
                getTranslation("modelling.move.open"),
                Glyph.FORWARD.icon(),
                e -> e.getSource().getUI().ifPresent(ui -> ui.navigate("processes/" + shown.version().process() + "/move"))));
        if (!inUse || !needed) actions.add(use(shown, inUse));
        actions.add(upload);
        return header.actions(actions.toArray(Component[]::new));
    }

    private Span state(boolean inUse, int live) {
        var badge = PageHeader.badge("", inUse ? "ok" : "warn");
        badge.add((inUse ? Glyph.CHECK : Glyph.LOCK).small(), new Span(
                inUse ? getTranslation("modelling.state.live", String.valueOf(live)) : getTranslation("modelling.state.out")));
        return badge;
    }

    private Button use(Shown shown, boolean inUse) {
        String process = shown.version().process();
        String deed = inUse ? "out" : "in";
        return new Button(getTranslation("modelling.use." + deed), e -> new ReasonDialog(
                        getTranslation("modelling.use." + deed + ".title", shown.called()),
                        getTranslation("modelling.use." + deed + ".means"),
                        getTranslation("modelling.use." + deed + ".do"),
                        ReasonDialog.NAME,
                        why -> {
                            if (inUse) upkeep.takeOutOfUse(signedIn.actor(), process, why);
                            else upkeep.putInUse(signedIn.actor(), process, why);
                            again(process);
                            Notices.done(getTranslation("modelling.use." + deed + ".done", shown.called()));
                        })
                .open());
    }

    private Button revive(Shown shown) {
        var version = shown.version();
        String number = String.valueOf(version.version());
        return new Button(getTranslation("modelling.revive", number), e -> new ReasonDialog(
                        getTranslation("modelling.revive.title", number),
                        getTranslation("modelling.revive.means", number),
                        getTranslation("modelling.revive.do"),
                        ReasonDialog.NAME,
                        why -> {
                            upkeep.revive(signedIn.actor(), version.process(), version.version(), why);
                            again(version.process());
                            Notices.done(getTranslation("modelling.revive.done", number));
                        })
                .open());
    }

    /** The page anew, at the latest version. */
    private void again(String process) {
        getUI().ifPresent(ui -> ui.navigate(ProcessView.class, new RouteParameters(Map.of("key", process))));
        var all = versions.of(signedIn.actor(), process);
        show(all, all.get(0), true, "");
    }

    private DifferencePanel difference(Shown shown) {
        var version = shown.version();
        var others = new ArrayList<Version>(shown.versions().stream().filter(v -> v.version() < version.version()).toList());
        shown.versions().stream().filter(v -> v.version() > version.version()).forEach(others::add);
        return new DifferencePanel(new Side("V" + version.version(), shown.model().xml()), others.stream().map(o -> other(o, version)).toList());
    }

    private Other other(Version one, Version shown) {
        String title = "V" + one.version();
        return new Other(
                title + "　" + Words.time(one.origin().at()),
                () -> new Side(title, xml(one)),
                () -> versions.difference(signedIn.actor(), one.process(), one.version(), shown.version()));
    }

    private String xml(Version one) {
        return new String(versions.file(signedIn.actor(), one.process(), one.version(), one.resource()), StandardCharsets.UTF_8);
    }

    /** The latest version with cases where the newest has none. */
    private Shown busy(Shown shown) {
        return shown.versions().stream()
                .filter(one -> one.running() > 0)
                .findFirst()
                .filter(one -> one != shown.version())
                .map(one -> shown.of(one, xml(one), getLocale()))
                .orElse(shown);
    }

    private Div files(Shown shown) {
        var version = shown.version();
        var files = new Div(Words.styled(getTranslation("modelling.files"), "jx-sec"));
        files.addClassName("jx-model-files");
        // asked for in a request of its own, as the person who was shown the page
        var reader = signedIn.actor();
        for (String file : shown.model().files())
            files.add(Words.download(file, file, () -> versions.file(reader, version.process(), version.version(), file)));
        return files;
    }
}
