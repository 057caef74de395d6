package org.jixiao.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * One act on several tasks of one kind. Each is judged by itself, in its own transaction and against the revision its
 * holder saw; one that is refused leaves the others as they are.
 */
@Service
public class Batch {

    public static final int LARGEST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Batch.class);

    private final Verbs verbs;
    private final JdbcClient jdbc;

    Batch(Verbs verbs, JdbcClient jdbc) {
        this.verbs = verbs;
        this.jdbc = jdbc;
    }

    /** @param revision of the case, as the list showed it */
    public record Asked(String taskId, long revision) {}

    /** @param refusal null when it was done */
    public record Outcome(String taskId, @Nullable Refusal refusal) {

        public boolean done() {
            return refusal == null;
        }
    }

    /** @param told hears of each outcome as it is there, in the order asked */
    public List<Outcome> approve(
            Actor actor, List<Asked> asked, @Nullable String opinion, Consumer<Outcome> told) {
        return each(actor, asked, approval(opinion), told);
    }

    /** The act of approving, by the revision it is done on. */
    public static LongFunction<Act> approval(@Nullable String opinion) {
        String said = opinion == null || opinion.isBlank() ? null : opinion.strip();
        return revision -> said == null ? Act.of(Verb.APPROVE, revision) : Act.of(Verb.APPROVE, revision).opinion(said);
    }

    /** @param act by the revision it is done on */
    public List<Outcome> each(Actor actor, List<Asked> asked, LongFunction<Act> act, Consumer<Outcome> told) {
        Map<String, Asked> once = new LinkedHashMap<>();
        asked.forEach(one -> once.putIfAbsent(one.taskId(), one));
        if (once.isEmpty()) throw Refusal.malformed("batch.empty");
        if (once.size() > LARGEST) throw Refusal.malformed("batch.many", String.valueOf(LARGEST));
        ensureAlike(once.keySet());
        var outcomes = new ArrayList<Outcome>();
        for (Asked one : once.values()) {
            var outcome = new Outcome(one.taskId(), refusal(actor, one, act));
            outcomes.add(outcome);
            told.accept(outcome);
        }
        return outcomes;
    }

    /** Unknown and finished tasks have no row any more; each hears its own refusal. */
    private void ensureAlike(Set<String> tasks) {
        int kinds = jdbc.sql(
                        """
                        select count(distinct (process, step)) from inbox_item
                        where task_id = any(?) and box = 'TODO'""")
                .param(tasks.toArray(String[]::new))
                .query(Integer.class)
                .single();
        if (kinds > 1) throw Refusal.invalid("batch.mixed");
    }

    private @Nullable Refusal refusal(Actor actor, Asked one, LongFunction<Act> act) {
        try {
            verbs.act(actor, one.taskId(), act.apply(one.revision()));
            return null;
        } catch (Refusal refusal) {
            return refusal;
        } catch (RuntimeException unforeseen) {
            return failed(unforeseen);
        }
    }

    /** Logged, by what the person is told of it. */
    public static Refusal failed(RuntimeException unforeseen) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {}", incident, unforeseen);
        return Refusal.invalid("batch.failed", incident);
    }
}
