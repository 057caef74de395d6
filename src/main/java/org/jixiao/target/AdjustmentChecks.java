package org.jixiao.target;

import static org.jixiao.base.Finding.error;
import static org.jixiao.base.Finding.warning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jixiao.base.Finding;

/** What blocks asking for an adjustment or is asked about, beside what holds for any sheet. */
final class AdjustmentChecks {

    private AdjustmentChecks() {}

    /**
     * @param before the rows in force, under the ids of those that take their place
     * @param year whose figures of 30 June are facts from 1 July: their targets no longer change; and whose evaluations
     *     read what was in force by its last day
     */
    static List<Finding> of(Adjustment said, List<DraftRow> before, List<DraftRow> now, int year, LocalDate today) {
        boolean halfYearOver = today.isAfter(LocalDate.of(year, 6, 30));
        var found = new ArrayList<Finding>();
        said.texts().forEach((field, text) -> {
            if (text.isBlank()) found.add(error("adjustment." + field, Adjustment.ROW, field));
        });
        var old = before.stream().collect(Collectors.toMap(DraftRow::id, Function.identity()));
        boolean changed = now.size() != before.size();
        for (DraftRow row : now) {
            DraftRow was = old.get(row.id());
            changed |= was == null || !RowHashes.of(was).equals(RowHashes.of(row));
            if (halfYearOver && was != null && !was.halfText().strip().equals(row.halfText().strip()))
                found.add(error("adjustment.halfYearOver", row.id().toString(), "halfText", was.halfText()));
        }
        if (!changed) found.add(error("adjustment.nothing", null, null));
        if (today.getYear() > year) found.add(warning("adjustment.yearOver", Adjustment.ROW, null, String.valueOf(year)));
        return found;
    }
}
