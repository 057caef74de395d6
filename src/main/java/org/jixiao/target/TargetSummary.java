package org.jixiao.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jixiao.base.Messages;
import org.jixiao.inbox.TaskSummary;
import org.jixiao.organisation.Actor;
import org.jixiao.target.SheetPage.Found;
import org.jixiao.target.SheetPage.Removed;
import org.jixiao.target.SheetPage.Row;
import org.jixiao.workflow.Cases.TaskSheet;
import org.springframework.stereotype.Component;

/** A section's targets at a glance: how many, and what changed since they were submitted before. */
@Component
class TargetSummary implements TaskSummary {

    private final TargetPages pages;
    private final Messages messages;

    TargetSummary(TargetPages pages, Messages messages) {
        this.pages = pages;
        this.messages = messages;
    }

    @Override
    public String content() {
        return TargetsProcess.CONTENT;
    }

    @Override
    public Summary of(TaskSheet task, Actor reader, Locale locale) {
        var page = pages.ofCase(task.facts(), reader, locale);
        var changes = new ArrayList<Change>();
        for (Row row : page.rows()) {
            if (row.change() == null) continue;
            changes.add(
                    row.change().added()
                            ? new Change(Kind.ADDED, number(row.seq()), row.name(), values(row.halfText(), row.annualText(), locale))
                            : new Change(Kind.CHANGED, number(row.seq()), row.name(), fields(row, locale)));
        }
        for (Removed row : page.removed())
            changes.add(new Change(
                    Kind.REMOVED, number(row.seq()), row.name(), values(row.halfText(), row.annualText(), locale)));
        String size = messages.text(
                locale, "target.summary.size", String.valueOf(page.rows().size()), String.valueOf(page.keyWorks().size()));
        Map<String, String> numbers =
                page.rows().stream().collect(Collectors.toMap(row -> row.id().toString(), row -> number(row.seq())));
        return new Summary(
                size, changes, TaskSummary.noted(page.findings().stream().map(Found::finding).toList(), numbers));
    }

    private static String number(int seq) {
        return String.valueOf(seq);
    }

    private List<Field> values(String half, String annual, Locale locale) {
        return List.of(
                new Field(label("halfText", locale), "", half), new Field(label("annualText", locale), "", annual));
    }

    private String label(String field, Locale locale) {
        return messages.textOr(locale, "target.summary." + field, messages.textOr(locale, "target.field." + field, field));
    }

    private List<Field> fields(Row row, Locale locale) {
        Map<String, String> now = Map.of(
                "halfText", row.halfText(), "annualText", row.annualText(), "name", row.name(), "duty", row.duty(),
                "keyWork", row.keyWork(), "level1", row.level1(), "level2", row.level2(), "baseline", row.baseline(),
                "weight", row.weight(), "explanation", row.explanation());
        var fields = new ArrayList<Field>();
        row.change().old().forEach((field, was) -> {
            if (now.containsKey(field)) fields.add(new Field(label(field, locale), was, now.get(field)));
            else if (field.equals("measure"))
                fields.add(new Field(label(field, locale), measure(was, locale), measure(row.measure().name(), locale)));
        });
        return fields;
    }

    private String measure(String code, Locale locale) {
        return messages.textOr(locale, "target.measure." + code, code);
    }
}
