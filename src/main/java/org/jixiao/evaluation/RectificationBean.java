package org.jixiao.evaluation;

import org.jixiao.workflow.CurrentCase;
import org.jixiao.workflow.ProcessBean;
import org.springframework.stereotype.Component;

/** What {@code rectification} tells. */
@Component
class RectificationBean implements ProcessBean {

    private final CurrentCase current;
    private final Deciding deciding;

    RectificationBean(CurrentCase current, Deciding deciding) {
        this.current = current;
        this.deciding = deciding;
    }

    @Override
    public String name() {
        return "rectification";
    }

    @Callable
    public void closed() {
        deciding.rectified(current.facts());
    }
}
