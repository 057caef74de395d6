package org.jixiao.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RepositoryService;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.modelling.ModelMoves.CaseRow;
import org.jixiao.modelling.ModelMoves.Move;
import org.jixiao.modelling.ModelMoves.State;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.CaseMoves;
import org.jixiao.workflow.CaseMoves.Plan;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Place;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.StepWatcher;
import org.jixiao.workflow.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Running cases go to a version that has a step less, one more, and two in another order. */
@ProductTest
@DemoData
class ModelMovesTest {

    private static final List<String> SECTIONS =
            List.of("data", "application", "construction", "security", "citizen", "city", "command");
    private static final List<String> STEPS =
            List.of("Task_Fill", "Task_Coordinator", "Task_Deputy", "Task_Director", "Task_Bureau");
    static final Map<String, String> CHOICE = Map.of("Task_Coordinator", "Task_Deputy");

    @Autowired
    ModelMoves moves;

    @Autowired
    MoveRuns runs;

    @Autowired
    CaseMoves caseMoves;

    @Autowired
    RepositoryService repository;

    @Autowired
    Cases cases;

    @Autowired
    Probe probe;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StepWatcher inbox;

    @Autowired
    TransactionTemplate transaction;

    Actor modeller;
    String from;
    String to;

    @BeforeEach
    void an_old_version() {
        modeller = probe.actor("modeller");
        from = MovedModels.deploy(repository, MovedModels.first());
    }

    /** So many cases, as many at each step. */
    List<String> running(int count) {
        var begun = new ArrayList<String>();
        for (int i = 0; i < count; i++) begun.add(at(STEPS.get(i % STEPS.size()), SECTIONS.get(i % SECTIONS.size())));
        to = MovedModels.deploy(repository, MovedModels.second());
        return begun;
    }

    private String at(String step, String section) {
        if (step.equals("Task_Fill")) return probe.start(section);
        String caseId = probe.submitted(section);
        for (String who : List.of("chief.general", "deputy", "director")) {
            if (probe.at(caseId).equals(step)) break;
            probe.does(who, caseId, Verb.APPROVE);
        }
        assertThat(probe.at(caseId)).isEqualTo(step);
        return caseId;
    }

    UUID rehearsed(Map<String, String> steps) {
        UUID id = moves.rehearse(modeller, "probe", new Plan(from, to, steps));
        over(id);
        return id;
    }

    void over(UUID id) {
        var told = new Semaphore(0);
        Runnable deaf = runs.listen(id, told::release);
        try {
            while (moves.find(modeller, id).state() != Move.State.IDLE)
                assertThat(told.tryAcquire(1, TimeUnit.MINUTES)).as("something happens").isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            deaf.run();
        }
    }

    /** All that a case is: in the product, the engine and the inbox. */
    private String state() {
        return String.join("\n", List.of(
                text("select string_agg(c::text, ',' order by case_id) from case_file c"),
                text("select string_agg(c::text, ',' order by seq) from case_step c"),
                text("select string_agg(a.id::text, ',' order by seq) from act a"),
                text("select string_agg(proc_def_id_ || task_def_key_ || rev_, ',' order by id_) from act_ru_task"),
                text("select string_agg(proc_def_id_ || act_id_, ',' order by id_) from act_ru_execution"),
                text("select count(*)::text from record_entry"),
                inboxRows()));
    }

    private String inboxRows() {
        return text(
                """
                select string_agg(i::text, ',' order by task_id, holder, box) from (select holder, box, sort_key,
                    submit_key, task_id, case_id, step, step_name, step_name_en, due_at, arrived_at, round, approving,
                    ended_verb, terms from inbox_item) i""");
    }

    private String text(String sql) {
        return jdbc.sql(sql).query(String.class).optional().orElse("");
    }

    int count(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }

    private List<CaseRow> rows(UUID id, State... states) {
        return moves.page(modeller, id, Set.of(states), 0, 500);
    }

