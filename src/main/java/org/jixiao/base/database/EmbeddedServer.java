package org.jixiao.base.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL as a child process of this one, its data in a folder that outlives it. One start at a time owns the
 * folder; what a killed start left running is stopped first.
 */
class EmbeddedServer implements AutoCloseable {

    static final String DATABASE = "jixiao";
    static final String OWNER = "jixiao_owner";
    static final String APPLICATION = "jixiao";
    static final String USE_ANOTHER =
            "Or name a PostgreSQL of your own: SPRING_DATASOURCE_URL=jdbc:postgresql://host/database,"
                    + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.";

    private final FileChannel folderLock;
    private final EmbeddedPostgres postgres;
    private final Secrets secrets;

    private EmbeddedServer(FileChannel folderLock, EmbeddedPostgres postgres, Secrets secrets) {
        this.folderLock = folderLock;
        this.postgres = postgres;
        this.secrets = secrets;
    }

    static EmbeddedServer start(Path data) {
        Path folder = data.toAbsolutePath().normalize();
        FileChannel lock = null;
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(folder, mode("rwx------"));
            }
            lock = lock(folder);
            RootUser.refuseWhereBlocked();
            Path cluster = folder.resolve("postgres");
            Path complete = folder.resolve("postgres.ready");
            Orphan.stop(cluster);
            if (Files.exists(cluster) && !Files.exists(complete)) {
                Files.move(
                        cluster,
                        folder.resolve("postgres.unfinished-" + Instant.now().getEpochSecond()));
            }
            Secrets secrets = Secrets.in(folder.resolve("secret"));
            EmbeddedPostgres postgres = launch(folder, cluster, secrets);
            try {
                if (!Files.exists(complete)) {
                    prepare(postgres, secrets);
                    Files.createFile(complete);
                }
            } catch (SQLException | IOException | RuntimeException e) {
                postgres.close();
                throw e;
            }
            return new EmbeddedServer(lock, postgres, secrets);
        } catch (IOException | SQLException | IllegalStateException e) {
            release(lock);
            throw new NoDatabase(
                    "The embedded database in " + folder + " does not start: " + e.getMessage(),
                    "See the lines above for PostgreSQL's own words. " + USE_ANOTHER,
                    e);
        } catch (NoDatabase e) {
            release(lock);
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new NoDatabase(
                    "Another start of the product uses the data folder " + folder + ".",
                    "Stop it, or give this one its own folder (JIXIAO_DATA) and port (SERVER_PORT).");
        }
        return channel;
    }

    private static EmbeddedPostgres launch(Path folder, Path cluster, Secrets secrets) throws IOException {
        Path password = Files.createTempFile(folder, "initdb", "", mode("rw-------"));
        try {
            Files.writeString(password, secrets.superuser());
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.resolve("program").toFile())
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", password.toString())
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setConnectConfig("password", secrets.superuser())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("listen_addresses", "localhost")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("random_page_cost", "1.1")
                    .start();
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static void prepare(EmbeddedPostgres postgres, Secrets secrets) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role " + OWNER + " login password '" + secrets.owner() + "'");
            statement.execute("create role " + APPLICATION + " login password '" + secrets.application() + "'");
            statement.execute("create database " + DATABASE + " owner " + OWNER);
            statement.execute("revoke all on database " + DATABASE + " from public");
            statement.execute("grant connect on database " + DATABASE + " to " + APPLICATION);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + DATABASE;
    }

    Secrets secrets() {
        return secrets;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        release(folderLock);
    }

    private static void release(@Nullable FileChannel lock) {
        try {
            if (lock != null) lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("the data folder's lock cannot be released", e);
        }
    }
}
