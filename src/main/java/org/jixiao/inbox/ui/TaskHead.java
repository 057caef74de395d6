package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jixiao.base.Messages;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.PageHeader;
import org.jixiao.base.ui.SaveState;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Inbox;
import org.jixiao.inbox.Locks;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jixiao.workflow.Closing;
import org.jixiao.workflow.Verb;
import org.jspecify.annotations.Nullable;

/** Head of the task page: what it is, when due, what must be known first, and where it stands in its process. */
class TaskHead extends Div {

    private final transient TaskParts parts;
    private final Runnable reload;
    private final PageHeader header = new PageHeader("");
    private final SaveState saveState = new SaveState();
    private final Span neighbours = new Span();
    private static final String SIGNED = "countersign";

    private final Div banners = new Div();
    private final ProcessLine process;
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
        header.lead(back).actions(neighbours, saveState);
        banners.addClassName("jx-stack");
        process = new ProcessLine(parts);
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
        var waiting = parts.cases().waiting(facts.caseId());
        if (sheet.closing() != null) banners.add(closed(sheet, sheet.closing()));
        if (!sheet.open()) banners.add(ended(sheet, waiting));
        else if (sheet.verbs().contains(Verb.SUBMIT)) returned(timeline);
        else if (Collections.disjoint(sheet.verbs(), List.of(Verb.APPROVE, Verb.RESOLVE)) && !shut(sheet)) banners.add(locked(sheet, waiting));
        if (sheet.open() && sheet.verbs().contains(Verb.APPROVE) && sheet.properties().containsKey(SIGNED)) banners.add(signed(sheet, timeline, waiting));
        process.show(sheet, timeline, picture, waiting);
    }

    /** What one's own vote comes to, and how many have signed. */
    private Div signed(TaskSheet sheet, List<Cases.Entry> timeline, List<Cases.Waiting> waiting) {
        long done = timeline.stream()
                .filter(e -> e.round() == sheet.facts().round() && sheet.step().equals(e.step()))
                .filter(e -> e.verb() == Verb.APPROVE || e.verb() == Verb.REJECT)
                .count();
        long left = waiting.stream().filter(w -> w.step().equals(sheet.step())).count();
        String rule = getTranslation("inbox.sign." + sheet.properties().get(SIGNED), sheet.properties().getOrDefault("ratio", "100"));
        return banner("", Glyph.CHECK, rule + getTranslation("inbox.sign.count", done, left));
    }

    private static boolean shut(TaskSheet sheet) {
        return sheet.closing() instanceof Closing.Shut;
    }

    private String stepName(TaskSheet sheet) {
        return Messages.name(getLocale(), sheet.stepName(), sheet.properties().get("name.en"));
    }

    private Div ended(TaskSheet sheet, List<Cases.Waiting> waiting) {
        var ended = sheet.ended();
        String now = waiting.isEmpty() ? getTranslation("inbox.lock.over") : getTranslation("inbox.lock.now", where(waiting));
        if (ended == null || ended.verb() == null)
            return banner("", Glyph.INFO, getTranslation("inbox.task.gone") + now);
        String who = ended.byName() == null ? getTranslation("inbox.task.system") : ended.byName();
        return banner("", Glyph.INFO, getTranslation("inbox.ended." + ended.verb().code(), who, ended.at()) + now);
    }

    /** Why nothing can be done here: with whom the task is. */
    private Div locked(TaskSheet sheet, List<Cases.Waiting> waiting) {
        boolean late = sheet.due() != null && sheet.due().isBefore(parts.clock().now());
        String fills = sheet.properties().getOrDefault("kind", "approve").equals("approve") ? "examined" : "filled";
        String said = getTranslation("inbox.lock." + fills, where(waiting));
        return banner("", Glyph.INFO, late ? getTranslation("inbox.lock.late") + said : said);
    }

    private String where(List<Cases.Waiting> waiting) {
        return Locks.where(parts.messages(), waiting, getLocale());
    }

    /** Its last day has passed: until when it is open in spite of that, or why nothing can be done. */
    private Div closed(TaskSheet sheet, Closing closing) {
        var banner = closing instanceof Closing.OpenedLate late
                ? banner("", Glyph.CLOCK, getTranslation("inbox.lock.openedLate", late.until(), late.by(), late.reason()))
                : banner("warn", Glyph.LOCK, getTranslation(
                        "inbox.lock.closed", closing.why().map(Notices::sentence).orElse("")));
        banner.getElement().setAttribute("data-closing", closing.why().isPresent() ? "shut" : "late");
        parts.closedOffers().forEach(offer -> offer.of(sheet, reload).ifPresent(banner::add));
        return banner;
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
}
