package org.jixiao.inbox.ui;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jixiao.workflow.Cases.Entry;
import org.jixiao.workflow.Cases.Step;
import org.jixiao.workflow.Verb;
import org.jspecify.annotations.Nullable;

/** What the history of a case says of its latest return. */
final class Returned {

    private Returned() {}

    /**
     * The rows that were returned before the latest submission, with their reasons; the shared reason where a row has
     * none of its own. What was returned since, to an examiner, whoever fills them in has not seen.
     */
    static Map<String, String> rows(List<Entry> timeline) {
        for (int i = timeline.size() - 1; i >= 0; i--) {
            Verb verb = timeline.get(i).verb();
            if (verb == Verb.RETURN) return Map.of();
            if (verb == Verb.SUBMIT) return waits(timeline.subList(0, i), EnumSet.of(Verb.SUBMIT)).map(Returned::rows).orElse(Map.of());
        }
        return Map.of();
    }

    private static Map<String, String> rows(Entry entry) {
        String all = entry.opinion() == null ? "" : entry.opinion();
        return entry.rowReasons().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue().isBlank() ? all : row.getValue()));
    }

    /** @param answers the verbs by which whoever it came back to has done with it */
    static Optional<Entry> waits(List<Entry> timeline, Set<Verb> answers) {
        for (int i = timeline.size() - 1; i >= 0; i--) {
            Verb verb = timeline.get(i).verb();
            if (verb == Verb.RETURN) return Optional.of(timeline.get(i));
            if (answers.contains(verb)) return Optional.empty();
        }
        return Optional.empty();
    }

    /** 直达 has a button of its own where to submit would lead to somebody else first. */
    static @Nullable Step direct(List<Entry> timeline, @Nullable Step back) {
        boolean returned = false;
        for (int i = timeline.size() - 1; i >= 0 && back != null; i--) {
            Entry entry = timeline.get(i);
            if (!returned) returned = entry.verb() == Verb.RETURN && back.id().equals(entry.step());
            else if (entry.verb() == Verb.SUBMIT) return null;
            else if (entry.verb() == Verb.APPROVE || entry.verb() == Verb.ACCEPT) return back;
        }
        return back;
    }
}
