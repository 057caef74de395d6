package org.jixiao.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Person;
import org.jixiao.organisation.Posts;
import org.jixiao.workflow.Cases.Handed;
import org.jixiao.workflow.Cases.Row;
import org.jixiao.workflow.Cases.Started;
import org.jixiao.workflow.Cases.StepState;
import org.jixiao.workflow.Cases.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Steps of many cases at once, as the board and the inbox list them, each in a bounded number of statements. */
@Component
class CaseLists {

    private final CaseSteps steps;
    private final Rights rights;
    private final Posts posts;
    private final ProductClock clock;
    private final JdbcClient jdbc;

    CaseLists(CaseSteps steps, Rights rights, Posts posts, ProductClock clock, JdbcClient jdbc) {
        this.steps = steps;
        this.rights = rights;
        this.posts = posts;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    List<StepState> steps(String unit, int year) {
        record Raw(StepState state, boolean open) {}
        var raw = jdbc.sql(
                        """
                        select f.process, f.section, f.period, s.* from case_step s join case_file f on f.case_id = s.case_id
                        where f.unit = ? and f.year = ? order by s.seq""")
                .params(unit, year)
                .query((r, i) -> {
                    var s = steps.read(r, i);
                    return new Raw(
                            new StepState(
                                    s.caseId(),
                                    r.getString("process"),
                                    r.getString("section"),
                                    r.getString("period"),
                                    s.activity(),
                                    s.name(),
                                    s.nameEn(),
                                    s.taskId(),
                                    s.state(),
                                    s.round(),
                                    s.returnedFrom() != null,
                                    List.of(),
                                    s.post(),
                                    s.arrived(),
                                    s.due(),
                                    s.ended(),
                                    s.urged(),
                                    s.assignee()),
                            s.open());
                })
                .list();
        var open = raw.stream()
                .filter(r -> r.open() && r.state().post() != null)
                .map(r -> r.state().post())
                .distinct()
                .toList();
        Map<UUID, List<Person>> holders = posts.holders(open, clock.today());
        Map<UUID, String> names = persons(raw.stream()
                .filter(Raw::open)
                .map(r -> r.state().assignee())
                .filter(Objects::nonNull)
                .toList());
        return raw.stream()
                .map(r -> r.open() ? r.state().heldBy(holders(r.state().assignee(), r.state().post(), names, holders)) : r.state())
                .toList();
    }

    private Map<UUID, String> persons(List<UUID> ids) {
        return ids.isEmpty() ? Map.of() : posts.persons(ids);
    }

    private static List<String> holders(
            @Nullable UUID assignee, @Nullable UUID post, Map<UUID, String> persons, Map<UUID, List<Person>> holders) {
        if (assignee != null) return List.of(persons.getOrDefault(assignee, ""));
        return post == null ? List.of() : holders.getOrDefault(post, List.of()).stream().map(Person::name).toList();
    }

    List<Waiting> waiting(String caseId) {
        var open = steps.open(caseId);
        var holders = posts.holders(
                open.stream().map(CaseSteps.CaseStep::post).filter(Objects::nonNull).toList(), clock.today());
        var names = persons(
                open.stream().map(CaseSteps.CaseStep::assignee).filter(Objects::nonNull).toList());
        return open.stream()
                .map(s -> new Waiting(
                        s.taskId(),
                        s.activity(),
                        s.name(),
                        s.nameEn(),
                        holders(s.assignee(), s.post(), names, holders),
                        s.arrived()))
                .toList();
    }

    List<Row> rows(Collection<String> taskIds) {
        record Read(
                CaseSteps.CaseStep step,
                CaseFiles.CaseFile file,
                @Nullable UUID starter,
                @Nullable Started started,
                @Nullable UUID submitter,
                @Nullable String submittedBy,
                @Nullable Instant submittedAt,
                Handed handed,
                @Nullable String delegatedBy) {}
        var attention = new HashMap<String, CaseContent.Attention>();
        return jdbc.sql(
                        """
                        select s.*, f.root_id, f.process, f.definition_id, f.content, f.unit, f.year, f.section,
                            f.period, f.revision, f.round as case_round, f.ended_at as case_ended,
                            t.gave, t.answered, t.at as handed_at, t.delegated_by, b.actor as starter,
                            b.actor_name as started_by, b.at as started_at, l.actor as submitter, l.actor_name as submitted_by, l.at as submitted_at
                        from case_step s join case_file f on f.case_id = s.case_id
                        left join lateral (select max(a.at) as at,
                                array_agg(a.actor) filter (where a.verb in ('TRANSFER', 'DELEGATE', 'ADD_BEFORE')) as gave,
                                array_agg(a.actor) filter (where a.verb in ('RESOLVE', 'APPROVE')) as answered,
                                (array_agg(a.actor_name order by a.seq desc) filter (where a.verb = 'DELEGATE'))[1] as delegated_by
                            from act a where a.case_id = s.case_id and a.task_id = s.task_id
                                and a.verb in ('TRANSFER', 'DELEGATE', 'ADD_BEFORE', 'RESOLVE', 'APPROVE')) t on true
                        left join lateral (select a.actor, a.actor_name, a.at from act a
                            where a.case_id = s.case_id and a.verb = 'SUBMIT'
                                and (s.ended_at is null or a.at <= s.ended_at)
                            order by a.seq desc limit 1) l on true
                        left join act b on b.case_id = s.case_id and b.verb = 'START'
                        where s.task_id = any(?) order by s.seq""")
                .param(taskIds.toArray(String[]::new))
                .query((r, i) -> {
                    var s = steps.read(r, i);
                    var file = new CaseFiles.CaseFile(
                            s.caseId(),
                            r.getString("root_id"),
                            r.getString("process"),
                            r.getString("definition_id"),
                            r.getString("content"),
                            r.getString("unit"),
                            r.getInt("year"),
                            r.getString("section"),
                            r.getString("period"),
                            r.getLong("revision"),
                            r.getInt("case_round"),
                            r.getObject("case_ended") != null);
                    return new Read(
                            s,
                            file,
                            r.getObject("starter", UUID.class),
                            r.getString("started_by") == null
                                    ? null
                                    : new Started(r.getString("started_by"), r.getTimestamp("started_at").toInstant()),
                            r.getObject("submitter", UUID.class),
                            r.getString("submitted_by"),
                            CaseSteps.orNull(r, "submitted_at"),
                            handed(r, s),
                            s.turn() == Turns.Kind.DELEGATE ? r.getString("delegated_by") : null);
                })
                .list()
                .stream()
                .map(read -> {
                    var s = read.step();
                    var file = read.file();
                    var noticed = s.open()
                            ? attention.computeIfAbsent(file.caseId(), id -> rights.content(file)
                                    .map(c -> c.attention(file.facts()))
                                    .orElse(CaseContent.Attention.NONE))
                            : CaseContent.Attention.NONE;
                    return new Row(
                            file.facts(),
                            s.taskId(),
                            s.activity(),
                            s.name(),
                            s.nameEn(),
                            s.fills(),
                            s.state(),
                            s.post(),
                            s.assignee() == null ? s.post() : s.assignee(),
                            read.handed(),
                            read.delegatedBy(),
                            s.round(),
                            s.arrived(),
                            s.due(),
                            s.ended(),
                            s.endedBy(),
                            s.endedVerb(),
                            s.urged(),
                            read.starter(),
                            read.started(),
                            read.submitter(),
                            read.submittedBy(),
                            read.submittedAt(),
                            noticed);
                })
                .toList();
    }

    /** Not by whom it came back to. */
    private static Handed handed(ResultSet r, CaseSteps.CaseStep step) throws SQLException {
        var by = new HashSet<UUID>();
        boolean away = step.assignee() != null || step.turn() != null;
        if (away && r.getArray("gave") != null) by.addAll(List.of((UUID[]) r.getArray("gave").getArray()));
        // Whoever was asked has done their part, whoever has it now.
        if (r.getArray("answered") != null) by.addAll(List.of((UUID[]) r.getArray("answered").getArray()));
        by.remove(step.assignee());
        by.remove(step.endedBy());
        return new Handed(by, CaseSteps.orNull(r, "handed_at"));
    }

    List<String> taskIds(@Nullable String after, int size) {
        return jdbc.sql("select task_id from case_step where task_id > ? order by task_id limit ?")
                .params(after == null ? "" : after, size)
                .query(String.class)
                .list();
    }
}
