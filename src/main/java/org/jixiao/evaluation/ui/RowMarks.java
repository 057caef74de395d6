package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.workflow.Act.MarkedRow;

/** Rows an examiner marks for return: a box in the row's line, and once it is ticked a reason under it. */
final class RowMarks {

    private record Mark(Checkbox box, TextField reason) {}

    private final Runnable changed;
    private final Map<String, Mark> all = new LinkedHashMap<>();

    RowMarks(Runnable changed) {
        this.changed = changed;
    }

    /** The box of this row; its reason is asked at the end of the entry. */
    Component box(String id, String name, Div entry) {
        Checkbox box = new Checkbox();
        box.setAriaLabel(box.getTranslation("evaluation.mark.of", name));
        box.setTooltipText(box.getTranslation("evaluation.mark"));
        TextField reason = new TextField();
        reason.setPlaceholder(box.getTranslation("evaluation.mark.reason"));
        reason.addThemeNames("small");
        reason.setMaxLength(500);
        reason.addClassName("jx-ev-wide");
        reason.getElement().setProperty("accessibleName", box.getTranslation("evaluation.mark.reasonOf", name));
        reason.addValueChangeListener(e -> changed.run());
        Div line = Parts.div("jx-ev-mark", Parts.span("jx-nw", box.getTranslation("evaluation.mark.word")), reason);
        box.addValueChangeListener(e -> {
            if (e.getValue()) entry.add(line);
            else entry.remove(line);
            entry.setClassName("mkd", e.getValue());
            if (e.getValue()) reason.focus();
            changed.run();
        });
        all.put(id, new Mark(box, reason));
        return Parts.div("jx-ev-c-mark", box);
    }

    List<MarkedRow> marked() {
        List<MarkedRow> marked = new ArrayList<>();
        all.forEach((id, mark) -> {
            if (!mark.box().getValue()) return;
            String reason = mark.reason().getValue().strip();
            marked.add(new MarkedRow(id, reason.isEmpty() ? null : reason));
        });
        return marked;
    }

    void clear() {
        all.values().forEach(mark -> mark.box().setValue(false));
    }

    /** The rows are built anew. */
    void forget() {
        all.clear();
    }
}
