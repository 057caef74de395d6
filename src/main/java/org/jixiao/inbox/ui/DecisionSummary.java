package org.jixiao.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.jixiao.base.Finding;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.Glyph;
import org.jixiao.inbox.ui.TaskForm.Panel;

/** What stands before the buttons: rows marked for return, or what is still wrong, each with the way to it. */
final class DecisionSummary extends Span {

    DecisionSummary() {
        addClassName("jx-summary");
        getElement().setAttribute("role", "status");
    }

    /** @param fills whether the reader fills in and not decides */
    void show(Panel panel, boolean fills) {
        removeAll();
        int marked = panel.marked().size();
        if (marked > 0) {
            var marks = new Span(getTranslation("inbox.marked", String.valueOf(marked)));
            marks.addClassName("jx-marked");
            add(marks);
        } else if (fills) {
            summarise(panel);
        }
    }

    /** Rows nobody has begun are 未填, not wrong. */
    private void summarise(Panel panel) {
        List<Finding> found = panel.findings();
        List<Finding> unfilled = found.stream().filter(f -> f.blocks() && panel.unfilled(f)).toList();
        List<Finding> errors = found.stream().filter(f -> f.blocks() && !panel.unfilled(f)).toList();
        long warnings = found.stream()
                .filter(f -> f.severity() == Severity.WARNING && !panel.unfilled(f))
                .count();
        long rows = unfilled.stream().map(Finding::row).distinct().count();
        count("inbox.summary.errors", FindingLine.look(Severity.ERROR), FindingLine.glyph(Severity.ERROR), errors.size());
        if (!errors.isEmpty()) add(go(panel, errors.get(0)));
        count("inbox.summary.unfilled", "mute", Glyph.MISSING, rows);
        if (errors.isEmpty() && rows > 0) add(go(panel, unfilled.get(0)));
        count("inbox.summary.warnings", FindingLine.look(Severity.WARNING), FindingLine.glyph(Severity.WARNING), warnings);
    }

    private void count(String key, String look, Glyph glyph, long count) {
        if (count == 0) return;
        var chip = new Span(glyph.small(), new Span(getTranslation(key, String.valueOf(count))));
        chip.addClassNames("jx-light", look);
        add(chip);
    }

    private Button go(Panel panel, Finding finding) {
        var go = new Button(getTranslation("inbox.summary.go"), e -> panel.show(finding));
        go.addThemeNames("tertiary-inline", "small");
        return go;
    }
}
