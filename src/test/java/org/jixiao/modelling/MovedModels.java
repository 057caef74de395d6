package org.jixiao.modelling;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;

/** The probe model in two versions: the second has one step less, one more, two in another order, and other terms. */
public final class MovedModels {

    private MovedModels() {}

    public static String first() {
        try (var in = MovedModels.class.getResourceAsStream("/models/probe.bpmn")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    /** 核查 is gone, 复核 comes last, 审定 stands before 审核, which has five days and is the director's. */
    public static String second() {
        var text = new StringBuilder(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">
                <process id="probe" name="试件" isExecutable="true" camunda:historyTimeToLive="P3650D"><extensionElements><camunda:properties><camunda:property name="content" value="probe"/></camunda:properties></extensionElements>
                <startEvent id="Start"/>""");
        String before = "Start";
        for (var step : List.of(
                new String[] {"Task_Fill", "填报", "chief(unit, section)", "fill", "3", "Fill"},
                new String[] {"Task_Director", "审定", "director(unit)", "approve", "3", "Director"},
                new String[] {"Task_Deputy", "审核", "director(unit)", "approve", "5", "Deputy"},
                new String[] {"Task_Bureau", "批复", "bureau(unit)", "approve", "3", "Bureau"},
                new String[] {"Task_Last", "复核", "bureau(unit)", "approve", "3", "Last"})) {
            text.append("<sequenceFlow id='to_").append(step[0]).append("' sourceRef='").append(before)
                    .append("' targetRef='").append(step[0]).append("'/>");
            text.append("<userTask id='").append(step[0]).append("' name='").append(step[1])
                    .append("' camunda:formKey='probe' camunda:candidateGroups='${posts.").append(step[2]).append("}'>")
                    .append("<extensionElements><camunda:properties>");
            for (var property : List.of(
                    new String[] {"kind", step[3]}, new String[] {"deadline", step[4]}, new String[] {"name.en", step[5]}))
                text.append("<camunda:property name='").append(property[0]).append("' value='").append(property[1]).append("'/>");
            text.append("</camunda:properties></extensionElements></userTask>");
            before = step[0];
        }
        return text.append("<sequenceFlow id='last' sourceRef='Task_Last' targetRef='End'/><endEvent id='End'/></process></definitions>")
                .toString();
    }

    public static String deploy(RepositoryService repository, String model) {
        return repository
                .createDeployment()
                .addString("probe.bpmn", model)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
    }
}
