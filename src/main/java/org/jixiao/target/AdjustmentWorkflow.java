package org.jixiao.target;

import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.CurrentCase;
import org.jixiao.workflow.ProcessBean;
import org.jixiao.workflow.Processes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the process of an adjustment tells the domain. */
@Component
class AdjustmentWorkflow implements ProcessBean {

    private final ObjectProvider<CurrentCase> current;
    private final ObjectProvider<Processes> processes;
    private final Workbook workbook;
    private final TargetSheets sheets;
    private final ProductClock clock;

    AdjustmentWorkflow(ObjectProvider<CurrentCase> current, ObjectProvider<Processes> processes, Workbook workbook,
            TargetSheets sheets, ProductClock clock) {
        this.current = current;
        this.processes = processes;
        this.workbook = workbook;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Override
    public String name() {
        return AdjustmentProcess.BEAN;
    }

    /** The new version counts from today, unless an approval of these very rows and reasons is missing. */
    @Callable
    public void putInForce() {
        var facts = current.getObject().facts();
        var sheet = workbook.of(facts);
        sheet.table().mustBeOpen();
        if (!processes.getObject().covered(facts.caseId(), TargetsProcess.APPROVERS, sheet.hashes()))
            throw Refusal.invalid("targets.notCovered");
        sheets.putInForce(sheet.sheet().putInForce(sheet.table().year(), clock.today()));
    }

    /** What was in force stays in force. */
    @Callable
    public void drop() {
        sheets.drop(workbook.of(current.getObject().facts()).sheet().id());
    }
}
