package org.jixiao.workflow.gate;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The answers a step can have, by its properties. */
final class Outcomes {

    private Outcomes() {}

    static Set<String> of(Node userTask) {
        var own = userTask.properties();
        var outcomes = new HashSet<String>();
        switch (own.getOrDefault("kind", "approve")) {
            case "fill" -> {
                outcomes.add("submit");
                if ("true".equals(own.get("drop"))) outcomes.add("drop");
            }
            case "close" -> outcomes.add("submit");
            default -> {
                outcomes.add("approve");
                if (own.containsKey("countersign")) {
                    outcomes.add("reject");
                    return outcomes;
                }
                if (!"none".equals(own.get("return"))) outcomes.add("return");
                if ("true".equals(own.get("accept"))) outcomes.add("accept");
            }
        }
        return outcomes;
    }

    /** Whether a flow after the step, or after what follows it, asks for this answer. */
    static boolean asked(Node process, Node task, String answer) {
        var asks = Pattern.compile("outcome\\s*==\\s*['\"]" + answer + "['\"]");
        Set<String> then = new HashSet<>();
        then.add(task.id());
        flows(process).filter(f -> task.id().equals(f.attribute("sourceRef"))).forEach(f -> then.add(f.attribute("targetRef")));
        return flows(process)
                .filter(f -> then.contains(f.attribute("sourceRef")))
                .flatMap(f -> f.child("conditionExpression").stream())
                .anyMatch(condition -> asks.matcher(condition.text()).find());
    }

    private static Stream<Node> flows(Node process) {
        return process.all().filter(n -> n.is("sequenceFlow"));
    }
}
