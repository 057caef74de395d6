package org.jixiao.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Limit;
import org.jixiao.base.ui.Notices;
import org.jixiao.inbox.Batch;
import org.jixiao.inbox.Batch.Asked;
import org.jixiao.inbox.Batch.Outcome;
import org.jixiao.inbox.Inbox.Item;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Verb;

/** Several at once: asks before they are approved, naming each with its warnings; says what became of each. */
class BatchDialog extends Dialog {

    private final transient InboxParts parts;
    private final transient Actor actor;
    private final transient List<Item> items;
    private final Map<String, Div> results = new LinkedHashMap<>();
    private final ProgressBar progress = new ProgressBar();
    private final Paragraph summary = new Paragraph();
    private final Button leave;
    private final String verb;
    private int done;

    /**
     * @param verb approve or transfer, as messages name it
     * @param closed when all is over
     */
    BatchDialog(InboxParts parts, Actor actor, List<Item> items, Verb verb, Runnable closed) {
        this.verb = verb.code();
        this.parts = parts;
        this.actor = actor;
        this.items = items;
        addClassName("jx-batch");
        String many = String.valueOf(items.size());
        setHeaderTitle(word("title", many));
        summary.setText(getTranslation("inbox.batch.each"));
        summary.getElement().setAttribute("role", "status");
        summary.addClassName("jx-sec");
        progress.setMax(items.size());
        progress.setVisible(false);
        var list = new OrderedList();
        list.addClassName("jx-batch-list");
        items.forEach(item -> list.add(line(item)));
        add(summary, list, progress);
        leave = new Button(getTranslation("inbox.cancel"), e -> close());
        getFooter().add(leave);
        addOpenedChangeListener(e -> {
            if (!e.isOpened()) closed.run();
        });
    }

    /** Approves once confirmed, with an opinion or without. */
    void askToApprove() {
        var opinion = new TextField();
        opinion.setPlaceholder(getTranslation("inbox.batch.opinion"));
        opinion.setAriaLabel(getTranslation("inbox.batch.opinion"));
        Limit.of(opinion, Act.LONGEST);
        opinion.setWidthFull();
        var go = new Button(word("title", String.valueOf(items.size())));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickListener(e -> {
            if (!Limit.keeps(opinion)) return;
            remove(opinion);
            getFooter().remove(go);
            run(Batch.approval(opinion.getValue()));
        });
        add(opinion);
        getFooter().add(go);
        open();
        go.focus();
    }

    private ListItem line(Item item) {
        var title = new Span(parts.rows().title(item));
        var warns = parts.rows().attention(item);
        var result = new Div();
        result.addClassName("jx-batch-result");
        results.put(item.taskId(), result);
        return new ListItem(new Div(title, warns), result);
    }

    private String word(String name, Object... args) {
        return getTranslation("inbox.batch." + verb + "." + name, args);
    }

    void run(LongFunction<Act> act) {
        open();
        leave.setEnabled(false);
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        progress.setVisible(true);
        var asked = items.stream().map(i -> new Asked(i.taskId(), i.revision())).toList();
        parts.batch().run(UI.getCurrent(), actor, asked, act, this::told, this::over, this::refused);
    }

    private void told(Outcome outcome) {
        if (outcome.done()) done++;
        progress.setValue(progress.getValue() + 1);
        Div result = results.get(outcome.taskId());
        if (result == null) return;
        Refusal refusal = outcome.refusal();
        result.addClassName(refusal == null ? "ok" : "bad");
        result.add((refusal == null ? Glyph.CHECK : Glyph.STOP).small());
        result.add(new Span(refusal == null ? word("one") : Notices.sentence(refusal)));
        if (refusal == null) return;
        var look = new RouterLink(getTranslation("inbox.task.look"), TaskView.class, outcome.taskId());
        result.add(look);
    }

    private void over() {
        int refused = items.size() - done;
        setHeaderTitle(word("done", String.valueOf(done)));
        summary.setText(word(refused == 0 ? "all" : "some", String.valueOf(done), String.valueOf(refused)));
        end();
    }

    private void refused(Refusal refusal) {
        summary.setText(Notices.sentence(refusal));
        end();
    }

    private void end() {
        progress.setVisible(false);
        setCloseOnEsc(true);
        leave.setText(getTranslation("inbox.batch.close"));
        leave.setEnabled(true);
        leave.focus();
    }
}
