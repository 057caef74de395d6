package org.jixiao.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Cases.TaskSheet;

/** What a feature says of a task to who looks at it without opening it; a feature registers a bean for its content. */
public interface TaskSummary {

    /** As {@link org.jixiao.workflow.CaseContent#name()}. */
    String content();

    /** In the reader's language and no more than the reader may see; the right to the task is established. */
    Summary of(TaskSheet task, Actor reader, Locale locale);

    /**
     * @param size how much there is, in a few words
     * @param changes since the submission before, in the order of the form
     * @param findings what the rules found, beside the row it was found in
     */
    record Summary(String size, List<Change> changes, List<Noted> findings) {
        public static final Summary NOTHING = new Summary("", List.of(), List.of());
    }

    /** @param number of the row as printed on the form, empty for the content as a whole */
    record Noted(String number, Finding finding) {}

    /** Each finding with the number of its row. */
    static List<Noted> noted(List<Finding> findings, Map<String, String> numbers) {
        return findings.stream()
                .map(f -> new Noted(f.row() == null ? "" : numbers.getOrDefault(f.row(), ""), f))
                .toList();
    }

    enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * @param number as printed on the form
     * @param fields what changed in a changed row; of an added or removed row its values, {@code was} empty
     */
    record Change(Kind kind, String number, String name, List<Field> fields) {}

    record Field(String label, String was, String now) {}
}
