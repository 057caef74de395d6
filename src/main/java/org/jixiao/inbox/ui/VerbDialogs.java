package org.jixiao.inbox.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs.Receiver;

/** What some verbs ask before they are done. */
final class VerbDialogs {

    private final Consumer<Act> acts;
    private final Function<Verb, List<Receiver>> receivers;

    /** @param receivers to whom a task may be handed or copied */
    VerbDialogs(Consumer<Act> acts, Function<Verb, List<Receiver>> receivers) {
        this.acts = acts;
        this.receivers = receivers;
    }

    /** With marks on the page, agreeing first asks whether they shall go. */
    void approveThoughMarked(int marked, Runnable yes) {
        var ask = ask("inbox.approve.marked.title", "inbox.approve.clear", yes);
        ask.setText(ask.getTranslation("inbox.approve.marked", String.valueOf(marked)));
        ask.open();
    }

    void drop(Runnable yes) {
        var ask = ask("inbox.drop.title", "inbox.drop.do", yes);
        ask.setText(ask.getTranslation("inbox.drop.means"));
        ask.setConfirmButtonTheme("error primary");
        ask.open();
    }

    private static ConfirmDialog ask(String title, String confirm, Runnable yes) {
        var ask = new ConfirmDialog();
        ask.setHeader(ask.getTranslation(title));
        ask.setCancelable(true);
        ask.setCancelText(ask.getTranslation("inbox.cancel"));
        ask.setConfirmText(ask.getTranslation(confirm));
        ask.addConfirmListener(e -> yes.run());
        return ask;
    }

    /** Transfer, delegate, or add signers. */
    void hand(Verb verb, long revision, String opinion) {
        new HandDialog(verb, receivers.apply(verb), opinion, (whom, reason) ->
                        acts.accept(Act.of(verb, revision).opinion(reason).receivers(whom)))
                .open();
    }

    void copy(long revision) {
        new CopyDialog(receivers.apply(Verb.COPY), (posts, note) -> acts.accept(
                        Act.of(Verb.COPY, revision).opinion(note).receivers(posts)))
                .open();
    }
}
