package org.jixiao.inbox.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jixiao.base.ui.DayField;
import org.jixiao.workflow.StepForm.Field;
import org.jixiao.workflow.StepForm.Kind;
import org.jixiao.workflow.StepForm.Option;
import org.jspecify.annotations.Nullable;

/** A field of a drawn form as a component; its value travels as the form's kind says. */
record DrawnField(Component component) {

    /** @param left is told the value when the field is left, null for an empty one */
    static DrawnField of(Field field, @Nullable Object value, boolean editable, Consumer<@Nullable Object> left) {
        Component component =
                switch (field.kind()) {
                    case TEXTAREA -> area(field, value, left);
                    case DATE -> day(field, value, left);
                    case CHECKBOX -> box(field, value, left);
                    case SELECT -> select(field, value, left);
                    case RADIO -> radio(field, value, left);
                    case CHECKLIST -> list(field, value, left);
                    default -> text(field, value, left);
                };
        if (component instanceof HasValue<?, ?> input) {
            input.setReadOnly(!editable);
            input.setRequiredIndicatorVisible(field.required());
        }
        if (component instanceof HasHelper helped && !field.description().isEmpty()) helped.setHelperText(field.description());
        component.setId("field-" + field.key());
        return new DrawnField(component);
    }

    /** @param words what is wrong, empty for nothing */
    void say(String words) {
        if (!(component instanceof HasValidation validated)) return;
        validated.setErrorMessage(words);
        validated.setInvalid(!words.isEmpty());
    }

    private static <F extends AbstractField<?, T>, T> F told(F input, java.util.function.Function<T, @Nullable Object> written, Consumer<@Nullable Object> left) {
        input.addValueChangeListener(change -> {
            if (!change.isFromClient()) return;
            if (input instanceof HasValidation validated) validated.setInvalid(false);
            left.accept(written.apply(change.getValue()));
        });
        return input;
    }

    private static @Nullable Object words(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static TextField text(Field field, @Nullable Object value, Consumer<@Nullable Object> left) {
        var input = new TextField(field.label());
        input.setManualValidation(true);
        if (field.kind() == Kind.NUMBER || field.kind() == Kind.INTEGER) {
            input.getElement().setAttribute("inputmode", field.kind() == Kind.INTEGER ? "numeric" : "decimal");
            input.addThemeNames("align-right");
        }
        if (value != null) input.setValue(value.toString());
        return told(input, text -> {
            String figure = field.written(text);
            if (!figure.equals(text)) input.setValue(figure);
            return words(figure);
        }, left);
    }

    private static TextArea area(Field field, @Nullable Object value, Consumer<@Nullable Object> left) {
        var input = new TextArea(field.label());
        input.setManualValidation(true);
        input.setMinRows(3);
        if (value != null) input.setValue(value.toString());
        return told(input, DrawnField::words, left);
    }

    private static DayField day(Field field, @Nullable Object value, Consumer<@Nullable Object> left) {
        var input = new DayField(field.label());
        input.setManualValidation(true);
        var record = new DrawnField(input);
        try {
            if (value != null) input.setValue(LocalDate.parse(value.toString()));
        } catch (DateTimeException notADay) {
            input.setPlaceholder(value.toString());
            record.say(input.getTranslation("finding.form.date", field.label()));
        }
        told(input, day -> day == null ? null : day.toString(), left);
        // what is no day is kept as it was typed, so that the step cannot be done without it unnoticed
        for (String event : List.of("change", "unparsable-change"))
            input.getElement().addEventListener(event, e -> {
                String typed = input.unreadable();
                if (typed.isEmpty() && event.equals("change")) return;
                input.setPlaceholder(null);
                left.accept(words(typed));
                record.say(typed.isEmpty() ? "" : input.getTranslation("finding.form.date", field.label()));
            });
        return input;
    }

    private static Checkbox box(Field field, @Nullable Object value, Consumer<@Nullable Object> left) {
        var input = new Checkbox(field.label(), Boolean.TRUE.equals(value) || "true".equals(value));
        input.setManualValidation(true);
        return told(input, checked -> checked, left);
    }

    private static ComboBox<Option> select(Field field, @Nullable Object value, Consumer<@Nullable Object> left) {
        var input = new ComboBox<Option>(field.label());
        input.setManualValidation(true);
        input.setItems(field.options());
        input.setItemLabelGenerator(Option::label);
        input.setClearButtonVisible(true);
        chosen(field, value).stream().findFirst().ifPresent(input::setValue);
        return told(input, option -> option == null ? null : option.value(), left);
    }

    private static RadioButtonGroup<Option> radio(Field field, @Nullable Object value, Consumer<@Nullable Object> left) {
        var input = new RadioButtonGroup<Option>(field.label());
        input.setManualValidation(true);
        input.setItems(field.options());
        input.setItemLabelGenerator(Option::label);
        chosen(field, value).stream().findFirst().ifPresent(input::setValue);
        return told(input, option -> option == null ? null : option.value(), left);
    }

    private static CheckboxGroup<Option> list(Field field, @Nullable Object value, Consumer<@Nullable Object> left) {
        var input = new CheckboxGroup<Option>(field.label());
        input.setManualValidation(true);
        input.setItems(field.options());
        input.setItemLabelGenerator(Option::label);
        input.setValue(new LinkedHashSet<>(chosen(field, value)));
        return told(input, (Set<Option> options) -> field.options().stream().filter(options::contains).map(Option::value).toList(), left);
    }

    private static List<Option> chosen(Field field, @Nullable Object value) {
        if (value == null) return List.of();
        var wanted = new ArrayList<String>();
        if (value instanceof List<?> many) many.forEach(one -> wanted.add(one.toString()));
        else wanted.add(value.toString());
        return field.options().stream().filter(option -> wanted.contains(option.value())).toList();
    }
}
