package org.jixiao.workflow;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.behavior.InclusiveGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelGatewayActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;

/** What lies between a fork and its join: a single token set there would wait at the join for ever. */
final class ParallelParts {

    private static final int DEEPEST = 8;

    private record Walk(ActivityImpl at, int depth) {}

    private ParallelParts() {}

    static Set<ActivityImpl> of(ScopeImpl scope) {
        var inside = new HashSet<ActivityImpl>();
        var seen = new HashSet<Walk>();
        for (ActivityImpl fork : scope.getActivities()) {
            if (forks(fork)) walk(fork, 1, seen, inside);
        }
        return inside;
    }

    private static void walk(ActivityImpl from, int depth, Set<Walk> seen, Set<ActivityImpl> inside) {
        for (PvmTransition way : from.getOutgoingTransitions()) {
            var next = (ActivityImpl) way.getDestination();
            int deep = depth - (joins(next) ? 1 : 0);
            if (deep == 0 || !seen.add(new Walk(next, deep))) continue;
            inside.add(next);
            walk(next, Math.min(DEEPEST, deep + (forks(next) ? 1 : 0)), seen, inside);
        }
    }

    private static boolean gathers(ActivityImpl one) {
        return one.getActivityBehavior() instanceof ParallelGatewayActivityBehavior
                || one.getActivityBehavior() instanceof InclusiveGatewayActivityBehavior;
    }

    private static boolean forks(ActivityImpl one) {
        return gathers(one) && one.getOutgoingTransitions().size() > 1;
    }

    private static boolean joins(ActivityImpl one) {
        return gathers(one) && one.getIncomingTransitions().size() > 1;
    }
}
