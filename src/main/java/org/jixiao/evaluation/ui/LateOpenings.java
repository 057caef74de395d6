package org.jixiao.evaluation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.Optional;
import org.jixiao.base.ui.Glyph;
import org.jixiao.inbox.Titles;
import org.jixiao.inbox.ui.ClosedTaskOffer;
import org.jixiao.organisation.SignedIn;
import org.jixiao.target.Openings;
import org.jixiao.target.Stage;
import org.jixiao.target.Years;
import org.jixiao.workflow.Cases.TaskSheet;

/** 开放补报, from the board and from the page of the locked task: one dialog. */
@org.springframework.stereotype.Component
class LateOpenings implements ClosedTaskOffer {

    private final Openings openings;
    private final Years years;
    private final SignedIn signedIn;
    private final Titles titles;

    LateOpenings(Openings openings, Years years, SignedIn signedIn, Titles titles) {
        this.openings = openings;
        this.years = years;
        this.signedIn = signedIn;
        this.titles = titles;
    }

    /** One stage of one section. */
    record Place(String unit, int year, String section, String name, Stage stage) {}

    void open(Place place, Runnable done) {
        new LateOpeningDialog(openings, signedIn.actor(), place, done).open();
    }

    @Override
    public Optional<Component> of(TaskSheet sheet, Runnable done) {
        var facts = sheet.facts();
        if (facts.section() == null || !years.coordinates(signedIn.actor(), facts.unit())) return Optional.empty();
        var place = new Place(
                facts.unit(), facts.year(), facts.section(), titles.section(facts), Stage.ofCase(facts.period()));
        boolean shut = sheet.closing() != null && sheet.closing().why().isPresent();
        var button = new Button("", Glyph.CLOCK.small(), e -> open(place, done));
        button.setText(button.getTranslation(shut ? "evaluation.late.open" : "evaluation.late.change"));
        button.addThemeNames("small");
        return Optional.of(button);
    }
}
