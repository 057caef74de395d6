package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jixiao.base.Finding;
import org.jixiao.base.Messages;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.Limit;
import org.jixiao.base.ui.Notices;
import org.jixiao.inbox.ui.TaskForm.Panel;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Act.MarkedRow;
import org.jixiao.workflow.Cases.Step;
import org.jixiao.workflow.Cases.TaskSheet;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs.Receiver;
import org.jspecify.annotations.Nullable;

/**
 * The bar that never leaves the screen: opinion, what stands in the way, and the verbs this person has now. One main
 * button at a time: it is 同意, until rows are marked, then 退回所选. Whoever presses a button cannot press it twice.
 */
class DecisionBar extends Section {

    private final Consumer<Act> acts;
    private final transient VerbDialogs dialogs;
    private final Div blocked = new Div();
    private final DecisionSummary summary = new DecisionSummary();
    private final TextArea opinion = new TextArea();
    private final Div buttons = new Div();
    private final Component stocked;
    private TaskSheet sheet;
    private transient @Nullable Look look;
    private Panel panel;
    private transient @Nullable Step direct;
    private Function<Step, String> names = Step::name;

    /**
     * @param receivers to whom a task may be handed or copied
     * @param stock one's own sentences, beside a field
     */
    DecisionBar(
            Consumer<Act> acts,
            Function<Verb, List<Receiver>> receivers,
            Function<TextArea, Component> stock) {
        this.acts = acts;
        this.dialogs = new VerbDialogs(acts, receivers);
        this.stocked = stock.apply(opinion);
        addClassName("jx-decision");
        getElement().setAttribute("aria-label", getTranslation("inbox.task.decide"));
        blocked.addClassName("jx-blocked");
        blocked.getElement().setAttribute("role", "alert");
        Limit.of(opinion, Act.LONGEST);
        opinion.setMinRows(1);
        opinion.setMaxRows(5);
        opinion.addClassName("jx-opinion");
        opinion.getElement().setAttribute("data-unsent", "opinion");
        buttons.addClassName("jx-verbs");
        var line = new Div(opinion, stocked, summary, buttons);
        line.addClassName("jx-decision-line");
        add(blocked, line);
    }

    /** What the buttons depend on; while it stays they stay, for a finger may already be on its way to one. */
    private record Look(String task, List<Verb> verbs, int marked, @Nullable Step direct, List<Step> targets) {}

    /** Another task: what was said of the one before is not said of it. */
    void begin() {
        opinion.clear();
    }

    /** A draft was stored: what is decided next is decided on that revision. */
    void revised(TaskSheet stored) {
        sheet = stored;
    }

    /**
     * The opinion stays as typed, whatever became of the task.
     *
     * @param called what a step is called in the reader's language
     * @param back where a submission may go straight to
     */
    void show(TaskSheet shown, Panel of, Function<Step, String> called, @Nullable Step back) {
        sheet = shown;
        direct = back;
        panel = of;
        names = called;
        blocked.removeAll();
        blocked.setVisible(false);
        boolean decides = has(Verb.APPROVE) || has(Verb.RETURN) || has(Verb.RESOLVE);
        boolean fills = has(Verb.SUBMIT);
        String asked = fills ? "fill" : has(Verb.RESOLVE) ? "reply" : "decide";
        String label = getTranslation("inbox.opinion." + asked);
        opinion.setPlaceholder(label);
        opinion.setAriaLabel(label);
        opinion.setReadOnly(!decides && !fills);
        opinion.setVisible(decides || fills || !opinion.isEmpty());
        opinion.setInvalid(false);
        stocked.setVisible(decides || fills);
        setVisible(opinion.isVisible() || !sheet.verbs().isEmpty());
        look = null;
        changed();
    }

    /** Withdraw or take back what this person did last, from the page of the task it led to. */
    void offer(Verb verb) {
        setVisible(true);
        buttons.addComponentAsFirst(verb(verb, Glyph.RETURN, "", text(verb.code()), false));
    }

    private boolean has(Verb verb) {
        return sheet.verbs().contains(verb);
    }

