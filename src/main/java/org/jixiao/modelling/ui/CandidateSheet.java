package org.jixiao.modelling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Notices;
import org.jixiao.modelling.ui.DifferencePanel.Other;
import org.jixiao.modelling.ui.DifferencePanel.Side;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Upkeep;
import org.jixiao.workflow.Upkeep.Candidate;
import org.jixiao.workflow.Versions;
import org.jixiao.workflow.Versions.Version;

/** A shipped update beside the administrator's live version: what it changes, and whether it is taken. */
final class CandidateSheet extends Section {

    private final transient Runnable decided;

    CandidateSheet(Candidate candidate, Version live, Versions versions, Upkeep upkeep, Actor reader, Runnable decided) {
        this.decided = decided;
        addClassName("jx-sheet");
        var place = new Div();
        var see = new Button(getTranslation("modelling.candidate.see"));
        see.setDisableOnClick(true);
        see.addClickListener(e -> place.add(difference(candidate, live, versions, reader)));
        var line = new Div(
                Glyph.INFO.icon(),
                Words.styled(getTranslation("modelling.candidate.is", live.name(), String.valueOf(live.version())), "jx-b"),
                see,
                deed("decline", why -> upkeep.decline(reader, candidate.process(), why)),
                deed("adopt", why -> upkeep.adopt(reader, candidate.process(), why)));
        line.addClassName("jx-banner");
        add(line, place);
    }

    private Button deed(String deed, Consumer<String> act) {
        String key = "modelling.candidate." + deed;
        return new Button(getTranslation(key), e -> new ReasonDialog(
                        getTranslation(key + ".title"), getTranslation(key + ".means"), getTranslation(key + ".do"), ReasonDialog.NAME, why -> {
                            act.accept(why);
                            decided.run();
                            Notices.done(getTranslation(key + ".done"));
                        })
                .open());
    }

    private DifferencePanel difference(Candidate candidate, Version live, Versions versions, Actor reader) {
        String title = "V" + live.version();
        var newer = new Side(getTranslation("modelling.candidate"), new String(candidate.content(), StandardCharsets.UTF_8));
        return new DifferencePanel(newer, List.of(new Other(
                title,
                () -> new Side(title, new String(
                        versions.file(reader, live.process(), live.version(), live.resource()), StandardCharsets.UTF_8)),
                () -> versions.difference(reader, live.process(), live.version(), candidate.content()))));
    }
}
