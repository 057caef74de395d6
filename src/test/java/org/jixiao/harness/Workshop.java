package org.jixiao.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code src/test/bpmn} with its packages installed: the checks of models, and the Modeler's editor library. */
public final class Workshop {

    public static final Path FOLDER = Path.of("target/bpmn-check");
    private static final Path CHECKS = Path.of("src/test/bpmn");

    private Workshop() {}

    public static void open() throws Exception {
        Files.createDirectories(FOLDER);
        try (var files = Files.list(CHECKS)) {
            files.filter(Files::isRegularFile).forEach(Workshop::copy);
        }
        Path lock = Path.of("package-lock.json");
        Path installed = FOLDER.resolve("node_modules/.package-lock.json");
        if (Files.exists(installed)
                && !Files.getLastModifiedTime(installed)
                        .toInstant()
                        .isBefore(Files.getLastModifiedTime(CHECKS.resolve(lock)).toInstant())) return;
        Run install = run("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund");
        assertThat(install.code()).as(install.output()).isZero();
    }

    private static void copy(Path file) {
        try {
            Files.copy(file, FOLDER.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Run run(String... command) throws Exception {
        Path output = Files.createTempFile(FOLDER.toAbsolutePath(), "run", ".txt");
        Process process = new ProcessBuilder(List.of(command))
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("%s ends", List.of(command)).isTrue();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new Run(process.exitValue(), said);
    }

    public record Run(int code, String output) {}
}
