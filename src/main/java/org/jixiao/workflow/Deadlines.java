package org.jixiao.workflow;

import java.time.Instant;
import org.jixiao.organisation.WorkingDays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** When a step's holders are urged and the post above is told, from its due date and what its model says. */
@Component
class Deadlines {

    private final CaseSteps steps;
    private final ObjectProvider<WorkingDays> workingDays;

    Deadlines(CaseSteps steps, ObjectProvider<WorkingDays> workingDays) {
        this.steps = steps;
        this.workingDays = workingDays;
    }

    /** Properties {@code remind} and {@code escalate}: working days before and after the due date; 0 is never. */
    void watch(String taskId, @Nullable Instant due, Models.StepModel model) {
        int remind = days(model, "remind");
        int escalate = days(model, "escalate");
        if (due == null || remind + escalate == 0) return;
        var days = workingDays.getObject();
        steps.watch(
                taskId,
                remind == 0 ? null : days.before(due, remind),
                escalate == 0 ? null : days.after(due, escalate));
    }

    private static int days(Models.StepModel model, String property) {
        return Integer.parseInt(model.property(property, "0").strip());
    }
}
