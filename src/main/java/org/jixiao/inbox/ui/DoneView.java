package org.jixiao.inbox.ui;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.inbox.Box;

@Route(value = "done", layout = MainLayout.class)
@Menu(title = "inbox.done.title", icon = "DONE", order = 10)
@PermitAll
class DoneView extends InboxView {

    DoneView(InboxParts parts) {
        super(Box.DONE, parts);
    }
}
