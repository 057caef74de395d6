package org.jixiao.workflow;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The human steps of cases, open and over. */
@Component
class CaseSteps {

    private final JdbcClient jdbc;
    private final Json json;

    CaseSteps(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param nominalPost the post the model named
     * @param post the post that holds the task now (the next one up, where the nominal holder submitted the content)
     * @param assignee the person to whom it was transferred, who alone holds it then
     * @param kind fill, approve or close
     * @param turn why somebody else has it for a while; null: it is its owner's
     * @param ownerPost who had it before the turn, and has it again
     */
    record CaseStep(
            String taskId,
            long seq,
            String caseId,
            String activity,
            String name,
            String nameEn,
            String kind,
            String formKey,
            @Nullable UUID nominalPost,
            @Nullable UUID post,
            @Nullable UUID assignee,
            int round,
            Instant arrived,
            @Nullable Instant due,
            String state,
            @Nullable Instant ended,
            @Nullable UUID endedBy,
            @Nullable Verb endedVerb,
            RowScope scope,
            @Nullable String returnedFrom,
            int urged,
            @Nullable Instant urgedAt,
            Turns.@Nullable Kind turn,
            @Nullable UUID ownerPost,
            @Nullable UUID ownerAssignee) {

        boolean open() {
            return "OPEN".equals(state);
        }

        boolean fills() {
            return !"approve".equals(kind);
        }
    }

    Optional<CaseStep> find(String taskId) {
        return jdbc.sql("select * from case_step where task_id = ?")
                .param(taskId)
                .query(this::read)
                .optional();
    }

    List<CaseStep> ofCase(String caseId) {
        return jdbc.sql("select * from case_step where case_id = ? order by seq")
                .param(caseId)
                .query(this::read)
                .list();
    }

    List<CaseStep> open(String caseId) {
        return jdbc.sql("select * from case_step where case_id = ? and state = 'OPEN' order by seq")
                .param(caseId)
                .query(this::read)
                .list();
    }

    List<CaseStep> of(Collection<String> taskIds) {
        return jdbc.sql("select * from case_step where task_id = any(?) order by seq")
                .param(taskIds.toArray(String[]::new))
                .query(this::read)
                .list();
    }

    void begin(CaseStep s) {
        jdbc.sql(
                        """
                        insert into case_step (task_id, case_id, activity, name, name_en, kind, form_key, nominal_post,
                            post, assignee, round, arrived_at, due_at, state, scope_all, scope, returned_from)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, cast(? as jsonb), ?)""")
                .params(
                        s.taskId(),
                        s.caseId(),
                        s.activity(),
                        s.name(),
                        s.nameEn(),
                        s.kind(),
                        s.formKey(),
                        s.nominalPost(),
                        s.post(),
                        s.assignee(),
                        s.round(),
                        CaseFiles.utc(s.arrived()),
                        s.due() == null ? null : CaseFiles.utc(s.due()),
                        s.scope().all(),
                        json.write(s.scope().reasons()),
                        s.returnedFrom())
                .update();
    }

    void change(String taskId, @Nullable UUID post, @Nullable UUID assignee, @Nullable Instant due) {
        jdbc.sql("update case_step set post = ?, assignee = ?, due_at = ? where task_id = ?")
                .params(post, assignee, due == null ? null : CaseFiles.utc(due), taskId)
                .update();
    }

    /** When its holders are urged and the post above is told; null: never, or no more. */
    void watch(String taskId, @Nullable Instant remind, @Nullable Instant escalate) {
        jdbc.sql("update case_step set remind_at = ?, escalate_at = ? where task_id = ? and state = 'OPEN'")
                .params(
                        remind == null ? null : CaseFiles.utc(remind),
                        escalate == null ? null : CaseFiles.utc(escalate),
                        taskId)
                .update();
    }

    /** Whose turn it is; null: the owner's. */
    void turn(CaseStep step, Turns.@Nullable Kind turn) {
        boolean first = step.turn() == null;
        jdbc.sql("update case_step set turn = ?, owner_post = ?, owner_assignee = ? where task_id = ?")
                .params(
                        turn == null ? null : turn.name(),
                        first ? step.post() : step.ownerPost(),
                        first ? step.assignee() : step.ownerAssignee(),
                        step.taskId())
                .update();
    }

    /** The open step is another version's from now on; one that it did not wait at begins now. */
    void becomes(String taskId, Models.StepModel model, @Nullable UUID nominalPost, Instant arrived) {
        jdbc.sql(
                        """
                        update case_step set activity = ?, name = ?, name_en = ?, kind = ?, form_key = ?,
                            nominal_post = ?, arrived_at = ? where task_id = ?""")
                .params(
                        model.id(), model.name(), model.nameEn(), model.kind(), model.formKey(), nominalPost,
                        CaseFiles.utc(arrived), taskId)
                .update();
    }

    /** Whose approval the step's is from now on. */
    void nominal(String taskId, UUID post) {
        jdbc.sql("update case_step set nominal_post = ? where task_id = ?")
                .params(post, taskId)
                .update();
    }

    void end(String taskId, String state, Instant at, @Nullable UUID by, @Nullable Verb verb) {
        jdbc.sql(
                        """
                        update case_step set state = ?, ended_at = ?, ended_by = ?, ended_verb = ?
                        where task_id = ? and state = 'OPEN'""")
                .params(state, CaseFiles.utc(at), by, verb == null ? null : verb.name(), taskId)
                .update();
    }

    void urged(String taskId, Instant at) {
        jdbc.sql("update case_step set urged = urged + 1, urged_at = ? where task_id = ?")
                .params(CaseFiles.utc(at), taskId)
                .update();
    }

    CaseStep read(ResultSet r, int row) throws SQLException {
        return new CaseStep(
                r.getString("task_id"),
                r.getLong("seq"),
                r.getString("case_id"),
                r.getString("activity"),
                r.getString("name"),
                r.getString("name_en"),
                r.getString("kind"),
                r.getString("form_key"),
                r.getObject("nominal_post", UUID.class),
                r.getObject("post", UUID.class),
                r.getObject("assignee", UUID.class),
                r.getInt("round"),
                instant(r, "arrived_at"),
                orNull(r, "due_at"),
                r.getString("state"),
                orNull(r, "ended_at"),
                r.getObject("ended_by", UUID.class),
                r.getString("ended_verb") == null ? null : Verb.valueOf(r.getString("ended_verb")),
                new RowScope(r.getBoolean("scope_all"), json.strings(r.getString("scope"))),
                r.getString("returned_from"),
                r.getInt("urged"),
                orNull(r, "urged_at"),
                r.getString("turn") == null ? null : Turns.Kind.valueOf(r.getString("turn")),
                r.getObject("owner_post", UUID.class),
                r.getObject("owner_assignee", UUID.class));
    }

    static Instant instant(ResultSet r, String column) throws SQLException {
        return r.getTimestamp(column).toInstant();
    }

    static @Nullable Instant orNull(ResultSet r, String column) throws SQLException {
        Timestamp t = r.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }

    /** JSON for the columns of this module. */
    @Component
    static class Json {
        private final ObjectMapper mapper;

        Json(ObjectMapper mapper) {
            this.mapper = mapper;
        }

        String write(Object value) {
            try {
                return mapper.writeValueAsString(value);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        Map<String, String> strings(String text) {
            return read(text, new TypeReference<>() {});
        }

        <T> T read(String text, TypeReference<T> type) {
            try {
                return mapper.readValue(text, type);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        com.fasterxml.jackson.databind.JsonNode tree(String text) {
            try {
                return mapper.readTree(text);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
