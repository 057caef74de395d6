package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jixiao.target.TargetRows.Placed;
import org.jixiao.workflow.RowScope;
import org.springframework.stereotype.Component;

/** Stores what a save says of a sheet's rows and key works. */
@Component
class RowStore {

    private final TargetSheets sheets;
    private final TargetRows rows;

    RowStore(TargetSheets sheets, TargetRows rows) {
        this.sheets = sheets;
        this.rows = rows;
    }

    void save(Workbook.Sheet before, Set<UUID> submitted, RowScope scope, JsonNode body) {
        var edits = JsonFields.objects(body, "rows");
        var keyWorks = JsonFields.texts(body, "keyWorks", before.sheet().keyWorks(), JsonFields.TEXT);
        if (!edits.isEmpty()) {
            UUID sheet = before.sheet().id();
            int lastSeq = rows.lastSeq(before.table().id());
            var result = new RowEdits(before.sheet(), before.rows(), submitted, scope, lastSeq, rows::exists).apply(edits);
            rows.remove(sheet, result.removed());
            var changed = new ArrayList<Placed>();
            for (int i = 0; i < result.rows().size(); i++) {
                DraftRow row = result.rows().get(i);
                if (result.changed().contains(row.id())) changed.add(new Placed(row, i));
                else rows.place(row.id(), i);
            }
            rows.put(sheet, changed);
            keyWorks = withNewKeyWorks(keyWorks, changed);
        }
        if (!keyWorks.equals(before.sheet().keyWorks())) sheets.keyWorks(before.sheet().id(), keyWorks);
    }

    private static List<String> withNewKeyWorks(List<String> keyWorks, List<Placed> changed) {
        var all = new LinkedHashSet<>(keyWorks);
        for (Placed placed : changed) {
            String keyWork = placed.row().keyWork().strip();
            if (placed.row().isDuty() && !keyWork.isEmpty()) all.add(keyWork);
        }
        return List.copyOf(all);
    }
}
