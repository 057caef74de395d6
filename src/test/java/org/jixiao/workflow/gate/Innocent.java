package org.jixiao.workflow.gate;

import static org.jixiao.workflow.gate.Drawn.STEP;
import static org.jixiao.workflow.gate.Drawn.decision;
import static org.jixiao.workflow.gate.Drawn.definitions;
import static org.jixiao.workflow.gate.Drawn.extended;
import static org.jixiao.workflow.gate.Drawn.flow;
import static org.jixiao.workflow.gate.Drawn.process;
import static org.jixiao.workflow.gate.Drawn.row;
import static org.jixiao.workflow.gate.Drawn.user;

import java.util.List;
import java.util.Map;

/** What an admin may well draw: together every construct of BPMN that the engine runs and the rules allow. */
record Innocent(String name, Map<String, String> files) {

    private static final String END = "<bpmn:endEvent id='e'/>";
    private static final String START = "<bpmn:startEvent id='s' name='开始'/>";

    @Override
    public String toString() {
        return name;
    }

    private static Innocent bpmn(String name, String xml) {
        return new Innocent(name, Map.of("m.bpmn", xml));
    }

    static List<Innocent> all() {
        return List.of(
                bpmn("a step of each kind", row(
                        user("u", "camunda:dueDate='2026-12-31T17:00:00' camunda:followUpDate='${now()}' camunda:priority='50'", "<bpmn:documentation>第一行\n第二行</bpmn:documentation>"),
                        "<bpmn:task id='t'/>", "<bpmn:manualTask id='h'/>",
                        "<bpmn:serviceTask id='v' camunda:asyncBefore='true' camunda:expression='${posts.director(unit)}' camunda:resultVariable='who'/>",
                        "<bpmn:sendTask id='n' camunda:expression='${unit}'/>")),
                bpmn("boundary events of each kind", boundaries()),
                bpmn("a message waited for", messages()),
                bpmn("a signal thrown and caught", signals()),
                bpmn("an escalation and an error out of a sub-process", thrown()),
                bpmn("compensation", compensation()),
                bpmn("a transaction that is cancelled", transaction()),
                bpmn("links", links()),
                bpmn("an inclusive gateway", split("inclusiveGateway", "${unit != null}", "${section == null}")),
                bpmn("a parallel gateway", split("parallelGateway", "", "")),
                bpmn("an event gateway", eventGateway()),
                bpmn("a condition that becomes true", row("<bpmn:intermediateCatchEvent id='a'><bpmn:conditionalEventDefinition><bpmn:condition xsi:type='bpmn:tFormalExpression'>${unit != null}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>")),
                bpmn("event sub-processes", eventSubProcesses()),
                bpmn("a countersign, all at once", row(user("a", "", many("false", "camunda:collection='${year.sections()}' camunda:elementVariable='one'", "${nrOfCompletedInstances == nrOfInstances}")).replace("${posts.director(unit)}", "${posts.chief(unit, one)}"))),
                bpmn("a countersign, one after the other", row(user("a", "", many("true", "", "${nrOfCompletedInstances >= 2}").replace("<bpmn:completion", "<bpmn:loopCardinality xsi:type='bpmn:tFormalExpression'>3</bpmn:loopCardinality><bpmn:completion")))),
                bpmn("a sub-process for each section", row("<bpmn:subProcess id='a'><bpmn:multiInstanceLoopCharacteristics camunda:collection='${year.sections()}' camunda:elementVariable='one'/><bpmn:startEvent id='is'/>" + flow("is", "iu") + "<bpmn:userTask id='iu' camunda:candidateGroups='${posts.deputy(unit, one)}'/>" + flow("iu", "ie") + "<bpmn:endEvent id='ie'/></bpmn:subProcess>")),
                bpmn("a called process", row("<bpmn:callActivity id='a' calledElement='rectification'>" + extended("<camunda:in businessKey='${execution.processBusinessKey}/x'/><camunda:in source='unit' target='unit'/><camunda:in source='year' target='year'/><camunda:in sourceExpression='${section}' target='section' local='true'/><camunda:out source='result' target='result'/>") + "</bpmn:callActivity>")),
                new Innocent("a decision with its process", Map.of(
                        "m.bpmn", row("<bpmn:businessRuleTask id='a' camunda:decisionRef='m' camunda:decisionRefBinding='latest' camunda:mapDecisionResult='singleEntry' camunda:resultVariable='level'/>", user("u")),
                        "判.dmn", decision("unit", "", "\"szxxzx\", \"other\"", "\"高\""))),
                new Innocent("a decision with dates and numbers", Map.of("m.dmn", decision("if year > 2023 and contains(unit, \"sz\") then \"x\" else string(year)", "expressionLanguage=\"feel\"", "not(\"y\")", "upper case(\"x\")"))),
                new Innocent("a decision that asks for any", Map.of("m.dmn", decision("year", "", "[2020..2030], > 2040", "null").replace("typeRef=\"string\" >", "typeRef=\"integer\">"))),
                bpmn("input, output and listeners", row(user("a", "", extended(
                        "<camunda:inputOutput><camunda:inputParameter name='p'>${unit}</camunda:inputParameter><camunda:inputParameter name='l'><camunda:list><camunda:value>甲</camunda:value></camunda:list></camunda:inputParameter><camunda:inputParameter name='m'><camunda:map><camunda:entry key='k'>乙</camunda:entry></camunda:map></camunda:inputParameter><camunda:outputParameter name='q'>${p}</camunda:outputParameter></camunda:inputOutput>"
                                + "<camunda:executionListener event='start' expression='${m.k}'/><camunda:taskListener event='create' expression='${l[0]}'/>")))),
                bpmn("a reminder by a task listener", row(user("a", "", extended("<camunda:taskListener id='w' event='timeout' expression='${posts.director(unit)}'><bpmn:timerEventDefinition id='wt'><bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></camunda:taskListener>")))),
                bpmn("form fields", row(user("a", "", extended("<camunda:formData><camunda:formField id='n' label='数' type='long' defaultValue='1'><camunda:properties><camunda:property id='x' value='y'/></camunda:properties><camunda:validation><camunda:constraint name='required'/><camunda:constraint name='max' config='9'/></camunda:validation></camunda:formField><camunda:formField id='c' label='选' type='enum'><camunda:value id='a' name='甲'/></camunda:formField></camunda:formData>")))),
                bpmn("a product's form with its properties", row(user("a", "camunda:formKey='targets-examine'", extended("<camunda:properties><camunda:property name='kind' value='approve'/><camunda:property name='deadline' value='3'/><camunda:property name='own' value='skip'/><camunda:property name='return' value='any'/><camunda:property name='own.words' value='any'/></camunda:properties>")))),
                bpmn("an approval with its return", approval()),
                bpmn("a question and its opposite", question()),
                bpmn("timers of each kind", timers()),
                bpmn("asked again each day", process(START + flow("s", "w") + timer("w", "timeDuration", "P1D") + flow("w", "g") + "<bpmn:exclusiveGateway id='g' default='f_g_e'/>" + flow("g", "w", "${section == null}") + flow("g", "e") + END)),
                bpmn("a boundary that brings the step back after days", process(START + flow("s", "a") + user("a") + flow("a", "e") + END + "<bpmn:boundaryEvent id='b' attachedToRef='a'><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>P3D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>" + flow("b", "a"))),
                bpmn("lanes, groups, notes and data", decorated()),
                bpmn("colours and the Modeler's notes", row(user("a")).replace("id=\"d\"", "id='d' xmlns:modeler='http://camunda.org/schema/modeler/1.0' xmlns:bioc='http://bpmn.io/schema/bpmn/biocolor/1.0' modeler:executionPlatform='Camunda Platform' exporter='Camunda Modeler'").replace("name='办理'", "name='办理' bioc:stroke='#831311'")),
                bpmn("a pool", row(user("a")).replace("<bpmn:process", "<bpmn:collaboration id='k'><bpmn:participant id='pp' name='中心' processRef='m'/></bpmn:collaboration><bpmn:process")),
                bpmn("a terminating end", row(user("a")).replace("<bpmn:endEvent id='e'/>", "<bpmn:endEvent id='e'><bpmn:terminateEventDefinition/></bpmn:endEvent>")));
    }

