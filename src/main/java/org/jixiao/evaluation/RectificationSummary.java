package org.jixiao.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jixiao.base.Messages;
import org.jixiao.evaluation.RectificationView.ItemRow;
import org.jixiao.inbox.TaskSummary;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Cases.TaskSheet;
import org.springframework.stereotype.Component;

/** A rectification at a glance. */
@Component
class RectificationSummary implements TaskSummary {

    private final SelfEvaluations evaluations;
    private final Messages messages;

    RectificationSummary(SelfEvaluations evaluations, Messages messages) {
        this.evaluations = evaluations;
        this.messages = messages;
    }

    @Override
    public String content() {
        return EvaluationProcess.RECTIFICATION_CONTENT;
    }

    @Override
    public Summary of(TaskSheet task, Actor reader, Locale locale) {
        RectificationView view = evaluations.rectificationOf(task, reader);
        Map<String, Map<String, String>> changed = evaluations.changesOfRectification(task);
        List<Change> changes = new ArrayList<>();
        for (ItemRow item : view.rows()) {
            Map<String, String> was = changed.get(item.id());
            if (was == null) continue;
            Map<String, String> now =
                    Map.of("measure", item.measure(), "deadline", item.deadline(), "result", item.result());
            List<Field> fields = new ArrayList<>();
            was.forEach((field, text) -> fields.add(new Field(
                    messages.text(locale, "evaluation.summary." + field), text, now.getOrDefault(field, ""))));
            changes.add(new Change(Kind.CHANGED, String.valueOf(item.row().seq()), item.row().name(), fields));
        }
        String size = messages.text(locale, "evaluation.summary.items", String.valueOf(view.rows().size()));
        return new Summary(size, changes, TaskSummary.noted(
                view.findings(),
                view.rows().stream().collect(Collectors.toMap(ItemRow::id, item -> String.valueOf(item.row().seq())))));
    }
}
