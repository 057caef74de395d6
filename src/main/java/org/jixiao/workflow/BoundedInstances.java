package org.jixiao.workflow;

import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.SequentialMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.jixiao.workflow.gate.Limits;

/** Multi-instance steps that refuse to begin with more instances than {@link Limits#INSTANCES}, wherever the number comes from. */
final class BoundedInstances {

    private BoundedInstances() {}

    /** Who signs, in the words of {@link Countersign}, is the behaviour of a step that is countersigned. */
    static MultiInstanceActivityBehavior of(MultiInstanceActivityBehavior drawn, Optional<Countersign> signed) {
        var bounded = drawn instanceof SequentialMultiInstanceActivityBehavior
                ? new OneByOne()
                : signed.<AtOnce>map(Signed::new).orElseGet(AtOnce::new);
        bounded.setLoopCardinalityExpression(drawn.getLoopCardinalityExpression());
        bounded.setCompletionConditionExpression(drawn.getCompletionConditionExpression());
        bounded.setCollectionExpression(drawn.getCollectionExpression());
        bounded.setCollectionVariable(drawn.getCollectionVariable());
        bounded.setCollectionElementVariable(drawn.getCollectionElementVariable());
        return bounded;
    }

    private static int bounded(int instances) {
        if (instances > Limits.INSTANCES)
            throw new ProcessEngineException(instances + " instances; the most is " + Limits.INSTANCES);
        return instances;
    }

    private static class AtOnce extends ParallelMultiInstanceActivityBehavior {
        @Override
        protected int resolveNrOfInstances(ActivityExecution execution) {
            return bounded(super.resolveNrOfInstances(execution));
        }
    }

    /** Counts the votes and answers with what they come to, which is what the flows after it see. */
    private static final class Signed extends AtOnce {

        private final Countersign rule;

        Signed(Countersign rule) {
            this.rule = rule;
        }

        @Override
        protected boolean completionConditionSatisfied(ActivityExecution ended) {
            ActivityExecution body = ended.getParent();
            Verb vote = Verb.of(String.valueOf(ended.getVariable("outcome"))).orElse(Verb.SKIP);
            int approvals = count(body, EngineMoves.APPROVALS, vote == Verb.APPROVE);
            int rejections = count(body, EngineMoves.REJECTIONS, vote == Verb.REJECT);
            int open = getLoopVariable(body, NUMBER_OF_ACTIVE_INSTANCES);
            var decided = rule.decided(new Countersign.Votes(approvals, rejections, open));
            decided.ifPresent(passed -> ended.setVariable(
                    "outcome", Variables.stringValue((passed ? Verb.APPROVE : Verb.REJECT).code(), true)));
            return decided.isPresent();
        }

        private int count(ActivityExecution body, String name, boolean one) {
            int now = (body.getVariableLocal(name) instanceof Integer n ? n : 0) + (one ? 1 : 0);
            body.setVariableLocal(name, now);
            return now;
        }
    }

    private static final class OneByOne extends SequentialMultiInstanceActivityBehavior {
        @Override
        protected int resolveNrOfInstances(ActivityExecution execution) {
            return bounded(super.resolveNrOfInstances(execution));
        }
    }
}