    private static String many(String sequential, String attributes, String until) {
        return "<bpmn:multiInstanceLoopCharacteristics isSequential='" + sequential + "' " + attributes + "><bpmn:completionCondition xsi:type='bpmn:tFormalExpression'>" + until + "</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>";
    }

    private static String boundary(String id, String attributes, String definition) {
        return "<bpmn:boundaryEvent id='" + id + "' attachedToRef='p' " + attributes + ">" + definition + "</bpmn:boundaryEvent><bpmn:endEvent id='" + id + "e'/>" + flow(id, id + "e");
    }

    private static String boundaries() {
        return definitions("<bpmn:message id='g' name='消息'/><bpmn:signal id='h' name='信号'/><bpmn:error id='x' name='错' errorCode='x'/><bpmn:escalation id='y' name='升' escalationCode='y'/>"
                + "<bpmn:process id='m' isExecutable='true' camunda:historyTimeToLive='P1D'>" + START + flow("s", "p")
                + "<bpmn:subProcess id='p'><bpmn:startEvent id='ps'/>" + flow("ps", "pu") + "<bpmn:userTask id='pu' " + STEP + "/>" + flow("pu", "pe") + "<bpmn:endEvent id='pe'/></bpmn:subProcess>" + flow("p", "e") + END
                + boundary("b1", "", "<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>P10D</bpmn:timeDuration></bpmn:timerEventDefinition>")
                + boundary("b2", "cancelActivity='false'", "<bpmn:timerEventDefinition><bpmn:timeCycle xsi:type='bpmn:tFormalExpression'>R3/P1D</bpmn:timeCycle></bpmn:timerEventDefinition>")
                + boundary("b3", "cancelActivity='false'", "<bpmn:messageEventDefinition messageRef='g'/>")
                + boundary("b4", "cancelActivity='false'", "<bpmn:signalEventDefinition signalRef='h'/>")
                + boundary("b5", "", "<bpmn:errorEventDefinition errorRef='x' camunda:errorCodeVariable='code'/>")
                + boundary("b6", "", "<bpmn:escalationEventDefinition escalationRef='y'/>")
                + boundary("b7", "cancelActivity='false'", "<bpmn:conditionalEventDefinition camunda:variableName='unit' camunda:variableEvents='update'><bpmn:condition xsi:type='bpmn:tFormalExpression'>${unit == null}</bpmn:condition></bpmn:conditionalEventDefinition>")
                + "</bpmn:process>");
    }

