package org.jixiao.inbox.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.function.Consumer;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Notices;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Inbox.Item;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs.Receiver;

/** What is decided from the list itself: one row by a key after a line that asks, several rows together. */
class InboxDecisions {

    /** What the page does for it. */
    interface Page {
        Way way();

        void say(String sentence);

        /** The list as it stands now. */
        void again();

        /** The cursor goes back to the row it was on, or to the one in its place. */
        void cursor();
    }

    private final InboxParts parts;
    private final Actor actor;
    private final Page page;
    private final Consumer<List<Item>> ticks;
    private final Picked picked;
    private final ConfirmLine confirm;

    /** @param ticks shows which are picked */
    InboxDecisions(InboxParts parts, Actor actor, Page page, Consumer<List<Item>> ticks) {
        this.parts = parts;
        this.actor = actor;
        this.page = page;
        this.ticks = ticks;
        picked = new Picked(parts.rows(), this::approve, this::handOver, this::unpick);
        confirm = new ConfirmLine(page::cursor);
    }

    Picked picked() {
        return picked;
    }

    ConfirmLine confirm() {
        return confirm;
    }

    void pick(InboxRow row, boolean on) {
        if (on && !picked.takes(row.item())) {
            row.tick(false);
            Notices.warn(picked.mixed());
            return;
        }
        picked.pick(row.item(), on);
        row.tick(on);
    }

    void unpick() {
        picked.clear();
        ticks.accept(List.of());
    }

    private void approve(List<Item> chosen) {
        batch(chosen, Verb.APPROVE).askToApprove();
    }

    /** To one person who may do the step: what they may not take each task says by itself. */
    private void handOver(List<Item> chosen) {
        List<Receiver> offered;
        try {
            offered = parts.verbs().receivers(actor, chosen.get(0).taskId(), Verb.TRANSFER);
        } catch (Refusal refusal) {
            Notices.refused(refusal);
            page.again();
            return;
        }
        new HandDialog(Verb.TRANSFER, offered, "", (whom, reason) -> {
                    batch(chosen, Verb.TRANSFER)
                            .run(revision -> Act.of(Verb.TRANSFER, revision).opinion(reason).receivers(whom));
                })
                .open();
    }

    private BatchDialog batch(List<Item> chosen, Verb verb) {
        return new BatchDialog(parts, actor, chosen, verb, () -> {
            unpick();
            page.again();
            page.cursor();
        });
    }

    /** {@code Enter}, {@code a} or {@code r} on this row; {@code a} takes all that are picked. */
    void asked(String key, Item item) {
        if (key.equals("a") && !picked.items().isEmpty()) {
            approve(picked.items());
            return;
        }
        String title = parts.rows().title(item);
        if (key.equals("Enter")) {
            UI.getCurrent().navigate(TaskView.class, item.taskId(), page.way().parameters());
        } else if (page.way().box() != Box.TODO || !item.approving()) {
            page.say(UI.getCurrent().getTranslation("inbox.key.open.instead", title));
        } else if (key.equals("a")) {
            String attention = parts.rows().attention(item).getElement().getTextRecursively();
            confirm.approve(item, title, attention, said -> act(Act.of(Verb.APPROVE, item.revision()), item, title));
        } else {
            confirm.giveBack(item, title, said -> act(Act.of(Verb.RETURN, item.revision()).opinion(said), item, title));
        }
    }

    private void act(Act act, Item item, String title) {
        try {
            parts.verbs().act(actor, item.taskId(), act);
        } catch (Refusal refusal) {
            Notices.refused(refusal);
            page.again();
            confirm.close();
            return;
        }
        page.say(UI.getCurrent().getTranslation("inbox.verb." + act.verb().code() + ".said", title));
        page.again();
        confirm.done();
    }
}
