package org.jixiao.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Optional;
import java.util.UUID;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;

/** Reading cases and tasks. */
public interface Cases {

    /** The task with what its page needs; forbidden alike for a foreign and an unknown id. */
    TaskSheet task(Actor reader, String taskId);

    /** The running or last case of a process for these keys (section and period null where they do not apply). */
    Optional<CaseFacts> find(String process, String unit, int year, @Nullable String section, @Nullable String period);

    /** Name of the content its model carries, empty when none. */
    String content(String caseId);

    /** The case's revision, 0 when unknown. */
    long revision(String caseId);

    /** Revisions of many cases in one statement; unknown ones are left out. */
    Map<String, Long> revisions(java.util.Collection<String> caseIds);

    /** Open task of the case at a filling step, if any. */
    Optional<String> fillTask(String caseId);

    /** What the calendar says at the case's open filling step, whoever asks; empty also when there is none. */
    Optional<Closing> closing(String caseId);

    /** Whether an examiner has decided on anything submitted in the case: no last day holds it any more. */
    boolean examined(String caseId);

    /** Everything done on the case, oldest first. */
    List<Entry> timeline(String caseId);

    /** Who started the case by themselves; empty for one that the product or the year began. */
    Optional<Started> started(String caseId);

    /** Where the case stands: its open steps and who may do them today. */
    List<Waiting> waiting(String caseId);

    /** To whom the case was copied and who has opened it, newest first; forbidden to whom may not read the case. */
    List<Copy> copies(Actor reader, String caseId);

    /** The steps of every case of the unit's year, for the board, in a bounded number of statements. */
    List<StepState> steps(String unit, int year);

    /** These tasks as the inbox keeps them, in one statement; unknown ids are left out. */
    List<Row> rows(java.util.Collection<String> taskIds);

    /** The task ids of every step of every case, for a rebuild, in pages after the given one. */
    List<String> taskIds(@Nullable String after, int size);

    /** Snapshots of the submissions, oldest first; the last is the one under examination. */
    List<Submission> submissions(String caseId);

    /** The latest submission (0), the one before it (1), and so on. */
    Optional<Submission> submission(String caseId, int before);

    /** The open task of the case, else the one that somebody finished last. */
    Optional<String> standing(String caseId);

    /** The task of the case that somebody finished last. */
    Optional<String> lastDone(String caseId);

    /** Whether a step of the case is or was this post's. */
    boolean reached(String caseId, UUID post);

    /** Whether a filling step of the case is this person's now because it was transferred to them. */
    boolean handedTo(String caseId, UUID person);

    /** The diagram of the case's version and the path taken on it. */
    Picture picture(String caseId);

    /**
     * A task as its page and {@code GET /api/tasks/{id}} show it.
     *
     * @param open false for one that is completed or gone
     * @param verbs what this reader may do now
     * @param returnTargets steps this task may be returned to, the drawn one first
     * @param directTo 直达: the step that returned it, when a submission may go straight there
     * @param scope the rows that may change at this step
     * @param closing null while no last day has passed that matters here
     * @param form what the model asks for at this step, null when that is a feature's form or none
     */
    record TaskSheet(
            String taskId,
            CaseFacts facts,
            String processName,
            String step,
            String stepName,
            String formKey,
            boolean open,
            long revision,
            Instant arrived,
            @Nullable Instant due,
            List<Verb> verbs,
            List<Step> returnTargets,
            @Nullable Step directTo,
            RowScope scope,
            Map<String, String> properties,
            @Nullable Ended ended,
            @Nullable Closing closing,
            @Nullable FormSheet form) {

        /** The same after a draft of its own was stored: nothing else can have changed. */
        public TaskSheet at(long revision) {
            return new TaskSheet(
                    taskId, facts, processName, step, stepName, formKey, open, revision, arrived, due, verbs, returnTargets,
                    directTo, scope, properties, ended, closing, form);
        }
    }

    /**
     * @param form with the rows of its tables as they stand
     * @param entered values by key, as {@link StepForm.Kind} says
     * @param hidden keys of what is not asked now; a row's field as {@code list/row/key}
     */
    record FormSheet(StepForm form, Map<String, Object> entered, Set<String> hidden) {}

    /** A field that was filled in, as it reads. */
    record Line(String label, StepForm.Kind kind, List<String> values) {}

    record Step(String id, String name) {}

    record Started(String by, Instant at) {}

    /** What a process is called in its live version; empty when there is none. */
    java.util.Optional<Named> named(String process);

    record Named(String name, String nameEn) {}

    record Ended(@Nullable UUID by, @Nullable String byName, Instant at, @Nullable Verb verb) {}

    record Entry(
            UUID id,
            Verb verb,
            @Nullable String step,
            @Nullable String stepName,
            @Nullable String stepNameEn,
            @Nullable UUID actor,
            @Nullable String actorName,
            @Nullable String postName,
            int round,
            Instant at,
            @Nullable String opinion,
            Map<String, String> rowReasons,
            @Nullable String to,
            List<Line> entered) {}

    /** @param holders names of those who may act */
    record Waiting(
            String taskId, String step, String stepName, String stepNameEn, List<String> holders, Instant arrived) {}

    /** @param to the post's name */
    record Copy(String to, String by, Instant at, @Nullable String note, List<CopyRead> reads) {}

    record CopyRead(String by, Instant at) {}

    /**
     * @param state OPEN, DONE, SKIPPED or CANCELLED
     * @param holders names of those who may act, for open steps
     * @param assignee the person it was transferred to, who alone holds it
     */
    record StepState(
            String caseId,
            String process,
            @Nullable String section,
            @Nullable String period,
            String step,
            String stepName,
            String stepNameEn,
            String taskId,
            String state,
            int round,
            boolean returned,
            List<String> holders,
            @Nullable UUID post,
            Instant arrived,
            @Nullable Instant due,
            @Nullable Instant ended,
            int urged,
            @Nullable UUID assignee) {

        StepState heldBy(List<String> names) {
            return new StepState(
                    caseId, process, section, period, step, stepName, stepNameEn, taskId, state, round, returned,
                    names, post, arrived, due, ended, urged, assignee);
        }
    }

    /**
     * A step as the inbox keeps it.
     *
     * @param holder the post, or the person it was transferred to
     * @param handed who transferred it, and when last
     * @param delegatedBy who asked the holder to prepare it, while they do
     * @param started by a person of their own accord
     */
    record Row(
            CaseFacts facts,
            String taskId,
            String step,
            String stepName,
            String stepNameEn,
            boolean fills,
            String state,
            @Nullable UUID post,
            @Nullable UUID holder,
            Handed handed,
            @Nullable String delegatedBy,
            int round,
            Instant arrived,
            @Nullable Instant due,
            @Nullable Instant ended,
            @Nullable UUID endedBy,
            @Nullable Verb endedVerb,
            int urged,
            @Nullable UUID starter,
            @Nullable Started started,
            @Nullable UUID submitter,
            @Nullable String submittedBy,
            @Nullable Instant submittedAt,
            CaseContent.Attention attention) {}

    /** Who gave a task away. */
    record Handed(java.util.Set<UUID> by, @Nullable Instant at) {}

    record Submission(UUID act, int round, Instant at, @Nullable String by, JsonNode content) {}

    /** @param taken ids of activities and flows passed, in order; active: where tokens stand now */
    record Picture(String xml, List<String> taken, List<String> active) {}
}
