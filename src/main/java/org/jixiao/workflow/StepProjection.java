package org.jixiao.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.base.ProductClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings {@code case_step} and everybody who watches up to the engine's state, from the ids a transaction touched. A
 * task's truth is the engine's row: there, the step is open; gone, it is over.
 */
@Component
class StepProjection {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final CaseSteps steps;
    private final CaseFiles files;
    private final Models models;
    private final Deadlines overdue;
    private final ProductClock clock;
    private final ObjectProvider<StepWatcher> watchers;

    StepProjection(
            JdbcClient jdbc,
            JdbcTemplate batch,
            CaseSteps steps,
            CaseFiles files,
            Models models,
            Deadlines overdue,
            ProductClock clock,
            ObjectProvider<StepWatcher> watchers) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.steps = steps;
        this.files = files;
        this.models = models;
        this.overdue = overdue;
        this.clock = clock;
        this.watchers = watchers;
    }

    private record EngineTask(
            String id,
            String caseId,
            String definitionId,
            String activity,
            Instant created,
            @Nullable Instant due,
            @Nullable UUID assignee) {}

    void project(Touched.Marks marks) {
        if (!marks.flows.isEmpty()) {
            List<Object[]> flows = marks.flows.stream()
                    .map(f -> new Object[] {f.caseId(), f.flow()})
                    .toList();
            marks.flows.clear();
            batch.batchUpdate("insert into case_flow (case_id, flow) values (?, ?)", flows);
        }
        while (!marks.tasks.isEmpty()) {
            Set<String> ids = new HashSet<>(marks.tasks);
            marks.tasks.clear();
            project(ids, marks.deed);
            watchers.forEach(w -> w.changed(ids));
        }
    }

    private void project(Set<String> ids, Touched.@Nullable Deed deed) {
        Map<String, EngineTask> alive = new HashMap<>();
        Map<String, UUID> posts = new HashMap<>();
        jdbc.sql(
                        """
                        select t.id_, t.proc_inst_id_, t.proc_def_id_, t.task_def_key_, t.create_time_, t.due_date_,
                            t.assignee_, l.group_id_
                        from act_ru_task t
                        left join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
                        where t.id_ = any(?)""")
                .param(ids.toArray(String[]::new))
                .query(r -> {
                    Timestamp due = r.getTimestamp("due_date_");
                    alive.put(
                            r.getString("id_"),
                            new EngineTask(
                                    r.getString("id_"),
                                    r.getString("proc_inst_id_"),
                                    r.getString("proc_def_id_"),
                                    r.getString("task_def_key_"),
                                    r.getTimestamp("create_time_").toInstant(),
                                    due == null ? null : due.toInstant(),
                                    r.getString("assignee_") == null ? null : id(r.getString("assignee_"))));
                    String group = r.getString("group_id_");
                    if (group != null) posts.put(r.getString("id_"), id(group));
                });
        Map<String, CaseSteps.CaseStep> known =
                steps.of(ids).stream().collect(Collectors.toMap(CaseSteps.CaseStep::taskId, s -> s));
        Instant now = clock.now();
        var begun = new ArrayList<EngineTask>();
        for (String id : ids) {
            EngineTask task = alive.get(id);
            CaseSteps.CaseStep step = known.get(id);
            if (task == null) {
                if (step != null && step.open()) end(step, deed, now);
            } else if (step == null) {
                begun.add(task);
            } else if (step.open()) {
                steps.change(id, posts.get(id), task.assignee(), task.due());
                if (!java.util.Objects.equals(task.due(), step.due())) overdue.watch(task.id(), task.due(), model(task));
            }
        }
        begun.sort(java.util.Comparator.comparing(EngineTask::created).thenComparing(EngineTask::id));
        for (EngineTask task : begun) begin(task, posts.get(task.id()), deed);
    }

    private void end(CaseSteps.CaseStep step, Touched.@Nullable Deed deed, Instant now) {
        if (deed != null && step.taskId().equals(deed.taskId())) {
            String state = deed.verb() == Verb.SKIP ? "SKIPPED" : "DONE";
            steps.end(step.taskId(), state, deed.at(), deed.actor(), deed.verb());
        } else {
            steps.end(
                    step.taskId(),
                    "CANCELLED",
                    now,
                    deed == null ? null : deed.actor(),
                    deed == null ? null : deed.verb());
        }
    }

    private void begin(EngineTask task, @Nullable UUID post, Touched.@Nullable Deed deed) {
        Models.StepModel model = model(task);
        var file = files.find(task.caseId()).orElseThrow();
        boolean fills = !"approve".equals(model.kind());
        RowScope scope = fills && deed != null && deed.scope() != null ? deed.scope() : RowScope.ALL;
        steps.begin(new CaseSteps.CaseStep(
                task.id(),
                0,
                task.caseId(),
                task.activity(),
                model.name(),
                model.nameEn(),
                model.kind(),
                model.formKey(),
                post,
                post,
                task.assignee(),
                file.round(),
                task.created(),
                task.due(),
                "OPEN",
                null,
                null,
                null,
                scope,
                fills && deed != null ? deed.returnedFrom() : null,
                0,
                null,
                null,
                null,
                null));
        overdue.watch(task.id(), task.due(), model);
    }

    private Models.StepModel model(EngineTask task) {
        return models.step(task.definitionId(), task.activity());
    }

    static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