    private static String messages() {
        return definitions("<bpmn:message id='g' name='材料到了'/><bpmn:process id='m' isExecutable='true' camunda:historyTimeToLive='P1D'>" + START + flow("s", "a")
                + "<bpmn:receiveTask id='a' messageRef='g'/>" + flow("a", "c") + "<bpmn:intermediateCatchEvent id='c'><bpmn:messageEventDefinition messageRef='g'/></bpmn:intermediateCatchEvent>" + flow("c", "e") + END + "</bpmn:process>");
    }

    private static String signals() {
        return definitions("<bpmn:signal id='g' name='全市放假'/><bpmn:process id='m' isExecutable='true' camunda:historyTimeToLive='P1D'>" + START + flow("s", "g1")
                + "<bpmn:parallelGateway id='g1'/>" + flow("g1", "c") + flow("g1", "t") + "<bpmn:intermediateCatchEvent id='c'><bpmn:signalEventDefinition signalRef='g'/></bpmn:intermediateCatchEvent>"
                + "<bpmn:intermediateThrowEvent id='t'><bpmn:signalEventDefinition signalRef='g'/></bpmn:intermediateThrowEvent>" + flow("c", "j") + flow("t", "j") + "<bpmn:parallelGateway id='j'/>" + flow("j", "e") + END + "</bpmn:process>");
    }

