package org.jixiao.target.ui;

import java.util.List;
import org.jixiao.inbox.ui.TaskForm;
import org.jixiao.organisation.SignedIn;
import org.jixiao.target.AdjustmentProcess;
import org.jixiao.target.Questions;
import org.jixiao.target.TargetPages;
import org.jixiao.target.TargetsProcess;
import org.springframework.stereotype.Component;

/** Examining a section's targets: what changed, what the rules ask, and rows to mark for return. */
@Component
class ExamineForm implements TaskForm {

    private final TargetPages pages;
    private final Questions questions;
    private final SignedIn signedIn;

    ExamineForm(TargetPages pages, Questions questions, SignedIn signedIn) {
        this.pages = pages;
        this.questions = questions;
        this.signedIn = signedIn;
    }

    @Override
    public List<String> formKeys() {
        return List.of(TargetsProcess.FORM_EXAMINE, AdjustmentProcess.FORM_EXAMINE);
    }

    @Override
    public Panel open(Desk desk) {
        return new ExaminePanel(pages, questions, signedIn, desk);
    }
}
