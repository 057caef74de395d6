package org.jixiao.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jixiao.base.Finding;
import org.jixiao.organisation.Actor;

/**
 * What a feature tells the workflow of the content its cases carry; the workflow guards it without knowing it. A model
 * names its content by the process property {@code content}. All calls come inside the verb's transaction, under the
 * case's lock, after the actor's right to the task was established.
 */
public interface CaseContent {

    /** As in the model's process property {@code content}: {@code targets}, {@code evaluation}, … */
    String name();

    /** Errors and warnings of the content as it stands at this step. */
    List<Finding> check(CaseFacts facts, String step);

    /**
     * Stores a draft, even an invalid one. Rows outside {@code scope} may not change (refused naming the row).
     *
     * @param body the verb's JSON: {@code rows} and whatever else the form sends; only what is present changes
     */
    void save(CaseFacts facts, String step, Actor by, RowScope scope, JsonNode body);

    /** Row id → hash (hex SHA-256) of all that an approver answers for in that row. */
    Map<String, String> rowHashes(CaseFacts facts);

    /** The content as JSON, kept with each submission so that later rounds can show what changed. */
    JsonNode snapshot(CaseFacts facts);

    /** The content for {@code GET /api/tasks/{id}}; the reader's right is already established. */
    Object view(CaseFacts facts, String step, Actor reader);

    /** Called after a submission took effect: the domain's own transition. */
    default void submitted(CaseFacts facts, String step, Actor by) {}

    /** Asked at a filling step while no examiner has decided on the content; empty while no day has passed. */
    default Optional<Closing> closing(CaseFacts facts, String step) {
        return Optional.empty();
    }

    /** May this person read the case's content though not handling it? */
    boolean mayRead(CaseFacts facts, Actor reader);

    /** What an inbox row says of the content. */
    Attention attention(CaseFacts facts);

    /**
     * @param rows rows in the content
     * @param warnings not blocking
     * @param red 未达标
     * @param yellow 滞后
     */
    record Attention(int rows, int errors, int warnings, int red, int yellow) {
        public static final Attention NONE = new Attention(0, 0, 0, 0, 0);
    }
}
