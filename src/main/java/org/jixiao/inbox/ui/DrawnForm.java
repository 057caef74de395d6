package org.jixiao.inbox.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jixiao.workflow.StepForm;
import org.springframework.stereotype.Component;

/** The form that a model asks for: generated fields, or a {@code .form} designed in the Modeler. */
@Component
class DrawnForm implements TaskForm {

    private final ObjectMapper json;

    DrawnForm(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public List<String> formKeys() {
        return List.of(StepForm.KEY);
    }

    @Override
    public Panel open(Desk desk) {
        return new DrawnPanel(json, desk);
    }
}
