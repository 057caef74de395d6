package org.jixiao.inbox;

import java.util.List;
import java.util.Locale;
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
     * @param findings what the rules found, with their arithmetic
     */
    record Summary(String size, List<Change> changes, List<Finding> findings) {
        public static final Summary NOTHING = new Summary("", List.of(), List.of());
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
