package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The keys that move among a table's cells. The script goes with the table, not with a page's bundle: task forms are
 * known to no page.
 */
final class CellKeys {

    private static final String SCRIPT;

    static {
        try (var in = Objects.requireNonNull(CellKeys.class.getResourceAsStream("/target/cells.js"))) {
            SCRIPT = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CellKeys() {}

    static void on(Component table) {
        table.getElement().executeJs(SCRIPT);
    }
}