    /** Marks or findings of the form changed. */
    void changed() {
        int marked = panel.marked().size();
        summary.show(panel, has(Verb.SUBMIT));
        var now = new Look(sheet.taskId(), sheet.verbs(), marked, direct, sheet.returnTargets());
        if (now.equals(look)) return;
        look = now;
        buttons.removeAll();
        var more = new MenuBar();
        if (has(Verb.SAVE)) buttons.add(verb(Verb.SAVE, Glyph.CHECK, "", text("save"), false));
        if (has(Verb.WITHDRAW)) buttons.add(verb(Verb.WITHDRAW, Glyph.RETURN, "", text("withdraw"), true));
        if (has(Verb.TAKE_BACK)) buttons.add(verb(Verb.TAKE_BACK, Glyph.RETURN, "", text("take-back"), true));
        if (has(Verb.ACCEPT)) buttons.add(verb(Verb.ACCEPT, Glyph.CHECK, "", text("accept"), false));
        if (has(Verb.APPROVE)) buttons.add(approve(marked), confirm(text("approve")));
        if (has(Verb.RETURN)) buttons.add(giveBack(marked), confirm(returning(marked)));
        if (has(Verb.REJECT)) buttons.add(needed(Verb.REJECT, Glyph.CLOSE, false));
        if (has(Verb.RESOLVE)) buttons.add(needed(Verb.RESOLVE, Glyph.SENT, true));
        if (has(Verb.SUBMIT)) submit();
        // on a phone it goes under the dots, unless they would stand there alone
        boolean first = buttons.getComponentCount() == 0;
        if (has(Verb.TRANSFER) && !has(Verb.SUBMIT)) {
            var transfer = button(Glyph.SWAP, "", getTranslation("inbox.transfer"), false, this::transfer);
            if (!first) transfer.addClassName("jx-wide");
            buttons.add(transfer);
        }
        more(more, first);
    }

    private String text(String verb) {
        return getTranslation("inbox.verb." + verb);
    }

    private Button verb(Verb verb, Glyph glyph, String key, String label, boolean main) {
        return button(glyph, key, label, main, () -> send(verb, null));
    }

    private Button button(Glyph glyph, String key, String label, boolean main, Runnable pressed) {
        var button = new Button(label, glyph.icon());
        button.setDisableOnClick(true);
        button.addClickListener(e -> {
            try {
                pressed.run();
            } finally {
                button.setEnabled(true);
            }
        });
        if (main) button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (!key.isEmpty()) {
            button.getElement().setAttribute("data-key", key);
            button.setSuffixComponent(new KeyHint(key));
        }
        return button;
    }

    /** A verb that says nothing without the opinion. */
    private Button needed(Verb verb, Glyph glyph, boolean main) {
        return button(glyph, "", text(verb.code()), main, () -> {
            boolean silent = opinion.getValue().isBlank();
            opinion.setErrorMessage(getTranslation(verb == Verb.REJECT ? "refusal.reject.reason" : "refusal.resolve.opinion"));
            opinion.setInvalid(silent);
            if (silent) opinion.focus();
            else send(verb, null);
        });
    }

    private void send(Verb verb, @Nullable String to) {
        if (!Limit.keeps(opinion)) return;
        String said = opinion.getValue().strip();
        acts.accept(new Act(verb, sheet.revision(), said.isEmpty() ? null : said, List.of(), to, null, List.of()));
    }

    private Button approve(int marked) {
        return button(Glyph.CHECK, "a", text("approve"), marked == 0, () -> {
            if (marked == 0) send(Verb.APPROVE, null);
            else dialogs.approveThoughMarked(marked, () -> {
                panel.clearMarks();
                send(Verb.APPROVE, null);
            });
        });
    }

    /** Seen while the button before it has the focus of the keyboard: what Enter will do. */
    private Span confirm(String what) {
        var line = new Span(getTranslation("inbox.key.enter", what));
        line.addClassName("jx-confirm");
        line.getElement().setAttribute("aria-hidden", "true");
        return line;
    }

    private String returning(int marked) {
        return marked == 0 ? text("return.all") : getTranslation("inbox.return.marked", String.valueOf(marked));
    }

    private Button giveBack(int marked) {
        return button(Glyph.RETURN, "r", returning(marked), marked > 0, () -> {
            if (marked == 0) ask(sheet.returnTargets());
            else giveBack(panel.marked(), opinion.getValue().strip(), null);
        });
    }

