package org.jixiao.modelling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Notices;
import org.jixiao.workflow.CaseMoves.Lost;
import org.jixiao.workflow.CaseMoves.Plan;
import org.jixiao.workflow.CaseMoves.Version;
import org.jixiao.workflow.Cases.Step;
import org.jspecify.annotations.Nullable;

/** From which version to which, and where the cases go whose step the new one does not have. */
final class MoveChoice extends Div {

    private final Select<Version> from = new Select<>();
    private final Select<Version> to = new Select<>();
    private final Div gaps = new Div();
    private final Button rehearse = new Button();
    private final transient BiFunction<String, String, List<Lost>> lost;
    private final transient Map<String, String> places = new HashMap<>();

    /**
     * @param lost steps of the one version that the other does not have
     * @param rehearse gets what was chosen
     */
    MoveChoice(List<Version> versions, BiFunction<String, String, List<Lost>> lost, Consumer<Plan> rehearse) {
        this.lost = lost;
        addClassName("jx-move-choice");
        version(from, "modelling.move.from", versions);
        version(to, "modelling.move.to", versions);
        this.rehearse.setText(getTranslation("modelling.move.rehearse"));
        this.rehearse.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        this.rehearse.setDisableOnClick(true);
        this.rehearse.addClickListener(e -> {
            try {
                rehearse.accept(plan());
            } finally {
                this.rehearse.setEnabled(true);
            }
        });
        gaps.addClassName("jx-move-gaps");
        var line = new Div(from, to, this.rehearse);
        line.addClassName("jx-move-line");
        add(line, gaps);
        var newest = versions.get(0);
        versions.stream()
                .filter(v -> v != newest && v.running() > 0)
                .findFirst()
                .ifPresent(from::setValue);
        if (from.getValue() == null) from.setValue(versions.get(1));
        to.setValue(newest);
        from.addValueChangeListener(e -> show(Map.of()));
        to.addValueChangeListener(e -> show(Map.of()));
        show(Map.of());
    }

    private void version(Select<Version> select, String label, List<Version> versions) {
        select.setLabel(getTranslation(label));
        select.setItems(versions);
        select.setItemLabelGenerator(v -> getTranslation(
                "modelling.move.version",
                String.valueOf(v.version()),
                Standing.day(v.deployed()),
                String.valueOf(v.running())));
        select.setWidth("300px");
    }

    private Plan plan() {
        return new Plan(from.getValue().definitionId(), to.getValue().definitionId(), Map.copyOf(places));
    }

    /** As it was rehearsed. */
    void show(Plan plan) {
        pick(from, plan.from());
        pick(to, plan.to());
        show(plan.steps());
    }

    private static void pick(Select<Version> select, String id) {
        select.getListDataView().getItems().filter(v -> v.definitionId().equals(id)).findFirst().ifPresent(select::setValue);
    }

    private void show(Map<String, String> chosen) {
        places.clear();
        gaps.removeAll();
        Version was = Objects.requireNonNull(from.getValue());
        Version is = Objects.requireNonNull(to.getValue());
        rehearse.setEnabled(false);
        try {
            var missing = lost.apply(was.definitionId(), is.definitionId());
            missing.stream().filter(gap -> gap.cases() > 0).forEach(gap -> gaps.add(gap(gap, chosen.get(gap.step()))));
            rehearse.setEnabled(was.running() > 0);
            if (was.running() == 0) gaps.add(quiet(getTranslation("modelling.move.none", String.valueOf(was.version()))));
        } catch (Refusal refusal) {
            gaps.add(quiet(Notices.sentence(refusal)));
        }
    }

    private static Paragraph quiet(String sentence) {
        var text = new Paragraph(sentence);
        text.addClassName("jx-sec");
        return text;
    }

    private Div gap(Lost gap, @Nullable String chosen) {
        String asked = getTranslation("modelling.move.lost", gap.name(), String.valueOf(gap.cases()));
        var words = new Span(Glyph.WARN.small(), new Span(asked));
        words.addClassNames("jx-light", "warn");
        var place = new Select<Step>();
        place.setAriaLabel(asked);
        place.setEmptySelectionAllowed(true);
        place.setEmptySelectionCaption(getTranslation("modelling.move.stay"));
        place.setItems(gap.places());
        // the caption for nothing asks for a label too
        place.setItemLabelGenerator(step -> step == null ? getTranslation("modelling.move.stay") : getTranslation("modelling.move.goto", step.name()));
        place.setWidth("300px");
        place.addValueChangeListener(e -> {
            if (e.getValue() == null) places.remove(gap.step());
            else places.put(gap.step(), e.getValue().id());
        });
        gap.places().stream().filter(step -> step.id().equals(chosen)).findFirst().ifPresent(place::setValue);
        var line = new Div(words, place);
        line.addClassName("jx-move-gap");
        return line;
    }
}
