package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Limit;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Facets;
import org.jixiao.inbox.Query;
import org.jixiao.inbox.Query.Mark;
import org.jixiao.inbox.Query.Sort;
import org.jixiao.inbox.Titles;
import org.jspecify.annotations.Nullable;

/** Search and filters of a box; they stand in the address, so that coming back finds them. */
class InboxFilters extends Div {

    /** Always at hand; the others come when there is something to find by them. */
    private static final Set<Mark> STANDING = EnumSet.of(Mark.OVERDUE, Mark.UNREAD);

    private final Box box;
    private final transient Titles titles;
    private final Runnable changed;
    private final TextField search = new TextField();
    private final ComboBox<Facets.Section> section = new ComboBox<>();
    private final ComboBox<Integer> year = new ComboBox<>();
    private final ComboBox<Facets.Kind> kind = new ComboBox<>();
    private final Map<Mark, Button> chips = new EnumMap<>(Mark.class);
    private final Button all = new Button();
    private final Select<Sort> sort = new Select<>();
    private final Div chipLine = new Div();
    private Query query = Query.ALL;
    private boolean reading;

    InboxFilters(Box box, Titles titles, Runnable changed) {
        this.box = box;
        this.titles = titles;
        this.changed = changed;
        addClassNames("jx-tools", "jx-filters");
        getElement().setAttribute("role", "search");
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setPlaceholder(getTranslation("inbox.filter.search"));
        search.setAriaLabel(getTranslation("inbox.filter.search"));
        search.setClearButtonVisible(true);
        Limit.of(search, Query.LONGEST);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("jx-search");
        search.getElement().setAttribute("data-search", "");
        search.addValueChangeListener(e -> change(query.q(e.getValue())));
        choice(section, "section");
        section.setItemLabelGenerator(Facets.Section::name);
        section.addValueChangeListener(e -> change(query.section(e.getValue() == null ? null : e.getValue().code())));
        choice(year, "year");
        year.setItemLabelGenerator(y -> getTranslation("inbox.filter.yearOf", String.valueOf(y)));
        year.addValueChangeListener(e -> change(query.year(e.getValue())));
        choice(kind, "process");
        kind.setItemLabelGenerator(this::name);
        kind.addValueChangeListener(e -> {
            var chosen = e.getValue();
            change(chosen == null ? query.process(null, null) : query.process(chosen.process(), chosen.period()));
        });
        chipLine.addClassName("jx-chips");
        all.addClassNames("jx-chip", "jx-chip-all");
        all.addClickListener(e -> clear());
        chipLine.add(all);
        if (box == Box.TODO) for (Mark mark : Mark.values()) chipLine.add(chip(mark));
        sort.setItems(Sort.values());
        sort.setItemLabelGenerator(by -> getTranslation("inbox.sort." + by.name().toLowerCase(java.util.Locale.ROOT)));
        sort.setAriaLabel(getTranslation("inbox.sort"));
        sort.addClassName("jx-sort");
        sort.setVisible(box == Box.TODO);
        sort.addValueChangeListener(e -> change(query.sort(e.getValue())));
        var space = new Span();
        space.addClassName("jx-grow");
        add(search, section, year, kind, chipLine, space, sort);
    }

    /** Beside the chips. */
    void addBesideChips(Component... what) {
        chipLine.add(what);
    }

    private void choice(ComboBox<?> field, String name) {
        field.setPlaceholder(getTranslation("inbox.filter." + name));
        field.setAriaLabel(getTranslation("inbox.filter." + name));
        field.setClearButtonVisible(true);
        field.addClassName("jx-choice");
    }

    private Button chip(Mark mark) {
        var chip = new Button();
        chip.addClassName("jx-chip");
        chip.getElement().setAttribute("data-mark", mark.code());
        chip.addClickListener(e -> {
            var marks = EnumSet.noneOf(Mark.class);
            marks.addAll(query.marks());
            if (!marks.remove(mark)) marks.add(mark);
            change(query.marks(marks));
        });
        chips.put(mark, chip);
        return chip;
    }

    private String name(Facets.Kind of) {
        return titles.kind(getLocale(), of.process(), of.period(), of.process());
    }

    Query query() {
        return query;
    }

    void clear() {
        search.setValue("");
        change(Query.ALL.sort(query.sort()));
    }

    void read(Query asked) {
        query = asked;
    }

    /** What there is to choose from now; what is chosen stays, though nothing may be left of it. */
    void show(Facets.Found found) {
        reading = true;
        search.setValue(query.q());
        var sections = new ArrayList<>(found.sections());
        String code = query.section();
        var chosen = code == null ? null
                : sections.stream().filter(s -> s.code().equals(code)).findFirst().orElse(new Facets.Section(code, code));
        fill(section, sections, chosen);
        fill(year, new ArrayList<>(found.years()), query.year());
        String process = query.process();
        fill(kind, new ArrayList<>(found.kinds()), process == null ? null : new Facets.Kind(process, query.period()));
        sort.setValue(query.sort());
        chips.forEach((mark, chip) -> {
            int count = found.marked(mark);
            chip.setText(getTranslation("inbox.mark." + mark.code()) + " " + InboxBadges.capped(count));
            chip.getElement().setAttribute("aria-pressed", String.valueOf(query.has(mark)));
            chip.setVisible(STANDING.contains(mark) || count > 0 || query.has(mark));
        });
        all.setText(getTranslation("inbox.mark.all") + " " + InboxBadges.capped(found.count()));
        all.getElement().setAttribute("aria-pressed", String.valueOf(!query.narrows()));
        reading = false;
    }

    private <T> void fill(ComboBox<T> field, List<T> items, @Nullable T chosen) {
        if (chosen != null && !items.contains(chosen)) items.add(chosen);
        if (!items.equals(field.getListDataView().getItems().toList())) field.setItems(items);
        if (!Objects.equals(field.getValue(), chosen)) field.setValue(chosen);
        field.setVisible(items.size() > 1 || chosen != null);
    }

    private void change(Query wanted) {
        if (reading || wanted.equals(query)) return;
        query = wanted;
        UI ui = UI.getCurrent();
        String path = InboxBadges.route(box);
        ui.getPage()
                .getHistory()
                .replaceState(null, new Location(path, QueryParameters.simple(query.address())));
        changed.run();
    }
}