    private void ask(List<Step> targets) {
        new ReturnDialog(targets, names, panel.marked().size(), opinion.getValue(), (reason, to) -> {
                    opinion.setValue(reason);
                    giveBack(panel.marked(), reason, to);
                })
                .open();
    }

    private void giveBack(List<MarkedRow> rows, String shared, @Nullable String to) {
        if (!Limit.keeps(opinion)) return;
        if (rows.stream().anyMatch(r -> r.reason() != null && r.reason().length() > Act.LONGEST_REASON)) {
            Notices.warn(getTranslation("inbox.mark.long", Act.LONGEST_REASON));
            return;
        }
        boolean each = rows.stream().allMatch(r -> r.reason() != null && !r.reason().isBlank());
        if (shared.isEmpty() && (rows.isEmpty() || !each)) {
            opinion.setErrorMessage(getTranslation("inbox.return.reason"));
            opinion.setInvalid(true);
            opinion.focus();
            return;
        }
        acts.accept(new Act(Verb.RETURN, sheet.revision(), shared.isEmpty() ? null : shared, rows, to, null, List.of()));
    }

    private void submit() {
        boolean chinese = Messages.chinese(getLocale());
        String label = sheet.properties().get(chinese ? "label.submit" : "label.submit.en");
        Step to = direct;
        if (to != null) {
            String straight = getTranslation("inbox.verb.submit.direct", names.apply(to));
            buttons.add(button(Glyph.FORWARD, "", straight, false, () -> send(Verb.SUBMIT, to.id())));
        }
        buttons.add(verb(Verb.SUBMIT, Glyph.SENT, "", label == null ? text("submit") : label, true));
    }

    /** @param transferShown whether the bar itself offers it at every width */
    private void more(MenuBar bar, boolean transferShown) {
        if (sheet.verbs().equals(List.of(Verb.URGE))) {
            buttons.add(verb(Verb.URGE, Glyph.URGE, "", text("urge"), false));
            return;
        }
        var items = bar.addItem(Glyph.DOTS.icon());
        items.setAriaLabel(getTranslation("inbox.more.verbs"));
        if (has(Verb.URGE)) items.getSubMenu().addItem(text("urge"), e -> send(Verb.URGE, null));
        if (has(Verb.RETURN) && sheet.returnTargets().size() > 1)
            items.getSubMenu().addItem(text("return.to"), e -> ask(sheet.returnTargets()));
        if (has(Verb.TRANSFER) && !transferShown) {
            var transfer = items.getSubMenu().addItem(getTranslation("inbox.transfer"), e -> transfer());
            if (!has(Verb.SUBMIT)) transfer.addClassName("jx-phone");
        }
        for (Verb asks : List.of(Verb.DELEGATE, Verb.ADD_SIGNER, Verb.ADD_BEFORE, Verb.ADD_AFTER))
            if (has(asks)) items.getSubMenu().addItem(getTranslation("inbox." + asks.code()), e -> hand(asks));
        if (has(Verb.DROP)) items.getSubMenu().addItem(text("drop"), e -> dialogs.drop(() -> send(Verb.DROP, null)));
        if (has(Verb.COPY)) items.getSubMenu().addItem(getTranslation("inbox.copy"), e -> dialogs.copy(sheet.revision()));
        if (!items.getSubMenu().getItems().isEmpty()) buttons.add(bar);
    }

    private void transfer() {
        hand(Verb.TRANSFER);
    }

    private void hand(Verb verb) {
        dialogs.hand(verb, sheet.revision(), opinion.getValue());
    }

    /** A refused submit: each finding leads to its row. */
    void refused(List<Finding> findings) {
        blocked.removeAll();
        blocked.setVisible(!findings.isEmpty());
        for (Finding finding : findings) {
            String named = finding.row() == null ? "" : panel.rowName(finding.row());
            var line = new Div(new FindingLine(finding));
            line.addClassName("jx-row");
            if (!named.isBlank() && !named.equals(finding.row())) line.addComponentAsFirst(new Span(named));
            var go = new Button(line, e -> panel.show(finding));
            go.addThemeNames("tertiary-inline");
            blocked.add(go);
        }
    }

    private static final class KeyHint extends Span {
        KeyHint(String key) {
            addClassName("jx-key");
            getElement().setAttribute("aria-hidden", "true").setText(key);
        }
    }
}
