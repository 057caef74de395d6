package org.jixiao.workflow.gate;

import static org.jixiao.workflow.gate.Drawn.decision;
import static org.jixiao.workflow.gate.Drawn.extended;
import static org.jixiao.workflow.gate.Drawn.definitions;
import static org.jixiao.workflow.gate.Drawn.flow;
import static org.jixiao.workflow.gate.Drawn.process;
import static org.jixiao.workflow.gate.Drawn.row;
import static org.jixiao.workflow.gate.Drawn.service;
import static org.jixiao.workflow.gate.Drawn.user;

import java.util.List;

/** Ways to reach code, files, the network, memory or other people's data through a model; none may pass. */
record Hostile(String name, String file, Rule rule, String xml) {

    static final String CANARY = Canary.class.getName();
    private static final String SING = "${canary.sing()}";
    private static final String SCRIPT = "org.jixiao.workflow.gate.Canary.sing()";

    @Override
    public String toString() {
        return name;
    }

    private static Hostile bpmn(String name, Rule rule, String xml) {
        return new Hostile(name, "m.bpmn", rule, xml);
    }

    private static Hostile dmn(String name, Rule rule, String xml) {
        return new Hostile(name, "m.dmn", rule, xml);
    }

    /** A script inside an extension of a task. */
    private static String scripted(String inside) {
        return extended(inside.replace("SCRIPT", "<camunda:script scriptFormat='groovy'>" + SCRIPT + "</camunda:script>"));
    }

