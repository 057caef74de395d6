package org.jixiao.evaluation.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jixiao.evaluation.EvidenceShelf;
import org.jixiao.evaluation.SelfEvaluations;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.SignedIn;
import org.springframework.stereotype.Component;

/** What the panels of this module ask. */
@Component
record SheetServices(SelfEvaluations evaluations, EvidenceShelf evidence, SignedIn signedIn, ObjectMapper json) {

    Actor actor() {
        return signedIn.actor();
    }
}
