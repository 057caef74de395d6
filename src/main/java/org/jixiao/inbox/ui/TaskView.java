package org.jixiao.inbox.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.EmptyState;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.Notices;
import org.jixiao.base.ui.SheetGrid;
import org.jixiao.base.ui.Steps;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Inbox;
import org.jixiao.inbox.Query;
import org.jixiao.inbox.ui.TaskForm.Desk;
import org.jixiao.inbox.ui.TaskForm.Panel;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jixiao.workflow.Closing;
import org.jixiao.workflow.StepForm;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.jspecify.annotations.Nullable;

/**
 * A task: the feature's form between what was said so far and the decision; every verb goes to the one service. Forms
 * are found when a task is opened, so the fields they are made of are named here: the bundle is cut by pages.
 */
@Route(value = "task", layout = MainLayout.class)
@PermitAll
@JsModule("./inbox/keys.ts")
@JsModule("./inbox/words.ts")
@Uses(Checkbox.class)
@Uses(DatePicker.class)
@Uses(Markdown.class)
@Uses(Select.class)
@Uses(SheetGrid.class)
@Uses(TextArea.class)
@Uses(TextField.class)
@Uses(Upload.class)
class TaskView extends Div implements HasUrlParameter<String>, HasDynamicTitle, BeforeLeaveObserver, Desk {

    private static final Panel NOTHING = Div::new;
    /** Whoever may do one of these works on the page; others look. */
    private static final Set<Verb> DOES =
            EnumSet.of(Verb.SAVE, Verb.SUBMIT, Verb.APPROVE, Verb.RETURN, Verb.REJECT, Verb.ACCEPT, Verb.RESOLVE);

    private final transient TaskParts parts;
    private final TaskHead head;
    private final Div content = new Div();
    private final EnteredList earlier = new EnteredList();
    private final TaskSide side;
    private final DecisionBar bar;
    private String taskId = "";
    private transient TaskSheet sheet;
    private transient Way way = new Way(Box.TODO, Query.ALL);
    private transient Inbox.@Nullable Place place;
    private transient Panel panel = NOTHING;
    private transient TaskParts.@Nullable Own back;
    private transient Map<String, String> names = Map.of();
    private transient Cases.@Nullable Step direct;
    private transient @Nullable Runnable stopListening;
    private final transient Sentences sentences;

    TaskView(TaskParts parts) {
        this.parts = parts;
        this.sentences = new Sentences(parts);
        addClassNames("jx-page", "jx-task");
        head = new TaskHead(parts, this::reload);
        side = new TaskSide();
        bar = new DecisionBar(
                this::act, verb -> parts.verbs().receivers(parts.signedIn().actor(), taskId, verb), this::stock);
        content.addClassNames("jx-sheet", "jx-grow", "jx-task-content");
        var body = new Div(content, side);
        body.addClassNames("jx-body", "jx-task-body");
        add(head, side.tabs(body), body, bar);
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        taskId = parameter;
        var actor = parts.signedIn().actor();
        sheet = parts.cases().task(actor, taskId);
        way = Way.read(event.getLocation().getQueryParameters());
        place = way.place(parts.inbox(), actor, taskId).orElse(null);
        head.place(way.box(), place, id -> UI.getCurrent().navigate(TaskView.class, id, way.parameters()));
        parts.inbox().opened(actor, taskId);
        parts.visits().opened(actor, sheet.facts().caseId());
        head.banners().forget();
        bar.begin();
        openForm();
        show();
        boolean writes = sheet.open() && DOES.stream().anyMatch(sheet.verbs()::contains);
        getElement().executeJs("window.jxWords && window.jxWords(this, $0, $1, $2)", actor.id().toString(), taskId, writes);
    }

    /**
     * What the page had kept of an earlier visit stands in its fields again.
     *
     * @param put how many of them
     * @param left what has no field any more, or one that says something else by now, in words
     */
    @ClientCallable
    private void putBack(int put, String left) {
        if (put > 0) Notices.done(getTranslation("inbox.task.putBack"));
        if (!left.isEmpty()) head.banners().kept(List.of(left), null, () -> getElement().executeJs("window.jxWordsDropped()"));
    }

