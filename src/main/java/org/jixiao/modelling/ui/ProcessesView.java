package org.jixiao.modelling.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.Diagram;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.base.ui.Steps;
import org.jixiao.modelling.DeployedProcesses;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.Cases.Process;

/** The deployed processes, each with its picture; read only, the file can be taken along to the Modeler. */
@Route(value = "processes", layout = MainLayout.class)
@Menu(title = "modelling.processes.title", icon = "MODEL", order = 230)
@RolesAllowed("MODELLER")
class ProcessesView extends Div implements HasDynamicTitle {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ProductClock.ZONE);

    ProcessesView(DeployedProcesses processes, SignedIn signedIn) {
        addClassName("jx-page");
        List<Process> latest = processes.latest(signedIn.actor());
        var header = new PageHeader(getTranslation("modelling.processes.title"));
        header.facts(new Span(getTranslation("modelling.processes.count", String.valueOf(latest.size()))));
        var list = new Div();
        list.addClassNames("jx-processes", "jx-scroll");
        if (latest.isEmpty())
            list.add(new EmptyState(
                    Glyph.MODEL,
                    getTranslation("modelling.processes.empty"),
                    getTranslation("modelling.processes.empty.next")));
        latest.forEach(process -> list.add(sheet(process)));
        add(header, list);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("base.title", getTranslation("modelling.processes.title"));
    }

    private Section sheet(Process process) {
        String called = Steps.names(process.xml(), getLocale()).getOrDefault(process.key(), process.name());
        var name = new H2(called);
        var key = new Span(process.key());
        key.addClassName("jx-code");
        var since = new Span(
                getTranslation("modelling.processes.since", process.version(), TIME.format(process.deployed())));
        since.addClassNames("jx-sec", "jx-sm", "jx-grow");
        var head = new Header(name, key, since, file(process));
        var steps = new Steps(process.xml(), List.of(), List.of());
        steps.getElement().setAttribute("aria-label", getTranslation("modelling.processes.steps"));
        String label = getTranslation("modelling.processes.picture", called);
        var sheet = new Section(head, steps, new Diagram(label, process.xml(), List.of(), List.of()).tallest(520));
        sheet.addClassName("jx-sheet");
        return sheet;
    }

    private Anchor file(Process process) {
        byte[] xml = process.xml().getBytes(StandardCharsets.UTF_8);
        var file = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(xml), process.key() + ".bpmn", "application/xml", xml.length)),
                getTranslation("modelling.processes.download"));
        file.addComponentAsFirst(Glyph.DOWNLOAD.icon());
        return file;
    }
}
