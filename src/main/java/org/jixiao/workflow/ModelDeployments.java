package org.jixiao.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jixiao.base.Finding;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Administered;
import org.jixiao.organisation.Administered.Change;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Role;
import org.jixiao.organisation.Unit;
import org.jixiao.workflow.gate.ModelGate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class ModelDeployments implements Deployments {

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployments.class);

    /** What is bound so is looked for in the deployment itself. */
    private static final Pattern TOGETHER = Pattern.compile("Binding\\s*=\\s*[\"']deployment[\"']");

    private final RepositoryService repository;
    private final ModelGate gate;
    private final JdbcClient jdbc;
    private final CaseSteps.Json json;
    private final ProductClock clock;
    private final TransactionTemplate transaction;
    private final ProcessService processes;
    private final Organisation organisation;
    private final Models models;
    private final LiveNames names;
    private final ApplicationEventPublisher events;

    ModelDeployments(
            RepositoryService repository,
            ModelGate gate,
            JdbcClient jdbc,
            CaseSteps.Json json,
            ProductClock clock,
            TransactionTemplate transaction,
            ProcessService processes,
            Organisation organisation,
            Models models,
            LiveNames names,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.gate = gate;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.transaction = transaction;
        this.processes = processes;
        this.organisation = organisation;
        this.models = models;
        this.names = names;
        this.events = events;
    }

    @Override
    public List<Finding> judge(Actor by, Map<String, byte[]> files) {
        modeller(by);
        return gate.judge(files);
    }

    private static void modeller(Actor by) {
        if (!by.is(Role.MODELLER)) throw Refusal.forbidden();
    }

    @Override
    public Deployed deploy(Actor by, Upload upload) {
        // what calls itself the product's own would be replaced by the product's next update
        boolean claims = upload.source().equals(ShippedModels.SOURCE);
        return take(by, claims ? new Upload(upload.name(), "", upload.repeated(), upload.files()) : upload);
    }

    /** Whatever source it names. */
    Deployed take(Actor by, Upload upload) {
        modeller(by);
        if (upload.files().isEmpty()) throw Refusal.malformed("model.none");
        List<Finding> findings = gate.judge(upload.files());
        if (findings.stream().anyMatch(Finding::blocks)) {
            record(by, upload, upload.files().keySet(), null, findings);
            var errors = findings.stream().filter(Finding::blocks).toList();
            String where = errors.stream().map(Finding::field).filter(file -> !"".equals(file)).distinct().collect(Collectors.joining("、"));
            throw Refusal.invalid("model.refused", findings, String.valueOf(errors.size()), where.isEmpty() ? "—" : where);
        }
        var deployed = Objects.requireNonNull(transaction.execute(t -> deploy(by, upload, findings)));
        names.forget();
        return deployed;
    }

    private Deployed deploy(Actor by, Upload upload, List<Finding> warnings) {
        var live = new LinkedHashMap<String, String>();
        var changed = new LinkedHashMap<String, byte[]>();
        upload.files().forEach((file, content) -> {
            Optional<String> same = upload.repeated() == Repeated.AGAIN ? Optional.empty() : liveAs(file, content);
            same.ifPresentOrElse(id -> live.put(file, id), () -> changed.put(file, content));
        });
        if (changed.isEmpty()) return deployed(live, Set.of(), warnings);
        var files = upload.repeated() == Repeated.ALL_OR_NONE || together(upload) ? upload.files() : changed;
        var deployment = repository.createDeployment().name(upload.name()).source(upload.source());
        files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        String id = deployment.deploy().getId();
        record(by, upload, files.keySet(), id, warnings);
        events.publishEvent(new Administered(by, Change.MODEL_DEPLOYED, String.join("、", files.keySet()) + "：" + upload.name(), clock.now()));
        files.keySet().forEach(file -> live.put(file, id));
        live.values().removeIf(other -> !other.equals(id));
        return deployed(live, files.keySet(), warnings);
    }

    private static boolean together(Upload upload) {
        return upload.files().values().stream().anyMatch(file -> TOGETHER.matcher(new String(file, StandardCharsets.UTF_8)).find());
    }

    /** The deployment in which exactly this file is what is live of all that it defines; the engine has no query for forms. */
    private Optional<String> liveAs(String file, byte[] content) {
        var deployments = new LinkedHashSet<String>();
        repository.createProcessDefinitionQuery().processDefinitionResourceName(file).latestVersion().list()
                .forEach(d -> deployments.add(d.getDeploymentId()));
        repository.createDecisionDefinitionQuery().decisionDefinitionResourceName(file).latestVersion().list()
                .forEach(d -> deployments.add(d.getDeploymentId()));
        jdbc.sql("select deployment_id_ from act_re_camformdef where resource_name_ = ? order by version_ desc limit 1")
                .param(file)
                .query(String.class)
                .optional()
                .ifPresent(deployments::add);
        boolean same = deployments.stream().allMatch(id -> Arrays.equals(content, resource(id, file)));
        return same ? deployments.stream().findFirst() : Optional.empty();
    }

    private byte[] resource(String deployment, String file) {
        try (InputStream in = repository.getResourceAsStream(deployment, file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param live the deployment of each file; the first gives its name */
    private Deployed deployed(Map<String, String> live, Set<String> files, List<Finding> warnings) {
        String id = live.values().iterator().next();
        Deployment first = repository.createDeploymentQuery().deploymentId(id).singleResult();
        var definitions = new ArrayList<Definition>();
        for (String one : new LinkedHashSet<>(live.values())) {
            repository.createProcessDefinitionQuery().deploymentId(one).list().forEach(d ->
                    definitions.add(definition(Definition.Kind.PROCESS, d, d.getVersionTag())));
            repository.createDecisionDefinitionQuery().deploymentId(one).list().forEach(d ->
                    definitions.add(definition(Definition.Kind.DECISION, d, d.getVersionTag())));
        }
        definitions.removeIf(d -> !d.deployment().equals(live.get(d.resource())));
        return new Deployed(
                first.getId(), first.getName(), first.getSource(), first.getDeploymentTime().toInstant(), Set.copyOf(files), definitions, warnings);
    }

    private static Definition definition(Definition.Kind kind, ResourceDefinition d, @Nullable String tag) {
        return new Definition(
                kind, d.getId(), d.getKey(), d.getName(), d.getVersion(), d.getResourceName(), tag, d.getCategory(), d.getDeploymentId());
    }

    private void record(
            Actor by, Upload upload, Collection<String> files, @Nullable String deployment, List<Finding> findings) {
        jdbc.sql(
                        """
                        insert into model_upload (id, at, person, person_name, source, name, files, deployment, findings)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(
                        Ids.next(),
                        CaseFiles.utc(clock.now()),
                        by.id(),
                        by.name(),
                        upload.source(),
                        upload.name(),
                        files.toArray(String[]::new),
                        deployment,
                        json.write(findings))
                .update();
    }

    @Override
    public Started start(Actor by, String definitionId, Facts facts, Map<String, Object> variables) {
        modeller(by);
        var definition = repository.createProcessDefinitionQuery().processDefinitionId(definitionId).singleResult();
        if (definition == null) throw Refusal.invalid("model.noVersion", definitionId);
        if (definition.isSuspended()) throw Refusal.invalid("model.outOfUse", models.processName(definitionId));
        String content = models.processProperties(definitionId).get("content");
        if (content != null) throw Refusal.invalid("model.startedByYear", models.processName(definitionId));
        String unit = unit(facts.unit());
        int year = facts.year() == null ? clock.today().getYear() : facts.year();
        if (facts.section() != null && organisation.section(unit, facts.section()).isEmpty())
            throw Refusal.invalid("model.noSection", facts.section(), unit);
        try {
            return Objects.requireNonNull(transaction.execute(t ->
                    processes.start(definition, unit, year, facts.section(), facts.period(), variables, by)));
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) {
            LOG.warn("{} did not start for {}", definitionId, by.name(), e);
            throw JobTrouble.of(e, models.processName(definitionId));
        }
    }

    private String unit(@Nullable String given) {
        var units = organisation.units();
        if (given == null && units.size() == 1) return units.get(0).code();
        return units.stream()
                .map(Unit::code)
                .filter(code -> code.equals(given))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("model.noUnit", given == null ? "—" : given));
    }
}
