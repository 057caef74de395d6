package org.jixiao.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jixiao.base.Refusal;
import org.jixiao.inbox.Batch;
import org.jixiao.inbox.Batch.Asked;
import org.jixiao.inbox.Batch.Outcome;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Act;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs batches of more than a handful beside the page, which hears of each outcome as it is there. */
@Component
class BatchRuns {

    private static final Logger LOG = LoggerFactory.getLogger(BatchRuns.class);
    private static final int HANDFUL = 5;
    private static final int AT_ONCE = 2;

    private final Batch batch;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
        var thread = new Thread(task, "inbox-batch");
        thread.setDaemon(true);
        return thread;
    });

    BatchRuns(Batch batch) {
        this.batch = batch;
    }

    /**
     * @param told and the others are called on the page
     * @param refused the batch as a whole
     */
    void run(
            UI ui, Actor actor, List<Asked> asked, LongFunction<Act> act, Consumer<Outcome> told, Runnable over,
            Consumer<Refusal> refused) {
        if (asked.size() <= HANDFUL) {
            work(actor, asked, act, told, over, refused);
            return;
        }
        threads.execute(() -> work(
                actor,
                asked,
                act,
                outcome -> tell(ui, () -> told.accept(outcome)),
                () -> tell(ui, over::run),
                refusal -> tell(ui, () -> refused.accept(refusal))));
    }

    /** A page that was closed meanwhile hears nothing more; what was begun on it goes on. */
    private static void tell(UI ui, Command words) {
        try {
            ui.access(words);
        } catch (UIDetachedException closed) {
            LOG.debug("Nobody is there to hear of the batch", closed);
        }
    }

    private void work(
            Actor actor, List<Asked> asked, LongFunction<Act> act, Consumer<Outcome> told, Runnable over,
            Consumer<Refusal> refused) {
        try {
            batch.each(actor, asked, act, told);
            over.run();
        } catch (Refusal refusal) {
            refused.accept(refusal);
        } catch (RuntimeException unforeseen) {
            refused.accept(Batch.failed(unforeseen));
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
