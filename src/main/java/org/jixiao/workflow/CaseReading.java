package org.jixiao.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
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
    private final JdbcClient jdbc;
    private final Pictures pictures;
    private final Copies copies;
    private final CaseLists lists;
    private final LiveNames names;
    private final FormEntries forms;

    CaseReading(
            CaseFiles files,
            CaseSteps steps,
            Acts acts,
            Rights rights,
            Models models,
            JdbcClient jdbc,
            Pictures pictures,
            Copies copies,
            CaseLists lists,
            LiveNames names,
            FormEntries forms) {
        this.files = files;
        this.steps = steps;
        this.acts = acts;
        this.rights = rights;
        this.models = models;
        this.jdbc = jdbc;
        this.pictures = pictures;
        this.copies = copies;
        this.lists = lists;
        this.names = names;
        this.forms = forms;
    }

    @Override
    public Optional<Named> named(String process) {
        return names.of(process);
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
        var model = models.step(file.definitionId(), step);
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
                        : new Ended(step.endedBy(), nameOf(step, done), step.ended(), step.endedVerb()),
                rights.closing(step, file, done).orElse(null),
                forms.sheet(step, file).orElse(null));
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
    public Optional<Closing> closing(String caseId) {
        var file = files.find(caseId).orElseThrow(Refusal::forbidden);
        var step = steps.open(caseId).stream().filter(CaseSteps.CaseStep::fills).findFirst();
        return step.flatMap(s -> rights.closing(s, file, acts.ofCase(caseId)));
    }

    @Override
    public boolean examined(String caseId) {
        return Rights.examined(acts.ofCase(caseId));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Started> started(String caseId) {
        return acts.started(caseId);
    }

    @Override
    public List<Entry> timeline(String caseId) {
        var entries = new ArrayList<Entry>();
        var entered = forms.entered(caseId);
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
                    d.to(),
                    VerbService.COMPLETES.contains(d.verb()) && d.taskId() != null ? entered.getOrDefault(d.taskId(), List.of()) : List.of()));
        }
        return entries;
    }

    @Override
    public List<StepState> steps(String unit, int year) {
        return lists.steps(unit, year);
    }

    @Override
    public List<Waiting> waiting(String caseId) {
        return lists.waiting(caseId);
    }

    @Override
    public List<Row> rows(Collection<String> taskIds) {
        return lists.rows(taskIds);
    }

    @Override
    public List<String> taskIds(@Nullable String after, int size) {
        return lists.taskIds(after, size);
    }

    @Override
    public List<Copy> copies(Actor reader, String caseId) {
        var file = files.find(caseId).orElseThrow(Refusal::forbidden);
        if (!rights.mayRead(reader, file, steps.ofCase(caseId), acts.ofCase(caseId))) throw Refusal.forbidden();
        return copies.of(caseId);
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
    public Optional<String> standing(String caseId) {
        return jdbc.sql(
                        """
                        select task_id from case_step where case_id = ? and state in ('OPEN', 'DONE')
                        order by (state = 'OPEN') desc, ended_at desc, seq desc limit 1""")
                .param(caseId)
                .query(String.class)
                .optional();
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
