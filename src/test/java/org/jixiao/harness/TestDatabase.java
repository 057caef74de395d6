package org.jixiao.harness;

import org.jixiao.base.Installation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Puts the run's PostgreSQL under the context: the owner migrates, the application's role works. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    /** A test whose product starts on another day has a template of its own. */
    @Bean
    SwitchedDataSource dataSource(Installation installation, @Value("${harness.template:}") String own) {
        if (!own.isEmpty()) return new SwitchedDataSource(own);
        return new SwitchedDataSource(installation.demo() ? "template_demo" : "template_empty");
    }

    @Bean
    FlywayConnectionDetails owner(SwitchedDataSource dataSource) {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return TestPostgres.url(dataSource.database());
            }

            @Override
            public String getUsername() {
                return TestPostgres.OWNER;
            }

            @Override
            public String getPassword() {
                return TestPostgres.PASSWORD;
            }
        };
    }
}
