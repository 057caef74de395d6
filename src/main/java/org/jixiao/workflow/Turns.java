package org.jixiao.workflow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jixiao.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 委派 and 加签 at a single step: others have the task for a while, one after the other, and it comes back. */
@Component
class Turns {

    private final JdbcClient jdbc;
    private final CaseSteps steps;
    private final EngineMoves engine;
    private final Touched touched;

    Turns(JdbcClient jdbc, CaseSteps steps, EngineMoves engine, Touched touched) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.engine = engine;
        this.touched = touched;
    }

    enum Kind {
        /** a person prepares an opinion */
        DELEGATE,
        /** a post examines before the owner decides */
        BEFORE,
        /** a post examines after the owner approved */
        AFTER
    }

    private record Turn(UUID id, Kind kind, UUID holder) {}

    /** Asks them in this order: at once, but who signs afterwards waits for the owner's approval. */
    void ask(CaseSteps.CaseStep step, Kind kind, List<UUID> holders, UUID by) {
        for (UUID holder : holders) {
            jdbc.sql("insert into step_turn (id, task_id, kind, holder, asked_by, state) values (?, ?, ?, ?, ?, 'WAITING')")
                    .params(Ids.next(), step.taskId(), kind.name(), holder, by)
                    .update();
        }
        if (kind != Kind.AFTER) hand(step, kind);
    }

    boolean waits(String taskId, Kind kind) {
        return next(taskId, kind).isPresent();
    }

    /** Those who have been asked and have not been let off. */
    List<UUID> asked(String taskId) {
        return jdbc.sql("select holder from step_turn where task_id = ? and state <> 'GONE'")
                .param(taskId)
                .query(UUID.class)
                .list();
    }

    /** Whoever has the turn is done with it; true when the step itself may now be done. */
    boolean done(CaseSteps.CaseStep step) {
        close(step.taskId(), "DONE");
        Kind kind = step.turn();
        if (kind == Kind.AFTER || kind == null) return !hand(step, Kind.AFTER);
        if (!hand(step, kind)) back(step);
        return false;
    }

    /** The owner takes it back: who was to examine first is let off; who signs afterwards waits again. */
    void takeBack(CaseSteps.CaseStep step) {
        if (step.turn() == Kind.AFTER) close(step.taskId(), "WAITING");
        else jdbc.sql("update step_turn set state = 'GONE' where task_id = ? and kind <> 'AFTER' and state in ('WAITING', 'OPEN')")
                .param(step.taskId())
                .update();
        back(step);
    }

    private void close(String taskId, String state) {
        jdbc.sql("update step_turn set state = ? where task_id = ? and state = 'OPEN'")
                .params(state, taskId)
                .update();
    }

    private Optional<Turn> next(String taskId, Kind kind) {
        return jdbc.sql("select id, kind, holder from step_turn where task_id = ? and kind = ? and state = 'WAITING' order by seq limit 1")
                .params(taskId, kind.name())
                .query((r, i) -> new Turn(r.getObject("id", UUID.class), Kind.valueOf(r.getString("kind")), r.getObject("holder", UUID.class)))
                .optional();
    }

    private boolean hand(CaseSteps.CaseStep step, Kind kind) {
        Optional<Turn> next = next(step.taskId(), kind);
        next.ifPresent(turn -> {
            jdbc.sql("update step_turn set state = 'OPEN' where id = ?").param(turn.id()).update();
            steps.turn(step, kind);
            if (kind == Kind.DELEGATE) give(step, step.post(), turn.holder());
            else give(step, turn.holder(), null);
        });
        return next.isPresent();
    }

    private void back(CaseSteps.CaseStep step) {
        steps.turn(step, null);
        give(step, step.ownerPost(), step.ownerAssignee());
    }

    private void give(CaseSteps.CaseStep step, @Nullable UUID post, @Nullable UUID person) {
        if (post != null && !post.equals(step.post())) engine.hand(step.taskId(), step.post(), post);
        engine.assign(step.taskId(), person);
        touched.task(step.taskId());
        touched.flush();
    }
}
