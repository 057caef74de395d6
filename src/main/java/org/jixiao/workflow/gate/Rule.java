package org.jixiao.workflow.gate;

import java.util.Locale;
import org.jixiao.base.Finding;
import org.jixiao.base.Finding.Severity;

/**
 * What the gate looks for. A finding's sentence is the message {@code finding.model.<id>}, with what is meant in
 * {@code {0}} onwards; what the rule says in general is {@code workflow.rule.<id>}, which the README for modellers lists.
 */
public enum Rule {
    FILE_TYPE,
    FILE_SIZE,
    XML,
    DOCTYPE,
    REMOTE,
    ENGINE,
    NOT_EXECUTABLE,
    ELEMENT_UNKNOWN,
    ATTRIBUTE_UNKNOWN,
    NAMESPACE_OLD,
    SCRIPT,
    JAVA_CLASS,
    CONNECTOR,
    EXTERNAL_TASK,
    AD_HOC,
    EXPRESSION_UNREADABLE,
    EXPRESSION_FORBIDDEN,
    VARIABLE_UNKNOWN(Severity.WARNING),
    VARIABLE_RESERVED,
    POST_MISSING,
    POST_UNKNOWN,
    POST_SEVERAL,
    PERSON_NAMED,
    FORM_KEY_UNKNOWN,
    FORM_MISSING,
    FORM_UNREADABLE,
    FORM_COMPONENT,
    FORM_KEY,
    FORM_LABEL(Severity.WARNING),
    FORM_OPTIONS,
    FORM_PATTERN,
    CONTENT_UNKNOWN,
    PROPERTY_VALUE,
    TEMPLATE_UNKNOWN(Severity.WARNING),
    COUNTERSIGN_SHAPE,
    COUNTERSIGN_UNASKED,
    DROP_UNASKED,
    PROCESS_UNKNOWN,
    DECISION_UNKNOWN,
    CALLS_ITSELF,
    HISTORY_MISSING,
    START_KIND,
    YEAR_START,
    OWN_START,
    START_FORM,
    STARTER_GROUPS(Severity.WARNING),
    SECTION_NONE,
    UNREACHABLE,
    NO_EXIT,
    GATEWAY_NO_DEFAULT(Severity.WARNING),
    LOOP_WITHOUT_WAIT,
    INSTANCES_MANY,
    TIMER_UNREADABLE,
    TIMER_OFTEN,
    TIMER_MAY_BE_EMPTY(Severity.WARNING),
    DECISION_LANGUAGE,
    FEEL_EXPRESSION,
    FEEL_FORBIDDEN;

    private final Severity severity;

    Rule() {
        this(Severity.ERROR);
    }

    Rule(Severity severity) {
        this.severity = severity;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    /** @param element id in the model, empty for the file as a whole */
    Finding at(String file, String element, String... args) {
        return new Finding(severity, "model." + id(), element.isEmpty() ? null : element, file, java.util.List.of(args));
    }
}
