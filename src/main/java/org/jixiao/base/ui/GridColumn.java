package org.jixiao.base.ui;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A column of a {@link SheetGrid}.
 *
 * @param kind text, area (of several lines), choice, or read
 * @param detail not in the table but among the rest of a row's fields
 * @param look CSS classes: {@code num} for figures, {@code nm} for the row's name, which carries its tags
 * @param width in pixels, where the column does not grow
 * @param grow share of the width that is left
 * @param options of a choice: value and word
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
@JsonIgnoreProperties(ignoreUnknown = true)
public record GridColumn(
        String field, String title, String kind, boolean detail, String look, int width, int grow, List<List<String>> options) {

    public static GridColumn text(String field, String title) {
        return new GridColumn(field, title, "text", false, "", 0, 0, List.of());
    }

    public static GridColumn area(String field, String title) {
        return new GridColumn(field, title, "area", false, "", 0, 0, List.of());
    }

    public static GridColumn read(String field, String title) {
        return new GridColumn(field, title, "read", false, "", 0, 0, List.of());
    }

    public static GridColumn choice(String field, String title, Map<String, String> words) {
        List<List<String>> options =
                words.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList();
        return new GridColumn(field, title, "choice", false, "", 0, 0, options);
    }

    public GridColumn look(String classes) {
        return new GridColumn(field, title, kind, detail, classes, width, grow, options);
    }

    public GridColumn wide(int pixels) {
        return new GridColumn(field, title, kind, detail, look, pixels, 0, options);
    }

    public GridColumn growing(int share) {
        return new GridColumn(field, title, kind, detail, look, 0, share, options);
    }

    public GridColumn aside() {
        return new GridColumn(field, title, kind, true, look, width, grow, options);
    }
}
