package org.jixiao.workflow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

@Service
class StuckService implements StuckCases {

    private static final int TRIES = 3;
    private static final int REASON = 500;
    private static final int TRACE = 20_000;

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final EngineMigrations names;
    private final Models models;
    private final CaseFiles files;
    private final Ledger ledger;
    private final Attempts attempts;
    private final ProductClock clock;

    StuckService(
            JdbcClient jdbc,
            ManagementService management,
            EngineMigrations names,
            Models models,
            CaseFiles files,
            Ledger ledger,
            Attempts attempts,
            ProductClock clock) {
        this.jdbc = jdbc;
        this.management = management;
        this.names = names;
        this.models = models;
        this.files = files;
        this.ledger = ledger;
        this.attempts = attempts;
        this.clock = clock;
    }

    private static void administrator(Actor by) {
        if (!by.is(Role.MODELLER) && !by.is(Role.SYSADMIN)) throw Refusal.forbidden();
    }

    @Override
    public List<Stuck> page(Actor by, int from, int size) {
        administrator(by);
        return jdbc.sql(
                        """
                        select j.id_, j.process_def_id_, j.retries_, j.exception_msg_, x.bytes_ as trace,
                            coalesce(j.failed_act_id_, d.act_id_) as at,
                            coalesce(i.incident_timestamp_, l.timestamp_, j.create_time_) as since,
                            f.case_id, f.root_id, f.process, f.unit, f.year, f.section, f.period, f.round
                        from act_ru_job j join case_file f on f.case_id = j.process_instance_id_
                        left join act_ru_jobdef d on d.id_ = j.job_def_id_
                        left join act_ru_incident i on i.configuration_ = j.id_ and i.incident_type_ = 'failedJob'
                        left join act_hi_job_log l on l.id_ = j.last_failure_log_id_
                        left join act_ge_bytearray x on x.id_ = j.exception_stack_id_
                        where j.retries_ = 0 or j.exception_msg_ is not null or j.exception_stack_id_ is not null
                        order by j.retries_ > 0, since, j.id_ offset ? limit ?""")
                .params(from, size)
                .query((r, n) -> {
                    byte[] bytes = r.getBytes("trace");
                    String trace = bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
                    String message = r.getString("exception_msg_");
                    String definition = r.getString("process_def_id_");
                    String step = names.name(definition, r.getString("at"));
                    return new Stuck(
                            r.getString("id_"),
                            new CaseFacts(
                                    r.getString("case_id"),
                                    r.getString("root_id"),
                                    r.getString("process"),
                                    r.getString("unit") == null ? "" : r.getString("unit"),
                                    r.getInt("year"),
                                    r.getString("section"),
                                    r.getString("period"),
                                    r.getInt("round")),
                            models.processName(definition),
                            step,
                            names.nameEn(definition, r.getString("at")),
                            r.getTimestamp("since").toInstant(),
                            r.getInt("retries_"),
                            JobTrouble.of(step, message, trace),
                            trace == null ? message : trace.substring(0, Math.min(TRACE, trace.length())));
                })
                .list();
    }

    @Override
    public void retry(Actor by, String jobId, String reason) {
        administrator(by);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON) throw Refusal.invalid("intervene.reason");
        attempts.attempt(() -> {
            var job = management.createJobQuery().jobId(jobId).singleResult();
            if (job == null || job.getProcessInstanceId() == null) throw Refusal.invalid("stuck.gone");
            var file = files.find(job.getProcessInstanceId()).orElseThrow(Refusal::forbidden);
            management.setJobRetries(jobId, TRIES);
            ledger.publish(ledger.note(file, null, by, Verb.RETRY, clock.now(), why), file.facts());
            return jobId;
        });
    }
}
