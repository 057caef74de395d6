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

    YearsPast(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public Map<UUID, String> actuals(String unit, int year) {
        Map<UUID, String> actuals = new HashMap<>();
        for (Evaluations.Kept kept : evaluations.decided(unit, year, Period.FULL_YEAR)) {
            Decided decided = kept.decided();
            if (decided == null) continue;
            String value = Views.value(kept.figures(), decided.judgement(), decided.row(), Period.FULL_YEAR);
            if (value != null) actuals.put(decided.row().indicator(), value);
        }
        return actuals;
    }
}
