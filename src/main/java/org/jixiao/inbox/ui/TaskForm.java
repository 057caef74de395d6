package org.jixiao.inbox.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Component;
import java.util.List;
import org.jixiao.base.Finding;
import org.jixiao.workflow.Act.MarkedRow;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jspecify.annotations.Nullable;

/**
 * A feature's part of the task page, registered as a Spring bean by form key. The page around it owns the decision
 * bar, opinions, picture and history, and calls the verbs.
 */
public interface TaskForm {

    /** As in the model, e.g. {@code targets-fill}. */
    List<String> formKeys();

    Panel open(Desk desk);

    /** What the page offers to the panel. */
    interface Desk {
        TaskSheet sheet();

        /** Saves the draft (verb save) with the revision of the page; true when stored. Failures are shown by the page. */
        boolean save(JsonNode body);

        /** The panel's marks or findings changed: the decision bar reads them again. */
        void changed();

        /** Reads the task anew and shows it. */
        void reload();
    }

    /** The feature's component and what the decision bar asks it. */
    interface Panel {
        Component component();

        /** Rows the approver marked for return, with their reasons. */
        default List<MarkedRow> marked() {
            return List.of();
        }

        default void clearMarks() {}

        /** Content not yet saved, sent with submit; null when all is saved. */
        default @Nullable JsonNode unsaved() {
            return null;
        }

        /** Errors and warnings as they stand, for the summary in the bar. */
        default List<Finding> findings() {
            return List.of();
        }

        /** Brings the row of a finding into view. */
        default void show(Finding finding) {}

        /** The task has been read anew (a new revision): show its state. */
        default void refresh(TaskSheet sheet) {}
    }
}
