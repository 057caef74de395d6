package org.jixiao.target;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Processes;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 调整: asking for another version of an approved sheet, and what was asked for so far. */
@Service
@Transactional(readOnly = true)
public class Adjusting {

    private final TargetTables tables;
    private final TargetSheets sheets;
    private final TargetRows rows;
    private final Adjustments adjustments;
    private final TargetReaders readers;
    private final ObjectProvider<Processes> processes;
    private final ObjectProvider<Cases> cases;
    private final ProductClock clock;

    Adjusting(TargetTables tables, TargetSheets sheets, TargetRows rows, Adjustments adjustments, TargetReaders readers,
            ObjectProvider<Processes> processes, ObjectProvider<Cases> cases, ProductClock clock) {
        this.tables = tables;
        this.sheets = sheets;
        this.rows = rows;
        this.adjustments = adjustments;
        this.readers = readers;
        this.processes = processes;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * @param version 0 of one that was dropped
     * @param state DECLARING while it is under way, IN_FORCE or DROPPED
     * @param taskId where it stands, or the last step it had; null to whom may not read it
     */
    public record Asked(
            int version,
            String state,
            @Nullable LocalDate inForceFrom,
            String reason,
            String askedBy,
            Instant askedAt,
            @Nullable String taskId) {}

    /** Whether the person could ask for one now. */
    public boolean mayAsk(Actor actor, String unit, int year, String section) {
        if (!readers.chief(actor, unit, section)) return false;
        return tables.find(unit, year).map(table -> obstacle(table, section) == null).orElse(false);
    }

    /** Starts from the rows in force; the section's chief has the task, whose id is answered. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public String ask(Actor actor, String unit, int year, String section) {
        if (!readers.chief(actor, unit, section)) throw Refusal.forbidden();
        var table = tables.find(unit, year).orElseThrow(Refusal::forbidden);
        var started = new AtomicReference<String>();
        processes.getObject().underLock(table.rootCase(), () -> started.set(start(actor, unit, year, section)));
        return cases.getObject().fillTask(started.get()).orElseThrow();
    }

    private String start(Actor actor, String unit, int year, String section) {
        var table = tables.find(unit, year).orElseThrow(Refusal::forbidden);
        var refusal = obstacle(table, section);
        if (refusal != null) throw refusal;
        var inForce = sheets.newest(table.id(), section).orElseThrow(Refusal::forbidden);
        var version = new TargetSheet(Ids.next(), table.id(), section, inForce.position(), inForce.version() + 1,
                TargetSheet.State.DECLARING, null, inForce.keyWorks());
        sheets.add(version);
        adjustments.add(version.id(), inForce.id(), actor, clock.now());
        var copies = new ArrayList<TargetRows.Placed>();
        for (DraftRow row : rows.of(inForce.id()))
            copies.add(new TargetRows.Placed(row.anew(row.indicator()), copies.size()));
        rows.put(version.id(), copies);
        String caseId = processes.getObject().start(AdjustmentProcess.KEY, unit, year, section, null, actor);
        sheets.startedAs(version.id(), caseId);
        return caseId;
    }

    /** Why this section's targets cannot be adjusted now; null when they can. */
    private @Nullable Refusal obstacle(TargetTable table, String section) {
        var standing = sheets.newest(table.id(), section).orElse(null);
        if (standing == null) return Refusal.forbidden();
        if (table.state() != TargetTable.State.OPEN) return Refusal.invalid("adjustment.archived");
        if (standing.declaring()) return Refusal.invalid("adjustment.notApproved");
        boolean underWay = sheets.adjusting(table.id()).stream().anyMatch(s -> s.section().equals(section));
        return underWay ? Refusal.invalid("adjustment.underWay") : null;
    }

    /** The newest first: what is under way to whom may read it, and what came of the others. */
    public List<Asked> of(Actor reader, String unit, int year, String section) {
        if (!readers.mayReadInForce(reader, unit)) throw Refusal.forbidden();
        UUID table = tables.find(unit, year).map(TargetTable::id).orElse(null);
        if (table == null) return List.of();
        var seen = new ArrayList<Asked>();
        for (var asked : adjustments.of(table, section)) {
            boolean inForce = asked.state() == TargetSheet.State.IN_FORCE;
            boolean reads = inForce || readers.mayReadCase(reader, unit, section, asked.caseId());
            if (!reads) continue;
            seen.add(new Asked(asked.version(), asked.state().name(), asked.inForceFrom(), asked.said().reason(),
                    asked.askedBy(), asked.askedAt(), cases.getObject().standing(asked.caseId()).orElse(null)));
        }
        return seen;
    }
}
