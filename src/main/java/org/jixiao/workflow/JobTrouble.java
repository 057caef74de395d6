package org.jixiao.workflow;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;

/** A job's error in words that an administrator can act on. */
final class JobTrouble {

    private record Sort(Pattern said, String code) {}

    /** The first that fits; its group is the sentence's argument, or else the step. */
    private static final List<Sort> SORTS = List.of(
            sort("Cannot (?:resolve identifier|find property) '?([^'\\n]+)", "stuck.unknown-name"),
            sort("Unknown property used in expression:? ([^\\n]+)", "stuck.unknown-name"),
            sort("[Nn]o process(?:es)? (?:definition )?deployed with key '([^']+)'", "stuck.no-process"),
            sort("[Nn]o decision definition deployed with key '([^']+)'", "stuck.no-decision"),
            sort("No outgoing sequence flow [^\\n]* could be selected", "stuck.no-way-out"),
            sort("Not permitted(?: in a model)?: ([^\\n]+)", "stuck.not-permitted"),
            sort("OptimisticLockingException|was updated by another transaction concurrently", "stuck.at-once"),
            sort("[Dd]ue ?date|business calendar|ISO ?8601|duration", "stuck.date"));

    /** The product's own refusals, as {@link Refusal#getMessage} writes them. */
    private static final Pattern OWN = Pattern.compile("org\\.jixiao\\.base\\.Refusal: ([a-z][\\w.-]*) \\[(.*?)\\]");

    private JobTrouble() {}

    private static Sort sort(String said, String code) {
        return new Sort(Pattern.compile(said), code);
    }

    static Refusal of(RuntimeException failure, String of) {
        var said = new StringBuilder();
        for (Throwable one = failure; one != null; one = one.getCause()) said.append(one).append('\n');
        return of(of, failure.getMessage(), said.toString());
    }

    static Refusal of(String step, @Nullable String message, @Nullable String trace) {
        String all = (message == null ? "" : message) + "\n" + (trace == null ? "" : trace);
        Matcher own = OWN.matcher(all);
        if (own.find()) {
            Object[] args = own.group(2).isEmpty() ? new Object[0] : own.group(2).split(", ");
            return Refusal.invalid(own.group(1), args);
        }
        for (Sort sort : SORTS) {
            Matcher found = sort.said().matcher(all);
            if (found.find()) return Refusal.invalid(sort.code(), found.groupCount() == 0 ? step : found.group(1));
        }
        return Refusal.invalid("stuck.other", message == null ? "" : message.replaceFirst("[.。\\s]+$", ""));
    }
}
