package org.jixiao.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jixiao.organisation.PostKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done on cases: every verb's own entry, with the hashes of the rows it was done on. */
@Component
class Acts {

    private static final String SUBMISSIONS =
            """
            select s.act, a.round, a.at, a.actor_name, s.content
            from submission s join act a on a.id = s.act where s.case_id = ?""";

    private final JdbcClient jdbc;
    private final CaseSteps.Json json;

    Acts(JdbcClient jdbc, CaseSteps.Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Done(
            UUID id,
            long seq,
            String caseId,
            @Nullable String taskId,
            Verb verb,
            @Nullable String step,
            @Nullable String stepName,
            @Nullable String stepNameEn,
            @Nullable UUID actor,
            @Nullable String actorName,
            @Nullable UUID post,
            @Nullable PostKind postKind,
            @Nullable String postName,
            long revision,
            int round,
            Instant at,
            @Nullable String opinion,
            Map<String, String> rowReasons,
            @Nullable String to,
            String contentHash,
            Map<String, String> rowHashes,
            String requestHash,
            long revisionAfter) {}

    void add(Done d) {
        jdbc.sql(
                        """
                        insert into act (id, case_id, task_id, verb, step, step_name, step_name_en, actor, actor_name,
                            post, post_kind, post_name, revision, round, at, opinion, row_reasons, to_step,
                            content_hash, row_hashes, request_hash, revision_after)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?,
                            cast(? as jsonb), ?, ?)""")
                .params(
                        d.id(),
                        d.caseId(),
                        d.taskId(),
                        d.verb().name(),
                        d.step(),
                        d.stepName(),
                        d.stepNameEn(),
                        d.actor(),
                        d.actorName(),
                        d.post(),
                        d.postKind() == null ? null : d.postKind().name(),
                        d.postName(),
                        d.revision(),
                        d.round(),
                        CaseFiles.utc(d.at()),
                        d.opinion(),
                        json.write(d.rowReasons()),
                        d.to(),
                        d.contentHash(),
                        // Nobody answers for a draft.
                        d.verb() == Verb.SAVE ? "{}" : json.write(d.rowHashes()),
                        d.requestHash(),
                        d.revisionAfter())
                .update();
    }

    void submitted(UUID act, String caseId, JsonNode content) {
        jdbc.sql("insert into submission (act, case_id, content) values (?, ?, cast(? as jsonb))")
                .params(act, caseId, content.toString())
                .update();
    }

    Optional<Done> same(String caseId, UUID actor, String request) {
        return jdbc.sql("select * from act where case_id = ? and actor = ? and request_hash = ?")
                .params(caseId, actor, request)
                .query(this::read)
                .optional();
    }

    Optional<Cases.Started> started(String caseId) {
        return jdbc.sql("select actor_name, at from act where case_id = ? and verb = 'START'")
                .param(caseId)
                .query((r, i) -> new Cases.Started(r.getString(1), r.getTimestamp(2).toInstant()))
                .optional();
    }

    /** In their order; of drafts saved only the one that nothing followed, for a page may have to hear of it. */
    List<Done> ofCase(String caseId) {
        return jdbc.sql(
                        """
                        select * from act a where case_id = :case and (verb <> 'SAVE'
                            or seq = (select max(seq) from act where case_id = :case))
                        order by seq""")
                .param("case", caseId)
                .query(this::read)
                .list();
    }

    List<Cases.Submission> submissions(String caseId) {
        return jdbc.sql(SUBMISSIONS + " order by s.seq")
                .param(caseId)
                .query(this::submission)
                .list();
    }

    /** Counted from the latest, which is 0. */
    Optional<Cases.Submission> submission(String caseId, int before) {
        return jdbc.sql(SUBMISSIONS + " order by s.seq desc offset ? limit 1")
                .params(caseId, before)
                .query(this::submission)
                .optional();
    }

    Optional<Cases.Submission> seenBefore(UUID person, String caseId) {
        return jdbc.sql(SUBMISSIONS
                        + " and s.act = (select before from case_seen v where v.person = ? and v.case_id = s.case_id)")
                .params(caseId, person)
                .query(this::submission)
                .optional();
    }

    private Cases.Submission submission(ResultSet r, int row) throws SQLException {
        return new Cases.Submission(
                r.getObject("act", UUID.class),
                r.getInt("round"),
                CaseSteps.instant(r, "at"),
                r.getString("actor_name"),
                json.tree(r.getString("content")));
    }

    private Done read(ResultSet r, int row) throws SQLException {
        String kind = r.getString("post_kind");
        return new Done(
                r.getObject("id", UUID.class),
                r.getLong("seq"),
                r.getString("case_id"),
                r.getString("task_id"),
                Verb.valueOf(r.getString("verb")),
                r.getString("step"),
                r.getString("step_name"),
                r.getString("step_name_en"),
                r.getObject("actor", UUID.class),
                r.getString("actor_name"),
                r.getObject("post", UUID.class),
                kind == null ? null : PostKind.valueOf(kind),
                r.getString("post_name"),
                r.getLong("revision"),
                r.getInt("round"),
                CaseSteps.instant(r, "at"),
                r.getString("opinion"),
                json.strings(r.getString("row_reasons")),
                r.getString("to_step"),
                r.getString("content_hash"),
                json.strings(r.getString("row_hashes")),
                r.getString("request_hash"),
                r.getLong("revision_after"));
    }
}
