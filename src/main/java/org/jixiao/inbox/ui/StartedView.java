package org.jixiao.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Glyph;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.base.ui.Notices;
import org.jixiao.inbox.Box;
import org.jixiao.organisation.SignedIn;
import org.jixiao.workflow.OwnStarts;
import org.jixiao.workflow.OwnStarts.Offer;

/** What one started, and what one may start. */
@Route(value = "started", layout = MainLayout.class)
@Menu(title = "inbox.started.title", icon = "SENT", order = 20)
@PermitAll
class StartedView extends InboxView {

    private final transient OwnStarts starts;
    private final transient SignedIn signedIn;

    StartedView(InboxParts parts, OwnStarts starts, SignedIn signedIn) {
        super(Box.STARTED, parts);
        this.starts = starts;
        this.signedIn = signedIn;
        var offers = starts.offers(signedIn.actor());
        if (offers.isEmpty()) return;
        var start = new Button(getTranslation("inbox.start"), Glyph.PLUS.icon(), e -> new StartDialog(offers, this::start).open());
        start.addThemeNames("primary", "small");
        offer(start);
    }

    private void start(Offer offer) {
        try {
            var started = starts.start(signedIn.actor(), offer.process(), offer.post());
            Notices.done(getTranslation("inbox.start.said", StartDialog.name(offer)));
            if (started.taskId() != null) UI.getCurrent().navigate(TaskView.class, started.taskId());
            else follow();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
    }
}
