package org.jixiao.organisation;

import org.jspecify.annotations.Nullable;

/**
 * How a person wants the pages.
 *
 * @param locale language tag; null: as the browser asks
 * @param theme {@code light}, {@code dark} or {@code system}
 */
public record Preferences(@Nullable String locale, String theme) {

    public static final Preferences DEFAULT = new Preferences(null, "system");
}
