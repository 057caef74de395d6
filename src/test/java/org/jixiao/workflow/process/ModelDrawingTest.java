package org.jixiao.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jixiao.harness.Workshop;
import org.jixiao.harness.Workshop.Run;
import org.junit.jupiter.api.Test;

/** The shipped models keep the style of {@code bpmn/README.md}; the checks are in {@code src/test/bpmn}. */
class ModelDrawingTest {

    @Test
    void theModelsAreLintedNamedDocumentedAndDrawnWithoutCrossings() throws Exception {
        Workshop.open();
        int templates = count("bpmn/.camunda/element-templates", ".json");
        for (String folder : List.of("bpmn", "bpmn/fragments")) {
            Run check = Workshop.run("node", "check.mjs", Path.of(folder).toAbsolutePath().toString());
            assertThat(check.code()).as(check.output()).isZero();
            assertThat(check.output()).contains("%d models, %d templates, 0 findings".formatted(count(folder, ".bpmn"), templates));
        }
    }

    private static int count(String folder, String ending) throws IOException {
        try (var files = Files.list(Path.of(folder))) {
            return (int) files.filter(file -> file.toString().endsWith(ending)).count();
        }
    }

    @Test
    void thePluginForTheModelerFindsWhatTheGateWouldAndNothingInTheShippedModels() throws Exception {
        Workshop.open();
        String kit = Path.of("bpmn/modeler/jixiao").toAbsolutePath().toString();
        for (String folder : List.of("bpmn", "bpmn/fragments")) {
            Run check = Workshop.run("node", "kit.mjs", kit, Path.of(folder).toAbsolutePath().toString());
            assertThat(check.output()).contains("0 findings");
        }
        Path bad = Files.createDirectories(Workshop.FOLDER.resolve("careless"));
        Files.writeString(
                bad.resolve("countersign.bpmn"),
                Files.readString(Path.of("bpmn/fragments/countersign.bpmn"))
                        .replace(" camunda:historyTimeToLive=\"P3650D\"", "")
                        .replace(" camunda:candidateGroups=\"${signer}\"", "")
                        .replace(" camunda:elementVariable=\"signer\"", "")
                        .replace("'reject'", "'refuse'")
                        .replace("name=\"deadline\" value=\"10\"", "name=\"deadline\" value=\"十天\""));
        Run check = Workshop.run("node", "kit.mjs", kit, bad.toAbsolutePath().toString());
        assertThat(check.output()).contains("5 findings", "jixiao/history", "jixiao/post", "jixiao/deadline", "jixiao/countersign");
    }

    @Test
    void aBadlyDrawnModelIsFound() throws Exception {
        Workshop.open();
        Path bad = Files.createDirectories(Workshop.FOLDER.resolve("bad"));
        String model = Files.readString(Path.of("bpmn/section-targets.bpmn"));
        Files.writeString(
                bad.resolve("section-targets.bpmn"),
                model.replaceAll("<di:waypoint x=\"(\\d+)\" y=\"272\" />", "<di:waypoint x=\"$1\" y=\"300\" />")
                        .replaceFirst("<dc:Bounds x=\"330\"", "<dc:Bounds x=\"300\"")
                        .replaceFirst(" name=\"退回\"", "")
                        .replaceFirst("name=\"deadline\" value=\"10\"", "name=\"deadline\" value=\"十\"")
                        .replaceFirst("<bpmn:documentation>科室负责人填报本[^<]*</bpmn:documentation>", ""));
        Run check = Workshop.run("node", "check.mjs", bad.toAbsolutePath().toString());
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.output()).contains("crosses", "an answer has no name", "no documentation", "deadline");
    }
}
