package org.jixiao.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jixiao.base.Messages;
import org.jixiao.evaluation.SheetView.RowView;
import org.jixiao.inbox.TaskSummary;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Against;
import org.jixiao.workflow.Cases.TaskSheet;
import org.springframework.stereotype.Component;

/** A self-evaluation at a glance: its states, and what changed since it was submitted before. */
@Component
class EvaluationSummary implements TaskSummary {

    private final SelfEvaluations evaluations;
    private final Messages messages;
    private final ObjectMapper json;

    EvaluationSummary(SelfEvaluations evaluations, Messages messages, ObjectMapper json) {
        this.evaluations = evaluations;
        this.messages = messages;
        this.json = json;
    }

    @Override
    public String content() {
        return EvaluationProcess.CONTENT;
    }

    @Override
    public Summary of(TaskSheet task, Actor reader, Locale locale) {
        SheetView view = evaluations.ofTask(task, reader);
        Map<String, Map<String, String>> changed = evaluations.changes(task, reader, Against.SUBMISSION);
        List<Change> changes = new ArrayList<>();
        for (RowView row : view.rows()) {
            Map<String, String> was = changed.get(row.id());
            if (was == null) continue;
            changes.add(new Change(
                    Kind.CHANGED, String.valueOf(row.seq()), row.name(), fields(was, json.valueToTree(row.figures()), locale)));
        }
        return new Summary(
                messages.text(
                        locale,
                        "evaluation.summary.size",
                        String.valueOf(view.rows().size()),
                        count(view, State.MET),
                        count(view, State.BEHIND),
                        count(view, State.MISSED)),
                changes,
                TaskSummary.noted(
                        view.findings(),
                        view.rows().stream().collect(Collectors.toMap(RowView::id, row -> String.valueOf(row.seq())))));
    }

    private static String count(SheetView view, State state) {
        return String.valueOf(view.counts().getOrDefault(state, 0));
    }

    private List<Field> fields(Map<String, String> was, JsonNode now, Locale locale) {
        List<Field> fields = new ArrayList<>();
        was.forEach((field, text) -> {
            String key = field.equals("evidence") ? "evaluation.column.evidence" : "evaluation.field." + field;
            fields.add(new Field(
                    messages.textOr(locale, key, field), word(field, text, locale), word(field, now.path(field).asText(), locale)));
        });
        return fields;
    }

    /** A chosen code as it reads on the form; whatever was typed as it is. */
    private String word(String field, String text, Locale locale) {
        return switch (field) {
            case "attainability" -> messages.textOr(locale, "evaluation.attainability." + text, text);
            case "reasonCategory" -> messages.textOr(locale, "evaluation.reason." + text, text);
            default -> text;
        };
    }
}
