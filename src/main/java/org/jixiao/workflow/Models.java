package org.jixiao.workflow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads deployed models: what a step is called, its properties, and where a return is drawn to. */
@Component
class Models {

    /** Under this key the parse listener keeps an element's {@code camunda:property} values. */
    static final String PROPERTIES = "jixiao.properties";

    /** The {@link StepForm} of generated fields, or the id of the form file that a step refers to. */
    static final String FORM = "jixiao.form";

    static final String FORM_KEY = "jixiao.formKey";
    static final String CONDITION = "jixiao.condition";

    private final RepositoryService repository;

    Models(RepositoryService repository) {
        this.repository = repository;
    }

    private ProcessDefinitionImpl definition(String id) {
        return (ProcessDefinitionImpl) ((RepositoryServiceImpl) repository).getDeployedProcessDefinition(id);
    }

    /** @param properties the step's {@code camunda:property} values */
    record StepModel(
            String id, String name, String nameEn, String kind, String formKey, Map<String, String> properties) {

        String property(String name, String otherwise) {
            return properties.getOrDefault(name, otherwise);
        }
    }

    /** The generated fields of a step, or nothing: then its form is a file. */
    Optional<StepForm> generated(String definitionId, String activityId) {
        return activity(definitionId, activityId).getProperty(FORM) instanceof StepForm form ? Optional.of(form) : Optional.empty();
    }

    StepModel step(String definitionId, String activityId) {
        return step(activity(definitionId, activityId));
    }

    /** The same of a step that is over and may be gone from the version the case follows now. */
    StepModel step(String definitionId, CaseSteps.CaseStep step) {
        ActivityImpl found = definition(definitionId).findActivity(step.activity());
        if (found != null && found.getActivityBehavior() instanceof UserTaskActivityBehavior) return step(found);
        return new StepModel(step.activity(), step.name(), step.nameEn(), step.kind(), step.formKey(), Map.of());
    }

    static StepModel step(ActivityImpl activity) {
        Map<String, String> properties = properties(activity.getProperty(PROPERTIES));
        String name = activity.getName() == null ? activity.getId() : activity.getName();
        Object form = activity.getProperty(FORM) != null ? StepForm.KEY : activity.getProperty(FORM_KEY);
        return new StepModel(
                activity.getId(),
                name,
                properties.getOrDefault("name.en", name),
                properties.getOrDefault("kind", "approve"),
                form == null ? "" : (String) form,
                properties);
    }

    String processName(String definitionId) {
        var d = definition(definitionId);
        return d.getName() == null ? d.getId() : d.getName();
    }

    /** The {@code camunda:property} values of the process itself. */
    Map<String, String> processProperties(String definitionId) {
        return properties(definition(definitionId).getProperty(PROPERTIES));
    }

    /** The {@code camunda:property} values of the start event. */
    Map<String, String> startProperties(String definitionId) {
        ActivityImpl start = definition(definitionId).getInitial();
        return start == null ? Map.of() : properties(start.getProperty(PROPERTIES));
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> properties(@Nullable Object stored) {
        return stored == null ? Map.of() : (Map<String, String>) stored;
    }

    private ActivityImpl activity(String definitionId, String activityId) {
        ActivityImpl found = definition(definitionId).findActivity(activityId);
        if (found == null) throw new IllegalArgumentException(activityId + " is not in " + definitionId);
        return found;
    }

    boolean inSameScope(String definitionId, String a, String b) {
        var definition = definition(definitionId);
        ActivityImpl one = definition.findActivity(a);
        ActivityImpl other = definition.findActivity(b);
        return one != null && other != null && whole(one).getFlowScope() == whole(other).getFlowScope();
    }

    /** What begins when the step begins: all its instances, where it has several. */
    String entry(String definitionId, String activityId) {
        return whole(activity(definitionId, activityId)).getId();
    }

    private static ActivityImpl whole(ActivityImpl step) {
        return step.getFlowScope() instanceof ActivityImpl body
                        && body.getActivityBehavior() instanceof MultiInstanceActivityBehavior
                ? body
                : step;
    }

    /** The human steps beside this one, in their order: where its case can be set without losing a token. */
    List<StepModel> beside(String definitionId, String activityId) {
        ScopeImpl scope = whole(activity(definitionId, activityId)).getFlowScope();
        Set<ActivityImpl> inside = ParallelParts.of(scope);
        return scope.getActivities().stream()
                .filter(one -> !inside.contains(one))
                .map(Models::human)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The step itself, or the one that a body of several instances repeats. */
    private static Optional<StepModel> human(ActivityImpl one) {
        if (one.getActivityBehavior() instanceof UserTaskActivityBehavior) return Optional.of(step(one));
        if (!(one.getActivityBehavior() instanceof MultiInstanceActivityBehavior)) return Optional.empty();
        return one.getActivities().stream()
                .filter(inner -> inner.getActivityBehavior() instanceof UserTaskActivityBehavior)
                .map(Models::step)
                .findFirst();
    }

    /** The step that the flow answering 退回 leads to, when one is drawn. */
    Optional<String> drawnReturn(String definitionId, String activityId) {
        return answeredBy(definitionId, activityId, Verb.RETURN).map(StepModel::id);
    }

    /** The rule of a step that is countersigned. */
    Optional<Countersign> countersign(String definitionId, String activityId) {
        return Countersign.of(step(definitionId, activityId).properties());
    }

    /** Whether the flows after the step ask for this answer. */
    boolean asksFor(String definitionId, String activityId, Verb answer) {
        return answering(definitionId, activityId, answer).findAny().isPresent();
    }

    /** The step with a person that the flow for this answer leads to first. */
    Optional<StepModel> answeredBy(String definitionId, String activityId, Verb answer) {
        return answering(definitionId, activityId, answer)
                .flatMap(flow -> firstUserTask((ActivityImpl) flow.getDestination(), new LinkedHashSet<>()).stream())
                .findFirst()
                .map(id -> step(definitionId, id));
    }

    private Stream<PvmTransition> answering(String definitionId, String activityId, Verb answer) {
        String asked = ".*outcome\\s*==\\s*['\"]" + answer.code() + "['\"].*";
        return whole(activity(definitionId, activityId)).getOutgoingTransitions().stream()
                .flatMap(out -> Stream.concat(Stream.of(out), out.getDestination().getOutgoingTransitions().stream()))
                .filter(flow -> {
                    Object condition = ((TransitionImpl) flow).getProperty(CONDITION);
                    return condition != null && condition.toString().matches(asked);
                });
    }

    private static Optional<String> firstUserTask(ActivityImpl from, Set<String> seen) {
        if (!seen.add(from.getId())) return Optional.empty();
        if (from.getActivityBehavior() instanceof MultiInstanceActivityBehavior several)
            return firstUserTask(several.getInnerActivity(from), seen);
        if (from.getActivityBehavior() instanceof UserTaskActivityBehavior) return Optional.of(from.getId());
        List<PvmTransition> outgoing = from.getOutgoingTransitions();
        return outgoing.size() == 1
                ? firstUserTask((ActivityImpl) outgoing.get(0).getDestination(), seen)
                : Optional.empty();
    }
}
