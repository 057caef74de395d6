package org.jixiao.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jixiao.base.ui.Glyph;
import org.jixiao.inbox.Inbox.Query;
import org.jspecify.annotations.Nullable;

/** Search and filters of a box; they stand in the address, so that coming back finds them. */
class InboxFilters extends Div {

    private final transient InboxParts parts;
    private final Runnable changed;
    private final List<Choice> sections;
    private final TextField search = new TextField();
    private final ComboBox<Choice> section = new ComboBox<>();
    private final ComboBox<Choice> process = new ComboBox<>();
    private final Button overdue = new Button();
    private boolean onlyOverdue;
    private boolean reading;

    private record Choice(String code, String name) {}

    InboxFilters(InboxParts parts, Runnable changed) {
        this.parts = parts;
        this.changed = changed;
        addClassName("jx-tools");
        getElement().setAttribute("role", "search");
        search.setPrefixComponent(Glyph.SEARCH.icon());
        search.setPlaceholder(getTranslation("inbox.filter.search"));
        search.setAriaLabel(getTranslation("inbox.filter.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(e -> change());
        search.addClassName("jx-search");
        search.getElement().setAttribute("data-search", "");
        sections = sections(parts);
        section.setItems(sections);
        section.setVisible(sections.size() > 1);
        choice(section, "section");
        process.setItems(query -> processes(query.getFilter().orElse(""))
                .skip(query.getOffset())
                .limit(query.getLimit()));
        choice(process, "process");
        overdue.setText(getTranslation("inbox.filter.overdue"));
        overdue.addClassName("jx-chip");
        overdue.addClickListener(e -> {
            press(!onlyOverdue);
            change();
        });
        press(false);
        add(search, section, process, overdue);
    }

    private void choice(ComboBox<Choice> field, String name) {
        field.setPlaceholder(getTranslation("inbox.filter." + name));
        field.setAriaLabel(getTranslation("inbox.filter." + name));
        field.setItemLabelGenerator(Choice::name);
        field.setClearButtonVisible(true);
        field.addValueChangeListener(e -> change());
    }

    private static List<Choice> sections(InboxParts parts) {
        var today = parts.clock().today();
        return parts.organisation().unitsOf(parts.signedIn().actor().id(), today).stream()
                .flatMap(unit -> parts.organisation().sections(unit.code(), today).stream())
                .map(s -> new Choice(s.code(), s.name()))
                .distinct()
                .toList();
    }

    /** Asked only when the list is opened. */
    private Stream<Choice> processes(String typed) {
        return parts.cases().processes().stream()
                .map(process -> kind(process.key(), process.name()))
                .filter(choice -> choice.name().contains(typed.strip()));
    }

    private Choice kind(String key, String otherwise) {
        return new Choice(key, parts.titles().kind(getLocale(), key, null, otherwise));
    }

    Query query(@Nullable String after, int size) {
        return new Query(search.getValue(), code(section), code(process), onlyOverdue, after, size);
    }

    boolean any() {
        return onlyOverdue || !search.isEmpty() || !section.isEmpty() || !process.isEmpty();
    }

    void clear() {
        set("", null, null, false);
        change();
    }

    void read(QueryParameters parameters) {
        set(
                parameters.getSingleParameter("q").orElse(""),
                parameters.getSingleParameter("section").orElse(null),
                parameters.getSingleParameter("process").orElse(null),
                parameters.getSingleParameter("overdue").isPresent());
    }

    private void set(String words, @Nullable String sectionCode, @Nullable String processKey, boolean late) {
        reading = true;
        search.setValue(words);
        section.setValue(sections.stream()
                .filter(c -> c.code().equals(sectionCode))
                .findFirst()
                .orElse(null));
        process.setValue(processKey == null ? null : kind(processKey, processKey));
        press(late);
        reading = false;
    }

    private static @Nullable String code(ComboBox<Choice> field) {
        return field.isEmpty() ? null : field.getValue().code();
    }

    private void press(boolean on) {
        onlyOverdue = on;
        overdue.getElement().setAttribute("aria-pressed", String.valueOf(on));
    }

    private void change() {
        if (reading) return;
        Map<String, String> shown = new LinkedHashMap<>();
        if (!search.isEmpty()) shown.put("q", search.getValue());
        if (!section.isEmpty()) shown.put("section", section.getValue().code());
        if (!process.isEmpty()) shown.put("process", process.getValue().code());
        if (onlyOverdue) shown.put("overdue", "1");
        UI ui = UI.getCurrent();
        String path = ui.getInternals().getActiveViewLocation().getPath();
        ui.getPage()
                .getHistory()
                .replaceState(null, new Location(path, QueryParameters.simple(shown)));
        changed.run();
    }
}
