package org.jixiao.evaluation.ui;

import java.util.List;
import org.jixiao.evaluation.EvaluationProcess;
import org.jixiao.inbox.ui.TaskForm;
import org.springframework.stereotype.Component;

/** The forms of {@code section-evaluation}. */
@Component
class EvaluationForms implements TaskForm {

    private final SheetServices services;

    EvaluationForms(SheetServices services) {
        this.services = services;
    }

    @Override
    public List<String> formKeys() {
        return List.of(EvaluationProcess.FILL_FORM, EvaluationProcess.EXAMINE_FORM);
    }

    @Override
    public Panel open(Desk desk) {
        return EvaluationProcess.FILL_FORM.equals(desk.sheet().formKey()) && desk.editable()
                ? new FillPanel(services, desk)
                : new ExaminePanel(services, desk);
    }
}
