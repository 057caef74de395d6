package org.jixiao.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jixiao.base.Finding;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Role;
import org.jixiao.organisation.Unit;
import org.jixiao.workflow.gate.ModelGate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class ModelDeployments implements Deployments {

    private final RepositoryService repository;
    private final ModelGate gate;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ProductClock clock;
    private final TransactionTemplate transaction;
    private final ProcessService processes;
    private final Organisation organisation;
    private final Models models;
    private final LiveNames names;

    ModelDeployments(
            RepositoryService repository,
            ModelGate gate,
            JdbcClient jdbc,
            ObjectMapper json,
            ProductClock clock,
            TransactionTemplate transaction,
            ProcessService processes,
            Organisation organisation,
            Models models,
            LiveNames names) {
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
        modeller(by);
        if (upload.files().isEmpty()) throw Refusal.malformed("model.none");
        List<Finding> findings = gate.judge(upload.files());
        if (findings.stream().anyMatch(Finding::blocks)) {
            record(by, upload, upload.files().keySet(), null, findings);
            throw Refusal.invalid("model.refused", findings, String.valueOf(findings.stream().filter(Finding::blocks).count()));
        }
        var deployed = Objects.requireNonNull(transaction.execute(t -> deploy(by, upload, findings)));
        names.forget();
        return deployed;
    }

    private Deployed deploy(Actor by, Upload upload, List<Finding> warnings) {
        var live = new LinkedHashMap<String, List<? extends ResourceDefinition>>();
        var changed = new LinkedHashMap<String, byte[]>();
        upload.files().forEach((file, content) -> {
            var definitions = unchanged(file, content);
            if (definitions.isEmpty() || upload.repeated() == Repeated.AGAIN) changed.put(file, content);
            else live.put(file, definitions);
        });
        if (changed.isEmpty()) return deployed(live.values().iterator().next().get(0).getDeploymentId(), upload.files().keySet(), warnings);
        var files = upload.repeated() == Repeated.ALL_OR_NONE ? upload.files() : changed;
        var deployment = repository.createDeployment().name(upload.name()).source(upload.source());
        files.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        String id = deployment.deploy().getId();
        record(by, upload, files.keySet(), id, warnings);
        return deployed(id, files.keySet(), warnings);
    }

    /** The live definitions of this file when they are exactly it; else none. */
    private List<? extends ResourceDefinition> unchanged(String file, byte[] content) {
        List<ResourceDefinition> live = new ArrayList<>(repository
                .createProcessDefinitionQuery()
                .processDefinitionResourceName(file)
                .latestVersion()
                .list());
        live.addAll(repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionResourceName(file)
                .latestVersion()
                .list());
        boolean same = live.stream().allMatch(d -> Arrays.equals(content, resource(d.getDeploymentId(), file)));
        return same ? live : List.of();
    }

    private byte[] resource(String deployment, String file) {
        try (InputStream in = repository.getResourceAsStream(deployment, file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Deployed deployed(String id, Collection<String> files, List<Finding> warnings) {
        Deployment deployment =
                repository.createDeploymentQuery().deploymentId(id).singleResult();
        var definitions = new ArrayList<Definition>();
        repository.createProcessDefinitionQuery().deploymentId(id).list().forEach(d ->
                definitions.add(definition(Definition.Kind.PROCESS, d, d.getVersionTag())));
        repository.createDecisionDefinitionQuery().deploymentId(id).list().forEach(d ->
                definitions.add(definition(Definition.Kind.DECISION, d, d.getVersionTag())));
        definitions.removeIf(d -> !files.contains(d.resource()));
        return new Deployed(
                id, deployment.getName(), deployment.getSource(), deployment.getDeploymentTime().toInstant(), definitions, warnings);
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
                        written(findings))
                .update();
    }

    private String written(List<Finding> findings) {
        try {
            return json.writeValueAsString(findings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Started start(Actor by, String definitionId, Facts facts, Map<String, Object> variables) {
        modeller(by);
        var definition = repository.createProcessDefinitionQuery().processDefinitionId(definitionId).singleResult();
        if (definition == null) throw Refusal.invalid("model.noVersion", definitionId);
        String content = models.processProperties(definitionId).get("content");
        if (content != null) throw Refusal.invalid("model.startedByYear", models.processName(definitionId));
        String unit = unit(facts.unit());
        int year = facts.year() == null ? clock.today().getYear() : facts.year();
        if (facts.section() != null && organisation.section(unit, facts.section()).isEmpty())
            throw Refusal.invalid("model.noSection", facts.section(), unit);
        return Objects.requireNonNull(transaction.execute(t ->
                processes.start(definition, unit, year, facts.section(), facts.period(), variables, by)));
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
