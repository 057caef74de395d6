package org.jixiao.workflow.gate;

import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.jspecify.annotations.Nullable;

/** A timer's text, read by the engine's own calendars. */
final class Timers {

    private static final Date START = new Date(1_700_000_000_000L);

    private final Findings findings;
    private final Expressions expressions;

    Timers(Findings findings, Expressions expressions) {
        this.findings = findings;
        this.expressions = expressions;
    }

    /**
     * @param event that carries the timer, or the step whose listener does
     * @param asked whether a gateway before it asks if there is a date at all
     */
    void check(Node event, Node timer, boolean asked) {
        for (Node text : timer.children()) {
            String value = text.text().strip();
            if (Expressions.in(value)) {
                if (!asked && expressions.mayBeEmpty(value)) findings.add(Rule.TIMER_MAY_BE_EMPTY, event.id(), event.called(), value);
            } else literal(event, text.tag(), value);
        }
    }

    private void literal(Node event, String kind, String value) {
        switch (kind) {
            case "timeDate" -> due(event, new DueDateBusinessCalendar(), value, START);
            case "timeDuration" -> due(event, new DurationBusinessCalendar(), value, START);
            case "timeCycle" -> {
                Date first = due(event, new CycleBusinessCalendar(), value, START);
                Date second = first == null ? null : due(event, new CycleBusinessCalendar(), value, first);
                if (second != null && Duration.between(first.toInstant(), second.toInstant()).compareTo(Limits.TIMER) < 0)
                    findings.add(Rule.TIMER_OFTEN, event.id(), event.called(), value);
            }
            default -> {}
        }
    }

    private @Nullable Date due(Node event, BusinessCalendar calendar, String value, Date from) {
        try {
            if (!value.isEmpty()) return calendar.resolveDuedate(value, from);
        } catch (RuntimeException e) {
            // The engine's sentence names Java classes; ours says what may stand there.
        }
        findings.add(Rule.TIMER_UNREADABLE, event.id(), event.called(), value);
        return null;
    }

    /** For certain, and for a minute: a date may be past, and what an expression yields is not known here. */
    static boolean waits(Node timer) {
        if (timer.child("timeCycle").filter(cycle -> !Expressions.in(cycle.text())).isPresent()) return true;
        String value = timer.child("timeDuration").map(d -> d.text().strip()).orElse("");
        if (value.isEmpty() || Expressions.in(value)) return false;
        try {
            Date due = new DurationBusinessCalendar().resolveDuedate(value, START);
            return Duration.between(START.toInstant(), due.toInstant()).compareTo(Limits.TIMER) >= 0;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
