package org.jixiao.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.jixiao.base.Finding;
import org.jixiao.base.Messages;
import org.jixiao.workflow.gate.ModelGate;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models of {@code bpmn/} at each start, those that changed alone. Where the live version of a process is
 * an administrator's, it stays, and what is new is offered to them.
 */
@Component
@Order(ShippedModels.ORDER)
class ShippedModels implements ApplicationRunner {

    /** Before any data that starts a case. */
    static final int ORDER = 10;

    static final String SOURCE = "shipped";

    private final RepositoryService repository;
    private final ModelGate gate;
    private final Messages messages;
    private final Candidates candidates;

    ShippedModels(RepositoryService repository, ModelGate gate, Messages messages, Candidates candidates) {
        this.repository = repository;
        this.gate = gate;
        this.messages = messages;
        this.candidates = candidates;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var deployment = repository
                .createDeployment()
                .name(SOURCE)
                .source(SOURCE)
                .enableDuplicateFiltering(true);
        var models = new TreeMap<String, byte[]>();
        for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn")) {
            String file = Objects.requireNonNull(model.getFilename());
            place(file.substring(0, file.length() - ".bpmn".length()), file, model.getContentAsByteArray(), models);
        }
        pass(models);
        models.forEach((file, content) -> deployment.addInputStream(file, new ByteArrayInputStream(content)));
        if (!models.isEmpty()) deployment.deploy();
    }

    private void place(String process, String file, byte[] content, Map<String, byte[]> models) {
        if (ours(process)) {
            candidates.withdraw(process);
            models.put(file, content);
        } else candidates.offer(process, file, content);
    }

    /** The gate that uploads pass. */
    private void pass(Map<String, byte[]> models) {
        List<String> refused = gate.judge(models).stream()
                .filter(Finding::blocks)
                .map(f -> f.field() + " " + f.row() + " " + messages.finding(Messages.CHINESE, f))
                .toList();
        if (!refused.isEmpty()) throw new IllegalStateException("Shipped models do not pass the gate: " + refused);
    }

    /** Also when there is no live version yet. */
    private boolean ours(String process) {
        var live = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        return live == null
                || SOURCE.equals(repository
                        .createDeploymentQuery()
                        .deploymentId(live.getDeploymentId())
                        .singleResult()
                        .getSource());
    }
}
