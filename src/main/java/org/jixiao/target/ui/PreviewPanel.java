package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.target.ImportPreview;
import org.jixiao.target.ImportPreview.Line;
import org.jixiao.target.ImportPreview.Question;
import org.jixiao.target.ImportPreview.Status;
import org.jspecify.annotations.Nullable;

/** What an import would create, change and refuse, and the cells it asks about. */
final class PreviewPanel extends Div {

    private final BiFunction<byte[], Map<String, String>, ImportPreview> reader;
    private final Consumer<Boolean> ready;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private byte[] file = new byte[0];
    private @Nullable ImportPreview preview;

    PreviewPanel(BiFunction<byte[], Map<String, String>, ImportPreview> reader, Consumer<Boolean> ready) {
        this.reader = reader;
        this.ready = ready;
        addClassName("jx-preview");
    }

    @Nullable ImportPreview preview() {
        return preview;
    }

    void file(byte[] chosen) {
        file = chosen;
        answers.clear();
        read();
    }

    private void read() {
        removeAll();
        preview = null;
        try {
            preview = reader.apply(file, Map.copyOf(answers));
            show(preview);
        } catch (Refusal refusal) {
            add(new FindingLine(Severity.ERROR, Notices.sentence(refusal)));
        }
        ready.accept(preview != null && !preview.refused());
    }

    private void show(ImportPreview shown) {
        var summary = new Div();
        summary.addClassName("jx-toolbar");
        for (Status status : Status.values())
            summary.add(PageHeader.badge(getTranslation("target.import.status." + status.name()) + " " + shown.count(status), look(status)));
        if (shown.questionCount() > 0)
            summary.add(new Span(getTranslation("target.import.questions", String.valueOf(shown.questionCount()))));
        add(summary);
        if (shown.refused()) add(new FindingLine(Severity.ERROR, getTranslation("target.import.refused")));
        var table = Tables.table("jx-import", "#target.import.line", "target.import.status", "target.import.section",
                "target.col.name", "#target.col.half", "#target.col.annual", "target.import.remark");
        shown.lines().stream().filter(l -> l.status() == Status.REFUSED).forEach(l -> line(table, l));
        shown.lines().stream().filter(l -> l.status() != Status.REFUSED).forEach(l -> line(table, l));
        add(table);
    }

    private static String look(Status status) {
        return switch (status) {
            case CREATED -> "ok";
            case CHANGED -> "pri";
            case UNCHANGED -> "line";
            case REFUSED -> "bad";
        };
    }

    private void line(NativeTable table, Line line) {
        var row = table.getBody().addRow();
        Tables.cell(row, "num jx-sec", new Span(String.valueOf(line.line())));
        Tables.cell(row, "", PageHeader.badge(getTranslation("target.import.status." + line.status().name()), look(line.status())));
        Tables.cell(row, "", new Span(line.sectionName()));
        Tables.cell(row, "nm", new Span(line.row().name()));
        old(Tables.cell(row, "num", new Printed(line.row().halfText())), line, "halfText");
        old(Tables.cell(row, "num", new Printed(line.row().annualText())), line, "annualText");
        var remark = Tables.cell(row, "");
        line.problems().forEach(p -> remark.add(new FindingLine(
                Severity.ERROR, getTranslation("target.import.problem." + p.code(), p.value()))));
        line.questions().forEach(q -> remark.add(question(line, q)));
    }

    private static void old(NativeTableCell cell, Line line, String field) {
        String before = line.old().get(field);
        if (before == null) return;
        var old = new Span(before);
        old.addClassName("jx-old");
        cell.addClassName("chg");
        cell.add(old);
    }

    /** Left alone, the cell stays 待确认; answered, it is settled by the import. */
    private Component question(Line line, Question question) {
        String key = line.line() + "/" + question.cell();
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", getTranslation("target.import.later"));
        if (question.cell().equals("measure")) {
            Words.measures(this).forEach((measure, word) -> {
                if (!measure.equals("UNCLEAR")) options.put(measure, word);
            });
        } else if (!question.value().isBlank()) {
            options.put(question.value(), getTranslation("target.import.confirm", shortened(question.value())));
        }
        String word = getTranslation("target.uncertain." + (List.of("section", "key_work", "level2", "measure").contains(question.cell()) ? question.cell() : "other"));
        var choice = new Cell.Choice("question", word, answers.getOrDefault(key, ""), options);
        choice.addValueChangeListener(e -> {
            if (e.getValue().isEmpty()) answers.remove(key);
            else answers.put(key, e.getValue());
        });
        var box = new Div(Tables.small(word), choice);
        box.addClassName("jx-row");
        return box;
    }

    private static String shortened(String text) {
        return text.length() > 18 ? text.substring(0, 17) + "…" : text;
    }

    /** The preview with every answer given; what will be taken. */
    @Nullable ImportPreview answered() {
        return preview == null || preview.refused() ? preview : reader.apply(file, Map.copyOf(answers));
    }
}
