package org.jixiao.workflow;

import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/** The latest versions in use, by what their start event says. */
@Component
class LiveStarts {

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final Models models;

    LiveStarts(RepositoryService repository, ProcessEngineConfigurationImpl engine, Models models) {
        this.repository = repository;
        this.engine = engine;
        this.models = models;
    }

    /** @param said the property's value */
    record Live(ProcessDefinition version, String said, String name, String nameEn) {}

    /** Those whose start event has the property, by key. As one command, so that the engine reads them once. */
    List<Live> with(String property) {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> repository.createProcessDefinitionQuery()
                        .latestVersion()
                        .active()
                        .orderByProcessDefinitionKey()
                        .asc()
                        .list()
                        .stream()
                        .map(version -> live(version, property))
                        .filter(one -> !one.said().isEmpty())
                        .toList());
    }

    private Live live(ProcessDefinition version, String property) {
        String id = version.getId();
        String name = models.processName(id);
        String nameEn = models.processProperties(id).getOrDefault("name.en", name);
        return new Live(version, models.startProperties(id).getOrDefault(property, ""), name, nameEn);
    }
}
