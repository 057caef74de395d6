package org.jixiao.target.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Notices;
import org.jixiao.organisation.Actor;
import org.jixiao.target.Years;

/** The coordinator's dialog for a year's dates, and for opening a self-evaluation early. */
final class DatesDialog extends Dialog {

    private final transient Years years;
    private final transient Actor actor;
    private final String unit;
    private final int year;

    DatesDialog(Years years, Actor actor, String unit, int year) {
        this.years = years;
        this.actor = actor;
        this.unit = unit;
        this.year = year;
        setHeaderTitle(getTranslation("target.dates.of", String.valueOf(year)));
        setWidth("min(560px, 96vw)");
        var standing = years.dates(actor, unit, year).orElseThrow(Refusal::forbidden);
        var half = new DateOrHand(getTranslation("target.dates.half"), standing.halfYearDate());
        var end = new DateOrHand(getTranslation("target.dates.end"), standing.yearEndDate());
        var save = new Button(getTranslation("target.dates.save"), e -> attempt(
                () -> years.changeDates(actor, unit, year, half.date(), end.date()), "target.dates.saved"));
        save.addThemeNames("primary");
        boolean open = standing.state().equals("OPEN");
        save.setEnabled(open);
        var body = new Div(half, end, save);
        body.addClassName("jx-yform");
        add(body, new H3(getTranslation("target.dates.early")),
                early("HALF_YEAR", "target.dates.half", standing.halfYearOpened(), open),
                early("FULL_YEAR", "target.dates.end", standing.fullYearOpened(), open));
        getFooter().add(new Button(getTranslation("target.import.cancel"), e -> close()));
    }

    private Div early(String period, String word, boolean opened, boolean may) {
        if (opened) return new Div(new Paragraph(getTranslation("target.dates.opened", getTranslation(word))));
        var why = new TextField(getTranslation("target.dates.why"));
        why.setMaxLength(1_000);
        var open = new Button(getTranslation("target.dates.openNow", getTranslation(word)), e -> attempt(
                () -> years.openEvaluation(actor, unit, year, period, why.getValue().isBlank() ? null : why.getValue().strip()),
                "target.dates.openedNow"));
        open.setEnabled(may);
        var line = new Div(why, open);
        line.addClassName("jx-yline");
        return line;
    }

    private void attempt(Runnable act, String said) {
        try {
            act.run();
            Notices.done(UI.getCurrent().getTranslation(said));
            close();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }
}
