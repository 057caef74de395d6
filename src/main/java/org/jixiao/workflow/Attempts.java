package org.jixiao.workflow;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Work in one transaction; when another transaction moved the engine under it, nothing was changed: it is done again. */
@Component
class Attempts {

    private static final int TRIES = 4;

    private final TransactionTemplate transaction;

    Attempts(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    <T> T attempt(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(t -> work.get());
            } catch (OptimisticLockingException | ConcurrencyFailureException e) {
                if (attempt == TRIES) throw e;
            }
        }
    }

    /** The same, and then all of it is undone: what it would come to is known, and nothing has happened. */
    <T> T rehearse(Supplier<T> work) {
        try {
            return attempt(() -> {
                throw new Rehearsed(work.get());
            });
        } catch (Rehearsed done) {
            @SuppressWarnings("unchecked")
            T seen = (T) done.seen;
            return seen;
        }
    }

    private static final class Rehearsed extends RuntimeException {

        private final transient Object seen;

        Rehearsed(Object seen) {
            super(null, null, false, false);
            this.seen = seen;
        }
    }
}
