package org.jixiao.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An application as a jar in a process of its own. */
record Server(Process process, int port) implements AutoCloseable {

    /** Copies the sources, puts the versions in, and packages. */
    static void build(Path from, Path to, Map<String, String> versions) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                for (var version : versions.entrySet()) text = text.replace("@" + version.getKey() + "@", version.getValue());
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, text);
            }
        }
        var maven = new ProcessBuilder("mvn", "-B", "-ntp", "-q", "package").directory(to.toFile()).inheritIO().start();
        if (maven.waitFor() != 0) throw new IllegalStateException("the empty application does not build");
    }

    static String between(String text, String open, String close) {
        int from = text.indexOf(open) + open.length();
        return text.substring(from, text.indexOf(close, from));
    }

    static Path jar(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().matches(name + "-[^-]+\\.jar")).findFirst().orElseThrow();
        }
    }

    /** Waits until it answers. */
    static Server start(Path jar, Path data) throws Exception {
        int port = free();
        var builder = new ProcessBuilder("java", "-Xmx768m", "-jar", jar.toAbsolutePath().toString());
        builder.environment().putAll(Map.of("SERVER_PORT", String.valueOf(port), "JIXIAO_DATA", data.toAbsolutePath().toString()));
        Files.createDirectories(data);
        builder.redirectErrorStream(true).redirectOutput(data.resolve(jar.getFileName() + ".log").toFile());
        var server = new Server(builder.start(), port);
        server.await(Instant.now().plus(Duration.ofMinutes(5)));
        return server;
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await(Instant latest) throws Exception {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/login")).build();
        while (Instant.now().isBefore(latest)) {
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) return;
            } catch (ConnectException notYet) {
                if (process.waitFor(500, TimeUnit.MILLISECONDS)) throw new IllegalStateException("it ended at once: see target/bench");
            }
        }
        throw new IllegalStateException("it does not answer: see target/bench");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
