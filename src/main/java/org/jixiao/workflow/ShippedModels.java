package org.jixiao.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models of {@code bpmn/} at each start, those that changed alone. Where the live version of a process is
 * an administrator's, it stays.
 */
@Component
@Order(ShippedModels.ORDER)
class ShippedModels implements ApplicationRunner {

    /** Before any data that starts a case. */
    static final int ORDER = 10;

    static final String SOURCE = "shipped";

    private final RepositoryService repository;

    ShippedModels(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var deployment = repository
                .createDeployment()
                .name(SOURCE)
                .source(SOURCE)
                .enableDuplicateFiltering(true);
        boolean any = false;
        for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/*.bpmn")) {
            String file = Objects.requireNonNull(model.getFilename());
            if (!ours(file.substring(0, file.length() - ".bpmn".length()))) continue;
            try (InputStream in = model.getInputStream()) {
                deployment.addInputStream(file, in);
            }
            any = true;
        }
        if (any) deployment.deploy();
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
