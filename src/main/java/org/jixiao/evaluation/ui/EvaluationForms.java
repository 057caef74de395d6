package org.jixiao.evaluation.ui;

import java.util.List;
import org.jixiao.inbox.ui.TaskForm;
import org.springframework.stereotype.Component;

/** The forms of {@code section-evaluation}. */
@Component
class EvaluationForms implements TaskForm {

    static final String FILL = "evaluation-fill";
    static final String EXAMINE = "evaluation-examine";

    private final SheetServices services;

    EvaluationForms(SheetServices services) {
        this.services = services;
    }

    @Override
    public List<String> formKeys() {
        return List.of(FILL, EXAMINE);
    }

    @Override
    public Panel open(Desk desk) {
        return FILL.equals(desk.sheet().formKey()) && desk.editable()
                ? new FillPanel(services, desk)
                : new ExaminePanel(services, desk);
    }
}
