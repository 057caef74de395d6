package org.jixiao.inbox.ui;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.inbox.Box;

@Route(value = "started", layout = MainLayout.class)
@Menu(title = "inbox.started.title", icon = "SENT", order = 20)
@PermitAll
class StartedView extends InboxView {

    StartedView(InboxParts parts) {
        super(Box.STARTED, parts);
    }
}
