package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Notices;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Verb;

/** The way back from what was just done, offered in its notice for as long as there is one. */
final class TakeBack {

    private TakeBack() {}

    /** Nothing when the deed can no longer be undone. */
    static Component[] of(TaskParts parts, UI ui, String task) {
        Actor actor = parts.signedIn().actor();
        return parts.verbs().allowed(actor, task).stream()
                .filter(verb -> verb == Verb.WITHDRAW || verb == Verb.TAKE_BACK)
                .map(verb -> button(parts, ui, task, verb))
                .toArray(Component[]::new);
    }

    private static Component button(TaskParts parts, UI ui, String task, Verb verb) {
        var button = new Button(ui.getTranslation("inbox.verb." + verb.code()));
        button.addThemeNames("small");
        button.setDisableOnClick(true);
        button.addClickListener(e -> undo(parts, ui, task, verb));
        return button;
    }

    private static void undo(TaskParts parts, UI ui, String task, Verb verb) {
        try {
            Actor actor = parts.signedIn().actor();
            long revision = parts.cases().task(actor, task).revision();
            var result = parts.verbs().act(actor, task, Act.of(verb, revision));
            Notices.done(ui.getTranslation("inbox.verb." + verb.code() + ".done"));
            ui.navigate(TaskView.class, result.open().get(0).taskId());
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }
}