    private void openForm() {
        content.removeAll();
        panel = parts.form(sheet.formKey()).map(form -> form.open(this)).orElse(NOTHING);
        boolean closed = sheet.closing() != null && sheet.closing().why().isPresent();
        if (DOES.stream().anyMatch(sheet.verbs()::contains) && !closed) content.add(parts.hints().of(sheet.formKey()));
        boolean drawn = panel == NOTHING || sheet.formKey().equals(StepForm.KEY);
        if (drawn) content.add(earlier);
        content.add(panel == NOTHING ? noForm() : panel.component());
    }

    private EmptyState noForm() {
        return new EmptyState(
                Glyph.SHEET, getTranslation(
                        "inbox.task.noForm",
                        Messages.name(getLocale(), sheet.stepName(), sheet.properties().getOrDefault("name.en", ""))), getTranslation("inbox.task.noForm.next"));
    }

    private void show() {
        List<Cases.Entry> timeline = parts.cases().timeline(sheet.facts().caseId());
        var picture = parts.cases().picture(sheet.facts().caseId());
        names = Steps.names(picture.xml(), getLocale());
        earlier.show(timeline);
        var facts = sheet.facts();
        head.show(sheet, timeline, picture);
        side.show(
                timeline,
                panel,
                parts.cases().copies(parts.signedIn().actor(), facts.caseId()),
                parts.titles().duty(facts));
        direct = Returned.direct(timeline, sheet.directTo());
        showBar();
        back = sheet.open() && !editable() && !markable()
                ? parts.own(parts.signedIn().actor(), sheet.facts()).orElse(null)
                : null;
        if (back != null) bar.offer(back.verb());
    }

    private void showBar() {
        bar.show(sheet, panel, this::name, direct);
    }

    @Override
    public Component stock(TextFieldBase<?, String> field) {
        return sentences.beside(field);
    }

    private String name(Cases.Step step) {
        return names.getOrDefault(step.id(), step.name());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("base.title", head.title());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        stopListening = parts.arrivals().listen(news -> {
            if (news.in(sheet.facts().unit(), sheet.facts().year())) ui.access(this::overtaken);
        });
        getElement().executeJs("window.jxInboxKeys && window.jxInboxKeys(this)");
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (stopListening != null) stopListening.run();
    }

    /** Somebody acted in this year; if it was on this case, the page says so and leaves what is typed alone. */
    private void overtaken() {
        if (parts.cases().revision(sheet.facts().caseId()) != sheet.revision() || opened()) head.banners().overtaken();
    }

    /** What the page shows as closed was opened late meanwhile, or that has ended. */
    private boolean opened() {
        if (sheet.closing() == null) return false;
        var now = parts.cases().closing(sheet.facts().caseId()).orElse(null);
        return now instanceof Closing.Shut ? sheet.closing().why().isEmpty() : !sheet.closing().equals(now);
    }

    /** Leaving keeps the draft. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (!editable()) return;
        JsonNode body = panel.unsaved();
        if (body != null) save(body);
    }

    @Override
    public TaskSheet sheet() {
        return sheet;
    }

    @Override
    public boolean editable() {
        return sheet.open() && sheet.verbs().contains(Verb.SAVE);
    }

    @Override
    public boolean markable() {
        return sheet.open() && sheet.verbs().contains(Verb.RETURN);
    }

    @Override
    public void typing() {
        head.saveState().unsaved();
    }

    @Override
    public boolean save(JsonNode body) {
        try {
            var stored = parts.verbs()
                    .act(parts.signedIn().actor(), taskId, Act.of(Verb.SAVE, sheet.revision()).body(body));
            sheet = sheet.at(stored.revision());
            bar.revised(sheet);
            head.saveState().saved(parts.clock().now());
            return true;
        } catch (Refusal refusal) {
            head.saveState().failed();
            refused(refusal);
            return false;
        }
    }

    @Override
    public Map<String, String> returned() {
        return Returned.rows(parts.cases().timeline(sheet.facts().caseId()));
    }

    @Override
    public void changed() {
        bar.changed();
    }

    @Override
    public void reload() {
        stands();
    }

    @Override
    public void follow() {
        var now = parts.cases().task(parts.signedIn().actor(), taskId);
        if (now.revision() != sheet.revision() || !now.verbs().equals(sheet.verbs())) {
            reload();
            return;
        }
        sheet = now;
        panel.refresh(sheet);
    }

    /** Shows the task as it stands; false when it may no longer be read, and the page is left for the inbox. */
    private boolean stands() {
        boolean wasEditable = editable();
        try {
            sheet = parts.cases().task(parts.signedIn().actor(), taskId);
        } catch (Refusal gone) {
            Notices.refused(gone);
            way.back(UI.getCurrent());
            return false;
        }
        panel.refresh(sheet);
        if (editable() != wasEditable) openForm();
        show();
        return true;
    }

