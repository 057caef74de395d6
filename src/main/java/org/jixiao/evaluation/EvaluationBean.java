package org.jixiao.evaluation;

import org.jixiao.workflow.CurrentCase;
import org.jixiao.workflow.ProcessBean;
import org.springframework.stereotype.Component;

/** What {@code section-evaluation} asks and tells. */
@Component
class EvaluationBean implements ProcessBean {

    private final CurrentCase current;
    private final Deciding deciding;

    EvaluationBean(CurrentCase current, Deciding deciding) {
        this.current = current;
        this.deciding = deciding;
    }

    @Override
    public String name() {
        return "evaluation";
    }

    @Callable
    public void decided() {
        deciding.decided(current.facts(), EvaluationProcess.ACCEPTED.equals(current.outcome()));
    }

    @Callable
    public boolean mustRectify() {
        return deciding.mustRectify(current.facts());
    }

    @Callable
    public void carryOver() {
        deciding.carryOver(current.facts());
    }
}
