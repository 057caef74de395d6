package org.jixiao.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jixiao.target.PastActuals;
import org.springframework.stereotype.Component;

/** What a decided year reached, beside the next year's targets. */
@Component
class YearsPast implements PastActuals {

    private final Evaluations evaluations;
    private final Sheets sheets;
    private final Views views;

    YearsPast(Evaluations evaluations, Sheets sheets, Views views) {
        this.evaluations = evaluations;
        this.sheets = sheets;
        this.views = views;
    }

    @Override
    public Map<UUID, String> actuals(String unit, int year) {
        Map<UUID, String> actuals = new HashMap<>();
        for (Evaluation e : evaluations.ofYear(unit, year)) {
            if (e.period() != Period.FULL_YEAR || e.phase() != Evaluation.Phase.CLOSED) continue;
            for (Line line : sheets.sheet(e).lines()) {
                String value = views.row(line, e.period()).value();
                if (value != null) actuals.put(line.row().indicator(), value);
            }
        }
        return actuals;
    }
}