    private void act(Act asked) {
        boolean sends = asked.verb() == Verb.SAVE || asked.verb() == Verb.SUBMIT || sheet.form() != null;
        Act act = sends ? asked.body(body(asked)) : asked;
        if (act.verb() == Verb.SAVE) {
            if (act.body() == null || save(act.body())) head.saveState().saved(parts.clock().now());
            showBar();
            return;
        }
        try {
            String task = back != null && back.verb() == act.verb() ? back.taskId() : taskId;
            done(act.verb(), parts.verbs().act(parts.signedIn().actor(), task, act));
        } catch (Refusal refusal) {
            refused(refusal);
        }
    }

    private @Nullable JsonNode body(Act asked) {
        return asked.body() == null ? panel.unsaved() : asked.body();
    }

    private void refused(Refusal refusal) {
        if (refusal.kind() == Refusal.Kind.INVALID && !shut()) {
            // what is wrong stands in the bar
            Notices.refusedInBrief(refusal);
            showBar();
            bar.refused(refusal.findings());
            panel.refused(refusal.findings());
            refusal.findings().stream().findFirst().ifPresent(panel::show);
            return;
        }
        JsonNode typed = editable() ? panel.unsaved() : null;
        List<String> kept = typed == null ? Typed.reasons(panel) : Typed.words(typed, panel);
        var look = new Button(getTranslation("inbox.task.look"), e -> reload());
        look.addThemeNames("small");
        Notices.refused(refusal, look);
        boolean there = stands();
        if (kept.isEmpty()) return;
        if (there) keep(kept, typed);
        else Notices.warn(getTranslation("inbox.task.kept") + " " + String.join("；", kept));
    }

    @Override
    public void kept(JsonNode body) {
        List<String> words = Typed.words(body, panel);
        if (!words.isEmpty()) keep(words, body);
    }

    /** The last day passed while the page was open: it goes read only, what was typed stays in sight. */
    private boolean shut() {
        return editable() && parts.cases().closing(sheet.facts().caseId()).flatMap(Closing::why).isPresent();
    }

    private void keep(List<String> words, @Nullable JsonNode typed) {
        head.banners().kept(words, typed != null && editable() ? () -> again(typed) : null, () -> panel.settled());
    }

    /** What was typed on a page that had become stale is put onto what stands now. */
    private void again(JsonNode typed) {
        if (!save(typed)) return;
        head.banners().forget();
        panel.settled();
        reload();
    }

    private void done(Verb verb, Verbs.Result result) {
        UI ui = UI.getCurrent();
        String next = result.open().stream().filter(t -> !t.step().equals(sheet.step())).map(t -> names.getOrDefault(t.step(), t.name())).distinct().findFirst().orElse("");
        String said = getTranslation("inbox.verb." + verb.code() + ".said", head.title());
        // The step stays where it is; another has it.
        Set<Verb> stay = EnumSet.of(Verb.TRANSFER, Verb.DELEGATE, Verb.RESOLVE, Verb.ADD_BEFORE, Verb.ADD_AFTER, Verb.ADD_SIGNER);
        boolean stays = verb == Verb.URGE || verb == Verb.COPY;
        if (!stays) ui.getPage().executeJs("window.jxWordsSent && window.jxWordsSent($0)", taskId);
        Notices.done(
                next.isEmpty() || stays || stay.contains(verb)
                        ? said
                        : said + getTranslation("inbox.task.nextStep", next),
                stays ? new Component[0] : TakeBack.of(parts, ui, taskId));
        switch (verb) {
            case URGE, COPY -> reload();
            case WITHDRAW, TAKE_BACK -> ui.navigate(TaskView.class, result.open().get(0).taskId());
            default -> way.onward(ui, parts.inbox(), parts.signedIn().actor(), place, taskId);
        }
    }
}
