package org.jixiao.base.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL whose product was killed: it lives on and holds the cluster. Called under the folder's lock. */
final class Orphan {

    private static final Logger log = LoggerFactory.getLogger(Orphan.class);

    private Orphan() {}

    /** Stops the server that the cluster's postmaster.pid names, when it is alive and really a PostgreSQL. */
    static void stop(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) return;
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty()) return;
        var process = ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(Orphan::isPostgres);
        if (process.isEmpty()) return;
        ProcessHandle server = process.get();
        log.info("Stopping PostgreSQL {} that an earlier start left behind", server.pid());
        for (String signal : List.of("INT", "QUIT")) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(server.pid()))
                    .inheritIO()
                    .start();
            if (ended(server)) return;
        }
        throw new NoDatabase(
                "PostgreSQL (process " + server.pid() + ") of an earlier start holds " + cluster
                        + " and does not stop.",
                "Stop that process, then start again.");
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(c -> Path.of(c).getFileName().toString())
                .filter("postgres"::equals)
                .isPresent();
    }

    private static boolean ended(ProcessHandle server) {
        try {
            server.onExit().get(30, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
