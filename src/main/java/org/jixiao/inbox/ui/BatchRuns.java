package org.jixiao.inbox.ui;

import com.vaadin.flow.component.UI;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jixiao.base.Refusal;
import org.jixiao.inbox.BatchApproval;
import org.jixiao.inbox.BatchApproval.Asked;
import org.jixiao.inbox.BatchApproval.Outcome;
import org.jixiao.organisation.Actor;
import org.springframework.stereotype.Component;

/** Runs approvals of more than a handful beside the page, which hears of each outcome as it is there. */
@Component
class BatchRuns {

    private static final int HANDFUL = 5;
    private static final int AT_ONCE = 2;

    private final BatchApproval approval;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
        var thread = new Thread(task, "inbox-batch");
        thread.setDaemon(true);
        return thread;
    });

    BatchRuns(BatchApproval approval) {
        this.approval = approval;
    }

    /**
     * @param told and the others are called on the page
     * @param refused the batch as a whole
     */
    void run(
            UI ui, Actor actor, List<Asked> asked, String opinion, Consumer<Outcome> told, Runnable over,
            Consumer<Refusal> refused) {
        if (asked.size() <= HANDFUL) {
            work(actor, asked, opinion, told, over, refused);
            return;
        }
        threads.execute(() -> work(
                actor,
                asked,
                opinion,
                outcome -> ui.access(() -> told.accept(outcome)),
                () -> ui.access(over::run),
                refusal -> ui.access(() -> refused.accept(refusal))));
    }

    private void work(
            Actor actor, List<Asked> asked, String opinion, Consumer<Outcome> told, Runnable over,
            Consumer<Refusal> refused) {
        try {
            approval.approve(actor, asked, opinion, told);
            over.run();
        } catch (Refusal refusal) {
            refused.accept(refusal);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
