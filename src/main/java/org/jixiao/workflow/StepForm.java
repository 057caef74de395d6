package org.jixiao.workflow;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that a model asks for at a step: Camunda's generated ones, or those of a {@code .form} from the Modeler. */
public record StepForm(List<Field> fields) {

    /** Steps with such a form carry this form key. */
    public static final String KEY = "form";

    /** How a value is written: CHECKLIST a list of texts, CHECKBOX true or false, dates {@code 2026-12-31}, the rest text. */
    public enum Kind {
        TEXT,
        TEXTAREA,
        NUMBER,
        INTEGER,
        DATE,
        CHECKBOX,
        SELECT,
        RADIO,
        CHECKLIST,
        /** Words between fields; has no value. */
        NOTE
    }

    public record Option(String value, String label) {}

    /**
     * @param key the process variable it becomes
     * @param initial as the value is written, or null
     */
    public record Field(
            String key,
            String label,
            Kind kind,
            String description,
            boolean required,
            boolean readonly,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            List<Option> options,
            @Nullable Object initial) {

        public boolean asks() {
            return kind != Kind.NOTE;
        }
    }
}
