package org.jixiao.base.database;

import java.util.HashMap;
import java.util.Map;
import java.util.TimeZone;
import org.jixiao.base.ProductClock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides before anything else starts whether the product brings its own database: it does when none is named. Then
 * it listens on this machine only and loads the demonstration. Beside an external database there is no demonstration,
 * whatever the settings say.
 */
class InstallationDefaults implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        TimeZone.setDefault(TimeZone.getTimeZone(ProductClock.ZONE));
        boolean named = environment.containsProperty("spring.datasource.url");
        boolean embedded = !named && environment.getProperty("jixiao.embedded", Boolean.class, true);
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("jixiao.cores", Math.max(2, Runtime.getRuntime().availableProcessors()));
        defaults.put("jixiao.embedded", embedded);
        defaults.put("jixiao.demo", embedded);
        if (embedded) {
            defaults.put("server.address", "127.0.0.1");
            defaults.put("spring.datasource.username", EmbeddedServer.APPLICATION);
        }
        environment.getPropertySources().addLast(new MapPropertySource("installation", defaults));
        if (named) {
            environment
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource("external", Map.of("jixiao.embedded", false, "jixiao.demo", false)));
        }
    }

    /** After application.yaml and the environment have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
