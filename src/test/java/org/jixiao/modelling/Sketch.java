package org.jixiao.modelling;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jixiao.workflow.Deployments;
import org.jixiao.workflow.Deployments.Definition;
import org.jixiao.workflow.Deployments.Facts;
import org.jixiao.workflow.Deployments.Repeated;
import org.jixiao.workflow.Deployments.Upload;
import org.jixiao.workflow.Probe;
import org.springframework.context.ApplicationContext;

/** 请示: a process of one or two steps, drawn as an admin would, for tests of the modellers' pages. */
public final class Sketch {

    public static final String ONE = step("a", "director", "");

    private Sketch() {}

    public static String step(String id, String post, String inside) {
        return "<bpmn:userTask id='" + id + "' name='步骤" + id + "' camunda:candidateGroups='${posts." + post + "(unit)}'>" + inside + "</bpmn:userTask>";
    }

    public static String property(String name, String value) {
        return "<bpmn:extensionElements><camunda:properties><camunda:property name='" + name + "' value='" + value + "'/></camunda:properties></bpmn:extensionElements>";
    }

    /** The steps one after the other; each is drawn, so that marks have a place. */
    public static String model(String process, String... steps) {
        var body = new StringBuilder("<bpmn:startEvent id='s'/>");
        var shapes = new StringBuilder(shape("s", 100, 36));
        String last = "s";
        int x = 200;
        for (String step : steps) {
            String id = step.replaceFirst("(?s)^.*?\\bid='([^']+)'.*$", "$1");
            body.append(step).append(flow(last, id));
            shapes.append(shape(id, x, 100)).append(edge(last + id, x - 60, x));
            last = id;
            x += 160;
        }
        body.append("<bpmn:endEvent id='e'/>").append(flow(last, "e"));
        shapes.append(shape("e", x, 36)).append(edge(last + "e", x - 60, x));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                  xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                  xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
                <bpmn:process id="%s" name="请示批示" isExecutable="true" camunda:historyTimeToLive="P3650D">%s</bpmn:process>
                <bpmndi:BPMNDiagram id="di"><bpmndi:BPMNPlane id="plane" bpmnElement="%s">%s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </bpmn:definitions>"""
                .formatted(process, body, process, shapes);
    }

    private static String flow(String from, String to) {
        return "<bpmn:sequenceFlow id='" + from + to + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
    }

    private static String shape(String id, int x, int width) {
        int height = width == 100 ? 80 : 36;
        return "<bpmndi:BPMNShape id='" + id + "_di' bpmnElement='" + id + "'><dc:Bounds x='" + x + "' y='" + (140 - height / 2) + "' width='" + width
                + "' height='" + height + "'/></bpmndi:BPMNShape>";
    }

    private static String edge(String flow, int from, int to) {
        return "<bpmndi:BPMNEdge id='" + flow + "_di' bpmnElement='" + flow + "'><di:waypoint x='" + from + "' y='140'/><di:waypoint x='" + to
                + "' y='140'/></bpmndi:BPMNEdge>";
    }

    public static Definition deploy(ApplicationContext context, String process, String why, String... steps) {
        return deploy(context, why, Map.of(process + ".bpmn", bytes(model(process, steps))));
    }

    public static Definition deploy(ApplicationContext context, String why, Map<String, byte[]> files) {
        var modeller = context.getBean(Probe.class).actor("modeller");
        return context.getBean(Deployments.class).deploy(modeller, new Upload(why, "browser", Repeated.AGAIN, files)).definitions().get(0);
    }

    public static String start(ApplicationContext context, Definition definition) {
        var modeller = context.getBean(Probe.class).actor("modeller");
        return context.getBean(Deployments.class)
                .start(modeller, definition.id(), new Facts(null, 2023, "data", null), Map.of())
                .caseId();
    }

    public static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
