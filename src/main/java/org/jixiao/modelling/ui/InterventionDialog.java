package org.jixiao.modelling.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Limit;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PlainTable;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Interventions;
import org.jixiao.workflow.Interventions.Deed;
import org.jixiao.workflow.Interventions.Offer;
import org.jixiao.workflow.Interventions.Target;
import org.jixiao.workflow.Verbs.Receiver;
import org.jspecify.annotations.Nullable;

/** 改派 or 跳转 of one case: what is chosen shows what it comes to before anything is done. */
final class InterventionDialog extends Dialog {

    private static final int LONGEST = 500;

    private enum Way {
        PERSON,
        POST,
        JUMP
    }

    private final transient Interventions interventions;
    private final transient Actor by;
    private final transient Offer offer;
    private final RadioButtonGroup<Way> way = new RadioButtonGroup<>();
    private final ComboBox<Receiver> person = new ComboBox<>();
    private final ComboBox<Receiver> post = new ComboBox<>();
    private final ComboBox<Target> step = new ComboBox<>();
    private final Paragraph means = new Paragraph();
    private final Div seen = new Div();
    private final TextArea reason = new TextArea();
    private final Button act = new Button();

    InterventionDialog(Interventions interventions, Actor by, Offer offer, String matter, Runnable then) {
        this.interventions = interventions;
        this.by = by;
        this.offer = offer;
        setHeaderTitle(getTranslation("modelling.stuck.set.title"));
        setWidth("min(640px, 96vw)");
        var about = new Paragraph(matter + " · " + Messages.name(getLocale(), offer.place().name(), offer.place().nameEn()));
        about.addClassName("jx-b");
        ways();
        receivers(person, offer.persons(), "modelling.stuck.PERSON.whom");
        receivers(post, offer.posts(), "modelling.stuck.POST.whom");
        step.setLabel(getTranslation("modelling.stuck.JUMP.where"));
        step.setItems(offer.steps());
        step.setItemLabelGenerator(to -> Messages.name(getLocale(), to.name(), to.nameEn()));
        step.addValueChangeListener(e -> look());
        step.setWidthFull();
        seen.getElement().setAttribute("role", "status");
        reason.setLabel(getTranslation("modelling.move.why"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMinRows(2);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        Limit.of(reason, LONGEST);
        var form = new Div(about, way, means, person, post, step, seen, reason);
        form.addClassName("jx-form");
        add(form);
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.addClickListener(e -> act(then));
        getFooter().add(new Button(getTranslation("modelling.cancel"), e -> close()), act);
        choose();
    }

    private void ways() {
        var ways = new ArrayList<Way>();
        if (!offer.persons().isEmpty()) ways.add(Way.PERSON);
        if (!offer.posts().isEmpty()) ways.add(Way.POST);
        if (!offer.steps().isEmpty()) ways.add(Way.JUMP);
        way.setAriaLabel(getTranslation("modelling.stuck.set.title"));
        way.setItems(ways);
        way.setItemLabelGenerator(one -> getTranslation("modelling.stuck." + one));
        if (!ways.isEmpty()) way.setValue(ways.get(0));
        way.addValueChangeListener(e -> choose());
    }

    private void receivers(ComboBox<Receiver> whom, List<Receiver> offered, String label) {
        whom.setLabel(getTranslation(label));
        whom.setItems(offered);
        whom.setItemLabelGenerator(r -> r.beside().isEmpty() || r.beside().equals(r.name()) ? r.name() : r.name() + "　" + r.beside());
        whom.setWidthFull();
        whom.addValueChangeListener(e -> look());
    }

    private void choose() {
        Way chosen = way.getValue();
        person.setVisible(chosen == Way.PERSON);
        post.setVisible(chosen == Way.POST);
        step.setVisible(chosen == Way.JUMP);
        act.setEnabled(chosen != null);
        reason.setVisible(chosen != null);
        means.setText(getTranslation(chosen == null ? "modelling.stuck.set.none" : "modelling.stuck." + chosen + ".means"));
        act.setText(getTranslation(chosen == Way.JUMP ? "modelling.stuck.jump" : "modelling.stuck.reassign"));
        look();
    }

    private @Nullable Deed deed() {
        if (person.isVisible() && person.getValue() != null)
            return new Deed.ToPerson(offer.taskId(), offer.revision(), person.getValue().id());
        if (post.isVisible() && post.getValue() != null)
            return new Deed.ToPost(offer.taskId(), offer.revision(), post.getValue().id());
        if (step.isVisible() && step.getValue() != null)
            return new Deed.Jump(offer.taskId(), offer.revision(), step.getValue().id());
        return null;
    }

    private void look() {
        seen.removeAll();
        Deed deed = deed();
        if (deed == null) return;
        try {
            var changed = interventions.preview(by, deed);
            var table = new PlainTable(getTranslation("modelling.stuck.preview"));
            for (String column : List.of("step", "holder", "due")) table.column(getTranslation("modelling.move.column." + column));
            table.row(
                    Standing.step(changed.before(), changed.after()),
                    Standing.holder(changed.before(), changed.after()),
                    Standing.due(changed.before(), changed.after()));
            var label = new Span(getTranslation("modelling.stuck.preview"));
            label.addClassNames("jx-sec", "jx-sm");
            seen.add(label, table);
        } catch (Refusal refusal) {
            var why = new Paragraph(Notices.sentence(refusal));
            why.addClassNames("jx-light", "bad", "jx-stuck-why");
            seen.add(why);
        }
    }

    private void act(Runnable then) {
        Deed deed = deed();
        String said = reason.getValue().strip();
        reason.setInvalid(said.isEmpty());
        reason.setErrorMessage(getTranslation("modelling.move.why.missing"));
        if (deed == null) {
            for (ComboBox<?> field : List.of(person, post, step)) {
                field.setErrorMessage(getTranslation("modelling.stuck.choose"));
                field.setInvalid(field.isVisible());
            }
            return;
        }
        if (reason.isInvalid()) {
            reason.focus();
            return;
        }
        if (!Limit.keeps(reason)) return;
        try {
            interventions.act(by, deed, said);
            close();
            Notices.done(getTranslation(deed instanceof Deed.Jump ? "modelling.stuck.jump.done" : "modelling.stuck.reassign.done"));
            then.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }
}
