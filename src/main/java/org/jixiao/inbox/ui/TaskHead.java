package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jixiao.base.Messages;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.base.ui.SaveState;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Inbox;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jspecify.annotations.Nullable;

/** Head of the task page: what it is, when due, what must be known first ({@link TaskBanners}), and where it stands in its process. */
class TaskHead extends Div {

    private final transient TaskParts parts;
    private final PageHeader header = new PageHeader("");
    private final SaveState saveState = new SaveState();
    private final Span neighbours = new Span();
    private final TaskBanners banners;
    private final ProcessLine process;
    private String title = "";

    TaskHead(TaskParts parts, Runnable reload) {
        this.parts = parts;
        banners = new TaskBanners(parts, reload);
        addClassName("jx-task-head");
        var back = new RouterLink();
        back.setRoute(TodoView.class);
        back.add(Glyph.BACK.icon());
        back.addClassName("jx-back");
        back.getElement().setAttribute("aria-label", getTranslation("inbox.task.back"));
        header.lead(back).actions(neighbours, saveState);
        process = new ProcessLine(parts);
        add(header, banners, process);
    }

    String title() {
        return title;
    }

    SaveState saveState() {
        return saveState;
    }

    TaskBanners banners() {
        return banners;
    }

    void show(TaskSheet sheet, List<Cases.Entry> timeline, Cases.Picture picture) {
        var facts = sheet.facts();
        String section = parts.titles().section(facts);
        String matter =
                parts.titles().matter(getLocale(), facts.year(), facts.process(), facts.period(), sheet.processName());
        title = (section.isEmpty() ? matter : section + " " + matter) + parts.titles().origin(facts);
        header.title(title);
        List<Component> beside = new ArrayList<>();
        beside.add(PageHeader.badge(stepName(sheet), "pri"));
        if (facts.round() > 1)
            beside.add(PageHeader.badge(getTranslation("inbox.row.round", String.valueOf(facts.round())), "line"));
        if (sheet.open() && sheet.due() != null) {
            beside.add(new Span(getTranslation("inbox.column.due")));
            beside.add(parts.rows().due(sheet.due()));
        }
        header.facts(beside.toArray(Component[]::new));
        var waiting = parts.cases().waiting(facts.caseId());
        banners.show(sheet, timeline, waiting);
        process.show(sheet, timeline, picture, waiting);
    }

    private String stepName(TaskSheet sheet) {
        return Messages.name(getLocale(), sheet.stepName(), sheet.properties().get("name.en"));
    }

    /**
     * 待办第 3 件，共 17 件, with the ways to the one before and after.
     *
     * @param go opens the task of this id
     */
    void place(Box box, Inbox.@Nullable Place place, Consumer<String> go) {
        neighbours.removeAll();
        neighbours.setVisible(place != null);
        neighbours.addClassName("jx-neighbours");
        if (place == null) return;
        String list = getTranslation("inbox." + box.name().toLowerCase(Locale.ROOT) + ".title");
        var where = new Span(getTranslation(
                "inbox.task.place", list, String.valueOf(place.number()), String.valueOf(place.of())));
        where.addClassNames("jx-sec", "jx-sm");
        neighbours.add(
                where,
                step(Glyph.UP, "k", "inbox.task.previous", place.previous(), go),
                step(Glyph.DOWN, "j", "inbox.task.following", place.next(), go));
    }

    private Button step(Glyph glyph, String key, String name, @Nullable String task, Consumer<String> go) {
        var step = new Button(glyph.icon(), e -> {
            if (task != null) go.accept(task);
        });
        step.addThemeNames("tertiary", "small");
        step.setAriaLabel(getTranslation(name));
        step.setTooltipText(getTranslation(name));
        step.setEnabled(task != null);
        var hint = new Span(key);
        hint.addClassName("jx-key");
        hint.getElement().setAttribute("aria-hidden", "true");
        step.setSuffixComponent(hint);
        step.getElement().setAttribute("data-key", key);
        return step;
    }
}
