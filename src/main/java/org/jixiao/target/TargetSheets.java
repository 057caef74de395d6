package org.jixiao.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jixiao.base.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TargetSheets {

    private final JdbcClient jdbc;

    TargetSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The sections of the year, as they stood when it opened, in their order. */
    List<String> sections(UUID table) {
        return jdbc.sql("select section from target_sheet where table_id = :table and version = 1 order by position")
                .param("table", table)
                .query(String.class)
                .list();
    }

    /** The section's version that stands: the newest in force, or the first while it is declared. */
    Optional<TargetSheet> newest(UUID table, String section) {
        return jdbc.sql("""
                select * from target_sheet where table_id = :table and section = :section
                    and (version = 1 or state = 'IN_FORCE')
                order by version desc limit 1""")
                .param("table", table)
                .param("section", section)
                .query(TargetSheets::sheet)
                .optional();
    }

    List<TargetSheet> newest(UUID table) {
        return jdbc.sql("""
                select distinct on (position, section) * from target_sheet where table_id = :table
                    and (version = 1 or state = 'IN_FORCE')
                order by position, section, version desc""")
                .param("table", table)
                .query(TargetSheets::sheet)
                .list();
    }

    /** What a case is about: an adjustment's own version, else the first. */
    Optional<TargetSheet> ofCase(UUID table, String section, String caseId) {
        return jdbc.sql("""
                select * from target_sheet where table_id = :table and section = :section
                    and (case_id is null or case_id = :case)
                order by case_id nulls last, version desc limit 1""")
                .param("table", table)
                .param("section", section)
                .param("case", caseId)
                .query(TargetSheets::sheet)
                .optional();
    }

    /** The version in force that an adjustment changes. */
    TargetSheet changedBy(UUID adjustment) {
        return jdbc.sql("select s.* from target_sheet s join adjustment a on a.changes = s.id where a.sheet_id = :id")
                .param("id", adjustment)
                .query(TargetSheets::sheet)
                .single();
    }

    /** Adjustments under way in the year. */
    List<TargetSheet> adjusting(UUID table) {
        return jdbc.sql("""
                select * from target_sheet where table_id = :table and version > 1 and state = 'DECLARING'
                order by position, section""")
                .param("table", table)
                .query(TargetSheets::sheet)
                .list();
    }

    void startedAs(UUID sheet, String caseId) {
        jdbc.sql("update target_sheet set case_id = :case where id = :id")
                .param("id", sheet)
                .param("case", caseId)
                .update();
    }

    void drop(UUID sheet) {
        jdbc.sql("update target_sheet set state = 'DROPPED', version = null where id = :id and state = 'DECLARING'")
                .param("id", sheet)
                .update();
    }

    /** Per section the version in force at the end of the day. */
    List<TargetSheet> inForce(UUID table, LocalDate on) {
        return jdbc.sql("""
                select distinct on (position, section) * from target_sheet
                where table_id = :table and state = 'IN_FORCE' and in_force_from <= :on
                order by position, section, version desc""")
                .param("table", table)
                .param("on", on)
                .query(TargetSheets::sheet)
                .list();
    }

    void add(TargetSheet sheet) {
        jdbc.sql("""
                insert into target_sheet (id, table_id, section, position, version, state, key_works)
                values (:id, :table, :section, :position, :version, :state, :keyWorks)""")
                .param("id", sheet.id())
                .param("table", sheet.table())
                .param("section", sheet.section())
                .param("position", sheet.position())
                .param("version", sheet.version())
                .param("state", sheet.state().name())
                .param("keyWorks", sheet.keyWorks().toArray(String[]::new))
                .update();
    }

    void keyWorks(UUID sheet, List<String> keyWorks) {
        jdbc.sql("update target_sheet set key_works = :keyWorks where id = :id")
                .param("id", sheet)
                .param("keyWorks", keyWorks.toArray(String[]::new))
                .update();
    }

    void putInForce(TargetSheet sheet) {
        int changed = jdbc.sql("""
                update target_sheet set state = 'IN_FORCE', in_force_from = :from
                where id = :id and state = 'DECLARING'""")
                .param("id", sheet.id())
                .param("from", sheet.inForceFrom())
                .update();
        if (changed != 1) throw Refusal.invalid("targets.approved", String.valueOf(sheet.version()));
    }

    private static TargetSheet sheet(ResultSet rs, int n) throws SQLException {
        return new TargetSheet(
                rs.getObject("id", UUID.class),
                rs.getObject("table_id", UUID.class),
                rs.getString("section"),
                rs.getInt("position"),
                rs.getInt("version"),
                TargetSheet.State.valueOf(rs.getString("state")),
                rs.getObject("in_force_from", LocalDate.class),
                TargetTables.texts(rs, "key_works"));
    }
}
