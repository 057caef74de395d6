package org.jixiao.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Administered;
import org.jixiao.organisation.Administered.Change;
import org.jixiao.organisation.Role;
import org.jixiao.workflow.Deployments.Repeated;
import org.jixiao.workflow.Deployments.Upload;
import org.jixiao.workflow.gate.LiveModels;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ModelUpkeep implements Upkeep {

    private final RepositoryService repository;
    private final ManagementService management;
    private final ModelDeployments deployments;
    private final VersionReading versions;
    private final Models models;
    private final LiveModels live;
    private final JdbcClient jdbc;
    private final ProductClock clock;
    private final ApplicationEventPublisher events;
    private final Candidates candidates;

    ModelUpkeep(
            RepositoryService repository,
            ManagementService management,
            ModelDeployments deployments,
            VersionReading versions,
            Models models,
            LiveModels live,
            JdbcClient jdbc,
            ProductClock clock,
            ApplicationEventPublisher events,
            Candidates candidates) {
        this.repository = repository;
        this.management = management;
        this.deployments = deployments;
        this.versions = versions;
        this.models = models;
        this.live = live;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.candidates = candidates;
    }

    private static String reason(Actor by, String why) {
        if (!by.is(Role.MODELLER)) throw Refusal.forbidden();
        if (why.isBlank()) throw Refusal.malformed("model.why");
        return why.strip();
    }

    @Override
    @Transactional
    public void takeOutOfUse(Actor by, String process, String why) {
        String reason = reason(by, why);
        var latest = latest(process);
        String name = models.processName(latest.getId());
        if (latest.isSuspended()) throw Refusal.stale("model.outAlready", name);
        if (neededByYear(latest)) throw Refusal.invalid("model.neededByYear", name);
        String callers = callers(by, process).stream().map(Cases.Named::name).collect(Collectors.joining("、"));
        if (!callers.isEmpty()) throw Refusal.invalid("model.called", name, callers);
        repository.suspendProcessDefinitionByKey(process);
        // the engine would hold back every timer and message of running cases from now on
        management.activateJobDefinitionByProcessDefinitionKey(process);
        record(by, process, name, false, reason);
    }

    @Override
    @Transactional
    public void putInUse(Actor by, String process, String why) {
        String reason = reason(by, why);
        var latest = latest(process);
        String name = models.processName(latest.getId());
        if (!latest.isSuspended()) throw Refusal.stale("model.inAlready", name);
        repository.activateProcessDefinitionByKey(process);
        record(by, process, name, true, reason);
    }

    private org.camunda.bpm.engine.repository.ProcessDefinition latest(String process) {
        return Optional.ofNullable(repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult())
                .orElseThrow(Refusal::forbidden);
    }

    @Override
    public List<Cases.Named> callers(Actor reader, String process) {
        if (!reader.is(Role.MODELLER)) throw Refusal.forbidden();
        return jdbc.sql(
                        """
                        select d.id_ from act_re_procdef d
                        where (d.suspension_state_ = 1 and d.version_ = (select max(version_) from act_re_procdef x where x.key_ = d.key_))
                            or exists (select from act_ru_execution e where e.proc_def_id_ = d.id_)
                        order by d.key_, d.version_""")
                .query(String.class)
                .list()
                .stream()
                .filter(definition -> live.calls(definition).contains(process))
                .map(this::named)
                .distinct()
                .toList();
    }

    private Cases.Named named(String definition) {
        String name = models.processName(definition);
        return new Cases.Named(name, models.processProperties(definition).getOrDefault("name.en", name));
    }

    private void record(Actor by, String process, String name, boolean inUse, String why) {
        jdbc.sql("insert into model_use (id, process, at, in_use, person, person_name, why) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Ids.next(), process, CaseFiles.utc(clock.now()), inUse, by.id(), by.name(), why)
                .update();
        events.publishEvent(new Administered(by, inUse ? Change.MODEL_IN_USE : Change.MODEL_OUT_OF_USE, name + "：" + why, clock.now()));
    }

    @Override
    public boolean neededByYear(Actor reader, String process) {
        if (!reader.is(Role.MODELLER)) throw Refusal.forbidden();
        return neededByYear(latest(process));
    }

    private boolean neededByYear(org.camunda.bpm.engine.repository.ProcessDefinition latest) {
        return models.processProperties(latest.getId()).containsKey("content");
    }

    @Override
    public boolean inUse(Actor reader, String process) {
        if (!reader.is(Role.MODELLER)) throw Refusal.forbidden();
        return !latest(process).isSuspended();
    }

    @Override
    public Optional<Use> use(Actor reader, String process) {
        if (!reader.is(Role.MODELLER)) throw Refusal.forbidden();
        return jdbc.sql("select in_use, person_name, at, why from model_use where process = ? order by at desc limit 1")
                .param(process)
                .query((r, i) -> new Use(
                        r.getBoolean(1), r.getString(2), r.getObject(3, java.time.OffsetDateTime.class).toInstant(), r.getString(4)))
                .optional();
    }

    @Override
    public Deployments.Deployed revive(Actor by, String process, int version, String why) {
        String reason = reason(by, why);
        String drawn = versions.resource(process, version);
        var files = new LinkedHashMap<String, byte[]>();
        versions.files(process, version).forEach((file, content) -> {
            if (file.equals(drawn) || !file.endsWith(".bpmn")) files.put(file, content);
        });
        return deployments.deploy(by, new Upload(reason, "revived", Repeated.AGAIN, files));
    }

    @Override
    public List<Candidate> candidates(Actor reader) {
        if (!reader.is(Role.MODELLER)) throw Refusal.forbidden();
        return candidates.all();
    }

    @Override
    public Deployments.Deployed adopt(Actor by, String process, String why) {
        String reason = reason(by, why);
        var candidate = candidates.of(process).orElseThrow(() -> Refusal.stale("model.candidateGone"));
        var upload = new Upload(reason, ShippedModels.SOURCE, Repeated.AGAIN, Map.of(candidate.file(), candidate.content()));
        var deployed = deployments.take(by, upload);
        candidates.decide(by, process, true);
        return deployed;
    }

    @Override
    @Transactional
    public void decline(Actor by, String process, String why) {
        String reason = reason(by, why);
        if (!candidates.decide(by, process, false)) throw Refusal.stale("model.candidateGone");
        events.publishEvent(new Administered(by, Change.MODEL_UPDATE_DECLINED, models.processName(latest(process).getId()) + "：" + reason, clock.now()));
    }
}
