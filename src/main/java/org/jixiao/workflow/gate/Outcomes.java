package org.jixiao.workflow.gate;

import java.util.HashSet;
import java.util.Set;

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
}
