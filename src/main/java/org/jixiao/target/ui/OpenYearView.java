package org.jixiao.target.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Section;
import org.jixiao.organisation.SignedIn;
import org.jixiao.target.DraftRow;
import org.jixiao.target.TargetImport;
import org.jixiao.target.Years;
import org.jspecify.annotations.Nullable;

/** The coordinator opens a year: its dates, where the rows come from, and what of a file would be taken. */
@Route(value = "years/open", layout = MainLayout.class)
@PermitAll
class OpenYearView extends Div implements HasUrlParameter<String>, HasDynamicTitle {

    private enum Source {
        EMPTY,
        LAST_YEAR,
        FILE
    }

    private final transient Years years;
    private final transient TargetImport imports;
    private final transient Organisation organisation;
    private final transient SignedIn signedIn;
    private final transient ProductClock clock;
    private final transient ObjectMapper json;
    private String unit = "";
    private final IntegerField year = new IntegerField(getTranslation("target.open.year"));
    private final DateOrHand half = new DateOrHand(getTranslation("target.dates.half"), null);
    private final DateOrHand end = new DateOrHand(getTranslation("target.dates.end"), null);
    private final Select<Section> coordinating = new Select<>();
    private final RadioButtonGroup<Source> source = new RadioButtonGroup<>(getTranslation("target.open.source"));
    private final Div fileArea = new Div();
    private final Button go = new Button(getTranslation("target.open.go"));
    private final PreviewPanel preview;
    private transient @Nullable ObjectNode unitPart;

    OpenYearView(Years years, TargetImport imports, Organisation organisation, SignedIn signedIn, ProductClock clock, ObjectMapper json) {
        this.years = years;
        this.imports = imports;
        this.organisation = organisation;
        this.signedIn = signedIn;
        this.clock = clock;
        this.json = json;
        this.preview = new PreviewPanel(
                (file, answers) -> imports.ofYear(signedIn.actor(), unit, chosenYear(), file, answers), ready -> ready());
        addClassName("jx-page");
        var content = new Div(basics(), fileArea);
        content.addClassNames("jx-sheet", "jx-grow", "jx-scroll", "jx-open");
        var body = new Div(content);
        body.addClassName("jx-body");
        go.addThemeNames("primary");
        go.addClickListener(e -> open());
        add(new PageHeader(getTranslation("target.open.title")).actions(go), body);
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        if (!years.coordinates(signedIn.actor(), parameter)) throw Refusal.forbidden();
        unit = parameter;
        year.setValue(years.toOpen(unit));
        var sections = organisation.sections(unit, clock.today());
        coordinating.setItems(sections);
        years.coordinatingSection(unit).ifPresent(code ->
                sections.stream().filter(s -> s.code().equals(code)).findFirst().ifPresent(coordinating::setValue));
    }

    private Div basics() {
        year.setMin(2000);
        year.setMax(2100);
        year.setStepButtonsVisible(true);
        year.addValueChangeListener(e -> ready());
        coordinating.setLabel(getTranslation("target.open.coordinating"));
        coordinating.setItemLabelGenerator(Section::name);
        source.setItems(Source.values());
        source.setItemLabelGenerator(s -> getTranslation("target.open.source." + s.name()));
        source.setValue(Source.EMPTY);
        source.addValueChangeListener(e -> files());
        var hint = new Paragraph(getTranslation("target.open.hint"));
        hint.addClassName("jx-sec");
        var form = new Div(year, half, end, hint, coordinating, source);
        form.addClassName("jx-yform");
        return form;
    }

    private void files() {
        fileArea.removeAll();
        if (source.getValue() == Source.FILE) {
            fileArea.add(new H2(getTranslation("target.open.rowsFile")), ImportDialog.upload(preview::file), preview,
                    new H2(getTranslation("target.open.fundsFile")), ImportDialog.upload(this::money));
        }
        ready();
    }

    private void money(byte[] file) {
        try {
            var part = json.createObjectNode();
            part.set("funds", imports.funds(file));
            unitPart = part;
            Notices.done(getTranslation("target.open.fundsRead", String.valueOf(part.get("funds").size())));
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private int chosenYear() {
        return year.getValue() == null ? 0 : year.getValue();
    }

    private void ready() {
        boolean file = source.getValue() == Source.FILE;
        var shown = preview.preview();
        go.setEnabled(year.getValue() != null && !year.isInvalid() && (!file || (shown != null && !shown.refused())));
    }

    private void open() {
        try {
            if (half.missing() || end.missing()) throw Refusal.invalid("year.dates");
            Actor actor = signedIn.actor();
            var section = coordinating.getValue();
            var begun = years.open(actor, unit, new Years.Opening(
                    chosenYear(), half.date(), end.date(), section == null ? null : section.code(), rows(actor),
                    source.getValue() == Source.FILE ? unitPart : null));
            Notices.done(getTranslation("target.open.done", String.valueOf(chosenYear())));
            new YearBegun(years, signedIn, unit, chosenYear()).tell(begun);
            UI.getCurrent().navigate(TargetsView.class,
                    new RouteParameters(Map.of("unit", unit, "year", String.valueOf(chosenYear()))));
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }

    private List<DraftRow> rows(Actor actor) {
        return switch (source.getValue()) {
            case EMPTY -> List.of();
            case LAST_YEAR -> years.lastYear(actor, unit, chosenYear());
            case FILE -> {
                var answered = preview.answered();
                yield answered == null ? List.of() : imports.accepted(answered);
            }
        };
    }

    @Override
    public String getPageTitle() {
        return getTranslation("base.title", getTranslation("target.open.title"));
    }
}
