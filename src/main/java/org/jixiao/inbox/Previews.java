package org.jixiao.inbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jixiao.inbox.TaskSummary.Summary;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A task at a glance, beside the list; looking does not count as having opened it. */
@Service
public class Previews {

    private static final int OPINIONS = 3;

    private final Cases cases;
    private final ObjectProvider<TaskSummary> summaries;

    Previews(Cases cases, ObjectProvider<TaskSummary> summaries) {
        this.cases = cases;
        this.summaries = summaries;
    }

    /** @param said what people last did on the case, newest first */
    public record Preview(Cases.TaskSheet sheet, Summary summary, List<Cases.Entry> said, Cases.Picture picture) {}

    /** Refused like the task itself. */
    @Transactional(readOnly = true)
    public Preview of(Actor reader, String taskId, Locale locale) {
        var sheet = cases.task(reader, taskId);
        String caseId = sheet.facts().caseId();
        String content = cases.content(caseId);
        Summary summary = summaries.stream()
                .filter(s -> s.content().equals(content))
                .findFirst()
                .map(s -> s.of(sheet, reader, locale))
                .orElse(Summary.NOTHING);
        var newest = new ArrayList<>(cases.timeline(caseId));
        Collections.reverse(newest);
        var said = newest.stream()
                .filter(e -> e.actor() != null && e.verb() != Verb.SAVE && e.verb() != Verb.URGE)
                .limit(OPINIONS)
                .toList();
        return new Preview(sheet, summary, said, cases.picture(caseId));
    }
}
