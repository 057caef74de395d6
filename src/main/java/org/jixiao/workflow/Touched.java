package org.jixiao.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What this transaction has touched in the engine; projected before it commits, or earlier when a verb asks. */
@Component
class Touched {

    private final ObjectProvider<StepProjection> projection;

    Touched(ObjectProvider<StepProjection> projection) {
        this.projection = projection;
    }

    record Flow(String caseId, String flow) {}

    /**
     * The act under way, which explains why steps end and begin.
     *
     * @param scope rows open at a filling step that begins by it; null: all
     * @param returnedFrom the step that returned
     */
    record Deed(
            Verb verb,
            @Nullable UUID actor,
            @Nullable String taskId,
            Instant at,
            @Nullable RowScope scope,
            @Nullable String returnedFrom) {}

    static final class Marks {
        final Set<String> tasks = new LinkedHashSet<>();
        final List<Flow> flows = new ArrayList<>();
        @Nullable Deed deed;
    }

    void task(@Nullable String taskId) {
        if (taskId != null) marks().tasks.add(taskId);
    }

    void flow(String caseId, String flow) {
        marks().flows.add(new Flow(caseId, flow));
    }

    void deed(@Nullable Deed deed) {
        marks().deed = deed;
    }

    Marks marks() {
        var bound = (Marks) TransactionSynchronizationManager.getResource(this);
        if (bound != null) return bound;
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("The engine moved outside a transaction");
        }
        var marks = new Marks();
        TransactionSynchronizationManager.bindResource(this, marks);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                projection.getObject().project(marks);
            }

            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(Touched.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(Touched.this, marks);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Touched.this);
            }
        });
        return marks;
    }

    /** Brings the product's rows up to what the engine has done so far in this transaction. */
    void flush() {
        projection.getObject().project(marks());
    }
}
