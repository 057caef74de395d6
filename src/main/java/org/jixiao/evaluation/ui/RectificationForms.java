package org.jixiao.evaluation.ui;

import java.util.List;
import org.jixiao.inbox.ui.TaskForm;
import org.springframework.stereotype.Component;

/** The forms of {@code rectification}. */
@Component
class RectificationForms implements TaskForm {

    static final String PLAN = "rectification-plan";
    static final String RESULT = "rectification-result";
    static final String CONFIRM = "rectification-confirm";

    private final SheetServices services;

    RectificationForms(SheetServices services) {
        this.services = services;
    }

    @Override
    public List<String> formKeys() {
        return List.of(PLAN, RESULT, CONFIRM);
    }

    @Override
    public Panel open(Desk desk) {
        return new RectificationPanel(services, desk);
    }
}
