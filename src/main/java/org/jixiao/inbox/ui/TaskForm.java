package org.jixiao.inbox.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.workflow.Act.MarkedRow;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jspecify.annotations.Nullable;

/**
 * A feature's part of the task page, registered as a Spring bean by form key. The page around it owns the title, the
 * picture, opinions, history and the decision bar, and it alone calls the verbs.
 *
 * <p>How the two work together:
 * <ul>
 *   <li>{@link #open} is called once when the page opens; the panel reads its content by the ids in
 *       {@code desk.sheet()} (its own service checks the reader again) and draws itself, editable when
 *       {@link Desk#editable()}, with check boxes for rows to return when {@link Desk#markable()}.
 *   <li>While somebody types the panel calls {@link Desk#typing()}, and {@link Desk#save} when it wants the draft
 *       stored (after a pause, on leaving a cell). The page holds the revision, shows 正在保存/已自动保存/未保存, and
 *       tells of a refusal. What {@link Panel#unsaved} held when a save was refused as stale the page keeps in sight,
 *       and puts it in again when asked.
 *   <li>Whenever marks or findings change: {@link Desk#changed()}.
 *   <li>After any act, by this person or, found stale, by another, the page reads the task anew and calls
 *       {@link Panel#refresh}. Draw what stands now; the sheet may be closed ({@code open()} false): read only.
 *   <li>The panel fills the width it gets and scrolls inside; below 600 px it draws cards.
 * </ul>
 */
public interface TaskForm {

    /** As in the model, e.g. {@code targets-fill}. */
    List<String> formKeys();

    Panel open(Desk desk);

    /** What the page offers to the panel. */
    interface Desk {
        /** The task as last read; its revision is the page's business. */
        TaskSheet sheet();

        /** May this person change the content now? Rows outside {@code sheet().scope()} stay as they are. */
        boolean editable();

        /** May this person return, so that rows can be marked? */
        boolean markable();

        /** Something was typed that is not stored yet. */
        void typing();

        /** The rows of the latest return that has been answered since, with its reasons. */
        Map<String, String> returned();

        /** Saves the draft (verb save) with the revision of the page; true when stored. Failures are shown by the page. */
        boolean save(JsonNode body);

        /** What was typed in an earlier window and does not go with what stands now: kept in sight, as after a stale save. */
        void kept(JsonNode body);

        /** 常用意见 beside a field the panel asks for words in. */
        Component stock(TextFieldBase<?, String> field);

        /** The panel's marks or findings changed: the decision bar reads them again. */
        void changed();

        /** Reads the task anew and shows it. */
        void reload();

        /** Reads the content anew after it was saved; what the page says of the decision stays. */
        void follow();
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

        /** Nobody has begun the finding's row yet: the bar counts the row as 未填, not its errors. */
        default boolean unfilled(Finding finding) {
            return false;
        }

        /** What a refused request found: said beside its fields. */
        default void refused(List<Finding> findings) {}

        /** Brings the row of a finding into view and puts the cursor into its field. */
        default void show(Finding finding) {}

        /** How a row is called in opinions and history, e.g. its printed number; the id itself when unknown. */
        default String rowName(String row) {
            return row;
        }

        /** What the page kept in sight was put in again or given up. */
        default void settled() {}

        /** The task has been read anew (a new revision): show its state. */
        default void refresh(TaskSheet sheet) {}
    }
}
