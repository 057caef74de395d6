package org.jixiao.target.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jixiao.inbox.ui.TaskForm;
import org.jixiao.organisation.SignedIn;
import org.jixiao.target.TargetPages;
import org.jixiao.target.YearProcess;
import org.springframework.stereotype.Component;

/** Closing the year: the versions that will stand. */
@Component
class ArchiveForm implements TaskForm {

    private final TargetPages pages;
    private final SignedIn signedIn;

    ArchiveForm(TargetPages pages, SignedIn signedIn) {
        this.pages = pages;
        this.signedIn = signedIn;
    }

    @Override
    public List<String> formKeys() {
        return List.of(YearProcess.FORM_ARCHIVE);
    }

    @Override
    public Panel open(Desk desk) {
        var facts = desk.sheet().facts();
        var body = new Div();
        body.addClassName("jx-examine");
        var sentence = new Paragraph(body.getTranslation("target.archive.sentence", String.valueOf(facts.year())));
        sentence.addClassName("jx-stack");
        var table = Tables.table("jx-versions", "target.archive.section", "target.archive.version");
        for (var section : pages.sections(signedIn.actor(), facts.unit(), facts.year())) {
            var line = table.getBody().addRow();
            Tables.cell(line, "", new Span(section.name()));
            Tables.cell(line, "", new Span(
                    body.getTranslation("target.version", String.valueOf(section.version()))));
        }
        body.add(sentence, table);
        return () -> body;
    }
}
