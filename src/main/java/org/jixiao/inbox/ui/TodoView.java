package org.jixiao.inbox.ui;

import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.jixiao.base.ui.MainLayout;
import org.jixiao.inbox.Box;

@Route(value = "", layout = MainLayout.class)
@Menu(title = "inbox.todo.title", icon = "INBOX", order = 0)
@PermitAll
class TodoView extends InboxView {

    TodoView(InboxParts parts) {
        super(Box.TODO, parts);
    }
}
