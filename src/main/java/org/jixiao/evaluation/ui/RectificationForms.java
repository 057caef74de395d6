package org.jixiao.evaluation.ui;

import java.util.List;
import org.jixiao.evaluation.EvaluationProcess;
import org.jixiao.inbox.ui.TaskForm;
import org.springframework.stereotype.Component;

/** The forms of {@code rectification}. */
@Component
class RectificationForms implements TaskForm {

    private final SheetServices services;

    RectificationForms(SheetServices services) {
        this.services = services;
    }

    @Override
    public List<String> formKeys() {
        return List.of(
                EvaluationProcess.PLAN_FORM, EvaluationProcess.RESULT_FORM, EvaluationProcess.CONFIRM_FORM);
    }

    @Override
    public Panel open(Desk desk) {
        return new RectificationPanel(services, desk);
    }
}
