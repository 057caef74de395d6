package org.jixiao.workflow;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ProcessService implements Processes {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final CaseFiles files;
    private final Acts acts;
    private final Ledger ledger;
    private final Touched touched;
    private final ProductClock clock;
    private final JdbcClient jdbc;
    private final CaseSteps steps;
    private final Posts posts;
    private final Attempts attempts;

    ProcessService(
            RuntimeService runtime,
            ManagementService management,
            CaseFiles files,
            Acts acts,
            Ledger ledger,
            Touched touched,
            ProductClock clock,
            JdbcClient jdbc,
            CaseSteps steps,
            Posts posts,
            Attempts attempts) {
        this.runtime = runtime;
        this.management = management;
        this.files = files;
        this.acts = acts;
        this.ledger = ledger;
        this.touched = touched;
        this.clock = clock;
        this.jdbc = jdbc;
        this.steps = steps;
        this.posts = posts;
        this.attempts = attempts;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public void underLock(String rootId, Runnable work) {
        attempts.attempt(() -> {
            files.lock(rootId);
            work.run();
            return rootId;
        });
    }

    @Override
    public String start(
            String process, String unit, int year, @Nullable String section, @Nullable String period, Actor by) {
        return start(runtime.createProcessInstanceByKey(process), unit, year, section, period, Map.of(), by, Verb.OPEN);
    }

    /** Of this very version, with more variables than the facts; in the caller's transaction. */
    Deployments.Started start(
            ProcessDefinition version,
            String unit,
            int year,
            @Nullable String section,
            @Nullable String period,
            Map<String, Object> variables,
            Actor by) {
        var start = runtime.createProcessInstanceById(version.getId());
        String caseId = start(start, unit, year, section, period, variables, by, Verb.OPEN);
        return new Deployments.Started(caseId, version.getId(), key(unit, year, section, period));
    }

    /** The same by the person's own will: the case is among what they started. */
    String startOwn(ProcessDefinition version, String unit, int year, @Nullable String section, Actor by) {
        var start = runtime.createProcessInstanceById(version.getId());
        String caseId = start(start, unit, year, section, null, Map.of(), by, Verb.START);
        steps.ofCase(caseId).forEach(step -> touched.task(step.taskId()));
        touched.flush();
        return caseId;
    }

    private String start(
            ProcessInstantiationBuilder start,
            String unit,
            int year,
            @Nullable String section,
            @Nullable String period,
            Map<String, Object> more,
            Actor by,
            Verb how) {
        VariableMap variables = Variables.fromMap(more).putValue("unit", unit).putValue("year", year);
        if (section != null) variables.putValue("section", section);
        if (period != null) variables.putValue("period", period);
        String caseId = start.businessKey(key(unit, year, section, period))
                .setVariables(variables)
                .execute()
                .getId();
        touched.flush();
        note(caseId, how, by, null);
        return caseId;
    }

    private static String key(String unit, int year, @Nullable String section, @Nullable String period) {
        return unit + "/" + year + (section == null ? "" : "/" + section) + (period == null ? "" : "/" + period);
    }

    @Override
    public int tell(String rootId, String message, Actor by, @Nullable String why) {
        files.lock(rootId);
        List<String> waiting = jdbc.sql(
                        """
                        select s.execution_id_ from act_ru_event_subscr s
                        join case_file f on f.case_id = s.proc_inst_id_
                        where f.root_id = ? and s.event_type_ = 'message' and s.event_name_ = ?
                        order by s.created_, s.id_""")
                .params(rootId, message)
                .query(String.class)
                .list();
        for (String execution : waiting) runtime.messageEventReceived(message, execution);
        touched.flush();
        note(rootId, Verb.OPEN, by, why == null ? message : message + ": " + why);
        return waiting.size();
    }

    @Override
    public void note(String caseId, Verb verb, Actor by, @Nullable String what) {
        var file = files.find(caseId).orElseThrow();
        ledger.publish(ledger.note(file, null, by, verb, clock.now(), what), file.facts());
    }

    @Override
    public void askAgain(String rootId, Map<String, String> waitToGateway) {
        files.lock(rootId);
        var waits = new ArrayList<ActivityInstance>();
        find(runtime.getActivityInstance(rootId), waitToGateway.keySet(), waits);
        if (waits.isEmpty()) return;
        var modification = runtime.createProcessInstanceModification(rootId);
        for (ActivityInstance wait : waits) {
            modification.startBeforeActivity(
                    Objects.requireNonNull(waitToGateway.get(wait.getActivityId())),
                    wait.getParentActivityInstanceId());
        }
        for (ActivityInstance wait : waits) modification.cancelActivityInstance(wait.getId());
        modification.execute();
        touched.flush();
    }

    private static void find(ActivityInstance in, Set<String> activities, List<ActivityInstance> found) {
        if (activities.contains(in.getActivityId())) found.add(in);
        for (ActivityInstance child : in.getChildActivityInstances()) find(child, activities, found);
    }

    @Override
    public void setTimers(String rootId, String activity, Date due) {
        files.lock(rootId);
        jdbc.sql(
                        """
                        select j.id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                        join case_file f on f.case_id = j.process_instance_id_
                        where f.root_id = ? and d.act_id_ = ? and j.type_ = 'timer'""")
                .params(rootId, activity)
                .query(String.class)
                .list()
                .forEach(job -> management.setJobDuedate(job, due));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean covered(String caseId, Set<PostKind> required, Map<String, String> rowHashes) {
        var approvals = new Approvals(acts.ofCase(caseId));
        PostKind now = approvingNow(caseId);
        return required.stream().allMatch(kind -> kind == now || approvals.stand(kind, rowHashes));
    }

    /** Whose approval of the content as it stands is under way: it is entered only after the engine has moved. */
    private @Nullable PostKind approvingNow(String caseId) {
        var deed = touched.marks().deed;
        if (deed == null || deed.taskId() == null) return null;
        if (deed.verb() != Verb.APPROVE && deed.verb() != Verb.ACCEPT) return null;
        return steps.find(deed.taskId())
                .filter(step -> step.caseId().equals(caseId) && step.nominalPost() != null)
                .flatMap(step -> posts.post(step.nominalPost()))
                .map(Post::kind)
                .orElse(null);
    }
}
