package org.jixiao.target;

import java.util.Locale;
import org.jixiao.inbox.TaskSummary;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Cases.TaskSheet;
import org.springframework.stereotype.Component;

/** An adjustment at a glance: as a section's targets, read against what is in force. */
@Component
class AdjustmentSummary implements TaskSummary {

    private final TargetSummary targets;

    AdjustmentSummary(TargetSummary targets) {
        this.targets = targets;
    }

    @Override
    public String content() {
        return AdjustmentProcess.CONTENT;
    }

    @Override
    public Summary of(TaskSheet task, Actor reader, Locale locale) {
        return targets.of(task, reader, locale);
    }
}
