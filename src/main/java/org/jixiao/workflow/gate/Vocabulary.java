package org.jixiao.workflow.gate;

import java.util.Map;
import java.util.Set;

/**
 * The words a BPMN file may use. What is not here is refused: also what the engine does not know today, for it goes by
 * local names in places and would take {@code <x:scriptTask>} for a script task.
 */
final class Vocabulary {

    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    /** A form field's validations; {@code validator} would name a class. */
    private static final Set<String> CONSTRAINTS = words("required readonly minlength maxlength min max");

    private static final Set<String> ELEMENTS = words(
            """
            definitions process documentation extensionElements startEvent endEvent intermediateCatchEvent
            intermediateThrowEvent boundaryEvent task userTask manualTask serviceTask sendTask receiveTask
            businessRuleTask callActivity subProcess transaction exclusiveGateway parallelGateway inclusiveGateway
            eventBasedGateway sequenceFlow conditionExpression incoming outgoing timerEventDefinition timeDate
            timeDuration timeCycle messageEventDefinition signalEventDefinition errorEventDefinition
            escalationEventDefinition compensateEventDefinition cancelEventDefinition terminateEventDefinition
            linkEventDefinition source target conditionalEventDefinition condition message signal error escalation
            multiInstanceLoopCharacteristics loopCardinality completionCondition inputDataItem loopDataInputRef
            laneSet lane flowNodeRef childLaneSet collaboration participant messageFlow participantMultiplicity
            textAnnotation text association group category categoryValue dataObject dataObjectReference
            dataStoreReference dataStore dataState itemDefinition""");

    private static final Set<String> ATTRIBUTES = words(
            """
            id name targetNamespace exporter exporterVersion expressionLanguage typeLanguage isExecutable processType
            isClosed definitionalCollaborationRef sourceRef targetRef default attachedToRef cancelActivity messageRef
            signalRef errorRef escalationRef activityRef waitForCompletion errorCode escalationCode calledElement
            triggeredByEvent isSequential isInterrupting isForCompensation startQuantity completionQuantity
            gatewayDirection eventGatewayType instantiate parallelMultiple textFormat associationDirection processRef
            dataObjectRef itemSubjectRef itemKind isCollection dataStoreRef categoryValueRef value minimum maximum
            isUnlimited capacity method behavior structureRef""");

    /** Attributes of Camunda on BPMN elements. Assignments, references and expressions are judged by rules of their own. */
    private static final Set<String> CAMUNDA_ATTRIBUTES = words(
            """
            async asyncBefore asyncAfter exclusive jobPriority initiator assignee candidateUsers candidateGroups
            candidateStarterGroups candidateStarterUsers dueDate followUpDate priority formKey formRef formRefBinding
            formRefVersion expression resultVariable calledElementBinding calledElementVersion
            calledElementVersionTag decisionRef decisionRefBinding decisionRefVersion decisionRefVersionTag
            mapDecisionResult collection elementVariable historyTimeToLive versionTag isStartableInTasklist
            errorCodeVariable errorMessageVariable errorMessage escalationCodeVariable diagramRelationId variableName
            variableEvents modelerTemplate modelerTemplateVersion modelerTemplateIcon""");

    /** Camunda's elements among the extensions, with their attributes. */
    private static final Map<String, Set<String>> CAMUNDA_ELEMENTS = Map.ofEntries(
            entry("properties"),
            entry("property", "id", "name", "value"),
            entry("inputOutput"),
            entry("inputParameter", "name"),
            entry("outputParameter", "name"),
            entry("map"),
            entry("entry", "key"),
            entry("list"),
            entry("value", "id", "name"),
            entry("executionListener", "event", "expression"),
            entry("taskListener", "id", "event", "expression"),
            entry("formData", "businessKey"),
            entry("formField", "id", "label", "type", "defaultValue", "datePattern"),
            entry("validation"),
            entry("constraint", "name", "config"),
            entry("in", "source", "sourceExpression", "target", "variables", "businessKey", "local"),
            entry("out", "source", "sourceExpression", "target", "variables", "local"),
            entry("failedJobRetryTimeCycle"));

