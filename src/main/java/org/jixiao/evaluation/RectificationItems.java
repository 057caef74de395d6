package org.jixiao.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jixiao.base.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The red rows of the half years, loop by loop. */
@Repository
class RectificationItems {

    private final JdbcClient jdbc;

    RectificationItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(UUID evaluation, UUID indicator, int loop, Instant at) {
        jdbc.sql("insert into rectification_item (id, evaluation, indicator, loop, opened_at) values (?, ?, ?, ?, ?)")
                .params(Ids.next(), evaluation, indicator, loop, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** All of an evaluation, oldest loop first. */
    List<RectificationItem> of(UUID evaluation) {
        return of(List.of(evaluation));
    }

    List<RectificationItem> of(Collection<UUID> evaluations) {
        return jdbc.sql("select * from rectification_item where evaluation = any(?) order by loop, id")
                .param(Evaluations.ids(evaluations))
                .query(RectificationItems::item)
                .list();
    }

    /** Those a rectification case is about. */
    List<RectificationItem> ofCase(String caseId) {
        return jdbc.sql("select * from rectification_item where case_id = ? order by id")
                .param(caseId)
                .query(RectificationItems::item)
                .list();
    }

    /** The open items of the loop become this case's. */
    void bind(UUID evaluation, int loop, String caseId) {
        jdbc.sql(
                        """
                        update rectification_item set case_id = ?
                        where evaluation = ? and loop = ? and outcome = 'OPEN' and case_id is null""")
                .params(caseId, evaluation, loop)
                .update();
    }

    void write(UUID id, String measure, String deadline, String result) {
        jdbc.sql("update rectification_item set measure = ?, deadline = ?, result = ? where id = ?")
                .params(measure, deadline, result, id)
                .update();
    }

    void confirmed(String caseId, Instant at) {
        jdbc.sql("update rectification_item set confirmed_at = ? where case_id = ?")
                .params(at.atOffset(ZoneOffset.UTC), caseId)
                .update();
    }

    void settle(UUID id, RectificationItem.Outcome outcome) {
        jdbc.sql("update rectification_item set outcome = ? where id = ?")
                .params(outcome.name(), id)
                .update();
    }

    private static RectificationItem item(ResultSet rs, int n) throws SQLException {
        return new RectificationItem(
                rs.getObject("id", UUID.class),
                rs.getObject("evaluation", UUID.class),
                rs.getObject("indicator", UUID.class),
                rs.getInt("loop"),
                rs.getString("case_id"),
                rs.getString("measure"),
                rs.getString("deadline"),
                rs.getString("result"),
                Evaluations.instant(rs.getObject("confirmed_at", OffsetDateTime.class)),
                RectificationItem.Outcome.valueOf(rs.getString("outcome")));
    }
}
