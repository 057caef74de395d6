package org.jixiao.harness;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;

/** The one PostgreSQL of a test run, started at first use; fast instead of durable, gone with the JVM. */
final class TestPostgres {

    static final String OWNER = "jixiao_owner";
    static final String APPLICATION = "jixiao";
    static final String PASSWORD = "test";

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Set<String> TEMPLATES = new HashSet<>();

    private TestPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres started = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(
                                Path.of("target", "postgres").toAbsolutePath().toFile())
                        .setLocaleConfig("locale", "C")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("unix_socket_directories", "")
                        .setServerConfig("autovacuum", "off")
                        .setRegisterShutdownHook(false)
                        .start();
                // After the contexts, which still speak to it while they close.
                SpringApplication.getShutdownHandlers().add(() -> stop(started));
                try (var connection = started.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    for (String role : new String[] {OWNER, APPLICATION}) {
                        statement.execute("create role " + role + " login password '" + PASSWORD + "'");
                    }
                }
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void stop(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String url(String database) {
        return "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + database;
    }

    /** A new database: a clone of the template when there is one of that name, else an empty one. */
    static synchronized String create(String template) {
        String name = "test_" + DATABASES.incrementAndGet();
        run("create database " + name + " owner " + OWNER
                + (TEMPLATES.contains(template) ? " template " + template : ""));
        return name;
    }

    /** From now on the template of that name is a copy of the database, which nobody uses at the moment. */
    static synchronized void capture(String database, String template) {
        if (TEMPLATES.add(template)) run("create database " + template + " owner " + OWNER + " template " + database);
    }

    static void drop(String database) {
        run("drop database if exists " + database + " with (force)");
    }

    private static void run(String sql) {
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
