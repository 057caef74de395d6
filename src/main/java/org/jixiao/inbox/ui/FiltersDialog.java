package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Limit;
import org.jixiao.base.ui.Notices;
import org.jixiao.inbox.Query;
import org.jixiao.inbox.SavedFilters;
import org.jixiao.inbox.SavedFilters.Saved;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;

/** Keeps the filter that stands under a name, and puts in order what is kept. */
class FiltersDialog extends Dialog {

    private final transient SavedFilters filters;
    private final transient Actor actor;
    private final transient Query query;
    private final Runnable changed;
    private final @Nullable String unit;
    private final TextField name = new TextField();
    private final UnorderedList list = new UnorderedList();

    FiltersDialog(SavedFilters filters, Actor actor, Query query, Runnable changed) {
        this.filters = filters;
        this.actor = actor;
        this.query = query;
        this.changed = changed;
        this.unit = filters.sharesWith(actor);
        addClassName("jx-filters-dialog");
        setHeaderTitle(getTranslation("inbox.filter.save"));
        name.setLabel(getTranslation("inbox.filter.name"));
        Limit.of(name, SavedFilters.LONGEST);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addKeyPressListener(Key.ENTER, e -> save());
        var keep = new Button(getTranslation("inbox.filter.keep"), e -> save());
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new Div(name, keep);
        form.addClassName("jx-filters-form");
        if (query.narrows()) add(form);
        else add(new Paragraph(getTranslation("inbox.filter.first")));
        list.addClassName("jx-filters-list");
        add(list);
        getFooter().add(new Button(getTranslation("inbox.batch.close"), e -> close()));
        addOpenedChangeListener(e -> {
            if (e.isOpened() && query.narrows()) name.focus();
        });
        show();
    }

    private void show() {
        list.removeAll();
        filters.of(actor).forEach(saved -> list.add(saved.own() ? own(saved) : shared(saved)));
        list.setVisible(list.getElement().getChildCount() > 0);
    }

    private ListItem own(Saved saved) {
        var field = new TextField();
        field.setValue(saved.name());
        field.setAriaLabel(getTranslation("inbox.filter.rename", saved.name()));
        Limit.of(field, SavedFilters.LONGEST);
        field.addValueChangeListener(e -> {
            if (Limit.keeps(field)) doing(() -> filters.rename(actor, saved.id(), e.getValue()));
        });
        var line = new ListItem(field);
        if (unit != null || saved.unit() != null) line.add(share(saved));
        var remove = new Button(getTranslation("inbox.filter.remove"), e -> doing(() -> filters.remove(actor, saved.id())));
        remove.addThemeNames("tertiary", "small");
        remove.setAriaLabel(getTranslation("inbox.filter.removeOf", saved.name()));
        line.add(remove);
        return line;
    }

    private Checkbox share(Saved saved) {
        var share = new Checkbox(getTranslation("inbox.filter.share"), saved.unit() != null);
        share.addValueChangeListener(e -> doing(() -> {
            if (e.getValue() && unit != null) filters.share(actor, saved.id(), unit);
            else filters.unshare(actor, saved.id());
        }));
        return share;
    }

    private ListItem shared(Saved saved) {
        var by = new Span(getTranslation("inbox.filter.by", saved.by()));
        by.addClassName("jx-sec");
        var line = new ListItem(Glyph.PEOPLE.small(), new Span(saved.name()), by);
        if (saved.unit() == null || !saved.unit().equals(unit)) return line;
        var stop = new Button(
                getTranslation("inbox.filter.unshare"), e -> doing(() -> filters.unshare(actor, saved.id())));
        stop.addThemeNames("tertiary", "small");
        line.add(stop);
        return line;
    }

    private void save() {
        if (Limit.keeps(name) && doing(() -> filters.save(actor, name.getValue(), query))) name.clear();
    }

    private boolean doing(Runnable work) {
        try {
            work.run();
            return true;
        } catch (Refusal refusal) {
            Notices.refused(refusal);
            return false;
        } finally {
            show();
            changed.run();
        }
    }
}