    @Test
    void fifty_cases_are_rehearsed_without_a_trace_and_moved_none_lost_none_doubled() {
        List<String> begun = running(50);
        assertThat(caseMoves.lost(modeller, from, to)).singleElement().satisfies(lost -> {
            assertThat(lost.name()).isEqualTo("核查");
            assertThat(lost.cases()).isEqualTo(10);
            assertThat(lost.places()).extracting(Cases.Step::id).contains("Task_Deputy").doesNotContain("Task_Fill");
        });
        String before = state();

        UUID bare = rehearsed(Map.of());
        assertThat(moves.counts(modeller, bare)).isEqualTo(Map.of(State.MOVABLE, 40, State.BARRED, 10));
        assertThat(rows(bare, State.BARRED)).allSatisfy(row -> {
            assertThat(row.why()).isNotNull();
            assertThat(row.why().code()).isEqualTo("move.no-place");
            assertThat(row.why().args()).containsExactly("核查");
        });
        UUID id = rehearsed(CHOICE);
        assertThat(moves.counts(modeller, id)).isEqualTo(Map.of(State.MOVABLE, 50));
        assertThat(state()).isEqualTo(before);
        var deputies = rows(id, State.MOVABLE).stream()
                .filter(row -> row.before().get(0).step().equals("Task_Deputy"))
                .toList();
        assertThat(deputies).hasSize(10).allSatisfy(row -> {
            Place was = row.before().get(0);
            Place is = row.after().get(0);
            assertThat(is.holder()).isNotEqualTo(was.holder());
            assertThat(Duration.between(was.due(), is.due())).isPositive();
        });
        var kept = rows(id, State.MOVABLE).stream()
                .filter(row -> row.before().get(0).step().equals("Task_Bureau"))
                .toList();
        assertThat(kept).hasSize(10).allSatisfy(row -> assertThat(row.after()).isEqualTo(row.before()));

        assertThat(moves.move(modeller, id, "少一级核查", null)).isEqualTo(50);
        over(id);
        assertThat(moves.counts(modeller, id)).isEqualTo(Map.of(State.MOVED, 50));
        String[] all = begun.toArray(String[]::new);
        assertThat(count("select count(*) from case_file where case_id = any(?) and definition_id = ?", all, to)).isEqualTo(50);
        assertThat(count("select count(*) from act_ru_task where proc_inst_id_ = any(?) and proc_def_id_ = ?", all, to))
                .isEqualTo(50);
        assertThat(count("select count(*) from case_step where case_id = any(?) and state = 'OPEN'", (Object) all)).isEqualTo(50);
        assertThat(count("select count(*) from case_step s join act_ru_task t on t.id_ = s.task_id and t.task_def_key_ = s.activity where case_id = any(?) and state = 'OPEN'", (Object) all))
                .isEqualTo(50);
        assertThat(count("select count(distinct case_id) from inbox_item where case_id = any(?) and box = 'TODO'", (Object) all))
                .isEqualTo(50);
        assertThat(count("select count(*) from inbox_item where case_id = any(?) and box = 'TODO' and step = 'Task_Coordinator'", (Object) all))
                .isZero();
        assertThat(count("select count(*) from act where case_id = any(?) and verb = 'MIGRATE' and opinion = '少一级核查' and row_hashes = '{}'", (Object) all))
                .isEqualTo(50);
        assertThat(count("select count(*) from record_entry where what = 'migrate' and case_id = any(?) and actor_name = ? and subject like 'v% → v%'", all, modeller.name()))
                .isEqualTo(50);

        for (CaseRow row : rows(id, State.MOVED)) {
            var step = jdbc.sql("select activity, due_at from case_step where case_id = ? and state = 'OPEN'")
                    .param(row.caseId())
                    .query((r, i) -> r.getString(1) + r.getTimestamp(2).toInstant())
                    .single();
            assertThat(step).isEqualTo(row.after().get(0).step() + row.after().get(0).due());
        }
        String shown = inboxRows();
        jdbc.sql("delete from inbox_item").update();
        transaction.executeWithoutResult(t -> inbox.changed(cases.taskIds(null, 5_000)));
        assertThat(inboxRows()).isEqualTo(shown);
    }

