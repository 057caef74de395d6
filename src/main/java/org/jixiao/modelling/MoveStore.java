package org.jixiao.modelling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jixiao.base.Refusal;
import org.jixiao.modelling.ModelMoves.CaseRow;
import org.jixiao.modelling.ModelMoves.Move;
import org.jixiao.modelling.ModelMoves.State;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Role;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.CaseMoves.Moved;
import org.jixiao.workflow.CaseMoves.Plan;
import org.jixiao.workflow.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of moves and of the cases in them. */
@Component
class MoveStore {

    private static final TypeReference<List<Place>> PLACES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> STEPS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final ObjectMapper mapper;

    MoveStore(JdbcClient jdbc, JdbcTemplate batch, ObjectMapper mapper) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.mapper = mapper;
    }

    void begin(UUID id, String process, Plan plan, Actor by, Instant at) {
        jdbc.sql(
                        """
                        insert into model_move (id, process, from_definition, to_definition, steps, state, person,
                            person_login, person_name, at)
                        values (?, ?, ?, ?, ?::jsonb, 'REHEARSING', ?, ?, ?, ?)""")
                .params(
                        id, process, plan.from(), plan.to(), write(plan.steps()), by.id(), by.login(), by.name(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void add(UUID id, List<CaseFacts> cases) {
        batch.batchUpdate(
                """
                insert into model_move_case (move, case_id, unit, year, section, period, state)
                values (?, ?, ?, ?, ?, ?, 'WAITING')""",
                cases.stream()
                        .map(f -> new Object[] {id, f.caseId(), f.unit(), f.year(), f.section(), f.period()})
                        .toList());
    }

    Optional<Move> find(UUID id) {
        return jdbc.sql("select * from model_move where id = ?")
                .param(id)
                .query(this::move)
                .optional();
    }

    Optional<Move> latest(String process) {
        return jdbc.sql("select * from model_move where process = ? order by at desc, id desc limit 1")
                .param(process)
                .query(this::move)
                .optional();
    }

    List<UUID> running() {
        return jdbc.sql("select id from model_move where state <> 'IDLE' order by at")
                .query(UUID.class)
                .list();
    }

    boolean is(UUID id, Move.State state) {
        return jdbc.sql("select state = ? from model_move where id = ?")
                .params(state.name(), id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** False when it was not in that state any more. */
    boolean turn(UUID id, Move.State from, Move.State to) {
        return jdbc.sql("update model_move set state = ? where id = ? and state = ?")
                        .params(to.name(), id, from.name())
                        .update()
                == 1;
    }

    void begins(UUID id, Actor by, String reason) {
        jdbc.sql("update model_move set reason = ?, person = ?, person_login = ?, person_name = ? where id = ?")
                .params(reason, by.id(), by.login(), by.name(), id)
                .update();
    }

    /** @param only these, or all when null */
    int turn(UUID id, Set<State> from, State to, @Nullable Collection<String> only) {
        return jdbc.sql(
                        """
                        update model_move_case set state = ? where move = ? and state = any(?)
                            and (?::text[] is null or case_id = any(?::text[]))""")
                .params(to.name(), id, names(from), array(only), array(only))
                .update();
    }

    private static String[] names(Set<State> states) {
        return states.stream().map(State::name).toArray(String[]::new);
    }

    private static String @Nullable [] array(@Nullable Collection<String> ids) {
        return ids == null ? null : ids.toArray(String[]::new);
    }

    List<String> next(UUID id, State state, int size) {
        return jdbc.sql("select case_id from model_move_case where move = ? and state = ? order by case_id limit ?")
                .params(id, state.name(), size)
                .query(String.class)
                .list();
    }

    /** False when the case was not waiting for this any more. */
    boolean enter(UUID id, String caseId, State from, State to, @Nullable Moved seen, @Nullable Refusal why, Instant at) {
        return jdbc.sql(
                        """
                        update model_move_case set state = ?, before = coalesce(?::jsonb, before),
                            after = coalesce(?::jsonb, after), why = ?, why_args = ?, at = ?
                        where move = ? and case_id = ? and state = ?""")
                        .params(
                                to.name(),
                                seen == null ? null : write(seen.before()),
                                seen == null ? null : write(seen.after()),
                                why == null ? null : why.code(),
                                why == null ? new String[0] : args(why),
                                at.atOffset(ZoneOffset.UTC),
                                id,
                                caseId,
                                from.name())
                        .update()
                == 1;
    }

    private static String[] args(Refusal why) {
        return why.args().stream().map(String::valueOf).toArray(String[]::new);
    }

    Map<State, Integer> counts(UUID id) {
        var counts = new EnumMap<State, Integer>(State.class);
        jdbc.sql("select state, count(*) from model_move_case where move = ? group by state")
                .param(id)
                .query(r -> {
                    counts.put(State.valueOf(r.getString(1)), r.getInt(2));
                });
        return counts;
    }

    List<CaseRow> page(UUID id, Set<State> states, int from, int size) {
        return jdbc.sql(
                        """
                        select * from model_move_case where move = ? and state = any(?)
                        order by unit, year, section nulls first, period, case_id offset ? limit ?""")
                .params(id, names(states), from, size)
                .query(this::row)
                .list();
    }

    private Move move(ResultSet r, int row) throws SQLException {
        return new Move(
                r.getObject("id", UUID.class),
                r.getString("process"),
                new Plan(r.getString("from_definition"), r.getString("to_definition"), read(r.getString("steps"), STEPS)),
                Move.State.valueOf(r.getString("state")),
                r.getString("reason"),
                new Actor(
                        r.getObject("person", UUID.class),
                        r.getString("person_login"),
                        r.getString("person_name"),
                        Set.of(Role.MODELLER)),
                r.getTimestamp("at").toInstant());
    }

    private CaseRow row(ResultSet r, int row) throws SQLException {
        String before = r.getString("before");
        String after = r.getString("after");
        String why = r.getString("why");
        return new CaseRow(
                r.getString("case_id"),
                r.getString("unit"),
                r.getInt("year"),
                r.getString("section"),
                r.getString("period"),
                State.valueOf(r.getString("state")),
                before == null ? List.of() : read(before, PLACES),
                after == null ? List.of() : read(after, PLACES),
                why == null ? null : Refusal.invalid(why, (Object[]) r.getArray("why_args").getArray()));
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
