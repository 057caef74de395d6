package org.jixiao.inbox.ui;

import java.util.List;
import java.util.Optional;
import org.jixiao.base.ProductClock;
import org.jixiao.inbox.Inbox;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verbs;
import org.springframework.stereotype.Component;

/** What the task page is made with. */
@Component
record TaskParts(
        Cases cases,
        Verbs verbs,
        Inbox inbox,
        SignedIn signedIn,
        CaseTitle titles,
        Arrivals arrivals,
        InboxRow.Maker rows,
        ProductClock clock,
        List<TaskForm> forms) {

    Optional<TaskForm> form(String key) {
        return forms.stream().filter(form -> form.formKeys().contains(key)).findFirst();
    }
}
