package org.jixiao.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The shipped models keep the style of {@code bpmn/README.md}; the checks are in {@code src/test/bpmn}. */
class ModelDrawingTest {

    private static final Path CHECKS = Path.of("src/test/bpmn");
    private static final Path WORKSHOP = Path.of("target/bpmn-check");

    @Test
    void theModelsAreLintedNamedDocumentedAndDrawnWithoutCrossings() throws Exception {
        prepare();
        Run check = run("node", "check.mjs", Path.of("bpmn").toAbsolutePath().toString());
        assertThat(check.code()).as(check.output()).isZero();
        assertThat(check.output()).contains("5 models, 8 templates, 0 findings");
        Run examples = run("node", "check.mjs", Path.of("bpmn/fragments").toAbsolutePath().toString());
        assertThat(examples.code()).as(examples.output()).isZero();
        assertThat(examples.output()).contains("3 models, 8 templates, 0 findings");
    }

    @Test
    void aBadlyDrawnModelIsFound() throws Exception {
        prepare();
        Path bad = Files.createDirectories(WORKSHOP.resolve("bad"));
        String model = Files.readString(Path.of("bpmn/section-targets.bpmn"));
        Files.writeString(
                bad.resolve("section-targets.bpmn"),
                model.replaceAll("<di:waypoint x=\"(\\d+)\" y=\"272\" />", "<di:waypoint x=\"$1\" y=\"300\" />")
                        .replaceFirst("<dc:Bounds x=\"330\"", "<dc:Bounds x=\"300\"")
                        .replaceFirst(" name=\"退回\"", "")
                        .replaceFirst("name=\"deadline\" value=\"10\"", "name=\"deadline\" value=\"十\"")
                        .replaceFirst("<bpmn:documentation>科室负责人填报本[^<]*</bpmn:documentation>", ""));
        Run check = run("node", "check.mjs", bad.toAbsolutePath().toString());
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.output()).contains("crosses", "an answer has no name", "no documentation", "deadline");
    }

    private static void prepare() throws Exception {
        Files.createDirectories(WORKSHOP);
        try (var files = Files.list(CHECKS)) {
            files.filter(Files::isRegularFile).forEach(ModelDrawingTest::copy);
        }
        Path lock = Path.of("package-lock.json");
        Path installed = WORKSHOP.resolve("node_modules/.package-lock.json");
        if (Files.exists(installed)
                && !Files.getLastModifiedTime(installed)
                        .toInstant()
                        .isBefore(Files.getLastModifiedTime(CHECKS.resolve(lock)).toInstant())) return;
        Run install = run("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund");
        assertThat(install.code()).as(install.output()).isZero();
    }

    private static void copy(Path file) {
        try {
            Files.copy(file, WORKSHOP.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Run run(String... command) throws Exception {
        Path output = Files.createTempFile(WORKSHOP.toAbsolutePath(), "run", ".txt");
        Process process = new ProcessBuilder(List.of(command))
                .directory(WORKSHOP.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("%s ends", List.of(command)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new Run(process.exitValue(), said);
    }

    private record Run(int code, String output) {}
}
