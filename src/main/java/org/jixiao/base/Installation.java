package org.jixiao.base;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this product was started.
 *
 * @param embedded with its own database, reachable from this machine only; else an external one was named
 * @param demo whether features load the demonstration unit into an empty database; never beside an external database
 * @param data folder of the embedded database
 */
@ConfigurationProperties("jixiao")
public record Installation(boolean embedded, boolean demo, Path data) {}
