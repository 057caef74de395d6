package org.jixiao.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The product as its users start it: a process of its own, with its own database in a folder, spoken to over /api. */
public final class StartedProduct implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final int port;
    private final List<String> said;
    private final HttpClient http = HttpClient.newHttpClient();

    private StartedProduct(Process process, int port, List<String> said) {
        this.process = process;
        this.port = port;
        this.said = said;
    }

    public static StartedProduct in(Path folder) throws IOException {
        String classes = Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "org.jixiao.Jixiao",
                "--server.port=0");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", classes);
        builder.environment().put("JIXIAO_DATA", folder.toString());
        Process process = builder.start();
        List<String> said = new ArrayList<>();
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, said, port), "product's words");
        reader.setDaemon(true);
        reader.start();
        try {
            return new StartedProduct(process, port.get(5, TimeUnit.MINUTES), said);
        } catch (Exception e) {
            process.destroyForcibly();
            throw new IllegalStateException("the product did not start:\n" + words(said), e);
        }
    }

    private static void read(Process process, List<String> said, CompletableFuture<Integer> port) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (said) {
                    said.add(line);
                }
                var address = ADDRESS.matcher(line);
                if (address.find()) port.complete(Integer.parseInt(address.group(1)));
            }
            port.completeExceptionally(new IllegalStateException("it ended"));
        } catch (IOException e) {
            port.completeExceptionally(e);
        }
    }

    private static String words(List<String> said) {
        synchronized (said) {
            return String.join("\n", said);
        }
    }

    public String words() {
        return words(said);
    }

    public JsonNode get(String person, String path) throws IOException, InterruptedException {
        var response = http.send(request(person, path).GET().build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) throw new IOException(path + ": " + response.statusCode() + response.body());
        return JSON.readTree(response.body());
    }

    /** The answer's status. */
    public int post(String person, String path, Object body) throws IOException, InterruptedException {
        var request = request(person, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder request(String person, String path) {
        byte[] basic = (person + ":Jixiao-2023").getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic));
    }

    /** As a power cut would: nobody gets a chance to tidy up, the database's process lives on. */
    /** At the Modeler's door; the status. */
    public int deploy(String person, String name, Map<String, String> files) throws IOException, InterruptedException {
        var body = new StringBuilder();
        part(body, "name=\"deployment-name\"", name);
        files.forEach((file, text) -> part(body, "name=\"" + file + "\"; filename=\"" + file + "\"", text));
        body.append("--pair--\r\n");
        var request = request(person, "/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=pair")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static void part(StringBuilder body, String disposition, String text) {
        body.append("--pair\r\nContent-Disposition: form-data; ").append(disposition).append("\r\n\r\n").append(text).append("\r\n");
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }

    public static void delete(Path folder) {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
