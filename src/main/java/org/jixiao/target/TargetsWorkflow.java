package org.jixiao.target;

import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.CurrentCase;
import org.jixiao.workflow.ProcessBean;
import org.jixiao.workflow.Processes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the processes of a section's targets and of their adjustment tell the domain. */
@Component
class TargetsWorkflow implements ProcessBean {

    private final ObjectProvider<CurrentCase> current;
    private final ObjectProvider<Processes> processes;
    private final Workbook workbook;
    private final TargetSheets sheets;
    private final ProductClock clock;

    TargetsWorkflow(ObjectProvider<CurrentCase> current, ObjectProvider<Processes> processes, Workbook workbook, TargetSheets sheets,
            ProductClock clock) {
        this.current = current;
        this.processes = processes;
        this.workbook = workbook;
        this.sheets = sheets;
        this.clock = clock;
    }

    @Override
    public String name() {
        return TargetsProcess.BEAN;
    }

    /** Freezes the version, unless an approval of these very rows is missing. */
    @Callable
    public void putInForce() {
        var facts = current.getObject().facts();
        var sheet = workbook.of(facts);
        sheet.table().mustBeOpen();
        if (!processes.getObject().covered(facts.caseId(), TargetsProcess.APPROVERS, sheet.hashes()))
            throw Refusal.invalid("targets.notCovered");
        sheets.putInForce(sheet.sheet().putInForce(sheet.table().year(), clock.today()));
    }

    /** An adjustment is given up: what was in force stays in force. */
    @Callable
    public void drop() {
        var sheet = workbook.of(current.getObject().facts()).sheet();
        sheet.mustBeAdjusting();
        sheets.drop(sheet.id());
    }
}
