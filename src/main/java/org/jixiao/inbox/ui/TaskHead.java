package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.Diagram;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.base.ui.SaveState;
import org.jixiao.base.ui.Steps;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jixiao.workflow.Verb;
import org.jspecify.annotations.Nullable;

/** Head of the task page: what it is, when due, what must be known first, and where it stands in its process. */
class TaskHead extends Div {

    private final transient TaskParts parts;
    private final Runnable reload;
    private final PageHeader header = new PageHeader("");
    private final SaveState saveState = new SaveState();
    private final Div banners = new Div();
    private final Div process = new Div();
    private boolean pictureShown;
    private String title = "";
    private @Nullable Div kept;

    TaskHead(TaskParts parts, Runnable reload) {
        this.parts = parts;
        this.reload = reload;
        addClassName("jx-task-head");
        var back = new RouterLink();
        back.setRoute(TodoView.class);
        back.add(Glyph.BACK.icon());
        back.addClassName("jx-back");
        back.getElement().setAttribute("aria-label", getTranslation("inbox.task.back"));
        header.lead(back).actions(saveState);
        banners.addClassName("jx-stack");
        process.addClassNames("jx-process");
        add(header, banners, process);
    }

    String title() {
        return title;
    }

    SaveState saveState() {
        return saveState;
    }

    void show(TaskSheet sheet, List<Cases.Entry> timeline, Cases.Picture picture) {
        var facts = sheet.facts();
        String section = parts.titles().section(facts);
        String matter =
                parts.titles().matter(getLocale(), facts.year(), facts.process(), facts.period(), sheet.processName());
        title = section.isEmpty() ? matter : section + " " + matter;
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
        banners.removeAll();
        if (kept != null) banners.add(kept);
        if (sheet.verbs().contains(Verb.SUBMIT) || sheet.verbs().contains(Verb.APPROVE))
            parts.vacantPost(sheet.taskId())
                    .ifPresent(post -> banners.add(
                            banner("", Glyph.SWAP, getTranslation("inbox.task.standsIn", post.name()))));
        if (!sheet.open()) banners.add(ended(sheet));
        else if (sheet.verbs().contains(Verb.SUBMIT)) returned(timeline);
        where(sheet, timeline, picture);
    }

    private String stepName(TaskSheet sheet) {
        boolean chinese = getLocale().getLanguage().equals(Messages.CHINESE.getLanguage());
        return chinese ? sheet.stepName() : sheet.properties().getOrDefault("name.en", sheet.stepName());
    }

    private Div ended(TaskSheet sheet) {
        var ended = sheet.ended();
        if (ended == null || ended.verb() == null)
            return banner("", Glyph.INFO, getTranslation("inbox.task.gone"));
        String who = ended.byName() == null ? getTranslation("inbox.task.system") : ended.byName();
        return banner("", Glyph.INFO, getTranslation("inbox.ended." + ended.verb().code(), who, ended.at()));
    }

    /** The reason stands above the form until the content goes out again. */
    private void returned(List<Cases.Entry> timeline) {
        Cases.Entry last = null;
        for (Cases.Entry entry : timeline)
            if (entry.verb() == Verb.RETURN || entry.verb() == Verb.SUBMIT) last = entry;
        if (last == null || last.verb() != Verb.RETURN) return;
        String who = last.actorName() == null ? "" : last.actorName();
        int rows = last.rowReasons().size();
        String said = rows == 0
                ? getTranslation("inbox.task.returned", who, last.at())
                : getTranslation("inbox.task.returnedRows", who, last.at(), String.valueOf(rows));
        var banner = banner("warn", Glyph.RETURN, said);
        if (last.opinion() != null && !last.opinion().isBlank()) banner.add(new Span(last.opinion()));
        banners.add(banner);
    }

