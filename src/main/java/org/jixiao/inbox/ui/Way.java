package org.jixiao.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Inbox;
import org.jixiao.inbox.Query;
import org.jixiao.organisation.Actor;
import org.jspecify.annotations.Nullable;

/** The list from which a task was opened; it stands in the task's address, so that going on and back keeps to it. */
record Way(Box box, Query query) {

    private static final String FROM = "from";

    /** 待办 as it stands needs no words in the address. */
    QueryParameters parameters() {
        Map<String, String> address = query.address();
        if (box == Box.TODO && address.isEmpty()) return QueryParameters.empty();
        address.put(FROM, box.name().toLowerCase(Locale.ROOT));
        return QueryParameters.simple(address);
    }

    static Way read(QueryParameters parameters) {
        Box box = Box.TODO;
        String from = parameters.getSingleParameter(FROM).orElse("");
        for (Box known : Box.values()) if (known.name().equalsIgnoreCase(from)) box = known;
        return new Way(box, Query.read(parameters.getParameters()));
    }

    /** Where the task stands in the list; nothing to act on after a decision unless the list is 待办. */
    Optional<Inbox.Place> place(Inbox inbox, Actor actor, String taskId) {
        return inbox.around(actor, box, query, taskId);
    }

    /** After a decision: the next of the list, else back to it. */
    void onward(UI ui, Inbox inbox, Actor actor, Inbox.@Nullable Place place, String taskId) {
        Way todo = box == Box.TODO ? this : new Way(Box.TODO, Query.ALL);
        inbox.next(actor, Box.TODO, todo.query(), place == null || box != Box.TODO ? null : place.after(), taskId)
                .ifPresentOrElse(item -> ui.navigate(TaskView.class, item.taskId(), todo.parameters()), () -> back(ui));
    }

    void back(UI ui) {
        ui.navigate(InboxBadges.route(box), QueryParameters.simple(query.address()));
    }
}
