package org.jixiao.inbox.ui;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.inbox.Box;

@Route(value = "copied", layout = MainLayout.class)
@Menu(title = "inbox.copied.title", icon = "MAIL", order = 30)
@PermitAll
class CopiedView extends InboxView {

    CopiedView(InboxParts parts) {
        super(Box.COPIED, parts);
    }
}