    /** Another person moved the case while this page was open. */
    void overtaken() {
        if (banners.getChildren().anyMatch(c -> c.getElement().hasAttribute("data-overtaken"))) return;
        var look = new Button(getTranslation("inbox.task.look"), e -> reload.run());
        look.addThemeNames("small");
        var banner = banner("warn", Glyph.INFO, getTranslation("inbox.task.overtaken"));
        banner.getElement().setAttribute("data-overtaken", "").setAttribute("role", "status");
        banner.add(look);
        banners.addComponentAsFirst(banner);
    }

    /** What was typed and could not be stored stays in sight, however often the task is read anew; {@code again} puts it in, null where that is over. */
    void kept(List<String> words, @Nullable Runnable again, Runnable drop) {
        var banner = banner("warn", Glyph.INFO, getTranslation("inbox.task.kept"));
        banner.getElement().setAttribute("role", "status");
        banner.add(new Span(String.join("；", words)));
        if (again != null) {
            var button = new Button(getTranslation("inbox.task.kept.again"), e -> again.run());
            button.addThemeNames("small");
            banner.add(button);
        }
        var away = new Button(getTranslation("inbox.task.kept.drop"), e -> {
            forget();
            drop.run();
        });
        away.addThemeNames("tertiary", "small");
        banner.add(away);
        forget();
        kept = banner;
        banners.addComponentAsFirst(banner);
    }

    /** What was kept is stored, or belongs to another task. */
    void forget() {
        if (kept != null) kept.removeFromParent();
        kept = null;
    }

    private static Div banner(String look, Glyph glyph, String sentence) {
        var text = new Span(sentence);
        text.addClassName("jx-b");
        var banner = new Div(glyph.icon(), text);
        banner.addClassName("jx-banner");
        if (!look.isEmpty()) banner.addClassName(look);
        return banner;
    }

    private void where(TaskSheet sheet, List<Cases.Entry> timeline, Cases.Picture picture) {
        process.removeAll();
        var steps = new Steps(picture.xml(), picture.taken(), picture.active());
        steps.getElement().setAttribute("aria-label", getTranslation("inbox.task.steps"));
        var figure = new Div();
        figure.addClassName("jx-picture");
        figure.setVisible(pictureShown);
        var toggle = new Button(getTranslation("inbox.task.picture"));
        toggle.addThemeNames("tertiary", "small");
        toggle.setIcon((pictureShown ? Glyph.UP : Glyph.DOWN).icon());
        toggle.setIconAfterText(true);
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(pictureShown));
        toggle.addClickListener(e -> {
            pictureShown = !pictureShown;
            figure.setVisible(pictureShown);
            if (pictureShown && figure.getComponentCount() == 0) figure.add(diagram(sheet, picture, timeline));
            toggle.setIcon((pictureShown ? Glyph.UP : Glyph.DOWN).icon());
            toggle.getElement().setAttribute("aria-expanded", String.valueOf(pictureShown));
        });
        if (pictureShown) figure.add(diagram(sheet, picture, timeline));
        var line = new Div(steps, toggle);
        line.addClassName("jx-process-line");
        process.add(line, figure);
    }

    private Diagram diagram(TaskSheet sheet, Cases.Picture picture, List<Cases.Entry> timeline) {
        String label = getTranslation("inbox.task.pictureOf", sheet.processName());
        return new Diagram(label, picture.xml(), picture.taken(), picture.active())
                .notes(notes(timeline, picture.active()));
    }

    /** Who did each step last, and when. */
    private static Map<String, String> notes(List<Cases.Entry> timeline, List<String> active) {
        Map<String, String> notes = new HashMap<>();
        for (Cases.Entry entry : timeline) {
            if (entry.step() == null || entry.actorName() == null || active.contains(entry.step())) continue;
            if (entry.verb() == Verb.SAVE || entry.verb() == Verb.URGE) continue;
            String day = ProductClock.local(entry.at()).toLocalDate().toString().substring(5);
            notes.put(entry.step(), entry.actorName() + " " + day);
        }
        return notes;
    }
}
