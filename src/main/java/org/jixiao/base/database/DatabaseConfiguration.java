package org.jixiao.base.database;

import org.jixiao.base.Installation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Installation.class)
class DatabaseConfiguration {

    @Bean
    EngineSchema engineSchema() {
        return new EngineSchema();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("jixiao.embedded")
    static class Embedded {

        @Bean
        EmbeddedServer embeddedServer(Installation installation) {
            return EmbeddedServer.start(installation.data());
        }

        @Bean
        JdbcConnectionDetails applicationConnection(EmbeddedServer server) {
            return new JdbcConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return server.url();
                }

                @Override
                public String getUsername() {
                    return EmbeddedServer.APPLICATION;
                }

                @Override
                public String getPassword() {
                    return server.secrets().application();
                }
            };
        }

        @Bean
        FlywayConnectionDetails ownerConnection(EmbeddedServer server) {
            return new FlywayConnectionDetails() {
                @Override
                public String getJdbcUrl() {
                    return server.url();
                }

                @Override
                public String getUsername() {
                    return EmbeddedServer.OWNER;
                }

                @Override
                public String getPassword() {
                    return server.secrets().owner();
                }
            };
        }
    }
}
