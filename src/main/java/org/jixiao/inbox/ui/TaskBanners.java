package org.jixiao.inbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Notices;
import org.jixiao.inbox.Locks;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jixiao.workflow.Closing;
import org.jixiao.workflow.Verb;
import org.jspecify.annotations.Nullable;

/** What must be known before a task is read: why it came back, why it is closed, with whom it is, what was not stored. */
final class TaskBanners extends Div {

    private static final String SIGNED = "countersign";

    private final transient TaskParts parts;
    private final Runnable reload;
    private @Nullable Div kept;

    TaskBanners(TaskParts parts, Runnable reload) {
        this.parts = parts;
        this.reload = reload;
        addClassName("jx-stack");
    }

    void show(TaskSheet sheet, List<Cases.Entry> timeline, List<Cases.Waiting> waiting) {
        removeAll();
        if (kept != null) add(kept);
        if (sheet.verbs().contains(Verb.SUBMIT) || sheet.verbs().contains(Verb.APPROVE))
            parts.vacantPost(sheet.taskId())
                    .ifPresent(post -> add(
                            banner("", Glyph.SWAP, getTranslation("inbox.task.standsIn", post.name()))));
        if (sheet.closing() != null) add(closed(sheet, sheet.closing()));
        if (!sheet.open()) {
            var over = ended(sheet, waiting);
            parts.inbox().ofCase(parts.signedIn().actor(), sheet.facts().caseId()).ifPresent(task -> over.add(onward(task)));
            add(over);
        } else if (sheet.verbs().contains(Verb.SUBMIT)) returned(timeline, EnumSet.of(Verb.SUBMIT));
        else if (sheet.verbs().contains(Verb.APPROVE)) returned(timeline, EnumSet.of(Verb.SUBMIT, Verb.APPROVE, Verb.ACCEPT));
        else if (Collections.disjoint(sheet.verbs(), List.of(Verb.APPROVE, Verb.RESOLVE)) && !shut(sheet)) add(locked(sheet, waiting));
        if (sheet.open() && sheet.verbs().contains(Verb.APPROVE) && sheet.properties().containsKey(SIGNED)) add(signed(sheet, timeline, waiting));
        if (sheet.verbs().contains(Verb.RESOLVE))
            timeline.stream()
                    .filter(e -> e.verb() == Verb.DELEGATE && sheet.step().equals(e.step()))
                    .reduce((a, b) -> b)
                    .ifPresent(asked -> add(delegated(asked)));
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

    private RouterLink onward(String task) {
        return new RouterLink(getTranslation("inbox.task.onward"), TaskView.class, task);
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

    /** The reason stands above the form until whoever it came back to has answered. */
    private void returned(List<Cases.Entry> timeline, Set<Verb> answers) {
        boolean fills = !answers.contains(Verb.APPROVE);
        Returned.waits(timeline, answers).ifPresent(last -> add(returned(last, fills)));
    }

    private Div returned(Cases.Entry last, boolean fills) {
        String who = last.actorName() == null ? "" : last.actorName();
        int rows = last.rowReasons().size();
        String said = rows == 0
                ? getTranslation("inbox.task.returned", who, last.at())
                : getTranslation(fills ? "inbox.task.returnedRows" : "inbox.task.returnedRows.examined", who, last.at(), String.valueOf(rows));
        var banner = banner("warn", Glyph.RETURN, said);
        if (last.opinion() != null && !last.opinion().isBlank()) banner.add(words(last.opinion()));
        return banner;
    }

    /** Who asked, what for, and who decides. */
    private Div delegated(Cases.Entry asked) {
        var banner = banner("", Glyph.SWAP, getTranslation("inbox.task.delegated", asked.actorName() == null ? "" : asked.actorName()));
        if (asked.opinion() != null && !asked.opinion().isBlank()) banner.add(words(asked.opinion()));
        return banner;
    }

    /** Another person moved the case while this page was open. */
    void overtaken() {
        if (getChildren().anyMatch(c -> c.getElement().hasAttribute("data-overtaken"))) return;
        var look = new Button(getTranslation("inbox.task.look"), e -> reload.run());
        look.addThemeNames("small");
        var banner = banner("warn", Glyph.INFO, getTranslation("inbox.task.overtaken"));
        banner.getElement().setAttribute("data-overtaken", "").setAttribute("role", "status");
        banner.add(look);
        addComponentAsFirst(banner);
    }

    /** What was typed and could not be stored stays in sight, however often the task is read anew; {@code again} puts it in, null where that is over. */
    void kept(List<String> words, @Nullable Runnable again, Runnable drop) {
        var banner = banner("warn", Glyph.INFO, getTranslation("inbox.task.kept"));
        banner.getElement().setAttribute("role", "status");
        banner.add(words(String.join("；", words)));
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
        addComponentAsFirst(banner);
    }

    /** What was kept is stored, or belongs to another task. */
    void forget() {
        if (kept != null) kept.removeFromParent();
        kept = null;
    }

    /** What is long is scrolled, with the keyboard too. */
    private static Span words(String text) {
        var words = new Span(text);
        if (text.length() > 100) words.getElement().setAttribute("tabindex", "0");
        return words;
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
