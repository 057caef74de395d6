package org.jixiao.target.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jixiao.target.Adjusting.Asked;

/** What was asked for so far, each leading to where its old and new values stand beside each other. */
final class AdjustmentLog extends Div {

    AdjustmentLog(List<Asked> all) {
        addClassNames("jx-unitpart", "jx-adjustments");
        var list = new UnorderedList();
        for (Asked asked : all) {
            String what = getTranslation("target.adjustment.log." + asked.state(), asked.askedBy(),
                    String.valueOf(asked.version()), String.valueOf(asked.inForceFrom()));
            var line = new ListItem(
                    asked.taskId() == null ? new Span(what) : new Anchor("task/" + asked.taskId(), what));
            if (!asked.reason().isBlank())
                line.add(Tables.small(getTranslation("target.adjustment.log.reason", asked.reason())));
            list.add(line);
        }
        var part = new Div(new H2(getTranslation("target.adjustment.log")), list);
        part.addClassName("jx-part");
        add(part);
    }
}
