package org.jixiao.modelling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jixiao.workflow.Deployments;
import org.jixiao.workflow.Deployments.Facts;
import org.jixiao.workflow.Deployments.Repeated;
import org.jixiao.workflow.Deployments.Upload;
import org.jixiao.workflow.Probe;
import org.springframework.context.ApplicationContext;

/** 外出报批: a process with forms as an admin would draw it, for tests of any module. */
public final class Leave {

    private Leave() {}

    /** A case of section data, begun by the modeller on a version of its own. */
    public static String begun(ApplicationContext context) {
        return begun(context, "", "");
    }

    /** With something in the form file put otherwise. */
    public static String begun(ApplicationContext context, String instead, String of) {
        return asking(context, file("leave.form").replace(instead, of));
    }

    /** With the form of a purchase: conditions, a dynamic list, a table and patterns. */
    public static String purchase(ApplicationContext context) {
        return purchase(context, "", "");
    }

    /** The same with something in the form put otherwise. */
    public static String purchase(ApplicationContext context, String instead, String of) {
        return asking(context, file("purchase.form").replace(instead, of));
    }

    private static String asking(ApplicationContext context, String form) {
        var deployments = context.getBean(Deployments.class);
        var modeller = context.getBean(Probe.class).actor("modeller");
        var files = new LinkedHashMap<String, byte[]>();
        files.put("外出.bpmn", file("leave.bpmn").getBytes(StandardCharsets.UTF_8));
        files.put("leave.form", form.getBytes(StandardCharsets.UTF_8));
        var deployed = deployments.deploy(modeller, new Upload("外出报批", "test", Repeated.AGAIN, files));
        if (!deployed.warnings().isEmpty()) throw new AssertionError(deployed.warnings());
        return deployments
                .start(modeller, deployed.definitions().get(0).id(), new Facts(null, 2023, "data", null), Map.of())
                .caseId();
    }

    private static String file(String name) {
        try (var in = Leave.class.getResourceAsStream("/models/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
