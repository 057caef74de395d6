package org.jixiao.harness;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The context's data source, whose database is exchanged under it before each test class. */
class SwitchedDataSource extends AbstractDataSource implements AutoCloseable {

    private final String template;
    private volatile String database;
    private volatile HikariDataSource pool;
    private boolean booted;

    SwitchedDataSource(String template) {
        this.template = template;
        this.database = TestPostgres.create(template);
        this.pool = open(database);
    }

    private static HikariDataSource open(String database) {
        HikariDataSource fresh = new HikariDataSource();
        fresh.setJdbcUrl(TestPostgres.url(database));
        fresh.setUsername(TestPostgres.APPLICATION);
        fresh.setPassword(TestPostgres.PASSWORD);
        fresh.setSchema("jixiao");
        fresh.setMaximumPoolSize(12);
        fresh.setMinimumIdle(0);
        fresh.setConnectionTimeout(10_000);
        fresh.setPoolName(database);
        return fresh;
    }

    /** Before each class; the first time, what the start of the context left becomes the template. */
    synchronized void renew() {
        pool.close();
        if (!booted) TestPostgres.capture(database, template);
        booted = true;
        TestPostgres.drop(database);
        database = TestPostgres.create(template);
        pool = open(database);
    }

    String database() {
        return database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return Statements.counted(pool.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return pool.getConnection(username, password);
    }

    @Override
    public void close() {
        pool.close();
    }
}
