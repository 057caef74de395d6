package org.jixiao.workflow;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jixiao.base.ProductClock;
import org.jixiao.organisation.WorkingDays;
import org.jixiao.workflow.gate.FormData;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hears what happens in every model, shipped or drawn by an admin: cases begin and end, steps come and go. */
@Component
class ModelListener extends AbstractBpmnParseListener {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final CaseFiles files;
    private final Touched touched;
    private final ObjectProvider<WorkingDays> workingDays;
    private final ProductClock clock;

    ModelListener(CaseFiles files, Touched touched, ObjectProvider<WorkingDays> workingDays, ProductClock clock) {
        this.files = files;
        this.touched = touched;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.setProperty(Models.PROPERTIES, properties(element));
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
            var e = (ExecutionEntity) execution;
            files.open(
                    e.getProcessInstanceId(),
                    e.getRootProcessInstanceId() == null ? e.getProcessInstanceId() : e.getRootProcessInstanceId(),
                    ((ProcessDefinitionEntity) e.getProcessDefinition()).getKey(),
                    e.getProcessDefinitionId(),
                    Models.properties(e.getProcessDefinition().getProperty(Models.PROPERTIES)).get("content"),
                    (String) e.getVariable("unit"),
                    e.getVariable("year") instanceof Number n ? n.intValue() : null,
                    (String) e.getVariable("section"),
                    (String) e.getVariable("period"),
                    clock.now());
        });
        definition.addBuiltInListener(
                ExecutionListener.EVENTNAME_END,
                (ExecutionListener) e -> files.ended(e.getProcessInstanceId(), clock.now()));
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setProperty(Models.PROPERTIES, properties(element));
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        Map<String, String> properties = properties(element);
        activity.setProperty(Models.PROPERTIES, properties);
        var camunda = new org.camunda.bpm.engine.impl.util.xml.Namespace(CAMUNDA);
        String key = element.attributeNS(camunda, "formKey");
        // The Modeler leaves empty what was chosen away.
        if (key != null && !key.isBlank()) activity.setProperty(Models.FORM_KEY, key);
        Object form = element.attributeNS(camunda, "formRef") == null
                ? FormData.of(element)
                : element.attributeNS(camunda, "formRef");
        if (form != null) activity.setProperty(Models.FORM, form);
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, t -> {
            String days = properties.get("deadline");
            if (days != null && t.getDueDate() == null) {
                t.setDueDate(java.util.Date.from(
                        workingDays.getObject().after(clock.now(), Integer.parseInt(days.trim()))));
            }
            touched.task(t.getId());
        });
        TaskListener touch = t -> touched.task(((TaskEntity) t).getId());
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, touch);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, touch);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, touch);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, touch);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.setProperty(Models.PROPERTIES, properties(element));
    }

    @Override
    public void parseMultiInstanceLoopCharacteristics(Element step, Element loop, ActivityImpl body) {
        var properties = properties(step);
        var bounded = BoundedInstances.of(
                (MultiInstanceActivityBehavior) body.getActivityBehavior(), Countersign.of(properties));
        String signers = properties.get("signers");
        if (signers != null) {
            bounded.setCollectionExpression(Context.getProcessEngineConfiguration()
                    .getExpressionManager()
                    .createExpression("${posts.signers(unit, '" + signers.replaceAll("[^a-z,]", "") + "')}"));
        }
        body.setActivityBehavior(bounded);
    }

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl transition) {
        Element condition = element.element("conditionExpression");
        if (condition != null) transition.setProperty(Models.CONDITION, condition.getText());
        String flow = transition.getId();
        transition.addBuiltInListener(
                ExecutionListener.EVENTNAME_TAKE,
                (ExecutionListener) e -> touched.flow(e.getProcessInstanceId(), flow));
    }

    private static Map<String, String> properties(Element element) {
        var found = new HashMap<String, String>();
        Element extensions = element.element("extensionElements");
        if (extensions == null) return found;
        var camunda = new org.camunda.bpm.engine.impl.util.xml.Namespace(CAMUNDA);
        Element properties = extensions.elementNS(camunda, "properties");
        if (properties == null) return found;
        for (Element property : properties.elementsNS(camunda, "property")) {
            String value = property.attribute("value");
            if (value != null && !value.isBlank()) found.put(property.attribute("name"), value);
        }
        return Map.copyOf(found);
    }
}
