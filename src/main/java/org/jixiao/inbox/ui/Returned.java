package org.jixiao.inbox.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jixiao.workflow.Cases.Entry;
import org.jixiao.workflow.Cases.Step;
import org.jixiao.workflow.Verb;
import org.jspecify.annotations.Nullable;

/** What the history of a case says of its latest return. */
final class Returned {

    private Returned() {}

    /** Its rows with their reasons; the shared reason where a row has none of its own. */
    static Map<String, String> rows(List<Entry> timeline) {
        Map<String, String> rows = Map.of();
        for (Entry entry : timeline) {
            if (entry.verb() != Verb.RETURN) continue;
            String all = entry.opinion() == null ? "" : entry.opinion();
            rows = entry.rowReasons().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue().isBlank() ? all : row.getValue()));
        }
        return rows;
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
