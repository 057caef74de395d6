package org.jixiao.workflow;

import java.util.List;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.stereotype.Component;

/** Migration, suspension and batches tell no task listener; the history tells them all. */
@Component
class TouchedByHistory implements HistoryEventHandler {

    private final Touched touched;

    TouchedByHistory(Touched touched) {
        this.touched = touched;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity task) touched.task(task.getTaskId());
        else if (event instanceof HistoricIdentityLinkLogEventEntity link && link.getTaskId() != null) {
            touched.task(link.getTaskId());
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
