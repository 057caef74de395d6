package org.jixiao.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final LiveStarts starts;
    private final ProcessService processes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DrawnYearStarts(
            LiveStarts starts,
            ProcessService processes,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.starts = starts;
        this.processes = processes;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public Begun begin(String unit, int year, List<String> sections, Actor by) {
        int cases = 0;
        var failed = new ArrayList<Failed>();
        for (var one : starts.with("begins")) {
            var live = one.version();
            var whose = one.said().equals("unit") ? List.of(UNIT) : sections;
            try {
                cases += Objects.requireNonNull(transaction.execute(t -> begin(live, unit, year, whose, by)));
            } catch (RuntimeException e) {
                LOG.warn("{} did not begin with the year {} of {}", live.getKey(), year, unit, e);
                failed.add(new Failed(one.name(), one.nameEn(), JobTrouble.of(e, one.name())));
            }
        }
        return new Begun(cases, failed);
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
}