    private static String thrown() {
        return definitions("<bpmn:error id='x' errorCode='x'/><bpmn:escalation id='y' escalationCode='y'/><bpmn:process id='m' isExecutable='true' camunda:historyTimeToLive='P1D'>" + START + flow("s", "p")
                + "<bpmn:subProcess id='p'><bpmn:startEvent id='ps'/>" + flow("ps", "py") + "<bpmn:intermediateThrowEvent id='py'><bpmn:escalationEventDefinition escalationRef='y'/></bpmn:intermediateThrowEvent>" + flow("py", "px") + "<bpmn:endEvent id='px'><bpmn:errorEventDefinition errorRef='x'/></bpmn:endEvent></bpmn:subProcess>" + flow("p", "e") + END
                + boundary("b1", "", "<bpmn:errorEventDefinition errorRef='x'/>") + boundary("b2", "cancelActivity='false'", "<bpmn:escalationEventDefinition escalationRef='y' camunda:escalationCodeVariable='v'/>") + "</bpmn:process>");
    }

    private static String compensation() {
        return process(START + flow("s", "a") + user("a") + flow("a", "t") + "<bpmn:intermediateThrowEvent id='t'><bpmn:compensateEventDefinition activityRef='a'/></bpmn:intermediateThrowEvent>" + flow("t", "e") + END
                + "<bpmn:boundaryEvent id='b' attachedToRef='a'><bpmn:compensateEventDefinition/></bpmn:boundaryEvent><bpmn:userTask id='u' isForCompensation='true' " + STEP + "/><bpmn:association id='o' associationDirection='One' sourceRef='b' targetRef='u'/>");
    }

    private static String transaction() {
        return process(START + flow("s", "p") + "<bpmn:transaction id='p'><bpmn:startEvent id='ps'/>" + flow("ps", "pu") + "<bpmn:userTask id='pu' " + STEP + "/>" + flow("pu", "pe") + "<bpmn:endEvent id='pe'><bpmn:cancelEventDefinition/></bpmn:endEvent></bpmn:transaction>" + flow("p", "e") + END
                + boundary("b", "", "<bpmn:cancelEventDefinition/>"));
    }

    private static String links() {
        return process(START + flow("s", "a") + user("a") + flow("a", "l") + "<bpmn:intermediateThrowEvent id='l'><bpmn:linkEventDefinition name='接'/></bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent id='k'><bpmn:linkEventDefinition name='接'/></bpmn:intermediateCatchEvent>" + flow("k", "e") + END);
    }

    private static String split(String kind, String one, String other) {
        String way = one.isEmpty() ? "" : " default='f_g_b'";
        return process(START + flow("s", "g") + "<bpmn:" + kind + " id='g'" + way + "/>" + flow("g", "a", one) + flow("g", "b") + flow("g", "c", other) + user("a") + user("b") + user("c")
                + flow("a", "j") + flow("b", "j") + flow("c", "j") + "<bpmn:" + kind + " id='j'/>" + flow("j", "e") + END);
    }

