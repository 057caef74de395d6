package org.jixiao.workflow;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jixiao.base.Refusal;
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
        var failed = new LinkedHashMap<String, Failed>();
        for (var one : starts.with("begins")) {
            var live = one.version();
            var whose = one.said().equals("unit") ? List.of(UNIT) : sections;
            try {
                cases += Objects.requireNonNull(transaction.execute(t -> begin(live, unit, year, whose, by)));
            } catch (RuntimeException e) {
                LOG.warn("{} did not begin with the year {} of {}", live.getKey(), year, unit, e);
                failed.put(live.getKey(), new Failed(one.name(), one.nameEn(), JobTrouble.of(e, one.name())));
            }
        }
        transaction.executeWithoutResult(t -> keep(unit, year, failed));
        return new Begun(cases, List.copyOf(failed.values()));
    }

    private void keep(String unit, int year, Map<String, Failed> failed) {
        jdbc.sql("delete from not_begun_with_year where unit = ? and year = ?").params(unit, year).update();
        failed.forEach((process, one) -> jdbc.sql(
                        """
                        insert into not_begun_with_year (process, unit, year, name, name_en, code, args)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        process, unit, year, one.process(), one.processEn(), one.why().code(),
                        one.why().args().stream().map(String::valueOf).toArray(String[]::new))
                .update());
    }

    @Override
    public List<Failed> notBegun(String unit, int year) {
        return jdbc.sql("select * from not_begun_with_year where unit = ? and year = ? order by process")
                .params(unit, year)
                .query((r, i) -> new Failed(
                        r.getString("name"),
                        r.getString("name_en"),
                        Refusal.invalid(r.getString("code"), (Object[]) r.getArray("args").getArray())))
                .list();
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
