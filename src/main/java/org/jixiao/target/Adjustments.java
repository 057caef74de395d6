package org.jixiao.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What sections said of the versions they asked for. */
@Repository
class Adjustments {

    private final JdbcClient jdbc;

    Adjustments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param changes the version in force */
    void add(UUID sheet, UUID changes, Actor by, Instant at) {
        jdbc.sql("""
                insert into adjustment (sheet_id, changes, asked_by, asked_name, asked_at)
                values (:sheet, :changes, :by, :name, :at)""")
                .param("changes", changes)
                .param("sheet", sheet)
                .param("by", by.id())
                .param("name", by.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void save(UUID sheet, Adjustment said) {
        jdbc.sql("update adjustment set reason = :reason, basis = :basis, funding = :funding where sheet_id = :sheet")
                .param("sheet", sheet)
                .param("reason", said.reason())
                .param("basis", said.basis())
                .param("funding", said.funding())
                .update();
    }

    Adjustment of(UUID sheet) {
        return jdbc.sql("select * from adjustment where sheet_id = :sheet")
                .param("sheet", sheet)
                .query((rs, n) -> said(rs))
                .single();
    }

    /**
     * @param version 0 of one that was dropped
     * @param inForceFrom null while it is under way, and of one that was dropped
     */
    record Asked(
            UUID sheet,
            String caseId,
            int version,
            TargetSheet.State state,
            @Nullable LocalDate inForceFrom,
            Adjustment said,
            String askedBy,
            Instant askedAt) {}

    /** Of a section's year, the newest first. */
    List<Asked> of(UUID table, String section) {
        return jdbc.sql("""
                select s.id, s.case_id, s.version, s.state, s.in_force_from, a.*
                from adjustment a join target_sheet s on s.id = a.sheet_id
                where s.table_id = :table and s.section = :section order by a.asked_at desc""")
                .param("table", table)
                .param("section", section)
                .query((rs, n) -> new Asked(
                        rs.getObject("sheet_id", UUID.class),
                        rs.getString("case_id"),
                        rs.getInt("version"),
                        TargetSheet.State.valueOf(rs.getString("state")),
                        rs.getObject("in_force_from", LocalDate.class),
                        said(rs),
                        rs.getString("asked_name"),
                        rs.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Adjustment said(ResultSet rs) throws SQLException {
        return new Adjustment(rs.getString("reason"), rs.getString("basis"), rs.getString("funding"));
    }
}
