package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jixiao.base.ui.Glyph;
import org.jixiao.workflow.StepForm.Field;
import org.jixiao.workflow.StepForm.Kind;
import org.jspecify.annotations.Nullable;

/** A dynamic list of a drawn form: rows of fields, which come and go where the model lets them. */
final class DrawnList extends Div {

    private static final int MOST = 200;

    private final transient Field field;
    private final boolean editable;
    private final transient Consumer<@Nullable Object> left;
    private final transient List<Map<String, Object>> rows = new ArrayList<>();
    private final transient List<Map<String, DrawnField>> fields = new ArrayList<>();
    private final transient Map<String, Component> notes = new HashMap<>();
    private final Div lines = new Div();
    private final Button more = new Button(getTranslation("inbox.form.row.add"), Glyph.PLUS.icon());

    DrawnList(Field field, @Nullable Object entered, boolean editable, Consumer<@Nullable Object> left) {
        this.field = field;
        this.editable = editable;
        this.left = left;
        if (entered instanceof List<?> many)
            for (Object one : many) {
                var row = new LinkedHashMap<String, Object>();
                ((Map<?, ?>) one).forEach((key, value) -> row.put(String.valueOf(key), value));
                rows.add(row);
            }
        addClassName("jx-drawn-list");
        setId("field-" + field.key());
        add(new H2(field.label()), lines, more);
        more.addThemeNames("small");
        more.setVisible(editable && field.rows().grows());
        more.addClickListener(e -> {
            rows.add(new LinkedHashMap<>(field.rows().blank()));
            build();
            fields.get(rows.size() - 1).values().stream().findFirst().ifPresent(DrawnList::focus);
            tell();
        });
        build();
    }

    private void build() {
        lines.removeAll();
        fields.clear();
        notes.clear();
        for (int i = 0; i < rows.size(); i++) lines.add(line(i));
        more.setEnabled(rows.size() < MOST);
    }

    private Div line(int number) {
        var row = rows.get(number);
        var shown = new LinkedHashMap<String, DrawnField>();
        var line = new Div(new Span(String.valueOf(number + 1)));
        line.addClassName("jx-drawn-row");
        line.getElement().setAttribute("role", "group").setAttribute("aria-label", field.label() + " " + (number + 1));
        for (Field of : field.rows().fields()) {
            if (!of.asks()) {
                Component words = of.kind() == Kind.NOTE ? DrawnPanel.words(of) : new Span(of.label());
                notes.put(field.key() + "/" + number + "/" + of.key(), words);
                line.add(words);
                continue;
            }
            var one = DrawnField.of(of, row.get(of.key()), editable && !of.readonly(), value -> {
                if (value == null) row.remove(of.key());
                else row.put(of.key(), value);
                tell();
            });
            one.component().setId("field-" + field.key() + "-" + number + "-" + of.key());
            shown.put(of.key(), one);
            line.add(one.component());
        }
        fields.add(shown);
        if (editable && field.rows().grows()) line.add(remove(number));
        return line;
    }

    private Button remove(int number) {
        var remove = new Button(Glyph.CLOSE.icon(), e -> {
            rows.remove(number);
            build();
            more.focus();
            tell();
        });
        remove.addThemeNames("tertiary", "icon", "small");
        remove.setAriaLabel(getTranslation("inbox.form.row.remove", String.valueOf(number + 1)));
        return remove;
    }

    private void tell() {
        left.accept(rows.stream().map(row -> Map.copyOf(row)).toList());
    }

    void hide(Set<String> hidden) {
        each((at, one) -> one.component().setVisible(!hidden.contains(at)));
        notes.forEach((at, words) -> words.setVisible(!hidden.contains(at)));
    }

    /** @param words by field, as findings name it */
    void say(Map<String, String> words) {
        each((at, one) -> one.say(words.getOrDefault(at, "")));
    }

    void focus(String field) {
        each((at, one) -> {
            if (at.equals(field)) focus(one);
        });
    }

    private static void focus(DrawnField field) {
        if (field.component() instanceof Focusable<?> focusable) focusable.focus();
    }

    private void each(BiConsumer<String, DrawnField> what) {
        for (int i = 0; i < fields.size(); i++) {
            String row = field.key() + "/" + i + "/";
            fields.get(i).forEach((key, one) -> what.accept(row + key, one));
        }
    }
}
