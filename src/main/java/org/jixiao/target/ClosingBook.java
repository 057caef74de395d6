package org.jixiao.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last days of years, and the late openings granted after them. */
@Repository
class ClosingBook {

    private static final int LISTED = 500;

    private final JdbcClient jdbc;

    ClosingBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ClosingDays days(UUID table) {
        return jdbc.sql("select targets_close, half_year_close, full_year_close from target_table where id = ?")
                .param(table)
                .query(ClosingBook::days)
                .single();
    }

    void change(UUID table, ClosingDays days) {
        jdbc.sql("""
                update target_table set targets_close = :targets, half_year_close = :half, full_year_close = :full
                where id = :id""")
                .param("targets", days.targets(), Types.DATE)
                .param("half", days.halfYear(), Types.DATE)
                .param("full", days.fullYear(), Types.DATE)
                .param("id", table)
                .update();
    }

    /** @param newest of the late openings asked for */
    record Standing(ClosingDays days, @Nullable LateOpening newest) {}

    /** What stands for one stage of a section. */
    Optional<Standing> standing(String unit, int year, String section, Stage stage) {
        return jdbc.sql("""
                select t.targets_close, t.half_year_close, t.full_year_close, o.*
                from target_table t left join lateral (select * from late_opening
                    where table_id = t.id and section = ? and stage = ?
                    order by granted_at desc, id desc limit 1) o on true
                where t.unit = ? and t.year = ?""")
                .params(section, stage.name(), unit, year)
                .query((r, i) -> new Standing(days(r, i), r.getObject("id") == null ? null : opening(r, i)))
                .optional();
    }

    ClosingDays days(String unit, int year) {
        return jdbc.sql("select targets_close, half_year_close, full_year_close from target_table where unit = ? and year = ?")
                .params(unit, year)
                .query(ClosingBook::days)
                .optional()
                .orElse(ClosingDays.NONE);
    }

    /** The newest of every section's every stage. */
    List<LateOpening> newest(String unit, int year) {
        return jdbc.sql("""
                select distinct on (o.section, o.stage) o.* from late_opening o join target_table t on t.id = o.table_id
                where t.unit = ? and t.year = ? order by o.section, o.stage, o.granted_at desc, o.id desc""")
                .params(unit, year)
                .query(ClosingBook::opening)
                .list();
    }

    /** The newest first. */
    List<LateOpening> of(String unit, int year) {
        return jdbc.sql("""
                select o.* from late_opening o join target_table t on t.id = o.table_id
                where t.unit = ? and t.year = ? order by o.granted_at desc, o.id desc limit ?""")
                .params(unit, year, LISTED)
                .query(ClosingBook::opening)
                .list();
    }

    void add(UUID table, LateOpening o, UUID by) {
        jdbc.sql("""
                insert into late_opening (id, table_id, section, stage, until, reason, granted_by, granted_name, granted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(o.id(), table, o.section(), o.stage().name(), o.until(), o.reason(), by, o.by(),
                        o.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    void end(UUID opening, Actor by, Instant at) {
        jdbc.sql("update late_opening set ended_by = ?, ended_name = ?, ended_at = ? where id = ?")
                .params(by.id(), by.name(), at.atOffset(ZoneOffset.UTC), opening)
                .update();
    }

    private static ClosingDays days(ResultSet r, int row) throws SQLException {
        return new ClosingDays(
                r.getObject("targets_close", LocalDate.class),
                r.getObject("half_year_close", LocalDate.class),
                r.getObject("full_year_close", LocalDate.class));
    }

    private static LateOpening opening(ResultSet r, int row) throws SQLException {
        Timestamp ended = r.getTimestamp("ended_at");
        return new LateOpening(
                r.getObject("id", UUID.class),
                r.getString("section"),
                Stage.valueOf(r.getString("stage")),
                r.getObject("until", LocalDate.class),
                r.getString("reason"),
                r.getString("granted_name"),
                r.getTimestamp("granted_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                r.getString("ended_name"));
    }
}
