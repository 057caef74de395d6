package org.jixiao.workflow.gate;

import java.nio.charset.StandardCharsets;

/** Models written as what matters in them. */
final class Drawn {

    private Drawn() {}

    static final String STEP = "camunda:candidateGroups='${posts.director(unit)}'";

    /** @param body what stands in the process {@code m} */
    static String process(String body) {
        return definitions("<bpmn:process id='m' name='样' isExecutable='true' camunda:historyTimeToLive='P3650D'>" + body + "</bpmn:process>");
    }

    /** @param roots what stands in the definitions */
    static String definitions(String roots) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                  xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:x="urn:x"
                  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="urn:jixiao:test">
                """
                + roots + "</bpmn:definitions>";
    }

    /** Start, these steps in a row, end; {@code <id/>} of each is read from its first {@code id='…'}. */
    static String row(String... steps) {
        var body = new StringBuilder("<bpmn:startEvent id='s'/>");
        String last = "s";
        for (String step : steps) {
            String id = step.replaceFirst("(?s)^.*?\\bid='([^']+)'.*$", "$1");
            body.append(step).append(flow(last, id));
            last = id;
        }
        return process(body.append("<bpmn:endEvent id='e'/>").append(flow(last, "e")).toString());
    }

    static String flow(String from, String to) {
        return flow(from, to, "");
    }

    static String flow(String from, String to, String condition) {
        return "<bpmn:sequenceFlow id='f_" + from + "_" + to + "' sourceRef='" + from + "' targetRef='" + to + "'>"
                + (condition.isEmpty() ? "" : "<bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>" + condition + "</bpmn:conditionExpression>")
                + "</bpmn:sequenceFlow>";
    }

    static String user(String id, String attributes, String inside) {
        return "<bpmn:userTask id='" + id + "' name='办理' " + STEP + " " + attributes + ">" + inside + "</bpmn:userTask>";
    }

    static String user(String id) {
        return user(id, "", "");
    }

    static String extended(String inside) {
        return "<bpmn:extensionElements>" + inside + "</bpmn:extensionElements>";
    }

    static String service(String attributes, String inside) {
        return "<bpmn:serviceTask id='a' " + attributes + ">" + inside + "</bpmn:serviceTask>";
    }

    static String decision(String input, String language, String test, String output) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                  id="d" name="判" namespace="http://camunda.org/schema/1.0/dmn">
                  <decision id="m" name="判" camunda:historyTimeToLive="3650">
                    <decisionTable id="t"><input id="i"><inputExpression id="x" typeRef="string" %s><text>%s</text></inputExpression></input>
                    <output id="o" name="o" typeRef="string"/>
                    <rule id="r"><inputEntry id="n"><text>%s</text></inputEntry><outputEntry id="u"><text>%s</text></outputEntry></rule>
                    </decisionTable></decision></definitions>
                """
                .formatted(language, input, test, output);
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
