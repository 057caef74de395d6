package org.jixiao.workflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** A move is judged, done and entered as every verb is; its rehearsal is the move itself, undone. */
@Service
class MoveService implements CaseMoves {

    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final CaseFiles files;
    private final Models models;
    private final EngineMigrations engine;
    private final NewVersionSteps redressing;
    private final Touched touched;
    private final AdminEntries entries;
    private final Places places;
    private final ProductClock clock;

    MoveService(
            RepositoryService repository,
            JdbcClient jdbc,
            Attempts attempts,
            CaseFiles files,
            Models models,
            EngineMigrations engine,
            NewVersionSteps redressing,
            Touched touched,
            AdminEntries entries,
            Places places,
            ProductClock clock) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.files = files;
        this.models = models;
        this.engine = engine;
        this.redressing = redressing;
        this.touched = touched;
        this.entries = entries;
        this.places = places;
        this.clock = clock;
    }

    private static void modeller(Actor by) {
        if (!by.is(Role.MODELLER)) throw Refusal.forbidden();
    }

    @Override
    public List<Version> versions(Actor by, String process) {
        modeller(by);
        var running = files.running(process);
        var deployed = new HashMap<String, Instant>();
        jdbc.sql(
                        """
                        select p.id_, d.deploy_time_ from act_re_procdef p join act_re_deployment d
                            on d.id_ = p.deployment_id_ where p.key_ = ?""")
                .param(process)
                .query(r -> {
                    deployed.put(r.getString(1), r.getTimestamp(2).toInstant());
                });
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(d -> new Version(
                        d.getId(),
                        d.getVersion(),
                        d.getName() == null ? d.getKey() : d.getName(),
                        Objects.requireNonNull(deployed.get(d.getId())),
                        running.getOrDefault(d.getId(), 0)))
                .toList();
    }

    private ProcessDefinition version(String id) {
        var found = repository.createProcessDefinitionQuery().processDefinitionId(id).singleResult();
        if (found == null) throw Refusal.invalid("model.noVersion", id);
        return found;
    }

    @Override
    public List<Lost> lost(Actor by, String from, String to) {
        modeller(by);
        ensureAlike(from, to);
        var standing = new HashMap<String, Integer>();
        jdbc.sql(
                        """
                        select act_id_, count(distinct proc_inst_id_) from act_hi_actinst
                        where proc_def_id_ = ? and end_time_ is null group by act_id_""")
                .param(from)
                .query(r -> {
                    standing.put(r.getString(1), r.getInt(2));
                });
        return engine.lost(from, to).entrySet().stream()
                .map(e -> new Lost(
                        e.getKey().getId(),
                        engine.name(from, e.getKey().getId()),
                        standing.getOrDefault(e.getKey().getId(), 0),
                        e.getValue().stream()
                                .map(place -> new Cases.Step(place.getId(), engine.name(to, place.getId())))
                                .toList()))
                .toList();
    }

    @Override
    public void ensurePossible(Actor by, Plan plan) {
        modeller(by);
        plan(plan);
    }

    private void ensureAlike(String from, String to) {
        var was = version(from);
        var is = version(to);
        if (from.equals(to)) throw Refusal.invalid("move.same");
        if (!was.getKey().equals(is.getKey())) throw Refusal.invalid("move.other-process");
        String content = models.processProperties(from).get("content");
        if (!Objects.equals(content, models.processProperties(to).get("content"))) throw Refusal.invalid("move.content");
    }

    private MigrationPlan plan(Plan wanted) {
        ensureAlike(wanted.from(), wanted.to());
        var lost = engine.lost(wanted.from(), wanted.to());
        wanted.steps().forEach((step, place) -> {
            boolean offered = lost.entrySet().stream()
                    .anyMatch(e -> e.getKey().getId().equals(step)
                            && e.getValue().stream().anyMatch(p -> p.getId().equals(place)));
            if (!offered)
                throw Refusal.invalid("move.no-such-place", engine.name(wanted.from(), step), engine.name(wanted.to(), place));
        });
        return engine.plan(wanted);
    }

    @Override
    public List<CaseFacts> running(Actor by, String definitionId, @Nullable String after, int size) {
        modeller(by);
        return files.running(definitionId, after, size).stream()
                .map(CaseFiles.CaseFile::facts)
                .toList();
    }

    @Override
    public Moved rehearse(Actor by, Plan plan, String caseId) {
        modeller(by);
        var ready = plan(plan);
        return attempts.rehearse(() -> {
            var file = lock(plan, caseId);
            var before = places.of(caseId);
            change(by, ready, file, "", null);
            return new Moved(before, places.of(caseId));
        });
    }

    @Override
    public Moved move(Actor by, Plan plan, String caseId, String reason, Consumer<Moved> kept) {
        modeller(by);
        if (reason.isBlank()) throw Refusal.invalid("move.reason");
        var ready = plan(plan);
        return attempts.attempt(() -> {
            var file = lock(plan, caseId);
            var before = places.of(caseId);
            var entered = change(by, ready, file, reason, versions(plan));
            var moved = new Moved(before, places.of(caseId));
            kept.accept(moved);
            // Last, for the record makes all others wait.
            entries.publish(entered, file.facts());
            return moved;
        });
    }

    private String versions(Plan plan) {
        return "v" + version(plan.from()).getVersion() + " → v" + version(plan.to()).getVersion();
    }

    private CaseFiles.CaseFile lock(Plan plan, String caseId) {
        files.lock(files.find(caseId).orElseThrow(Refusal::forbidden).rootId());
        var file = files.find(caseId).orElseThrow(Refusal::forbidden);
        if (file.ended()) throw Refusal.invalid("move.ended");
        if (!file.definitionId().equals(plan.from())) throw Refusal.invalid("move.elsewhere");
        return file;
    }

    /** What was entered, in its order: the move, then the steps that it made the system skip. */
    private List<Acts.Done> change(
            Actor by, MigrationPlan plan, CaseFiles.CaseFile file, String reason, @Nullable String versions) {
        String caseId = file.caseId();
        var now = clock.now();
        var from = redressing.standing(caseId);
        touched.deed(new Touched.Deed(Verb.MIGRATE, by.id(), null, now, null, null));
        engine.migrate(plan, caseId);
        files.follows(caseId, plan.getTargetProcessDefinitionId());
        touched.flush();
        boolean anew = redressing.redress(plan, caseId, now);
        touched.flush();
        return entries.enter(file, from, by, Verb.MIGRATE, now, reason, versions, anew);
    }
}
