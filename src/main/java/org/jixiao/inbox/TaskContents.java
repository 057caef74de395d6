package org.jixiao.inbox;

import org.jixiao.organisation.Actor;
import org.jixiao.workflow.CaseContent;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The content of a case as its feature shows it; the reader's right is established by {@link Cases#task}. */
@Component
class TaskContents {

    private final ObjectProvider<CaseContent> contents;
    private final Cases cases;

    TaskContents(ObjectProvider<CaseContent> contents, Cases cases) {
        this.contents = contents;
        this.cases = cases;
    }

    @Transactional(readOnly = true)
    @Nullable Object view(CaseFacts facts, String step, Actor reader) {
        String name = cases.content(facts.caseId());
        return contents.stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .map(c -> c.view(facts, step, reader))
                .orElse(null);
    }
}
