package org.jixiao.base.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class InstallationDefaultsTest {

    @Test
    void without_a_database_named_it_brings_its_own_with_the_demonstration_for_this_machine_only() {
        var environment = started(Map.of());

        assertThat(environment.getProperty("jixiao.embedded")).isEqualTo("true");
        assertThat(environment.getProperty("jixiao.demo")).isEqualTo("true");
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
    }

    @Test
    void beside_an_external_database_there_is_no_demonstration_whatever_the_settings_say() {
        var environment = started(Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://db/jixiao",
                "jixiao.demo",
                "true",
                "jixiao.embedded",
                "true"));

        assertThat(environment.getProperty("jixiao.embedded")).isEqualTo("false");
        assertThat(environment.getProperty("jixiao.demo")).isEqualTo("false");
        assertThat(environment.getProperty("server.address")).isNull();
    }

    private static StandardEnvironment started(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        new InstallationDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
