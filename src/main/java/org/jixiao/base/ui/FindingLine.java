package org.jixiao.base.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.jixiao.base.Finding;
import org.jixiao.base.Finding.Severity;

/** What a rule found, as one line: shape by severity, then the sentence with its arithmetic. */
public final class FindingLine extends Div {

    public FindingLine(Finding finding) {
        this(finding.severity(), "");
        text(getTranslation("finding." + finding.code(), finding.args().toArray()));
    }

    public FindingLine(Severity severity, String sentence) {
        addClassNames("jx-msg", look(severity));
        add(glyph(severity).small());
        var word = new Span(getTranslation(key(severity)));
        word.addClassName("jx-sr");
        add(word);
        if (!sentence.isEmpty()) text(sentence);
    }

    private void text(String sentence) {
        add(new Span(sentence));
    }

    /** Message key of the severity's word: 错误, 提醒, 说明. */
    public static String key(Severity severity) {
        return switch (severity) {
            case ERROR -> "base.finding.error";
            case WARNING -> "base.finding.warning";
            case NOTE -> "base.finding.note";
        };
    }

    /** CSS class: bad, warn or info. */
    public static String look(Severity severity) {
        return switch (severity) {
            case ERROR -> "bad";
            case WARNING -> "warn";
            case NOTE -> "info";
        };
    }

    public static Glyph glyph(Severity severity) {
        return switch (severity) {
            case ERROR -> Glyph.STOP;
            case WARNING -> Glyph.WARN;
            case NOTE -> Glyph.INFO;
        };
    }
}
