package org.jixiao.target.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jixiao.inbox.ui.TaskForm;
import org.jixiao.organisation.SignedIn;
import org.jixiao.target.AdjustmentProcess;
import org.jixiao.target.TargetImport;
import org.jixiao.target.TargetPages;
import org.jixiao.target.TargetsProcess;
import org.springframework.stereotype.Component;

/** Filling in a section's targets, and the unit's part where it stands there; or what shall take their place. */
@Component
class FillForm implements TaskForm {

    private final Services services;

    FillForm(TargetPages pages, TargetImport imports, SignedIn signedIn, ObjectMapper json) {
        this.services = new Services(pages, imports, signedIn, json);
    }

    /** What a panel asks. */
    record Services(TargetPages pages, TargetImport imports, SignedIn signedIn, ObjectMapper json) {}

    @Override
    public List<String> formKeys() {
        return List.of(TargetsProcess.FORM_FILL, AdjustmentProcess.FORM_FILL);
    }

    @Override
    public Panel open(Desk desk) {
        return new FillPanel(services, desk);
    }
}
