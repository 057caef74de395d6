package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import org.jixiao.target.Adjustment;
import org.jixiao.target.SheetPage;
import org.jixiao.target.UnitPart;

/** How rows are called in opinions and history. */
final class Names {

    private Names() {}

    static String of(SheetPage page, String row, Component on) {
        if (row.equals(UnitPart.ROW)) return on.getTranslation("target.fill.unit");
        if (row.equals(Adjustment.ROW)) return on.getTranslation("target.adjustment.name");
        for (var r : page.rows()) if (r.id().toString().equals(row)) return String.valueOf(r.seq());
        for (var r : page.removed()) if (r.id().equals(row)) return String.valueOf(r.seq());
        if (page.unitPart() != null)
            for (var f : page.unitPart().funds()) if (f.id().toString().equals(row)) return f.item();
        return row;
    }
}
