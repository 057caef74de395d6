package org.jixiao.evaluation;

import java.util.List;
import org.jixiao.base.ProductClock;
import org.jixiao.workflow.CaseFacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from the bureau's decision: figures become facts, red rows are put right or carried on. */
@Service
class Deciding {

    private final EvaluationContent content;
    private final Sheets sheets;
    private final Evaluations evaluations;
    private final RectificationItems items;
    private final ProductClock clock;

    Deciding(
            EvaluationContent content,
            Sheets sheets,
            Evaluations evaluations,
            RectificationItems items,
            ProductClock clock) {
        this.content = content;
        this.sheets = sheets;
        this.evaluations = evaluations;
        this.items = items;
        this.clock = clock;
    }

    /** @param accepted the bureau takes what is red as it is */
    @Transactional
    public void decided(CaseFacts facts, boolean accepted) {
        Evaluation e = content.held(facts);
        e.ensureOpen();
        Sheet sheet = sheets.sheet(e);
        sheet.lines().forEach(line -> evaluations.decided(e.id(), e.loop(), line.decided()));
        List<Line> red = sheet.red();
        boolean goesOn = e.period() == Period.HALF_YEAR && !accepted && !red.isEmpty();
        settle(e, red, goesOn);
        if (goesOn) {
            Evaluation next = e.mustRectify(clock.now());
            evaluations.keep(next);
            red.forEach(line -> items.open(e.id(), line.row().indicator(), next.loop(), clock.now()));
        } else {
            evaluations.keep(e.closed(clock.now(), accepted));
            if (e.period() == Period.HALF_YEAR) carryRed(e, red);
        }
    }

    private void settle(Evaluation e, List<Line> red, boolean goesOn) {
        for (RectificationItem item : items.of(e.id())) {
            if (item.outcome() != RectificationItem.Outcome.OPEN) continue;
            boolean still =
                    red.stream().anyMatch(line -> line.row().indicator().equals(item.indicator()));
            items.settle(
                    item.id(),
                    !still
                            ? RectificationItem.Outcome.RESOLVED
                            : goesOn ? RectificationItem.Outcome.REPEATED : RectificationItem.Outcome.CARRIED);
        }
    }

    /** Accepted at once, before any rectification: what is red still becomes a row of the full year. */
    private void carryRed(Evaluation e, List<Line> red) {
        if (e.loop() > 0) return;
        for (Line line : red) items.open(e.id(), line.row().indicator(), 0, clock.now());
        for (RectificationItem item : items.of(e.id())) items.settle(item.id(), RectificationItem.Outcome.CARRIED);
    }

    boolean mustRectify(CaseFacts facts) {
        return content.evaluation(facts).phase() == Evaluation.Phase.RECTIFYING;
    }

    /** The year's end overtook the loop. */
    @Transactional
    public void carryOver(CaseFacts facts) {
        Evaluation e = content.held(facts);
        items.of(e.id()).stream()
                .filter(item -> item.outcome() == RectificationItem.Outcome.OPEN)
                .forEach(item -> items.settle(item.id(), RectificationItem.Outcome.CARRIED));
        evaluations.keep(e.overtaken());
    }

    /** The deputy confirmed the results of this rectification. */
    @Transactional
    public void rectified(CaseFacts facts) {
        items.confirmed(facts.caseId(), clock.now());
    }
}
