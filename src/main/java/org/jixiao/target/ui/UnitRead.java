package org.jixiao.target.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.inbox.ui.Marks;
import org.jixiao.target.Figures;
import org.jixiao.target.SheetPage;
import org.jixiao.target.SheetPage.Change;
import org.jixiao.target.SheetPage.Found;
import org.jixiao.target.SheetPage.FundView;
import org.jixiao.target.SheetPage.UnitView;
import org.jixiao.target.TargetValue;
import org.jixiao.target.UnitPart;
import org.jspecify.annotations.Nullable;

/** The unit's part to read, each money line and the rest of it to be marked where that is possible. */
final class UnitRead extends Div {

    private final UnitView unit;
    private final @Nullable Marks marks;

    UnitRead(SheetPage page, @Nullable Marks marks) {
        this.unit = Objects.requireNonNull(page.unitPart());
        this.marks = marks;
        addClassName("jx-unitpart");
        var findings = new Div();
        findings.addClassName("jx-checks");
        for (Found found : page.findings())
            if (UnitPart.ROW.equals(found.row()) || unit.funds().stream().anyMatch(f -> f.id().toString().equals(found.row())))
                findings.add(new FindingLine(found.finding()));
        add(part("target.unit.money", findings, money()), part("target.unit.texts", texts()));
    }

    private Div part(String title, Component... content) {
        var part = new Div(new H2(getTranslation(title)));
        part.addClassName("jx-part");
        part.add(content);
        return part;
    }

    private Component money() {
        var table = Tables.table("jx-money", marks == null ? "" : "target.col.mark", "target.fund.item", "#target.fund.half", "#target.fund.annual");
        for (FundView fund : unit.funds()) {
            var line = table.getBody().addRow();
            line.addClassName(fund.kind().equals("明细") ? "dt" : "tot");
            var under = new Div();
            var note = new NativeTableRow();
            note.addClassName("note");
            var box = marks == null ? new Span() : marks.box(fund.id().toString(), fund.item(), under, marked -> {
                line.setClassName("mkd", marked);
                note.setVisible(marked);
            });
            Tables.cell(line, "c", box);
            old(Tables.cell(line, "", new Span(fund.item())), fund.change(), "item");
            old(Tables.cell(line, "num", new Span(amount(fund.halfPlan()))), fund.change(), "halfPlan");
            old(Tables.cell(line, "num", new Span(amount(fund.annualBudget()))), fund.change(), "annualBudget");
            var cell = new NativeTableCell(under);
            cell.getElement().setAttribute("colspan", "4");
            note.add(cell);
            note.setVisible(false);
            table.getBody().add(note);
        }
        return table;
    }

    /** Two decimals on pages; what is no number stays as typed. */
    private static String amount(String typed) {
        var number = TargetValue.parse(typed).number();
        return number == null ? (typed.isBlank() ? "–" : typed) : Figures.money(number);
    }

    private static void old(NativeTableCell cell, @Nullable Change change, String field) {
        String before = change == null ? null : change.old().get(field);
        if (before == null) return;
        var old = new Span(before.isBlank() ? "–" : before);
        old.addClassName("jx-old");
        cell.addClassName("chg");
        cell.add(old);
    }

    private Component texts() {
        var box = new Div();
        var under = new Div();
        if (marks != null) {
            var line = new Div(marks.box(UnitPart.ROW, getTranslation("target.fill.unit"), under, marked -> box.setClassName("mkd", marked)),
                    new Span(getTranslation("target.mark.unit")));
            line.addClassName("jx-row");
            box.add(line, under);
        }
        text(box, "weights", unit.weights().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining("　")));
        text(box, "words", String.join("、", unit.words()));
        text(box, "staffingType", unit.staffingType());
        text(box, "authorised", unit.authorised());
        text(box, "actual", unit.actual());
        text(box, "mainFunctions", unit.mainFunctions());
        text(box, "orgText", unit.orgText());
        text(box, "longTermGoal", unit.longTermGoal());
        text(box, "annualGoal", unit.annualGoal());
        return box;
    }

    private void text(Div box, String field, String value) {
        var word = new Span(getTranslation("target.unit." + field));
        word.addClassName("jx-sec");
        var text = new Paragraph(value.isBlank() ? "–" : value);
        var part = new Div(word, text);
        part.addClassName("jx-text");
        Change change = unit.change();
        if (change != null)
            change.old().forEach((key, before) -> {
                if (!key.equals(field) && !key.startsWith(field + ".")) return;
                var old = new Paragraph(key.equals(field) ? before : key.substring(field.length() + 1) + " " + before);
                old.addClassName("jx-struck");
                part.addClassName("jx-chg");
                part.add(old);
            });
        box.add(part);
    }
}
