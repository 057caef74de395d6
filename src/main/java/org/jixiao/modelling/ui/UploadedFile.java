package org.jixiao.modelling.ui;

import com.vaadin.flow.component.html.Section;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.base.ui.Diagram;
import org.jixiao.base.ui.Steps;
import org.jixiao.modelling.ui.DifferencePanel.Other;
import org.jixiao.modelling.ui.DifferencePanel.Side;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Versions;
import org.jixiao.workflow.Versions.Version;

/** A file that is to be deployed: what the gate says to it, its drawing, and what it changes in the live version. */
final class UploadedFile extends Section {

    UploadedFile(String file, byte[] content, List<Finding> findings, Versions versions, Actor reader) {
        addClassName("jx-sheet");
        String xml = new String(content, StandardCharsets.UTF_8);
        Map<String, String> names = file.endsWith(".bpmn") ? Steps.names(xml, getLocale()) : Map.of();
        var diagram = new Diagram(getTranslation("modelling.picture", file), xml, List.of(), List.of()).tallest(420);
        var panel = new FindingsPanel(findings, names, diagram::select);
        var sheet = FindingsPanel.sheet(panel, file);
        sheet.getChildren().toList().forEach(this::add);
        if (names.isEmpty()) return;
        add(diagram.marks(panel.marks()).onChosen(panel::chosen));
        versions.replaced(reader, content).ifPresent(live -> add(
                Words.note(getTranslation("modelling.upload.against", live.name(), String.valueOf(live.version()))),
                new DifferencePanel(new Side(file, xml), List.of(against(live, content, versions, reader)))));
    }

    private static Other against(Version live, byte[] content, Versions versions, Actor reader) {
        String title = "V" + live.version();
        return new Other(
                title,
                () -> new Side(title, new String(
                        versions.file(reader, live.process(), live.version(), live.resource()), StandardCharsets.UTF_8)),
                () -> versions.difference(reader, live.process(), live.version(), content));
    }
}
