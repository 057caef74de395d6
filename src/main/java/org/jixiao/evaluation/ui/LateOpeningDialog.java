package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.List;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.DayField;
import org.jixiao.base.ui.Limit;
import org.jixiao.base.ui.Notices;
import org.jixiao.evaluation.ui.LateOpenings.Place;
import org.jixiao.organisation.Actor;
import org.jixiao.target.LateOpening;
import org.jixiao.target.Openings;

/** Until when a section may still hand in, and why; or the end of what was granted. */
final class LateOpeningDialog extends Dialog {

    private static final int USUAL_DAYS = 7;

    private final transient Openings openings;
    private final transient Actor actor;
    private final transient Place place;
    private final transient Runnable done;
    private final DayField until = new DayField(getTranslation("evaluation.late.day"));
    private final TextArea reason = new TextArea(getTranslation("evaluation.late.reason"));

    LateOpeningDialog(Openings openings, Actor actor, Place place, Runnable done) {
        this.openings = openings;
        this.actor = actor;
        this.place = place;
        this.done = done;
        var ask = openings.ask(actor, place.unit(), place.year(), place.section(), place.stage());
        setHeaderTitle(getTranslation("evaluation.late.of", place.name()));
        setWidth("min(460px, 94vw)");
        String stage = getTranslation("evaluation.late.stage." + place.stage());
        add(new Paragraph(ask.day() == null
                ? stage
                : getTranslation("evaluation.late.closed", stage, ask.day().toString())));
        var now = ask.inForce();
        if (now != null)
            add(new Paragraph(getTranslation("evaluation.late.now", now.until().toString(), now.by(), now.reason())));
        LocalDate today = ask.today();
        until.setMin(today);
        until.setMax(today.plusDays(Openings.DAYS));
        until.setValue(today.plusDays(USUAL_DAYS));
        until.setHelperText(getTranslation("evaluation.late.day.help", String.valueOf(Openings.DAYS)));
        until.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        Limit.of(reason, Openings.REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText(getTranslation("evaluation.late.reason.help"));
        add(Parts.div("jx-ev-dates", until, reason));
        var away = new Button(getTranslation("evaluation.year.cancel"), e -> close());
        getFooter().add(away);
        if (now != null) getFooter().add(ending(now));
        var go = new Button(getTranslation(now == null ? "evaluation.late.go" : "evaluation.late.again"), e -> grant());
        go.addThemeNames("primary");
        getFooter().add(go);
    }

    private Button ending(LateOpening now) {
        var end = new Button(getTranslation("evaluation.late.end"), e -> act("evaluation.late.ended", () ->
                openings.end(actor, place.unit(), place.year(), now.id())));
        end.addThemeNames("error");
        return end;
    }

    private void grant() {
        if (!DayField.readable(List.of(until)) || !Limit.keeps(reason)) return;
        act("evaluation.late.opened", () -> openings.grant(
                actor, place.unit(), place.year(), place.section(), place.stage(), until.getValue(), reason.getValue()));
    }

    private void act(String said, Runnable deed) {
        try {
            deed.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
            return;
        }
        close();
        Notices.done(getTranslation(said, place.name(), String.valueOf(until.getValue())));
        done.run();
    }
}