    @Test
    void a_moved_case_goes_on_in_its_new_version_and_old_tasks_are_still_read() {
        String caseId = running(2).get(1);
        String old = jdbc.sql("select task_id from case_step where case_id = ? and state = 'DONE'").param(caseId).query(String.class).single();
        UUID id = rehearsed(CHOICE);
        moves.move(modeller, id, "少一级核查", List.of(caseId));
        over(id);
        assertThat(moves.counts(modeller, id)).isEqualTo(Map.of(State.MOVED, 1, State.MOVABLE, 1));
        assertThat(probe.at(caseId)).isEqualTo("Task_Deputy");
        assertThat(cases.task(probe.actor("chief.application"), old).step()).isEqualTo("Task_Fill");
        assertThat(cases.timeline(caseId)).extracting(Cases.Entry::verb).containsExactly(Verb.OPEN, Verb.SUBMIT, Verb.MIGRATE);
        for (String who : List.of("director", "bureau", "bureau")) probe.does(who, caseId, Verb.APPROVE);
        assertThat(jdbc.sql("select ended_at is not null from case_file where case_id = ?").param(caseId).query(Boolean.class).single())
                .isTrue();
    }

    @Test
    void what_a_killed_node_left_is_gone_on_with_and_nothing_done_twice() {
        List<String> begun = running(10);
        UUID id = rehearsed(CHOICE);
        var moved = new AtomicInteger();
        var dead = new Semaphore(0);
        Runnable deaf = runs.listen(id, () -> {
            if (moved.incrementAndGet() < 4) return;
            dead.release();
            throw new Killed();
        });
        moves.move(modeller, id, "少一级核查", null);
        try {
            assertThat(dead.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        deaf.run();
        assertThat(moves.counts(modeller, id)).isEqualTo(Map.of(State.MOVED, 4, State.QUEUED, 6));
        assertThat(moves.find(modeller, id).state()).isEqualTo(Move.State.MOVING);
        runs.resume();
        over(id);
        assertThat(moves.counts(modeller, id)).isEqualTo(Map.of(State.MOVED, 10));
        for (String caseId : begun)
            assertThat(count("select count(*) from act where case_id = ? and verb = 'MIGRATE'", caseId)).isEqualTo(1);
    }

    private static final class Killed extends Error {
        Killed() {
            super("the power is gone", null, false, false);
        }
    }

    @Test
    void one_that_fails_stays_as_it_was_with_its_reason_and_can_be_tried_again() {
        String caseId = running(1).get(0);
        UUID id = rehearsed(Map.of());
        probe.submits("chief." + SECTIONS.get(0), caseId);
        String before = state();
        moves.move(modeller, id, "少一级核查", null);
        over(id);
        assertThat(state()).isEqualTo(before);
        assertThat(rows(id, State.FAILED)).singleElement().satisfies(row -> assertThat(row.why().code()).isEqualTo("move.no-place"));
        probe.does("chief.general", caseId, Verb.APPROVE);
        assertThat(moves.move(modeller, id, "少一级核查", List.of(caseId))).isEqualTo(1);
        over(id);
        assertThat(moves.counts(modeller, id)).isEqualTo(Map.of(State.MOVED, 1));
    }

    @Test
    void one_that_nobody_queued_stays_and_a_stop_leaves_the_rest() {
        running(5);
        UUID id = rehearsed(CHOICE);
        var once = new AtomicInteger();
        Runnable deaf = runs.listen(id, () -> {
            if (once.incrementAndGet() == 1) moves.stop(modeller, id);
        });
        moves.move(modeller, id, "少一级核查", null);
        over(id);
        deaf.run();
        assertThat(moves.counts(modeller, id)).isEqualTo(Map.of(State.MOVED, 1, State.MOVABLE, 4));
    }

    @Test
    void only_modellers_and_only_where_it_makes_sense() {
        running(1);
        var plan = new Plan(from, to, Map.of());
        for (String who : List.of("sysadmin", "secadmin", "auditor", "director"))
            assertThatThrownBy(() -> moves.rehearse(probe.actor(who), "probe", plan)).hasMessageStartingWith("forbidden");
        assertThatThrownBy(() -> moves.rehearse(modeller, "probe", new Plan(from, from, Map.of())))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("move.same");
        assertThatThrownBy(() -> moves.rehearse(modeller, "probe", new Plan(from, to, Map.of("Task_Coordinator", "Task_Fill"))))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("move.no-such-place");
        UUID id = rehearsed(Map.of());
        assertThatThrownBy(() -> moves.move(modeller, id, " ", null)).hasMessageStartingWith("move.reason");
    }
}
