package org.jixiao.inbox.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jixiao.base.ui.Limit;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.workflow.Act.MarkedRow;
import org.jixiao.workflow.Act;

/** Rows marked for return, each with its reason under it; marks and reasons outlive a redrawing of the rows. */
public final class Marks {

    private static final class Mark {
        private boolean on;
        private String reason = "";
        private Checkbox box = new Checkbox();
    }

    private final Desk desk;
    private final Map<String, Mark> all = new LinkedHashMap<>();

    public Marks(Desk desk) {
        this.desk = desk;
    }

    /**
     * The box that marks a row.
     *
     * @param name how the row is called aloud
     * @param under where its reason is asked
     * @param on hears whether the row is marked
     */
    public Checkbox box(String id, String name, Div under, Consumer<Boolean> on) {
        var mark = all.computeIfAbsent(id, row -> new Mark());
        var box = new Checkbox(mark.on);
        mark.box = box;
        box.setAriaLabel(box.getTranslation("inbox.mark", name));
        box.getElement().setAttribute("data-unsent", "mark " + id);
        var line = new Div();
        line.addClassName("jx-reason");
        box.addValueChangeListener(e -> {
            mark.on = e.getValue();
            if (mark.on) ask(mark, id, name, line, under, e.isFromClient());
            else under.remove(line);
            on.accept(mark.on);
            desk.changed();
        });
        if (mark.on) {
            ask(mark, id, name, line, under, false);
            on.accept(true);
        }
        return box;
    }

    private void ask(Mark mark, String id, String name, Div line, Div under, boolean focus) {
        under.add(line);
        if (line.getComponentCount() > 0) return;
        var reason = new TextField();
        reason.setAriaLabel(reason.getTranslation("inbox.mark.reason", name));
        reason.getElement().setAttribute("data-unsent", "reason " + id);
        reason.setPlaceholder(reason.getTranslation("inbox.mark.placeholder"));
        Limit.of(reason, Act.LONGEST_REASON);
        reason.setValue(mark.reason);
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        reason.addValueChangeListener(e -> {
            mark.reason = e.getValue();
            desk.changed();
        });
        line.add(new Span(reason.getTranslation("inbox.mark.word")), reason, desk.stock(reason));
        if (focus) reason.focus();
    }

    public boolean marked(String id) {
        var mark = all.get(id);
        return mark != null && mark.on;
    }

    public List<MarkedRow> marked() {
        return all.entrySet().stream()
                .filter(e -> e.getValue().on)
                .map(e -> new MarkedRow(e.getKey(), e.getValue().reason.isBlank() ? null : e.getValue().reason.strip()))
                .toList();
    }

    public void clear() {
        all.values().forEach(mark -> mark.box.setValue(false));
    }

    /** The content is another: what was marked in it is no longer. */
    public void forget() {
        all.clear();
    }
}
