package org.jixiao.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Cases.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why a section's content cannot be changed now: 未开放, 审批中, 已逾期, 已批复, 已归档, each as a sentence. */
@Component
public class Locks {

    private final Cases cases;
    private final Messages messages;

    Locks(Cases cases, Messages messages) {
        this.cases = cases;
        this.messages = messages;
    }

    public enum Why {
        NOT_OPEN,
        EXAMINED,
        OVERDUE,
        APPROVED,
        ARCHIVED
    }

    public record Lock(Why why, String sentence) {}

    /** Empty while the section fills it in; who asks may read the page this stands on. */
    public Optional<Lock> of(
            String process, String unit, int year, String section, @Nullable String period, boolean archived, Locale locale) {
        if (archived) return lock(Why.ARCHIVED, "inbox.lock.archived", locale, String.valueOf(year));
        var facts = cases.find(process, unit, year, section, period);
        if (facts.isEmpty()) return lock(Why.NOT_OPEN, "inbox.lock.notOpen", locale);
        String caseId = facts.get().caseId();
        var closed = cases.closing(caseId).flatMap(closing -> closing.why());
        if (closed.isPresent())
            return lock(Why.OVERDUE, "inbox.lock.closed", locale, messages.refusal(locale, closed.get()));
        if (cases.fillTask(caseId).isPresent()) return Optional.empty();
        var waiting = cases.waiting(caseId);
        if (!waiting.isEmpty())
            return lock(Why.EXAMINED, "inbox.lock.line.examined", locale, where(messages, waiting, locale));
        var timeline = cases.timeline(caseId);
        if (timeline.isEmpty()) return Optional.empty();
        var over = ProductClock.local(timeline.get(timeline.size() - 1).at()).toLocalDate();
        String sentence = messages.text(locale, "inbox.lock.approved", over);
        return Optional.of(new Lock(
                Why.APPROVED, messages.textOr(locale, "inbox.lock.approved." + process, sentence, over)));
    }

    private Optional<Lock> lock(Why why, String key, Locale locale, Object... args) {
        return Optional.of(new Lock(why, messages.text(locale, key, args)));
    }

    /** At which step, with whom. */
    public static String where(Messages messages, List<Waiting> waiting, Locale locale) {
        boolean chinese = Messages.chinese(locale);
        return waiting.stream()
                .map(w -> messages.text(
                        locale, "inbox.lock.with", Messages.name(locale, w.stepName(), w.stepNameEn()), String.join("、", w.holders())))
                .collect(Collectors.joining(chinese ? "；" : "; "));
    }
}
