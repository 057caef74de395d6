package org.jixiao.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jixiao.workflow.Versions.Back;
import org.jixiao.workflow.Versions.Step;
import org.jixiao.workflow.Versions.Traffic;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the cases of a process stand, how long its steps take and where they are returned: two statements. */
@Component
class TrafficReading {

    private final JdbcClient jdbc;

    TrafficReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Traffic of(String process) {
        var steps = new HashMap<Integer, Map<String, Step>>();
        jdbc.sql(
                        """
                        with waiting as (
                            select proc_def_id_ as definition, act_id_ as activity, count(*) as waiting from act_hi_actinst
                            where proc_def_id_ in (select id_ from act_re_procdef where key_ = :process)
                                and end_time_ is null and act_type_ not in ('multiInstanceBody', 'subProcess', 'transaction')
                            group by 1, 2),
                        taken as (
                            select f.definition_id as definition, s.activity, count(*) as done,
                                percentile_cont(0.5) within group (order by extract(epoch from s.ended_at - s.arrived_at)) as median,
                                percentile_cont(0.9) within group (order by extract(epoch from s.ended_at - s.arrived_at)) as p90,
                                count(*) filter (where s.ended_verb = 'RETURN') as returned
                            from case_step s join case_file f using (case_id)
                            where f.process = :process and s.state = 'DONE'
                            group by 1, 2)
                        select d.version_, activity, waiting, done, median, p90, returned
                        from waiting full join taken using (definition, activity) join act_re_procdef d on d.id_ = definition""")
                .param("process", process)
                .query(r -> {
                    steps.computeIfAbsent(r.getInt("version_"), v -> new HashMap<>()).put(r.getString("activity"), step(r));
                });
        var backs = jdbc.sql(
                        """
                        select d.version_, a.step, a.to_step, count(*) as times from act a
                        join case_file f using (case_id) join act_re_procdef d on d.id_ = f.definition_id
                        where f.process = ? and a.verb = 'RETURN' and a.step is not null and a.to_step is not null
                        group by 1, 2, 3 order by 4 desc, 2, 3""")
                .param(process)
                .query((r, i) -> new Back(r.getInt("version_"), r.getString("step"), r.getString("to_step"), r.getLong("times")))
                .list();
        return new Traffic(steps, backs);
    }

    private static Step step(ResultSet r) throws SQLException {
        return new Step(r.getLong("waiting"), r.getLong("done"), time(r, "median"), time(r, "p90"), r.getLong("returned"));
    }

    private static @Nullable Duration time(ResultSet r, String column) throws SQLException {
        double seconds = r.getDouble(column);
        return r.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
    }
}
