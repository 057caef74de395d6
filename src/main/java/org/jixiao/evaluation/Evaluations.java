package org.jixiao.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The self-evaluations with their figures, loop by loop. */
@Repository
class Evaluations {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Evaluations(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param decided null until the bureau has decided the loop */
    record Kept(Figures figures, @Nullable Decided decided) {

        static final Kept NOTHING = new Kept(Figures.BLANK, null);
    }

    Optional<Evaluation> find(String unit, int year, String section, Period period) {
        return jdbc.sql("select * from evaluation where unit = ? and year = ? and section = ? and period = ?")
                .params(unit, year, section, period.name())
                .query(Evaluations::evaluation)
                .optional();
    }

    Optional<Evaluation> find(UUID id) {
        return jdbc.sql("select * from evaluation where id = ?")
                .param(id)
                .query(Evaluations::evaluation)
                .optional();
    }

    List<Evaluation> ofYear(String unit, int year) {
        return jdbc.sql("select * from evaluation where unit = ? and year = ?")
                .params(unit, year)
                .query(Evaluations::evaluation)
                .list();
    }

    /**
     * The self-evaluation as it is, made when there is none, and nobody else's until the transaction ends. The year's end
     * takes no lock of the case: whoever is about to change an evaluation asks here first.
     */
    Evaluation hold(Evaluation begun) {
        return jdbc.sql(
                        """
                        insert into evaluation (id, unit, year, section, period, case_id) values (?, ?, ?, ?, ?, ?)
                        on conflict (unit, year, section, period) do update set case_id = excluded.case_id
                        returning *""")
                .params(
                        begun.id(), begun.unit(), begun.year(), begun.section(), begun.period().name(), begun.caseId())
                .query(Evaluations::evaluation)
                .single();
    }

    /** Of one that {@link #hold} gave. */
    void keep(Evaluation e) {
        jdbc.sql(
                        """
                        update evaluation set loop = ?, submitted_loop = ?, reopened = ?, loop_since = ?, phase = ?,
                            accepted = ?, decided_at = ?
                        where id = ?""")
                .params(
                        e.loop(),
                        e.submittedLoop(),
                        e.reopened(),
                        utc(e.loopSince()),
                        e.phase().name(),
                        e.accepted(),
                        utc(e.decidedAt()),
                        e.id())
                .update();
    }

    /** Evaluation → loop → the day its figures stand for, as typed. */
    Map<UUID, Map<Integer, String>> days(Collection<UUID> evaluations) {
        Map<UUID, Map<Integer, String>> days = new HashMap<>();
        jdbc.sql("select * from evaluation_loop where evaluation = any(?)")
                .param(ids(evaluations))
                .query((ResultSet rs) -> {
                    days.computeIfAbsent(of(rs), k -> new TreeMap<>()).put(rs.getInt("loop"), rs.getString("as_of"));
                });
        return days;
    }

    private static UUID of(ResultSet rs) throws SQLException {
        return rs.getObject("evaluation", UUID.class);
    }

    static UUID[] ids(Collection<UUID> evaluations) {
        return evaluations.toArray(UUID[]::new);
    }

    void day(UUID evaluation, int loop, String asOf) {
        jdbc.sql(
                        """
                        insert into evaluation_loop (evaluation, loop, as_of) values (?, ?, ?)
                        on conflict (evaluation, loop) do update set as_of = excluded.as_of""")
                .params(evaluation, loop, asOf)
                .update();
    }

    /** Evaluation → indicator → loop → what is kept of it, loops in order. */
    Map<UUID, Map<UUID, TreeMap<Integer, Kept>>> rows(Collection<UUID> evaluations) {
        Map<UUID, Map<UUID, TreeMap<Integer, Kept>>> rows = new HashMap<>();
        jdbc.sql("select * from evaluation_row where evaluation = any(?)")
                .param(ids(evaluations))
                .query((ResultSet rs) -> {
                    rows.computeIfAbsent(of(rs), k -> new HashMap<>())
                            .computeIfAbsent(rs.getObject("indicator", UUID.class), k -> new TreeMap<>())
                            .put(rs.getInt("loop"), kept(rs));
                });
        return rows;
    }

    /** The rows of a year's self-evaluations of the period that are decided for good. */
    List<Kept> decided(String unit, int year, Period period) {
        return jdbc.sql(
                        """
                        select r.* from evaluation e join evaluation_row r on r.evaluation = e.id and r.loop = e.loop
                        where e.unit = ? and e.year = ? and e.period = ? and e.phase = 'CLOSED'
                            and r.decided is not null""")
                .params(unit, year, period.name())
                .query((rs, n) -> kept(rs))
                .list();
    }

    void row(UUID evaluation, UUID indicator, int loop, Figures f) {
        jdbc.sql(
                        """
                        insert into evaluation_row (evaluation, indicator, loop, actual, numerator, denominator, band,
                            basis, forecast, reason_category, reason, corrective_measure, attainability, remark)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (evaluation, indicator, loop) do update set actual = excluded.actual,
                            numerator = excluded.numerator, denominator = excluded.denominator, band = excluded.band,
                            basis = excluded.basis, forecast = excluded.forecast,
                            reason_category = excluded.reason_category, reason = excluded.reason,
                            corrective_measure = excluded.corrective_measure,
                            attainability = excluded.attainability, remark = excluded.remark""")
                .params(
                        evaluation,
                        indicator,
                        loop,
                        f.actual(),
                        f.numerator(),
                        f.denominator(),
                        f.band(),
                        f.basis(),
                        f.forecast(),
                        f.reasonCategory(),
                        f.reason(),
                        f.correctiveMeasure(),
                        f.attainability(),
                        f.remark())
                .update();
    }

    /** Written by the bureau's decision, never after. */
    void decided(UUID evaluation, int loop, Decided decided) {
        jdbc.sql(
                        """
                        insert into evaluation_row (evaluation, indicator, loop, decided)
                        values (?, ?, ?, cast(? as jsonb))
                        on conflict (evaluation, indicator, loop) do update set decided = excluded.decided""")
                .params(evaluation, decided.row().indicator(), loop, written(decided))
                .update();
    }

    private String written(Decided decided) {
        try {
            return json.writeValueAsString(decided);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Kept kept(ResultSet rs) throws SQLException {
        String decided = rs.getString("decided");
        try {
            return new Kept(figures(rs), decided == null ? null : json.readValue(decided, Decided.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Loop → fund → what was typed in it. */
    Map<Integer, Map<UUID, MoneyLine.Typed>> money(UUID evaluation) {
        Map<Integer, Map<UUID, MoneyLine.Typed>> money = new TreeMap<>();
        jdbc.sql("select * from evaluation_money where evaluation = ?")
                .param(evaluation)
                .query((ResultSet rs) -> {
                    money.computeIfAbsent(rs.getInt("loop"), k -> new HashMap<>())
                            .put(
                                    rs.getObject("fund", UUID.class),
                                    new MoneyLine.Typed(
                                            rs.getString("adjusted"),
                                            rs.getString("executed"),
                                            rs.getString("forecast")));
                });
        return money;
    }

    void money(UUID evaluation, UUID fund, int loop, MoneyLine.Typed typed) {
        jdbc.sql(
                        """
                        insert into evaluation_money (evaluation, fund, loop, adjusted, executed, forecast)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (evaluation, fund, loop) do update set adjusted = excluded.adjusted,
                            executed = excluded.executed, forecast = excluded.forecast""")
                .params(evaluation, fund, loop, typed.adjusted(), typed.executed(), typed.forecast())
                .update();
    }

    private static Figures figures(ResultSet rs) throws SQLException {
        return new Figures(
                rs.getString("actual"),
                rs.getString("numerator"),
                rs.getString("denominator"),
                rs.getString("band"),
                rs.getString("basis"),
                rs.getString("forecast"),
                rs.getString("reason_category"),
                rs.getString("reason"),
                rs.getString("corrective_measure"),
                rs.getString("attainability"),
                rs.getString("remark"));
    }

    private static Evaluation evaluation(ResultSet rs, int n) throws SQLException {
        return new Evaluation(
                rs.getObject("id", UUID.class),
                rs.getString("unit"),
                rs.getInt("year"),
                rs.getString("section"),
                Period.valueOf(rs.getString("period")),
                rs.getString("case_id"),
                rs.getInt("loop"),
                rs.getInt("submitted_loop"),
                rs.getBoolean("reopened"),
                instant(rs.getObject("loop_since", OffsetDateTime.class)),
                Evaluation.Phase.valueOf(rs.getString("phase")),
                rs.getBoolean("accepted"),
                instant(rs.getObject("decided_at", OffsetDateTime.class)));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