    static List<Hostile> all() {
        return List.of(
                // Scripts
                bpmn("a script task", Rule.SCRIPT, row("<bpmn:scriptTask id='a' scriptFormat='javascript'><bpmn:script>Java.type('" + CANARY + "').sing()</bpmn:script></bpmn:scriptTask>")),
                bpmn("a script task in groovy", Rule.SCRIPT, row("<bpmn:scriptTask id='a' scriptFormat='groovy'><bpmn:script>" + SCRIPT + "</bpmn:script></bpmn:scriptTask>")),
                bpmn("a script task in the engine's own language", Rule.SCRIPT, row("<bpmn:scriptTask id='a' scriptFormat='juel'><bpmn:script>" + SING + "</bpmn:script></bpmn:scriptTask>")),
                bpmn("a script from a file", Rule.SCRIPT, row("<bpmn:scriptTask id='a' scriptFormat='groovy' camunda:resource='file:///etc/passwd'/>")),
                bpmn("a script listener", Rule.SCRIPT, row(user("a", "", scripted("<camunda:executionListener event='start'>SCRIPT</camunda:executionListener>")))),
                bpmn("a script task listener", Rule.SCRIPT, row(user("a", "", scripted("<camunda:taskListener event='create'>SCRIPT</camunda:taskListener>")))),
                bpmn("a script as input", Rule.SCRIPT, row(user("a", "", scripted("<camunda:inputOutput><camunda:inputParameter name='x'>SCRIPT</camunda:inputParameter></camunda:inputOutput>")))),
                bpmn("a script in a map", Rule.SCRIPT, row(user("a", "", scripted("<camunda:inputOutput><camunda:inputParameter name='x'><camunda:map><camunda:entry key='k'>SCRIPT</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput>")))),
                bpmn("a condition in a script language", Rule.SCRIPT, gate("<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='groovy'>" + SCRIPT + "</bpmn:conditionExpression>")),
                bpmn("a condition in the engine's own language", Rule.SCRIPT, gate("<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='juel'>" + SING + "</bpmn:conditionExpression>")),
                bpmn("a condition from a resource", Rule.SCRIPT, gate("<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression' language='groovy' camunda:resource='deployment://x.groovy'/>")),
                bpmn("a script task by another prefix", Rule.SCRIPT, row("<x:scriptTask id='a' scriptFormat='groovy'><x:script>" + SCRIPT + "</x:script></x:scriptTask>")),
                bpmn("a script task among the drawing", Rule.SCRIPT, row("<dc:scriptTask id='a' scriptFormat='groovy'><dc:script>" + SCRIPT + "</dc:script></dc:scriptTask>")),
                // Classes
                bpmn("a Java class", Rule.JAVA_CLASS, row(service("camunda:class='" + CANARY + "'", ""))),
                bpmn("a delegate", Rule.JAVA_CLASS, row(service("camunda:delegateExpression='${canary}'", ""))),
                bpmn("a class by the old namespace", Rule.NAMESPACE_OLD, row(service("activiti:class='" + CANARY + "'", ""))),
                bpmn("a listener class", Rule.JAVA_CLASS, row(user("a", "", extended("<camunda:executionListener event='start' class='" + CANARY + "'/>")))),
                bpmn("a listener by the old namespace", Rule.NAMESPACE_OLD, row(user("a", "", extended("<activiti:executionListener event='start' class='" + CANARY + "'/>")))),
                bpmn("a task listener class", Rule.JAVA_CLASS, row(user("a", "", extended("<camunda:taskListener event='create' class='" + CANARY + "'/>")))),
                bpmn("a task listener delegate", Rule.JAVA_CLASS, row(user("a", "", extended("<camunda:taskListener event='create' delegateExpression='${canary}'/>")))),
                bpmn("injected fields", Rule.JAVA_CLASS, row(service("camunda:expression='${1}'", extended("<camunda:field name='x' expression='" + SING + "'/>")))),
                bpmn("a form handler", Rule.JAVA_CLASS, row(user("a", "camunda:formHandlerClass='" + CANARY + "'", ""))),
                bpmn("a form handler at the start", Rule.JAVA_CLASS, process("<bpmn:startEvent id='s' camunda:formHandlerClass='" + CANARY + "'/>" + user("a") + flow("s", "a") + "<bpmn:endEvent id='e'/>" + flow("a", "e"))),
                bpmn("a validator class", Rule.JAVA_CLASS, row(user("a", "", extended("<camunda:formData><camunda:formField id='f' type='string'><camunda:validation><camunda:constraint name='validator' config='" + CANARY + "'/></camunda:validation></camunda:formField></camunda:formData>")))),
                bpmn("a variable mapping class", Rule.JAVA_CLASS, row("<bpmn:callActivity id='a' calledElement='rectification' camunda:variableMappingClass='" + CANARY + "'/>")),
                bpmn("a variable mapping delegate", Rule.JAVA_CLASS, row("<bpmn:callActivity id='a' calledElement='rectification' camunda:variableMappingDelegateExpression='${canary}'/>")),
                // Programs and the network
                bpmn("a shell command", Rule.EXTERNAL_TASK, row(service("camunda:type='shell'", extended("<camunda:field name='command' stringValue='touch'/>")))),
                bpmn("a mail", Rule.EXTERNAL_TASK, row(service("camunda:type='mail'", ""))),
                bpmn("an external worker", Rule.EXTERNAL_TASK, row(service("camunda:type='external' camunda:topic='t'", ""))),
                bpmn("a connector", Rule.CONNECTOR, row(service("camunda:expression='${1}'", extended("<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>")))),
                bpmn("an imported web service", Rule.REMOTE, definitions("<bpmn:import importType='http://schemas.xmlsoap.org/wsdl/' location='http://127.0.0.1:9/x.wsdl' namespace='urn:x'/>")),
                bpmn("a schema elsewhere", Rule.REMOTE, row(user("a")).replace("id=\"d\"", "xsi:schemaLocation='urn:x http://127.0.0.1:9/x.xsd' id='d'")),
                bpmn("a document type", Rule.DOCTYPE, row(user("a")).replace("?>", "?><!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>")),
                bpmn("a file by an entity", Rule.DOCTYPE, row(user("a", "", "<bpmn:documentation>&f;</bpmn:documentation>")).replace("?>", "?><!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>")),
                bpmn("entities within entities", Rule.DOCTYPE, row(user("a", "", "<bpmn:documentation>&b;</bpmn:documentation>")).replace("?>", "?><!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>")),
                // Beans and classes through expressions, at every place one can stand
                bpmn("a foreign bean", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression='" + SING + "'", ""))),
                bpmn("a foreign bean after a hash", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression='#{canary.sing()}'", ""))),
                bpmn("a class by a text", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression=\"${''.getClass().forName('" + CANARY + "').newInstance()}\"", ""))),
                bpmn("a class by a property", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression='${unit.class}'", ""))),
                bpmn("a class by a key", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression=\"${unit['class']}\"", ""))),
                bpmn("the engine by the execution", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression='${execution.processEngineServices.repositoryService}'", ""))),
                bpmn("a variable set by the execution", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression=\"${execution.setVariable('unit','other')}\"", ""))),
                bpmn("a bean itself", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression='${posts}' camunda:resultVariable='x'", ""))),
                bpmn("a bean's unlisted method", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression='${posts.name()}'", ""))),
                bpmn("a method by a key", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression=\"${posts['toString']()}\"", ""))),
                bpmn("a method of a variable", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression='${unit.toCharArray()}'", ""))),
                bpmn("a format that eats memory", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression=\"${unit.format('%1000000000d', 1)}\"", ""))),
                bpmn("a function", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression='${currentUserGroups()}'", ""))),
                bpmn("nested in an argument", Rule.EXPRESSION_FORBIDDEN, row(user("a", "camunda:dueDate='${posts.director(canary.sing())}'", ""))),
                bpmn("in a choice", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression='${unit == null ? 1 : canary.song}'", "").replace("canary.song", "canary.sing()"))),
                bpmn("in a listener", Rule.EXPRESSION_FORBIDDEN, row(user("a", "", extended("<camunda:executionListener event='start' expression='" + SING + "'/>")))),
                bpmn("in a task listener", Rule.EXPRESSION_FORBIDDEN, row(user("a", "", extended("<camunda:taskListener event='create' expression='" + SING + "'/>")))),
                bpmn("in a condition", Rule.EXPRESSION_FORBIDDEN, gate("<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>" + SING + "</bpmn:conditionExpression>")),
                bpmn("in a collection", Rule.EXPRESSION_FORBIDDEN, row(user("a", "", "<bpmn:multiInstanceLoopCharacteristics camunda:collection='" + SING + "' camunda:elementVariable='x'/>"))),
                bpmn("in a number of instances", Rule.EXPRESSION_FORBIDDEN, row(user("a", "", "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>" + SING + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"))),
                bpmn("in a completion condition", Rule.EXPRESSION_FORBIDDEN, row(user("a", "", "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality><bpmn:completionCondition>" + SING + "</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>"))),
                bpmn("in a timer", Rule.EXPRESSION_FORBIDDEN, row("<bpmn:intermediateCatchEvent id='a'><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>" + SING + "</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>")),
                bpmn("in an input", Rule.EXPRESSION_FORBIDDEN, row(user("a", "", extended("<camunda:inputOutput><camunda:inputParameter name='x'>" + SING + "</camunda:inputParameter></camunda:inputOutput>")))),
                bpmn("in a list of an output", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:expression='${1}'", extended("<camunda:inputOutput><camunda:outputParameter name='x'><camunda:list><camunda:value>" + SING + "</camunda:value></camunda:list></camunda:outputParameter></camunda:inputOutput>")))),
                bpmn("in a called element", Rule.EXPRESSION_FORBIDDEN, row("<bpmn:callActivity id='a' calledElement='" + SING + "'/>")),
                bpmn("in what a call hands on", Rule.EXPRESSION_FORBIDDEN, row("<bpmn:callActivity id='a' calledElement='rectification'>" + extended("<camunda:in sourceExpression='" + SING + "' target='x'/>") + "</bpmn:callActivity>")),
                bpmn("in a called case's key", Rule.EXPRESSION_FORBIDDEN, row("<bpmn:callActivity id='a' calledElement='rectification'>" + extended("<camunda:in businessKey='" + SING + "'/>") + "</bpmn:callActivity>")),
                bpmn("in the candidates", Rule.EXPRESSION_FORBIDDEN, row("<bpmn:userTask id='a' camunda:candidateGroups='" + SING + "'/>")),
                bpmn("in a due date", Rule.EXPRESSION_FORBIDDEN, row(user("a", "camunda:dueDate='" + SING + "'", ""))),
                bpmn("in a priority", Rule.EXPRESSION_FORBIDDEN, row(user("a", "camunda:priority='" + SING + "'", ""))),
                bpmn("in a job's priority", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:asyncBefore='true' camunda:expression='${1}' camunda:jobPriority='" + SING + "'", ""))),
                bpmn("in a retry cycle", Rule.EXPRESSION_FORBIDDEN, row(service("camunda:asyncBefore='true' camunda:expression='${1}'", extended("<camunda:failedJobRetryTimeCycle>" + SING + "</camunda:failedJobRetryTimeCycle>")))),
                bpmn("in a step's name", Rule.EXPRESSION_FORBIDDEN, row(user("a").replace("办理", SING))),
                bpmn("in a documentation", Rule.EXPRESSION_FORBIDDEN, row(user("a", "", "<bpmn:documentation>" + SING + "</bpmn:documentation>"))),
                bpmn("in a form field", Rule.EXPRESSION_FORBIDDEN, row(user("a", "", extended("<camunda:formData><camunda:formField id='f' type='string' defaultValue='" + SING + "'/></camunda:formData>")))),
                bpmn("in a form key", Rule.EXPRESSION_FORBIDDEN, row(user("a", "camunda:formKey='" + SING + "'", ""))),
                bpmn("in a decision's key", Rule.EXPRESSION_FORBIDDEN, row("<bpmn:businessRuleTask id='a' camunda:decisionRef='" + SING + "'/>")),
                bpmn("in a message's name", Rule.EXPRESSION_FORBIDDEN, definitions("<bpmn:message id='g' name='" + SING + "'/><bpmn:process id='m' isExecutable='true' camunda:historyTimeToLive='P1D'><bpmn:startEvent id='s'/>" + flow("s", "a") + "<bpmn:receiveTask id='a' messageRef='g'/>" + flow("a", "e") + "<bpmn:endEvent id='e'/></bpmn:process>")),
                bpmn("in an error's text", Rule.EXPRESSION_FORBIDDEN, definitions("<bpmn:error id='g' errorCode='x' camunda:errorMessage='" + SING + "'/><bpmn:process id='m' isExecutable='true' camunda:historyTimeToLive='P1D'><bpmn:startEvent id='s'/>" + flow("s", "e") + "<bpmn:endEvent id='e'><bpmn:errorEventDefinition errorRef='g'/></bpmn:endEvent></bpmn:process>")),
                bpmn("in what a message event does", Rule.EXPRESSION_FORBIDDEN, row("<bpmn:intermediateThrowEvent id='a'><bpmn:messageEventDefinition camunda:expression='" + SING + "'/></bpmn:intermediateThrowEvent>")),
                bpmn("in a data property", Rule.ELEMENT_UNKNOWN, row(service("camunda:expression='${1}'", "")).replace("<bpmn:startEvent", "<bpmn:property id='p' name='p' itemSubjectRef='i' camunda:srcExpr='" + SING + "'/><bpmn:startEvent")),
                // Memory and time
                bpmn("parentheses without end", Rule.EXPRESSION_UNREADABLE, row(service("camunda:expression='${" + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "}'", ""))),
                bpmn("elements without end", Rule.XML, process("<bpmn:subProcess id='p'>".repeat(500) + "</bpmn:subProcess>".repeat(500))),
                bpmn("a file without end", Rule.FILE_SIZE, row(user("a", "", "<bpmn:documentation>" + "文".repeat(400_000) + "</bpmn:documentation>"))),
                bpmn("instances without end", Rule.INSTANCES_MANY, row(user("a", "", "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>100000000</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"))),
                bpmn("instances beyond what a machine counts", Rule.INSTANCES_MANY, row(user("a", "", "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>4294967297</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"))),
                bpmn("a circle of nobody's instances", Rule.LOOP_WITHOUT_WAIT, circle(user("a", "", "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>0</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"))),
                bpmn("a circle of days past", Rule.LOOP_WITHOUT_WAIT, circle(caught("<bpmn:timerEventDefinition><bpmn:timeDate xsi:type='bpmn:tFormalExpression'>2020-01-01</bpmn:timeDate></bpmn:timerEventDefinition>"))),
                bpmn("a circle of what an expression yields", Rule.LOOP_WITHOUT_WAIT, circle(caught("<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>${section}</bpmn:timeDuration></bpmn:timerEventDefinition>"))),
                bpmn("a circle of conditions that hold", Rule.LOOP_WITHOUT_WAIT, circle(caught("<bpmn:conditionalEventDefinition><bpmn:condition xsi:type='bpmn:tFormalExpression'>${unit != null}</bpmn:condition></bpmn:conditionalEventDefinition>"))),
                bpmn("a circle through a gateway before events", Rule.LOOP_WITHOUT_WAIT, circle("<bpmn:eventBasedGateway id='a'/>").replace(flow("a", "g"), flow("a", "c") + flow("a", "w") + caught("<bpmn:messageEventDefinition messageRef='k'/>").replace("id='a'", "id='w'") + flow("w", "e") + caught("<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>PT1S</bpmn:timeDuration></bpmn:timerEventDefinition>").replace("id='a'", "id='c'") + flow("c", "g")).replace("<bpmn:process", "<bpmn:message id='k' name='k'/><bpmn:process")),
                bpmn("a circle by a boundary", Rule.LOOP_WITHOUT_WAIT, process("<bpmn:startEvent id='s'/>" + flow("s", "a") + user("a") + flow("a", "e") + "<bpmn:endEvent id='e'/><bpmn:boundaryEvent id='b' attachedToRef='a'><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>PT0S</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>" + flow("b", "v") + service("camunda:expression='${1}'", "").replace("id='a'", "id='v'") + flow("v", "a"))),
                bpmn("a circle", Rule.LOOP_WITHOUT_WAIT, circle(service("camunda:expression='${1}'", ""))),
                bpmn("a circle of jobs", Rule.LOOP_WITHOUT_WAIT, circle(service("camunda:asyncBefore='true' camunda:expression='${1}'", ""))),
                bpmn("a circle of moments", Rule.LOOP_WITHOUT_WAIT, circle(caught("<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>PT0S</bpmn:timeDuration></bpmn:timerEventDefinition>"))),
                bpmn("a signal that calls itself", Rule.LOOP_WITHOUT_WAIT, definitions("<bpmn:signal id='g' name='g'/><bpmn:process id='m' isExecutable='true' camunda:historyTimeToLive='P1D'><bpmn:startEvent id='s'/>" + flow("s", "t") + "<bpmn:intermediateThrowEvent id='t'><bpmn:signalEventDefinition signalRef='g'/></bpmn:intermediateThrowEvent>" + flow("t", "e") + "<bpmn:endEvent id='e'/><bpmn:subProcess id='p' triggeredByEvent='true'><bpmn:startEvent id='ps' isInterrupting='false'><bpmn:signalEventDefinition signalRef='g'/></bpmn:startEvent>" + flow("ps", "pe") + "<bpmn:endEvent id='pe'><bpmn:signalEventDefinition signalRef='g'/></bpmn:endEvent></bpmn:subProcess></bpmn:process>")),
                bpmn("a process that calls itself", Rule.CALLS_ITSELF, row("<bpmn:callActivity id='a' calledElement='m'/>")),
                bpmn("a timer each second", Rule.TIMER_OFTEN, process("<bpmn:startEvent id='s'/>" + flow("s", "a") + user("a") + flow("a", "e") + "<bpmn:endEvent id='e'/><bpmn:boundaryEvent id='b' attachedToRef='a' cancelActivity='false'><bpmn:timerEventDefinition><bpmn:timeCycle xsi:type='bpmn:tFormalExpression'>R/PT1S</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent id='be'/>" + flow("b", "be"))),
                // Other people's data
                bpmn("a start by itself", Rule.START_KIND, process("<bpmn:startEvent id='s'><bpmn:timerEventDefinition><bpmn:timeCycle xsi:type='bpmn:tFormalExpression'>R/P1D</bpmn:timeCycle></bpmn:timerEventDefinition></bpmn:startEvent>" + flow("s", "a") + user("a") + flow("a", "e") + "<bpmn:endEvent id='e'/>")),
                bpmn("a step in another unit's name", Rule.VARIABLE_RESERVED, row(user("a", "", extended("<camunda:inputOutput><camunda:inputParameter name='unit'>other</camunda:inputParameter></camunda:inputOutput>")))),
                bpmn("a case in another unit's name", Rule.VARIABLE_RESERVED, row(service("camunda:expression=\"${'other'}\" camunda:resultVariable='unit'", ""))),
                bpmn("a call in another unit's name", Rule.VARIABLE_RESERVED, row("<bpmn:callActivity id='a' calledElement='rectification'>" + extended("<camunda:in sourceExpression=\"${'other'}\" target='unit'/>") + "</bpmn:callActivity>")),
                bpmn("a decision put into the approver's mouth", Rule.VARIABLE_RESERVED, row(user("a", "", extended("<camunda:formData><camunda:formField id='outcome' type='string'/></camunda:formData>")))),
                bpmn("a person named", Rule.PERSON_NAMED, row(user("a", "camunda:assignee='director'", ""))),
                bpmn("a person named the standard's way", Rule.PERSON_NAMED, row(user("a", "", "<bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>user(director)</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner>"))),
                // Decisions
                dmn("a decision in the engine's language", Rule.DECISION_LANGUAGE, decision(SING, "expressionLanguage='juel'", "-", "\"x\"")),
                dmn("a decision in a script language", Rule.DECISION_LANGUAGE, decision(SCRIPT, "expressionLanguage='groovy'", "-", "\"x\"")),
                dmn("a decision that names a bean", Rule.FEEL_EXPRESSION, decision(SING, "", "-", "\"x\"")),
                dmn("a decision that calls a method", Rule.FEEL_FORBIDDEN, decision("canary.sing()", "", "-", "\"x\"")),
                dmn("a decision with a function of Java", Rule.FEEL_EXPRESSION, decision("unit", "", "-", "{f: function(a) external {java: {class: \"" + CANARY + "\", method signature: \"sing()\"}}, r: f(1)}.r")),
                dmn("a decision that counts for ever", Rule.FEEL_FORBIDDEN, decision("unit", "", "-", "count(for i in 1..1000000000 return i)")),
                dmn("a decision with a tower of powers", Rule.FEEL_FORBIDDEN, decision("unit", "", "-", "string(9 ** 999999999)")),
                dmn("a decision that backtracks", Rule.FEEL_FORBIDDEN, decision("matches(unit, \"(a+)+b\")", "", "-", "\"x\"")),
                dmn("a decision with a document type", Rule.DOCTYPE, decision("unit", "", "-", "\"x\"").replace("?>", "?><!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>")),
                new Hostile("a program", "m.jar", Rule.FILE_TYPE, "PK"));
    }

    private static String caught(String definition) {
        return "<bpmn:intermediateCatchEvent id='a'>" + definition + "</bpmn:intermediateCatchEvent>";
    }

    /** From a gateway through the step {@code a} and back. */
    private static String circle(String step) {
        return process("<bpmn:startEvent id='s'/>" + flow("s", "g") + "<bpmn:exclusiveGateway id='g' default='f_g_a'/>"
                + flow("g", "e", "${unit == null}") + flow("g", "a") + step + flow("a", "g") + "<bpmn:endEvent id='e'/>");
    }

    /** A gateway whose one flow carries this condition. */
    private static String gate(String condition) {
        return process("<bpmn:startEvent id='s'/>" + flow("s", "g") + "<bpmn:exclusiveGateway id='g' default='f_g_e'/>"
                + "<bpmn:sequenceFlow id='c' sourceRef='g' targetRef='a'>" + condition + "</bpmn:sequenceFlow>"
                + user("a") + flow("a", "e") + flow("g", "e") + "<bpmn:endEvent id='e'/>");
    }
}
