package org.jixiao.inbox.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.jixiao.workflow.Cases.TaskSheet;

/** What a feature offers on the page of a task whose last day has passed, to whoever may open it late. */
public interface ClosedTaskOffer {

    /** @param done shows the task anew */
    Optional<Component> of(TaskSheet sheet, Runnable done);
}