    private static String eventGateway() {
        return definitions("<bpmn:message id='g' name='到'/><bpmn:process id='m' isExecutable='true' camunda:historyTimeToLive='P1D'>" + START + flow("s", "v") + "<bpmn:eventBasedGateway id='v'/>" + flow("v", "c") + flow("v", "t")
                + "<bpmn:intermediateCatchEvent id='c'><bpmn:messageEventDefinition messageRef='g'/></bpmn:intermediateCatchEvent><bpmn:intermediateCatchEvent id='t'><bpmn:timerEventDefinition><bpmn:timeDate xsi:type='bpmn:tFormalExpression'>2030-01-01T00:00:00</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>" + flow("c", "e") + flow("t", "e") + END + "</bpmn:process>");
    }

    private static String eventSubProcesses() {
        return definitions("<bpmn:message id='g' name='撤'/><bpmn:error id='x' errorCode='x'/><bpmn:signal id='h' name='停'/><bpmn:process id='m' isExecutable='true' camunda:historyTimeToLive='P1D'>" + START + flow("s", "a") + user("a") + flow("a", "e") + END
                + eventSub("1", "isInterrupting='true'", "<bpmn:messageEventDefinition messageRef='g'/>") + eventSub("2", "isInterrupting='false'", "<bpmn:signalEventDefinition signalRef='h'/>")
                + eventSub("3", "isInterrupting='false'", "<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>P30D</bpmn:timeDuration></bpmn:timerEventDefinition>")
                + eventSub("4", "", "<bpmn:errorEventDefinition errorRef='x'/>") + "</bpmn:process>");
    }

    private static String eventSub(String n, String attributes, String definition) {
        return "<bpmn:subProcess id='p" + n + "' triggeredByEvent='true'><bpmn:startEvent id='q" + n + "' " + attributes + ">" + definition + "</bpmn:startEvent>" + flow("q" + n, "u" + n) + user("u" + n) + flow("u" + n, "z" + n) + "<bpmn:endEvent id='z" + n + "'/></bpmn:subProcess>";
    }

    private static String approval() {
        return process(START + flow("s", "f") + user("f", "", extended("<camunda:properties><camunda:property name='kind' value='fill'/></camunda:properties>")) + flow("f", "a") + user("a") + flow("a", "g") + "<bpmn:exclusiveGateway id='g' name='同意？'/>"
                + flow("g", "f", "${outcome == 'return'}") + flow("g", "e", "${outcome == 'approve'}") + END);
    }

    private static String question() {
        return process(START + flow("s", "g") + "<bpmn:exclusiveGateway id='g' name='开放？'/>" + flow("g", "a", "${year.opened('HALF_YEAR')}") + flow("g", "b", "${!year.opened('HALF_YEAR')}") + user("a") + user("b") + flow("a", "e") + flow("b", "e") + END);
    }

    private static String timers() {
        return row(timer("a", "timeDate", "2030-01-01"), timer("b", "timeDuration", "PT8H"), timer("c", "timeDuration", "P1M"), timer("w", "timeCycle", "0 0 9 * * ?"));
    }

    private static String timer(String id, String kind, String value) {
        return "<bpmn:intermediateCatchEvent id='" + id + "'><bpmn:timerEventDefinition><bpmn:" + kind + " xsi:type='bpmn:tFormalExpression'>" + value + "</bpmn:" + kind + "></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>";
    }

    private static String decorated() {
        return definitions("<bpmn:category id='y'><bpmn:categoryValue id='yv' value='组'/></bpmn:category><bpmn:process id='m' isExecutable='true' camunda:historyTimeToLive='P1D'><bpmn:laneSet id='ls'><bpmn:lane id='l' name='科室'><bpmn:flowNodeRef>s</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>"
                + START + flow("s", "a") + user("a") + flow("a", "e") + END + "<bpmn:dataObject id='do'/><bpmn:dataObjectReference id='dr' name='表' dataObjectRef='do'/><bpmn:textAnnotation id='n'><bpmn:text>说明</bpmn:text></bpmn:textAnnotation><bpmn:association id='o' sourceRef='a' targetRef='n'/><bpmn:group id='gr' categoryValueRef='yv'/></bpmn:process>");
    }
}
