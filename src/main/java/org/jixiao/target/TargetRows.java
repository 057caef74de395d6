package org.jixiao.target;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of sheets, saved one by one. */
@Repository
class TargetRows {

    private static final String SELECT = """
            select r.*, s.section from target_row r join target_sheet s on s.id = r.sheet_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    TargetRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    List<DraftRow> of(UUID sheet) {
        return jdbc.sql(SELECT + "where r.sheet_id = :sheet order by r.position, r.seq")
                .param("sheet", sheet)
                .query(TargetRows::row)
                .list();
    }

    /** Rows of several sheets, in the printed order of the unit's table. */
    List<DraftRow> of(Collection<UUID> sheets) {
        if (sheets.isEmpty()) return List.of();
        return jdbc.sql(SELECT + "where r.sheet_id in (:sheets) order by r.seq, s.position, r.position")
                .param("sheets", sheets)
                .query(TargetRows::row)
                .list();
    }

    boolean exists(UUID row) {
        return jdbc.sql("select count(*) from target_row where id = :id")
                        .param("id", row)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Rows that have been submitted before. */
    Set<UUID> submitted(UUID sheet) {
        return jdbc.sql("select id from target_row where sheet_id = :sheet and submitted")
                .param("sheet", sheet)
                .query(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    void submit(UUID sheet) {
        jdbc.sql("update target_row set submitted = true where sheet_id = :sheet and not submitted")
                .param("sheet", sheet)
                .update();
    }

    /** The highest printed number in the table so far. */
    int lastSeq(UUID table) {
        return jdbc.sql("""
                select coalesce(max(r.seq), 0) from target_row r join target_sheet s on s.id = r.sheet_id
                where s.table_id = :table""")
                .param("table", table)
                .query(Integer.class)
                .single();
    }

    /** Newest target of each indicator in a unit's year, as printed. */
    Map<UUID, String> annualTargets(String unit, int year) {
        return jdbc.sql("""
                select distinct on (r.indicator) r.indicator, r.annual_text
                from target_row r join target_sheet s on s.id = r.sheet_id join target_table t on t.id = s.table_id
                where t.unit = :unit and t.year = :year and s.state = 'IN_FORCE'
                order by r.indicator, s.version desc""")
                .param("unit", unit)
                .param("year", year)
                .query((rs, n) -> Map.entry(rs.getObject(1, UUID.class), rs.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Adds the rows or changes those of this sheet with their ids. */
    void put(UUID sheet, List<Placed> rows) {
        template.batchUpdate("""
                insert into target_row (id, sheet_id, indicator, seq, position, level1, level2, duty, key_work, name,
                    half_text, annual_text, measure, direction, tolerance, baseline, weight, not_applicable,
                    not_applicable_reason, uncertain, explanation)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set position = excluded.position, level1 = excluded.level1,
                    level2 = excluded.level2, duty = excluded.duty, key_work = excluded.key_work, name = excluded.name,
                    half_text = excluded.half_text, annual_text = excluded.annual_text, measure = excluded.measure,
                    direction = excluded.direction, tolerance = excluded.tolerance, baseline = excluded.baseline,
                    weight = excluded.weight, not_applicable = excluded.not_applicable,
                    not_applicable_reason = excluded.not_applicable_reason, uncertain = excluded.uncertain,
                    explanation = excluded.explanation
                where target_row.sheet_id = excluded.sheet_id""", rows, 100, (ps, placed) -> set(ps, sheet, placed));
    }

    void place(UUID row, int position) {
        jdbc.sql("update target_row set position = :position where id = :id and position <> :position")
                .param("id", row)
                .param("position", position)
                .update();
    }

    void remove(UUID sheet, Collection<UUID> rows) {
        for (UUID row : rows)
            jdbc.sql("delete from target_row where id = :id and sheet_id = :sheet")
                    .param("id", row)
                    .param("sheet", sheet)
                    .update();
    }

    /** @param position in the section, from 0 */
    record Placed(DraftRow row, int position) {}

    private static void set(PreparedStatement ps, UUID sheet, Placed placed) throws SQLException {
        DraftRow row = placed.row();
        int i = 0;
        ps.setObject(++i, row.id());
        ps.setObject(++i, sheet);
        ps.setObject(++i, row.indicator());
        ps.setInt(++i, row.seq());
        ps.setInt(++i, placed.position());
        for (String text : List.of(row.level1(), row.level2(), row.duty(), row.keyWork(), row.name(), row.halfText(),
                row.annualText(), row.measure().name())) ps.setString(++i, text);
        ps.setString(++i, row.direction() == null ? null : row.direction().name());
        for (String text : List.of(row.tolerance(), row.baseline(), row.weight())) ps.setString(++i, text);
        ps.setBoolean(++i, row.notApplicable());
        ps.setString(++i, row.notApplicableReason());
        ps.setArray(++i, ps.getConnection().createArrayOf("text", row.uncertain().stream().sorted().toArray()));
        ps.setString(++i, row.explanation());
    }

    private static DraftRow row(ResultSet rs, int n) throws SQLException {
        return new DraftRow(
                rs.getObject("id", UUID.class),
                rs.getObject("indicator", UUID.class),
                rs.getString("section"),
                rs.getInt("seq"),
                rs.getString("level1"),
                rs.getString("level2"),
                rs.getString("duty"),
                rs.getString("key_work"),
                rs.getString("name"),
                rs.getString("half_text"),
                rs.getString("annual_text"),
                Measure.valueOf(rs.getString("measure")),
                direction(rs.getString("direction")),
                rs.getString("tolerance"),
                rs.getString("baseline"),
                rs.getString("weight"),
                rs.getBoolean("not_applicable"),
                rs.getString("not_applicable_reason"),
                Set.copyOf(TargetTables.texts(rs, "uncertain")),
                rs.getString("explanation"));
    }

    private static @Nullable Direction direction(@Nullable String name) {
        return name == null ? null : Direction.valueOf(name);
    }
}
