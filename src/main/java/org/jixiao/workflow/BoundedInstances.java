package org.jixiao.workflow;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.SequentialMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.jixiao.workflow.gate.Limits;

/** Multi-instance steps that refuse to begin with more instances than {@link Limits#INSTANCES}, wherever the number comes from. */
final class BoundedInstances {

    private BoundedInstances() {}

    static MultiInstanceActivityBehavior of(MultiInstanceActivityBehavior drawn) {
        var bounded = drawn instanceof SequentialMultiInstanceActivityBehavior ? new OneByOne() : new AtOnce();
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

    private static final class AtOnce extends ParallelMultiInstanceActivityBehavior {
        @Override
        protected int resolveNrOfInstances(ActivityExecution execution) {
            return bounded(super.resolveNrOfInstances(execution));
        }
    }

    private static final class OneByOne extends SequentialMultiInstanceActivityBehavior {
        @Override
        protected int resolveNrOfInstances(ActivityExecution execution) {
            return bounded(super.resolveNrOfInstances(execution));
        }
    }
}
