package org.jixiao.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jixiao.organisation.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class DrawnYearStarts implements YearStarts {

    private static final Logger LOG = LoggerFactory.getLogger(DrawnYearStarts.class);

    /** Stands for the section where the whole unit has one case. */
    private static final String UNIT = "";

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;
    private final Models models;
    private final ProcessService processes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DrawnYearStarts(
            RepositoryService repository,
            ProcessEngineConfigurationImpl engine,
            Models models,
            ProcessService processes,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.engine = engine;
        this.models = models;
        this.processes = processes;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public Begun begin(String unit, int year, List<String> sections, Actor by) {
        int cases = 0;
        var failed = new ArrayList<Failed>();
        for (Live one : live()) {
            var live = one.version();
            var whose = one.begins().equals("unit") ? List.of(UNIT) : sections;
            try {
                cases += Objects.requireNonNull(transaction.execute(t -> begin(live, unit, year, whose, by)));
            } catch (RuntimeException e) {
                LOG.warn("{} did not begin with the year {} of {}", live.getKey(), year, unit, e);
                String name = models.processName(live.getId());
                String nameEn = models.processProperties(live.getId()).getOrDefault("name.en", name);
                failed.add(new Failed(name, nameEn, JobTrouble.of(name, e.getMessage(), causes(e))));
            }
        }
        return new Begun(cases, failed);
    }

    private record Live(ProcessDefinition version, String begins) {}

    /** The latest versions in use that begin with a year. As one command, so that the engine reads them once. */
    private List<Live> live() {
        return engine.getCommandExecutorTxRequired()
                .execute(command -> repository.createProcessDefinitionQuery()
                        .latestVersion()
                        .active()
                        .orderByProcessDefinitionKey()
                        .asc()
                        .list()
                        .stream()
                        .map(version -> new Live(version, models.begins(version.getId())))
                        .filter(one -> !one.begins().isEmpty())
                        .toList());
    }

    private int begin(ProcessDefinition live, String unit, int year, List<String> whose, Actor by) {
        var anew = new HashSet<>(jdbc.sql(
                        """
                        insert into begun_with_year (process, unit, year, section)
                        select :process, :unit, :year, section from unnest(:whose) section
                        on conflict do nothing returning section""")
                .param("process", live.getKey())
                .param("unit", unit)
                .param("year", year)
                .param("whose", whose.toArray(String[]::new))
                .query(String.class)
                .list());
        for (String section : whose)
            if (anew.contains(section))
                processes.start(live, unit, year, section.equals(UNIT) ? null : section, null, Map.of(), by);
        return anew.size();
    }

    private static String causes(Throwable failure) {
        var said = new StringBuilder();
        for (Throwable one = failure; one != null; one = one.getCause()) said.append(one).append('\n');
        return said.toString();
    }
}
