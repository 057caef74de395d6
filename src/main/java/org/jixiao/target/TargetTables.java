package org.jixiao.target;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jixiao.target.TargetTable.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TargetTables {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    TargetTables(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<TargetTable> find(String unit, int year) {
        return jdbc.sql("select * from target_table where unit = :unit and year = :year")
                .param("unit", unit)
                .param("year", year)
                .query(TargetTables::table)
                .optional();
    }

    /** The years of a unit, the latest first. */
    List<TargetTable> of(String unit) {
        return jdbc.sql("select * from target_table where unit = :unit order by year desc")
                .param("unit", unit)
                .query(TargetTables::table)
                .list();
    }

    /** The open years of these units, the earliest first. */
    List<TargetTable> open(List<String> units) {
        return jdbc.sql("select * from target_table where unit = any(?) and state = 'OPEN' order by year limit 20")
                .param(units.toArray(String[]::new))
                .query(TargetTables::table)
                .list();
    }

    void add(TargetTable table, UnitPart part, UUID by, Instant at) {
        jdbc.sql("""
                insert into target_table (id, unit, year, root_case, state, coordinating_section, half_year_date,
                    year_end_date, half_year_opened, full_year_opened, opened_by, opened_at)
                values (:id, :unit, :year, :root, :state, :section, :half, :end, false, false, :by, :at)""")
                .param("id", table.id())
                .param("unit", table.unit())
                .param("year", table.year())
                .param("root", table.rootCase())
                .param("state", table.state().name())
                .param("section", table.coordinatingSection())
                .param("half", table.halfYearDate(), Types.DATE)
                .param("end", table.yearEndDate(), Types.DATE)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        save(table.id(), part);
    }

    void startedAs(UUID table, String rootCase) {
        jdbc.sql("update target_table set root_case = :root where id = :id")
                .param("root", rootCase)
                .param("id", table)
                .update();
    }

    void dates(UUID table, @Nullable LocalDate half, @Nullable LocalDate end) {
        jdbc.sql("update target_table set half_year_date = :half, year_end_date = :end where id = :id")
                .param("half", half, Types.DATE)
                .param("end", end, Types.DATE)
                .param("id", table)
                .update();
    }

    void opened(UUID table, Period period) {
        String column = period == Period.HALF_YEAR ? "half_year_opened" : "full_year_opened";
        jdbc.sql("update target_table set " + column + " = true where id = :id")
                .param("id", table)
                .update();
    }

    void archived(UUID table) {
        jdbc.sql("update target_table set state = 'ARCHIVED' where id = :id")
                .param("id", table)
                .update();
    }

    /** The unit's part without its money, which {@link FundLines} keeps. */
    UnitPart part(UUID table, List<UnitPart.Fund> funds) {
        return jdbc.sql("select * from target_table where id = :id")
                .param("id", table)
                .query((rs, n) -> new UnitPart(
                        rs.getString("main_functions"),
                        rs.getString("org_text"),
                        rs.getString("staffing_type"),
                        rs.getString("staffing_authorised"),
                        rs.getString("staffing_actual"),
                        rs.getString("long_term_goal"),
                        rs.getString("annual_goal"),
                        weights(rs.getString("weights")),
                        texts(rs, "words"),
                        funds))
                .single();
    }

    void save(UUID table, UnitPart part) {
        jdbc.sql("""
                update target_table set main_functions = :functions, org_text = :org, staffing_type = :type,
                    staffing_authorised = :authorised, staffing_actual = :actual, long_term_goal = :longTerm,
                    annual_goal = :annual, weights = cast(:weights as jsonb), words = :words
                where id = :id""")
                .param("id", table)
                .param("functions", part.mainFunctions())
                .param("org", part.orgText())
                .param("type", part.staffingType())
                .param("authorised", part.authorised())
                .param("actual", part.actual())
                .param("longTerm", part.longTermGoal())
                .param("annual", part.annualGoal())
                .param("weights", weights(part.weights()))
                .param("words", part.words().toArray(String[]::new))
                .update();
    }

    static List<String> texts(ResultSet rs, String column) throws SQLException {
        return List.copyOf(Arrays.asList((String[]) rs.getArray(column).getArray()));
    }

    private static TargetTable table(ResultSet rs, int n) throws SQLException {
        return new TargetTable(
                rs.getObject("id", UUID.class),
                rs.getString("unit"),
                rs.getInt("year"),
                rs.getString("root_case"),
                TargetTable.State.valueOf(rs.getString("state")),
                rs.getString("coordinating_section"),
                rs.getObject("half_year_date", LocalDate.class),
                rs.getObject("year_end_date", LocalDate.class),
                rs.getBoolean("half_year_opened"),
                rs.getBoolean("full_year_opened"));
    }

    private record Weight(String level, String points) {}

    private Map<String, String> weights(String stored) {
        try {
            var weights = new LinkedHashMap<String, String>();
            for (Weight weight : json.readValue(stored, new TypeReference<List<Weight>>() {}))
                weights.put(weight.level(), weight.points());
            return weights;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String weights(Map<String, String> weights) {
        try {
            return json.writeValueAsString(weights.entrySet().stream()
                    .map(e -> new Weight(e.getKey(), e.getValue()))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