    /** Words with a reason of their own for being refused. */
    private static final Map<String, Rule> REFUSED = Map.ofEntries(
            Map.entry("scriptTask", Rule.SCRIPT),
            Map.entry("script", Rule.SCRIPT),
            Map.entry("scriptFormat", Rule.SCRIPT),
            Map.entry("language", Rule.SCRIPT),
            Map.entry("resource", Rule.SCRIPT),
            Map.entry("class", Rule.JAVA_CLASS),
            Map.entry("delegateExpression", Rule.JAVA_CLASS),
            Map.entry("formHandlerClass", Rule.JAVA_CLASS),
            Map.entry("variableMappingClass", Rule.JAVA_CLASS),
            Map.entry("variableMappingDelegateExpression", Rule.JAVA_CLASS),
            Map.entry("field", Rule.JAVA_CLASS),
            Map.entry("connector", Rule.CONNECTOR),
            Map.entry("type", Rule.EXTERNAL_TASK),
            Map.entry("topic", Rule.EXTERNAL_TASK),
            Map.entry("adHocSubProcess", Rule.AD_HOC),
            Map.entry("import", Rule.REMOTE),
            Map.entry("schemaLocation", Rule.REMOTE),
            Map.entry("noNamespaceSchemaLocation", Rule.REMOTE),
            Map.entry("humanPerformer", Rule.PERSON_NAMED),
            Map.entry("potentialOwner", Rule.PERSON_NAMED));

    private final Findings findings;

    Vocabulary(Findings findings) {
        this.findings = findings;
    }

    void check(Node root) {
        if (!root.uri().equals(Node.BPMN) || !root.is("definitions")) {
            findings.add(Rule.ELEMENT_UNKNOWN, "", printed(root));
            return;
        }
        walk(root, "");
    }

    private void walk(Node node, String within) {
        String at = node.uri().equals(Node.BPMN) && !node.id().isEmpty() ? node.id() : within;
        if (!(node.uri().equals(Node.BPMN) ? ELEMENTS.contains(node.tag()) : known(node))) {
            Rule rule = node.uri().equals(Node.ACTIVITI)
                    ? Rule.NAMESPACE_OLD
                    : REFUSED.getOrDefault(node.tag(), Rule.ELEMENT_UNKNOWN);
            findings.add(rule, at, printed(node));
            return;
        }
        node.attributes().keySet().forEach(key -> attribute(node, key, at));
        if (node.is("constraint") && !CONSTRAINTS.contains(node.attributes().getOrDefault("name", "")))
            findings.add(Rule.JAVA_CLASS, at, printed(node));
        for (Node child : node.children()) {
            if (node.is("definitions") && child.is("BPMNDiagram") && DRAWING.contains(child.uri())) drawing(child);
            else walk(child, at);
        }
    }

    /** Pictures only: the engine finds process elements by local name wherever they stand. */
    private void drawing(Node node) {
        if (!DRAWING.contains(node.uri())) findings.add(Rule.ELEMENT_UNKNOWN, "", printed(node));
        node.attributes().keySet().stream()
                .filter(key -> key.startsWith(Node.ACTIVITI) || key.startsWith(Node.XSI) && !key.endsWith(":type"))
                .forEach(key -> findings.add(Rule.ATTRIBUTE_UNKNOWN, "", key));
        node.children().forEach(this::drawing);
    }

    private static boolean known(Node node) {
        return node.uri().equals(Node.CAMUNDA) && CAMUNDA_ELEMENTS.containsKey(node.tag());
    }

    private void attribute(Node node, String key, String at) {
        int colon = key.lastIndexOf(':');
        String space = colon < 0 ? "" : key.substring(0, colon);
        String name = key.substring(colon + 1);
        if (key.startsWith("xmlns")) return;
        boolean allowed =
                switch (space) {
                    case "" -> node.uri().equals(Node.BPMN)
                            ? ATTRIBUTES.contains(name) || bySchema(node, name)
                            : CAMUNDA_ELEMENTS.getOrDefault(node.tag(), Set.of()).contains(name);
                    case Node.CAMUNDA -> CAMUNDA_ATTRIBUTES.contains(name);
                    case Node.BPMN -> false;
                    case Node.ACTIVITI -> false;
                    case Node.XSI -> name.equals("type");
                    // Colours, the Modeler's own notes: the engine reads two namespaces and no other.
                    default -> true;
                };
        if (allowed) return;
        findings.add(space.equals(Node.ACTIVITI) ? Rule.NAMESPACE_OLD : REFUSED.getOrDefault(name, Rule.ATTRIBUTE_UNKNOWN), at, name);
    }

    /** {@code implementation="##WebService"}: the schema's default, which a validating reader adds to each task. */
    private static boolean bySchema(Node node, String name) {
        return name.equals("implementation") && node.attributes().getOrDefault(name, "").startsWith("##");
    }

    private static String printed(Node node) {
        return node.uri().equals(Node.BPMN) ? "bpmn:" + node.tag() : node.uri().equals(Node.CAMUNDA) ? "camunda:" + node.tag() : node.tag();
    }

    private static Map.Entry<String, Set<String>> entry(String element, String... attributes) {
        return Map.entry(element, Set.of(attributes));
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
