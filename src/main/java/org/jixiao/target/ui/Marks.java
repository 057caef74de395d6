package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jixiao.workflow.Act.MarkedRow;

/** Rows an approver marks for return, each with its reason beside it. */
final class Marks {

    private record Mark(Checkbox box, TextField reason) {}

    private final Runnable changed;
    private final Map<String, Mark> all = new LinkedHashMap<>();

    Marks(Runnable changed) {
        this.changed = changed;
    }

    /** @param under where the reason is asked; {@code on} hears whether the row is marked */
    Component box(String id, String name, Div under, Consumer<Boolean> on) {
        var box = new Checkbox();
        box.setAriaLabel(box.getTranslation("target.mark", name));
        var reason = new TextField();
        reason.setAriaLabel(box.getTranslation("target.mark.reason", name));
        reason.setPlaceholder(box.getTranslation("target.mark.placeholder"));
        reason.setMaxLength(1_000);
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        reason.addValueChangeListener(e -> changed.run());
        var line = new Div(new Span(box.getTranslation("target.mark.word")), reason);
        line.addClassName("jx-reason");
        box.addValueChangeListener(e -> {
            if (e.getValue()) under.add(line);
            else under.remove(line);
            on.accept(e.getValue());
            if (e.getValue() && e.isFromClient()) reason.focus();
            changed.run();
        });
        all.put(id, new Mark(box, reason));
        return box;
    }

    List<MarkedRow> marked() {
        return all.entrySet().stream()
                .filter(e -> e.getValue().box().getValue())
                .map(e -> new MarkedRow(e.getKey(), e.getValue().reason().getValue().strip()))
                .toList();
    }

    void clear() {
        all.values().forEach(mark -> mark.box().setValue(false));
    }
}
