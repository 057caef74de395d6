package org.jixiao.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * After an administrator's act moved a case: it is entered without any row's hash, for it approves nothing, and the
 * case is settled as after every verb.
 */
@Component
class AdminEntries {

    private final CaseFiles files;
    private final Ledger ledger;
    private final Settling settling;
    private final Touched touched;

    AdminEntries(CaseFiles files, Ledger ledger, Settling settling, Touched touched) {
        this.files = files;
        this.ledger = ledger;
        this.settling = settling;
        this.touched = touched;
    }

    /**
     * @param to the versions, the receiver, the step, as it shall read
     * @param settles whether a step began or its holder is another
     * @return what was entered, in its order, to be published last
     */
    List<Acts.Done> enter(
            CaseFiles.CaseFile file,
            CaseSteps.@Nullable CaseStep step,
            Actor by,
            Verb verb,
            Instant now,
            String reason,
            @Nullable String to,
            boolean settles) {
        String caseId = file.caseId();
        var entries = new ArrayList<Acts.Done>();
        entries.add(ledger.note(file, step, by, verb, now, reason, to));
        int round = files.find(caseId).orElseThrow().round();
        files.advance(caseId, file.revision() + 1, round);
        if (settles) entries.addAll(settling.settle(caseId));
        touched.deed(null);
        touched.flush();
        settling.refresh(caseId, step == null ? "" : step.taskId());
        return entries;
    }

    void publish(List<Acts.Done> entries, CaseFacts facts) {
        entries.forEach(entry -> ledger.publish(entry, facts));
    }
}
