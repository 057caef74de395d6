package org.jixiao.workflow;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** What the live version of each process is called, read once and again after a deployment. */
@Component
class LiveNames {

    private final RepositoryService repository;
    private final Models models;
    private final Map<String, Optional<Cases.Named>> names = new ConcurrentHashMap<>();

    LiveNames(RepositoryService repository, Models models) {
        this.repository = repository;
        this.models = models;
    }

    Optional<Cases.Named> of(String process) {
        return names.computeIfAbsent(process, this::read);
    }

    void forget() {
        names.clear();
    }

    private Optional<Cases.Named> read(String process) {
        var live = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
        if (live == null) return Optional.empty();
        String name = live.getName() == null ? process : live.getName();
        return Optional.of(new Cases.Named(name, models.processProperties(live.getId()).getOrDefault("name.en", name)));
    }
}
