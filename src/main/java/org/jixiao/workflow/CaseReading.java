package org.jixiao.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Person;
import org.jixiao.organisation.Posts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class CaseReading implements Cases {

    private final CaseFiles files;
    private final CaseSteps steps;
    private final Acts acts;
    private final Rights rights;
    private final Models models;
    private final Posts posts;
    private final ProductClock clock;
    private final JdbcClient jdbc;
    private final Pictures pictures;
    private final Copies copies;

    CaseReading(
            CaseFiles files,
            CaseSteps steps,
            Acts acts,
            Rights rights,
            Models models,
            Posts posts,
            ProductClock clock,
            JdbcClient jdbc,
            Pictures pictures,
            Copies copies) {
        this.files = files;
        this.steps = steps;
        this.acts = acts;
        this.rights = rights;
        this.models = models;
        this.posts = posts;
        this.clock = clock;
        this.jdbc = jdbc;
        this.pictures = pictures;
        this.copies = copies;
    }

    @Override
    public TaskSheet task(Actor reader, String taskId) {
        var step = steps.find(taskId).orElseThrow(Refusal::forbidden);
        var file = files.find(step.caseId()).orElseThrow(Refusal::forbidden);
        var done = acts.ofCase(file.caseId());
        if (!rights.mayRead(reader, file, steps.ofCase(file.caseId()), done)) {
            // It was in their inbox and has left it: they hear who took it away, and see nothing of the content.
            if (!step.open() && rights.handles(reader, step, done)) throw VerbService.over(step, done);
            throw Refusal.forbidden();
        }
        var model = models.step(file.definitionId(), step.activity());
        var verbs = rights.allowed(reader, step, file, done);
        boolean approves = step.open() && verbs.contains(Verb.RETURN);
        boolean fills = step.open() && verbs.contains(Verb.SUBMIT);
        return new TaskSheet(
                taskId,
                file.facts(),
                models.processName(file.definitionId()),
                step.activity(),
                step.name(),
                step.formKey(),
                step.open(),
                file.revision(),
                step.arrived(),
                step.due(),
                verbs,
                approves ? rights.returnTargets(step, file, model) : List.of(),
                fills
                        ? rights.directTo(step, file)
                                .map(d -> new Step(
                                        d, models.step(file.definitionId(), d).name()))
                                .orElse(null)
                        : null,
                step.scope(),
                model.properties(),
                step.ended() == null
                        ? null
                        : new Ended(step.endedBy(), nameOf(step, done), step.ended(), step.endedVerb()));
    }

    private static @Nullable String nameOf(CaseSteps.CaseStep step, List<Acts.Done> done) {
        for (int i = done.size() - 1; i >= 0; i--) {
            if (step.endedBy() != null && step.endedBy().equals(done.get(i).actor())) {
                return done.get(i).actorName();
            }
        }
        return null;
    }

    @Override
    public Optional<CaseFacts> find(
            String process, String unit, int year, @Nullable String section, @Nullable String period) {
        return files.latest(process, unit, year, section, period).map(CaseFiles.CaseFile::facts);
    }

    @Override
    public String content(String caseId) {
        return files.find(caseId).map(f -> f.content() == null ? "" : f.content()).orElse("");
    }

    @Override
    public long revision(String caseId) {
        return files.find(caseId).map(CaseFiles.CaseFile::revision).orElse(0L);
    }

    @Override
    public Map<String, Long> revisions(Collection<String> caseIds) {
        var revisions = new HashMap<String, Long>();
        if (caseIds.isEmpty()) return revisions;
        jdbc.sql("select case_id, revision from case_file where case_id = any(?)")
                .param(caseIds.toArray(String[]::new))
                .query(r -> {
                    revisions.put(r.getString(1), r.getLong(2));
                });
        return revisions;
    }

    @Override
    public Optional<String> fillTask(String caseId) {
        return steps.open(caseId).stream()
                .filter(CaseSteps.CaseStep::fills)
                .map(CaseSteps.CaseStep::taskId)
                .findFirst();
    }

    @Override
    public List<Entry> timeline(String caseId) {
        var entries = new ArrayList<Entry>();
        for (var d : acts.ofCase(caseId)) {
            if (d.verb() == Verb.SAVE) continue;
            entries.add(new Entry(
                    d.id(),
                    d.verb(),
                    d.step(),
                    d.stepName(),
                    d.stepNameEn(),
                    d.actor(),
                    d.actorName(),
                    d.postName(),
                    d.round(),
                    d.at(),
                    d.opinion(),
                    d.rowReasons(),
                    d.to()));
        }
        return entries;
    }

    @Override
    public List<StepState> steps(String unit, int year) {
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
                .filter(java.util.Objects::nonNull)
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

    @Override
    public List<Waiting> waiting(String caseId) {
        var open = steps.open(caseId);
        var holders = posts.holders(
                open.stream().map(CaseSteps.CaseStep::post).filter(java.util.Objects::nonNull).toList(), clock.today());
        var names = persons(
                open.stream().map(CaseSteps.CaseStep::assignee).filter(java.util.Objects::nonNull).toList());
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

    @Override
    public List<Copy> copies(Actor reader, String caseId) {
        var file = files.find(caseId).orElseThrow(Refusal::forbidden);
        if (!rights.mayRead(reader, file, steps.ofCase(caseId), acts.ofCase(caseId))) throw Refusal.forbidden();
        return copies.of(caseId);
    }

    @Override
    public List<Row> rows(Collection<String> taskIds) {
        var attention = new HashMap<String, CaseContent.Attention>();
        return jdbc.sql(
                        """
                        select s.*, f.root_id, f.process, f.definition_id, f.content, f.unit, f.year, f.section,
                            f.period, f.revision, f.round as case_round, f.ended_at as case_ended,
                            t.by as handed_by, t.at as handed_at, l.actor as submitter, l.actor_name as submitted_by, l.at as submitted_at
                        from case_step s join case_file f on f.case_id = s.case_id
                        left join lateral (select array_agg(a.actor) as by, max(a.at) as at from act a
                            where a.case_id = s.case_id and a.task_id = s.task_id and a.verb = 'TRANSFER') t on true
                        left join lateral (select a.actor, a.actor_name, a.at from act a
                            where a.case_id = s.case_id and a.verb = 'SUBMIT'
                                and (s.ended_at is null or a.at <= s.ended_at)
                            order by a.seq desc limit 1) l on true
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
                    return new Object[] {
                        s,
                        file,
                        r.getObject("submitter", UUID.class),
                        r.getString("submitted_by"),
                        CaseSteps.orNull(r, "submitted_at"),
                        handed(r, s)
                    };
                })
                .list()
                .stream()
                .map(o -> {
                    var s = (CaseSteps.CaseStep) o[0];
                    var file = (CaseFiles.CaseFile) o[1];
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
                            (Handed) o[5],
                            s.round(),
                            s.arrived(),
                            s.due(),
                            s.ended(),
                            s.endedBy(),
                            s.endedVerb(),
                            s.urged(),
                            (UUID) o[2],
                            (String) o[3],
                            (java.time.Instant) o[4],
                            noticed);
                })
                .toList();
    }

    /** Not by whom it came back to. */
    private static Handed handed(java.sql.ResultSet r, CaseSteps.CaseStep step) throws java.sql.SQLException {
        var by = new java.util.HashSet<UUID>();
        if (r.getArray("handed_by") != null && step.assignee() != null) {
            by.addAll(List.of((UUID[]) r.getArray("handed_by").getArray()));
            by.remove(step.assignee());
        }
        return new Handed(by, CaseSteps.orNull(r, "handed_at"));
    }

    @Override
    public List<String> taskIds(@Nullable String after, int size) {
        return jdbc.sql("select task_id from case_step where task_id > ? order by task_id limit ?")
                .params(after == null ? "" : after, size)
                .query(String.class)
                .list();
    }

    @Override
    public List<Process> processes() {
        return pictures.processes();
    }

    @Override
    public List<Submission> submissions(String caseId) {
        return acts.submissions(caseId);
    }

    @Override
    public Optional<Submission> submission(String caseId, int before) {
        return acts.submission(caseId, before);
    }

    @Override
    public Optional<String> lastDone(String caseId) {
        return jdbc.sql(
                        """
                        select task_id from case_step where case_id = ? and state = 'DONE'
                        order by ended_at desc, seq desc limit 1""")
                .param(caseId)
                .query(String.class)
                .optional();
    }

    @Override
    public boolean reached(String caseId, UUID post) {
        return jdbc.sql("select exists (select 1 from case_step where case_id = ? and post = ?)")
                .params(caseId, post)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean handedTo(String caseId, UUID person) {
        return jdbc.sql(
                        """
                        select exists (select 1 from case_step
                            where case_id = ? and state = 'OPEN' and kind <> 'approve' and assignee = ?)""")
                .params(caseId, person)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Picture picture(String caseId) {
        var file = files.find(caseId).orElseThrow(Refusal::forbidden);
        return pictures.of(file);
    }
}
