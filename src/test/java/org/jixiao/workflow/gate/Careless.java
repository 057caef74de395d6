package org.jixiao.workflow.gate;

import static org.jixiao.workflow.gate.Drawn.definitions;
import static org.jixiao.workflow.gate.Drawn.extended;
import static org.jixiao.workflow.gate.Drawn.flow;
import static org.jixiao.workflow.gate.Drawn.process;
import static org.jixiao.workflow.gate.Drawn.row;
import static org.jixiao.workflow.gate.Drawn.service;
import static org.jixiao.workflow.gate.Drawn.user;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an admin may forget or mistype; each is found by a rule of its own, at the element. */
record Careless(Rule rule, String element, String file, String xml) {

    Careless(Rule rule, String element, String xml) {
        this(rule, element, "m.bpmn", xml);
    }

    private static Careless form(Rule rule, String element, String json) {
        return new Careless(rule, element, "m.form", json);
    }

    private static String signed(String rule, String signers, String loop) {
        return row("<bpmn:userTask id='a' name='会签' camunda:candidateGroups='${signer}'>"
                + extended("<camunda:properties><camunda:property name='countersign' value='" + rule
                        + "'/><camunda:property name='signers' value='" + signers + "'/></camunda:properties>")
                + "<bpmn:multiInstanceLoopCharacteristics " + loop + "/></bpmn:userTask>");
    }

    private static String component(String inside) {
        return "{\"id\": \"m\", \"components\": [{\"id\": \"f\", " + inside + "}]}";
    }

    @Override
    public String toString() {
        return rule.id();
    }

