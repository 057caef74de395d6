package org.jixiao.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventBasedGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.IntermediateCatchEventActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ReceiveTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calls into the engine that take a case to another version. */
@Component
class EngineMigrations {

    private static final List<Class<?>> WAITS = List.of(
            UserTaskActivityBehavior.class,
            ReceiveTaskActivityBehavior.class,
            IntermediateCatchEventActivityBehavior.class,
            EventBasedGatewayActivityBehavior.class,
            CallableElementActivityBehavior.class);

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepositoryServiceImpl repository;

    EngineMigrations(RuntimeService runtime, TaskService tasks, RepositoryService repository) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.repository = (RepositoryServiceImpl) repository;
    }

    /** What a version says of a step. */
    record Said(Set<String> groups, @Nullable Date due, @Nullable String assignee) {}

    private ProcessDefinitionEntity definition(String id) {
        return (ProcessDefinitionEntity) repository.getDeployedProcessDefinition(id);
    }

    /** Equal ids, and the choices made for the others; refused where the engine cannot go that way. */
    MigrationPlan plan(CaseMoves.Plan wanted) {
        MigrationPlanBuilder plan =
                runtime.createMigrationPlan(wanted.from(), wanted.to()).mapEqualActivities();
        for (var step : wanted.steps().entrySet()) plan = plan.mapActivities(step.getKey(), step.getValue());
        try {
            return plan.build();
        } catch (MigrationPlanValidationException e) {
            var findings = new ArrayList<Finding>();
            for (var report : e.getValidationReport().getInstructionReports()) {
                MigrationInstruction step = report.getMigrationInstruction();
                for (String failure : report.getFailures()) {
                    findings.add(Finding.error(
                            "move.step",
                            null,
                            null,
                            name(wanted.from(), step.getSourceActivityId()),
                            name(wanted.to(), step.getTargetActivityId()),
                            failure));
                }
            }
            throw Refusal.invalid("move.plan", findings);
        }
    }

    String name(String definitionId, @Nullable String activity) {
        ActivityImpl found = activity == null ? null : definition(definitionId).findActivity(activity);
        return found == null || found.getName() == null ? String.valueOf(activity) : found.getName();
    }

    String nameEn(String definitionId, @Nullable String activity) {
        ActivityImpl found = activity == null ? null : definition(definitionId).findActivity(activity);
        String name = name(definitionId, activity);
        return found == null ? name : Models.properties(found.getProperty(Models.PROPERTIES)).getOrDefault("name.en", name);
    }

    /** Waiting places of the old version that equal ids do not cover, each with those of its sort in the new one. */
    Map<ActivityImpl, List<ActivityImpl>> lost(String from, String to) {
        Set<String> mapped = plan(new CaseMoves.Plan(from, to, Map.of())).getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
        List<ActivityImpl> places = waiting(definition(to));
        var lost = new LinkedHashMap<ActivityImpl, List<ActivityImpl>>();
        for (ActivityImpl step : waiting(definition(from))) {
            if (mapped.contains(step.getId())) continue;
            lost.put(step, places.stream().filter(place -> alike(step, place)).toList());
        }
        return lost;
    }

    private static List<ActivityImpl> waiting(ScopeImpl scope) {
        var found = new ArrayList<ActivityImpl>();
        for (ActivityImpl inner : scope.getActivities()) {
            if (WAITS.stream().anyMatch(wait -> wait.isInstance(inner.getActivityBehavior()))) found.add(inner);
            found.addAll(waiting(inner));
        }
        return found;
    }

    /** Of one sort; and what is filled in is never taken for what is decided. */
    private static boolean alike(ActivityImpl step, ActivityImpl place) {
        return step.getActivityBehavior().getClass() == place.getActivityBehavior().getClass()
                && (!(step.getActivityBehavior() instanceof UserTaskActivityBehavior)
                        || Models.step(step).kind().equals(Models.step(place).kind()));
    }

    void migrate(MigrationPlan plan, String caseId) {
        // Known before the engine is asked, which writes each refusal of its own into the log at full length.
        Set<String> mapped = plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
        for (String at : runtime.getActiveActivityIds(caseId)) {
            if (!mapped.contains(at))
                throw Refusal.invalid("move.no-place", name(plan.getSourceProcessDefinitionId(), at));
        }
        try {
            runtime.newMigration(plan).processInstanceIds(caseId).execute();
        } catch (MigratingProcessInstanceValidationException e) {
            var report = e.getValidationReport();
            var reasons = new LinkedHashSet<String>(report.getFailures());
            for (var at : report.getActivityInstanceReports()) {
                String step = name(plan.getSourceProcessDefinitionId(), at.getSourceScopeId());
                if (at.getMigrationInstruction() == null) throw Refusal.invalid("move.no-place", step);
                at.getFailures().forEach(failure -> reasons.add(step + ": " + failure));
            }
            for (var at : report.getTransitionInstanceReports()) {
                String step = name(plan.getSourceProcessDefinitionId(), at.getSourceScopeId());
                if (at.getMigrationInstruction() == null) throw Refusal.invalid("move.no-place", step);
                at.getFailures().forEach(failure -> reasons.add(step + ": " + failure));
            }
            throw Refusal.invalid("move.engine", String.join("; ", reasons));
        }
    }

    TaskDefinition task(String definitionId, String step) {
        return definition(definitionId).getTaskDefinitions().get(step);
    }

    String step(String taskId) {
        return tasks.createTaskQuery().taskId(taskId).singleResult().getTaskDefinitionKey();
    }

    static boolean sameHolders(TaskDefinition was, TaskDefinition is) {
        return texts(was.getCandidateGroupIdExpressions()).equals(texts(is.getCandidateGroupIdExpressions()))
                && text(was.getAssigneeExpression()).equals(text(is.getAssigneeExpression()));
    }

    static boolean sameDue(TaskDefinition was, TaskDefinition is) {
        return text(was.getDueDateExpression()).equals(text(is.getDueDateExpression()));
    }

    private static Set<String> texts(Collection<Expression> expressions) {
        return expressions.stream().map(Expression::getExpressionText).collect(Collectors.toSet());
    }

    private static String text(@Nullable Expression expression) {
        return expression == null ? "" : expression.getExpressionText();
    }

    /** The engine evaluates none of this again when it migrates. */
    Said said(String taskId, TaskDefinition of) {
        Command<Said> ask = context -> {
            var task = context.getTaskManager().findTaskById(taskId);
            var groups = new HashSet<String>();
            for (Expression group : of.getCandidateGroupIdExpressions()) {
                Object value = group.getValue(task);
                if (value instanceof Collection<?> several) several.forEach(one -> groups.add(one.toString()));
                else if (value != null) groups.addAll(List.of(value.toString().split("\\s*,\\s*")));
            }
            Object due = of.getDueDateExpression() == null ? null : of.getDueDateExpression().getValue(task);
            Object assignee = of.getAssigneeExpression() == null ? null : of.getAssigneeExpression().getValue(task);
            return new Said(groups, due(due), assignee == null ? null : assignee.toString());
        };
        return repository.getCommandExecutor().execute(ask);
    }

    private static @Nullable Date due(@Nullable Object value) {
        if (value == null || value instanceof Date) return (Date) value;
        return Context.getProcessEngineConfiguration()
                .getBusinessCalendarManager()
                .getBusinessCalendar(DueDateBusinessCalendar.NAME)
                .resolveDuedate(value.toString());
    }

    void hold(String taskId, Set<String> groups) {
        for (IdentityLink link : tasks.getIdentityLinksForTask(taskId)) {
            if (link.getGroupId() != null) tasks.deleteCandidateGroup(taskId, link.getGroupId());
        }
        groups.forEach(group -> tasks.addCandidateGroup(taskId, group));
    }

    void due(String taskId, @Nullable Date due) {
        var task = tasks.createTaskQuery().taskId(taskId).singleResult();
        task.setDueDate(due);
        tasks.saveTask(task);
    }

    void assign(String taskId, @Nullable String person) {
        tasks.setAssignee(taskId, person);
    }
}
