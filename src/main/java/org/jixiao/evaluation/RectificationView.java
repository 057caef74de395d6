package org.jixiao.evaluation;

import java.time.Instant;
import java.util.List;
import org.jixiao.base.Finding;
import org.jspecify.annotations.Nullable;

/** A rectification as pages and {@code /api} show it. */
public record RectificationView(
        String unit,
        int year,
        String section,
        String sectionName,
        Period period,
        int loop,
        List<ItemRow> rows,
        List<Finding> findings) {

    /**
     * @param id of the row, stable across versions
     * @param row how it stands and why it is red
     */
    public record ItemRow(
            String id,
            String measure,
            String deadline,
            String result,
            @Nullable Instant confirmedAt,
            SheetView.RowView row) {}
}