    static List<Careless> all() {
        String end = "<bpmn:endEvent id='e'/>";
        return List.of(
                new Careless(Rule.XML, "", "<bpmn:definitions"),
                new Careless(Rule.ENGINE, "", row(user("a")).replace("<bpmn:endEvent id='e'/>", "<bpmn:endEvent id='a'/>")),
                new Careless(Rule.NOT_EXECUTABLE, "", row(user("a")).replace("isExecutable='true'", "isExecutable='false'")),
                new Careless(Rule.ATTRIBUTE_UNKNOWN, "a", row(user("a", "camunda:taskPriority='1'", ""))),
                new Careless(Rule.AD_HOC, "a", row("<bpmn:adHocSubProcess id='a'/>")),
                new Careless(Rule.EXPRESSION_UNREADABLE, "a", row(service("camunda:expression='${unit'", ""))),
                new Careless(Rule.VARIABLE_UNKNOWN, "a", row(service("camunda:expression='${amuont}'", ""))),
                new Careless(Rule.POST_MISSING, "a", row("<bpmn:userTask id='a' name='办理'/>")),
                new Careless(Rule.POST_UNKNOWN, "a", row("<bpmn:userTask id='a' camunda:candidateGroups='领导'/>")),
                new Careless(Rule.POST_UNKNOWN, "a", row("<bpmn:userTask id='a' camunda:candidateGroups='${posts.director(unit)}, 0193f0a2-0000-7000-8000-000000000000'/>")),
                new Careless(Rule.POST_SEVERAL, "a", row("<bpmn:userTask id='a' camunda:candidateGroups='${posts.director(unit)}, ${posts.bureau(unit)}'/>")),
                new Careless(Rule.POST_SEVERAL, "a", row("<bpmn:userTask id='a' camunda:candidateGroups='${posts.signers(unit, &quot;chief&quot;)}'/>")),
                new Careless(Rule.FORM_KEY_UNKNOWN, "a", row(user("a", "camunda:formKey='target-countersign'", ""))),
                new Careless(Rule.FORM_MISSING, "a", row(user("a", "camunda:formRef='countersign' camunda:formRefBinding='latest'", ""))),
                form(Rule.FORM_UNREADABLE, "", "{"),
                form(Rule.FORM_UNREADABLE, "", "{\"components\": []}"),
                form(Rule.FORM_COMPONENT, "f", component("\"type\": \"iframe\", \"url\": \"http://127.0.0.1\"")),
                form(Rule.FEEL_EXPRESSION, "f", component("\"type\": \"textfield\", \"key\": \"k\", \"conditional\": {\"hide\": \"true\"}")),
                form(Rule.FEEL_EXPRESSION, "f", component("\"type\": \"textfield\", \"key\": \"k\", \"conditional\": {\"hide\": \"=k = = 1\"}")),
                form(Rule.FEEL_FORBIDDEN, "f", component("\"type\": \"textfield\", \"key\": \"k\", \"conditional\": {\"hide\": \"=some x in 1..999999999 satisfies x = 0\"}")),
                form(Rule.FEEL_FORBIDDEN, "f", component("\"type\": \"table\", \"dataSource\": \"=for i in 1..999999999 return {n: i}\", \"columns\": [{\"key\": \"n\", \"label\": \"n\"}]")),
                form(Rule.FEEL_FORBIDDEN, "f", component("\"type\": \"table\", \"dataSource\": \"=k[count(k[count(k[count(k) > 0]) > 0]) > 0]\", \"columns\": [{\"key\": \"n\", \"label\": \"n\"}]")),
                form(Rule.FEEL_FORBIDDEN, "f", component("\"type\": \"table\", \"dataSource\": \"=k\", \"columnsExpression\": \"=function(x) x\"")),
                form(Rule.FORM_COMPONENT, "f", component("\"type\": \"text\", \"text\": \"见<img src=x>\"")),
                form(Rule.FORM_COMPONENT, "f", component("\"type\": \"text\", \"text\": \"![图](http://elsewhere/a.png)\"")),
                form(Rule.FEEL_FORBIDDEN, "g", rows("k[n = count(k[n > 1])] = null")),
                form(Rule.FEEL_FORBIDDEN, "g", rows("list contains(k[list contains(k.n, n)].n, 3)")),
                form(Rule.FEEL_FORBIDDEN, "f", component(Stream.generate(() -> "\"type\": \"table\", \"dataSource\": \"=k[n = count(k[n > 1])]\", \"columns\": [{\"key\": \"n\", \"label\": \"n\"}]")
                        .limit(12).collect(Collectors.joining("}, {\"id\": \"f\", ")))),
                form(Rule.FORM_COMPONENT, "f", component("\"type\": \"dynamiclist\", \"path\": \"k\", \"defaultRepetitions\": 30, \"components\": [{\"type\": \"textfield\", \"key\": \"n\"}]")),
                form(Rule.FORM_UNREADABLE, "f", component("\"type\": \"table\", \"columns\": [{\"key\": \"n\", \"label\": \"n\"}]")),
                form(Rule.FORM_UNREADABLE, "f", component("\"type\": \"table\", \"dataSource\": \"=k\"")),
                form(Rule.FORM_UNREADABLE, "f", component("\"type\": \"dynamiclist\", \"path\": \"k\", \"components\": []")),
                form(Rule.FORM_KEY, "f", component("\"type\": \"dynamiclist\", \"path\": \"k.l\", \"components\": [{\"type\": \"textfield\", \"key\": \"n\"}]")),
                form(Rule.VARIABLE_RESERVED, "f", component("\"type\": \"dynamiclist\", \"path\": \"section\", \"components\": [{\"type\": \"textfield\", \"key\": \"n\"}]")),
                form(Rule.FORM_COMPONENT, "g", component("\"type\": \"dynamiclist\", \"path\": \"k\", \"components\": [{\"type\": \"textfield\", \"key\": \"n\"}, {\"type\": \"dynamiclist\", \"id\": \"g\", \"path\": \"m\", \"components\": [{\"type\": \"textfield\", \"key\": \"n\"}]}]")),
                form(Rule.FORM_COMPONENT, "f", component("\"type\": \"group\", \"path\": \"person\", \"components\": [{\"type\": \"textfield\", \"key\": \"n\"}]")),
                form(Rule.FORM_COMPONENT, "f", component("\"type\": \"text\", \"text\": \"{{unit}}\"")),
                form(Rule.FORM_COMPONENT, "f", component("\"type\": \"number\", \"key\": \"k\", \"validate\": {\"min\": \"=least\"}")),
                form(Rule.FORM_PATTERN, "f", component("\"type\": \"textfield\", \"key\": \"k\", \"validate\": {\"pattern\": \"(?=a)b\"}")),
                form(Rule.FORM_PATTERN, "f", component("\"type\": \"textfield\", \"key\": \"k\", \"validate\": {\"pattern\": \"(a)\\\\1\"}")),
                form(Rule.FORM_PATTERN, "f", component("\"type\": \"textfield\", \"key\": \"k\", \"validate\": {\"pattern\": \"(\"}")),
                form(Rule.FORM_KEY, "f", component("\"type\": \"textfield\", \"key\": \"天数\"")),
                form(Rule.FORM_OPTIONS, "f", component("\"type\": \"select\", \"key\": \"k\"")),
                form(Rule.VARIABLE_RESERVED, "f", component("\"type\": \"textfield\", \"key\": \"unit\"")),
                form(Rule.FORM_KEY, "f", component("\"type\": \"textfield\", \"key\": \"__proto__\"")),
                form(Rule.FORM_KEY, "f", component("\"type\": \"textfield\", \"key\": \"constructor\"")),
                form(Rule.FORM_KEY, "f", component("\"type\": \"dynamiclist\", \"path\": \"prototype\", \"components\": [{\"type\": \"textfield\", \"key\": \"n\"}]")),
                form(Rule.FORM_LABEL, "f", component("\"type\": \"textfield\", \"key\": \"k\", \"label\": \" \"")),
                form(Rule.FORM_LABEL, "n", component("\"type\": \"dynamiclist\", \"path\": \"k\", \"components\": [{\"type\": \"textfield\", \"key\": \"n\"}]")),
                form(Rule.FORM_KEY, "components", "{\"id\": \"m\", \"components\": [{\"type\": \"textfield\"}]}"),
                new Careless(Rule.FORM_LABEL, "a", row(user("a", "", extended("<camunda:formData><camunda:formField id='x' type='string'/></camunda:formData>")))),
                new Careless(Rule.FORM_KEY, "a", row(user("a", "", extended("<camunda:formData><camunda:formField id='x' type='string'/><camunda:formField id='x' type='long'/></camunda:formData>")))),
                new Careless(Rule.CONTENT_UNKNOWN, "m", process(extended("<camunda:properties><camunda:property name='content' value='target'/></camunda:properties>") + "<bpmn:startEvent id='s'/>" + flow("s", "e") + end)),
                new Careless(Rule.PROPERTY_VALUE, "a", row(user("a", "", extended("<camunda:properties><camunda:property name='deadline' value='三天'/></camunda:properties>")))),
                new Careless(Rule.PROPERTY_VALUE, "a", row(user("a", "", extended("<camunda:properties><camunda:property name='kind' value='countersign'/></camunda:properties>")))),
                new Careless(Rule.TEMPLATE_UNKNOWN, "a", row(user("a", "camunda:modelerTemplate='org.example.approve'", ""))),
                new Careless(Rule.PROPERTY_VALUE, "a", row(user("a", "", extended("<camunda:properties><camunda:property name='remind' value='明天'/></camunda:properties>")))),
                new Careless(Rule.PROPERTY_VALUE, "a", row(service("camunda:expression='${copies.send()}'", extended("<camunda:properties><camunda:property name='to' value='everybody'/></camunda:properties>")))),
                new Careless(Rule.COUNTERSIGN_SHAPE, "a", row(user("a", "", extended("<camunda:properties><camunda:property name='signers' value='chief'/></camunda:properties>")))),
                new Careless(Rule.COUNTERSIGN_SHAPE, "a", signed("all", "chief", "camunda:collection='signers'")),
                new Careless(Rule.DROP_UNASKED, "a", row(user("a", "", extended("<camunda:properties><camunda:property name='kind' value='fill'/><camunda:property name='drop' value='true'/></camunda:properties>")))),
                new Careless(Rule.COUNTERSIGN_UNASKED, "a", signed("all", "chief", "camunda:collection='signers' camunda:elementVariable='signer'")),
                new Careless(Rule.PROPERTY_VALUE, "a", signed("ratio", "chief", "camunda:collection='signers' camunda:elementVariable='signer'")),
                new Careless(Rule.PROPERTY_VALUE, "a", signed("all", "chief,everybody", "camunda:collection='signers' camunda:elementVariable='signer'")),
                new Careless(Rule.PROCESS_UNKNOWN, "a", row("<bpmn:callActivity id='a' calledElement='section-target'/>")),
                new Careless(Rule.DECISION_UNKNOWN, "a", row("<bpmn:businessRuleTask id='a' camunda:decisionRef='level'/>")),
                new Careless(Rule.HISTORY_MISSING, "m", row(user("a")).replace("camunda:historyTimeToLive='P3650D'", "")),
                new Careless(Rule.UNREACHABLE, "b", row(user("a")).replace("<bpmn:endEvent", user("b") + flow("b", "e") + "<bpmn:endEvent")),
                new Careless(Rule.NO_EXIT, "b", process("<bpmn:startEvent id='s'/>" + flow("s", "b") + user("b"))),
                new Careless(Rule.GATEWAY_NO_DEFAULT, "g", process("<bpmn:startEvent id='s'/>" + flow("s", "a") + user("a") + flow("a", "g") + "<bpmn:exclusiveGateway id='g'/>" + flow("g", "a", "${outcome == 'return'}") + flow("g", "e", "${outcome == 'agree'}") + end)),
                new Careless(Rule.TIMER_UNREADABLE, "a", timer("三天")),
                new Careless(Rule.TIMER_UNREADABLE, "a", timer("")),
                new Careless(Rule.TIMER_MAY_BE_EMPTY, "a", timer("${section}")),
                new Careless(Rule.START_KIND, "s", definitions("<bpmn:message id='g' name='g'/><bpmn:process id='m' isExecutable='true' camunda:historyTimeToLive='P1D'><bpmn:startEvent id='s'><bpmn:messageEventDefinition messageRef='g'/></bpmn:startEvent>" + flow("s", "e") + end + "</bpmn:process>")),
                new Careless(Rule.PROPERTY_VALUE, "s", row(user("a")).replace("<bpmn:startEvent id='s'/>", yearStart("s", "post"))),
                new Careless(Rule.PROPERTY_VALUE, "s", row(user("a")).replace("<bpmn:startEvent id='s'/>", yearStart("s", ""))),
                new Careless(Rule.PROPERTY_VALUE, "s", row(user("a")).replace("<bpmn:startEvent id='s'/>", ownStart("s", "modeller"))),
                new Careless(Rule.START_FORM, "s", row(user("a")).replace("<bpmn:startEvent id='s'/>", "<bpmn:startEvent id='s' camunda:formKey='targets-fill'/>")),
                new Careless(Rule.START_FORM, "s", row(user("a")).replace("<bpmn:startEvent id='s'/>", "<bpmn:startEvent id='s'>" + extended("<camunda:formData><camunda:formField id='x' type='string'/></camunda:formData>") + "</bpmn:startEvent>")),
                new Careless(Rule.STARTER_GROUPS, "m", row(user("a")).replace("camunda:historyTimeToLive", "camunda:candidateStarterGroups='chiefs' camunda:historyTimeToLive")),
                new Careless(Rule.OWN_START, "i", row("<bpmn:subProcess id='p'>" + ownStart("i", "chief") + flow("i", "x") + "<bpmn:endEvent id='x'/></bpmn:subProcess>")),
                new Careless(Rule.SECTION_NONE, "s", row(user("a").replace("director(unit)", "chief(unit, section)")).replace("<bpmn:startEvent id='s'/>", ownStart("s", "director"))),
                new Careless(Rule.SECTION_NONE, "s", row(user("a").replace("director(unit)", "chief(unit, section)")).replace("<bpmn:startEvent id='s'/>", yearStart("s", "unit"))),
                new Careless(Rule.YEAR_START, "i", row("<bpmn:subProcess id='p'>" + yearStart("i", "unit") + flow("i", "x") + "<bpmn:endEvent id='x'/></bpmn:subProcess>")),
                new Careless(Rule.YEAR_START, "s", row(user("a")).replace("<bpmn:startEvent id='s'/>",
                        extended("<camunda:properties><camunda:property name='content' value='targets'/></camunda:properties>") + yearStart("s", "unit"))));
    }

    private static String rows(String hide) {
        return component("\"type\": \"dynamiclist\", \"path\": \"k\", \"components\": [{\"type\": \"number\", \"id\": \"g\", \"key\": \"n\", \"conditional\": {\"hide\": \"=" + hide + "\"}}]");
    }

    private static String ownStart(String id, String post) {
        return "<bpmn:startEvent id='" + id + "' camunda:modelerTemplate='org.jixiao.own-start'>"
                + extended("<camunda:properties><camunda:property name='startedBy' value='" + post + "'/></camunda:properties>") + "</bpmn:startEvent>";
    }

    private static String yearStart(String id, String begins) {
        return "<bpmn:startEvent id='" + id + "' camunda:modelerTemplate='org.jixiao.year-start'>"
                + extended("<camunda:properties><camunda:property name='begins' value='" + begins + "'/></camunda:properties>") + "</bpmn:startEvent>";
    }

    private static String timer(String duration) {
        return row("<bpmn:intermediateCatchEvent id='a'><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type='bpmn:tFormalExpression'>" + duration + "</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>");
    }
}
