package org.jixiao.base.database;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The first migration: what every later table grants to the application's role, then the process engine's own scripts,
 * as they lie in its library.
 */
class EngineSchema implements JavaMigration {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        String application = context.getConfiguration().getPlaceholders().get("application");
        try (var statement = connection.prepareStatement(
                "select format('grant usage on schema %1$I to %2$I; alter default privileges in schema %1$I grant"
                        + " select, insert, update, delete on tables to %2$I; alter default privileges in schema"
                        + " %1$I grant usage on sequences to %2$I', current_schema(), rolname)"
                        + " from pg_roles where rolname = ?")) {
            statement.setString(1, application);
            try (var found = statement.executeQuery()) {
                if (found.next()) {
                    try (var grants = connection.createStatement()) {
                        grants.execute(found.getString(1));
                    }
                }
            }
        }
        for (String part : PARTS) {
            var script =
                    new ClassPathResource("org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql");
            ScriptUtils.executeSqlScript(connection, new EncodedResource(script, "UTF-8"));
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "engine";
    }

    /** None: a newer engine brings its own upgrade script as a later migration. */
    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
