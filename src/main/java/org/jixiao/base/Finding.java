package org.jixiao.base;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found in a content: an ERROR blocks submission, a WARNING and a NOTE do not.
 *
 * @param code the rule; its sentence is the message {@code finding.<code>} with {@code args} as MessageFormat arguments
 * @param row id of the row concerned, or null for the content as a whole
 * @param field name of the row's field as in {@code /api} (e.g. {@code halfText}), or null
 * @param args strings, numbers already printed as they shall read (arithmetic included)
 */
public record Finding(Severity severity, String code, @Nullable String row, @Nullable String field, List<String> args) {

    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }

    public static Finding error(String code, @Nullable String row, @Nullable String field, String... args) {
        return new Finding(Severity.ERROR, code, row, field, List.of(args));
    }

    public static Finding warning(String code, @Nullable String row, @Nullable String field, String... args) {
        return new Finding(Severity.WARNING, code, row, field, List.of(args));
    }

    public static Finding note(String code, @Nullable String row, @Nullable String field, String... args) {
        return new Finding(Severity.NOTE, code, row, field, List.of(args));
    }

    public boolean blocks() {
        return severity == Severity.ERROR;
    }
}
