package org.jixiao.modelling.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.jixiao.base.Finding;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.workflow.Versions.Refused;

/** Uploads that the gate refused, with what it found; opened one by one. */
final class RefusedList extends Div {

    private static final int SHOWN = 3;

    RefusedList(List<Refused> refused) {
        addClassName("jx-model-refused");
        add(new H3(getTranslation("modelling.refused")));
        for (Refused one : refused) add(line(one));
    }

    private NativeDetails line(Refused one) {
        long errors = one.findings().stream().filter(Finding::blocks).count();
        var summary = new Span(getTranslation(
                "modelling.refused.line", Words.time(one.at()), one.by(), String.valueOf(errors), listed(one.files())));
        var inside = new Div(Words.styled(one.why(), "jx-model-why"));
        for (Finding finding : one.findings()) {
            var place = Words.styled(where(finding), "jx-code");
            inside.add(new Div(new FindingLine(finding), place));
        }
        return new NativeDetails(summary, inside);
    }

    private String listed(List<String> files) {
        String first = files.stream().limit(SHOWN).collect(Collectors.joining(getTranslation("modelling.list.and")));
        return files.size() <= SHOWN ? first : getTranslation("modelling.refused.files", first, String.valueOf(files.size()));
    }

    private static String where(Finding finding) {
        return finding.row() == null ? String.valueOf(finding.field()) : finding.field() + " " + finding.row();
    }
}
