package org.jixiao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.PostKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DemoData
@DisplayName("On a model the product has never seen")
class VerbsTest {

    @Autowired
    Verbs verbs;

    @Autowired
    Cases cases;

    @Autowired
    Processes processes;

    @Autowired
    Acts acts;

    @Autowired
    Probe probe;

    @Autowired
    JdbcClient jdbc;

    Actor chief;
    Actor coordinator;
    Actor deputy;
    Actor director;
    Actor bureau;

    @BeforeEach
    void model() {
        // Posts that a test emptied are held again.
        jdbc.sql("update holding set valid_to = null").update();
        probe.deploy();
        chief = actor("chief.data");
        coordinator = actor("chief.general");
        deputy = actor("deputy");
        director = actor("director");
        bureau = actor("bureau");
    }

    Actor actor(String login) {
        return probe.actor(login);
    }

    String start(String section) {
        return probe.start(section);
    }

    String open(String caseId) {
        return probe.open(caseId);
    }

    String at(String caseId) {
        return probe.at(caseId);
    }

    JsonNode rows(Map<String, String> rows) {
        return probe.rows(rows);
    }

    Act act(Verb verb, String caseId) {
        return probe.act(verb, caseId);
    }

    void does(Actor who, String caseId, Verb verb) {
        probe.does(who.login(), caseId, verb);
    }

    String submitted(String section) {
        return probe.submitted(section);
    }

    Refusal refused(Actor who, String task, Act act) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> verbs.act(who, task, act));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }

    @Test
    void it_is_filled_submitted_and_approved_to_its_end() {
        String caseId = submitted("data");
        does(coordinator, caseId, Verb.APPROVE);
        does(deputy, caseId, Verb.APPROVE);
        does(director, caseId, Verb.APPROVE);
        String last = open(caseId);
        var result = verbs.act(bureau, last, act(Verb.APPROVE, caseId).opinion("同意批复"));
        assertThat(result.ended()).isTrue();
        assertThat(cases.timeline(caseId))
                .extracting(Cases.Entry::verb)
                .containsExactly(
                        Verb.OPEN, Verb.SUBMIT, Verb.APPROVE, Verb.APPROVE, Verb.APPROVE, Verb.APPROVE);
    }

    @Test
    void a_step_has_its_deadline_in_working_days_and_its_post() {
        String caseId = start("data");
        var row = cases.rows(List.of(open(caseId))).get(0);
        assertThat(row.due()).isAfter(row.arrived());
        assertThat(row.post()).isNotNull();
    }

    @Test
    void content_with_errors_is_not_submitted_and_the_draft_stays() {
        String caseId = start("data");
        verbs.act(chief, open(caseId), act(Verb.SAVE, caseId).body(rows(Map.of("a", ""))));
        var refusal = refused(chief, open(caseId), act(Verb.SUBMIT, caseId));
        assertThat(refusal.code()).isEqualTo("content.errors");
        assertThat(refusal.findings()).hasSize(1);
        assertThat(at(caseId)).isEqualTo("Task_Fill");
    }

    @Test
    void a_return_by_row_opens_only_the_marked_rows_and_counts_a_round() {
        String caseId = submitted("data");
        does(coordinator, caseId, Verb.APPROVE);
        verbs.act(
                deputy,
                open(caseId),
                act(Verb.RETURN, caseId).rows(List.of(new Act.MarkedRow("a", "与计划不符"))));
        assertThat(at(caseId)).isEqualTo("Task_Fill");
        var sheet = cases.task(chief, open(caseId));
        assertThat(sheet.facts().round()).isEqualTo(2);
        assertThat(sheet.scope().permits("a")).isTrue();
        assertThat(sheet.scope().permits("b")).isFalse();
        assertThat(sheet.scope().reasons()).containsEntry("a", "与计划不符");
        var refusal = refused(chief, open(caseId), act(Verb.SAVE, caseId).body(rows(Map.of("b", "偷改"))));
        assertThat(refusal.code()).isEqualTo("row.locked");
    }

    @Test
    void a_return_without_a_reason_is_refused_naming_the_row() {
        String caseId = submitted("data");
        var act = act(Verb.RETURN, caseId).rows(List.of(new Act.MarkedRow("a", " ")));
        var refusal = refused(coordinator, open(caseId), act);
        assertThat(refusal.findings()).singleElement().satisfies(f -> assertThat(f.row()).isEqualTo("a"));
        assertThat(refused(coordinator, open(caseId), act(Verb.RETURN, caseId)).code()).isEqualTo("return.reason");
    }

    @Test
    void a_director_returns_to_the_coordinator_though_no_such_flow_is_drawn() {
        String caseId = submitted("data");
        does(coordinator, caseId, Verb.APPROVE);
        does(deputy, caseId, Verb.APPROVE);
        var sheet = cases.task(director, open(caseId));
        assertThat(sheet.returnTargets())
                .extracting(Cases.Step::id)
                .containsExactly("Task_Fill", "Task_Coordinator", "Task_Deputy");
        verbs.act(
                director,
                open(caseId),
                act(Verb.RETURN, caseId).opinion("请重新核查").to("Task_Coordinator"));
        assertThat(at(caseId)).isEqualTo("Task_Coordinator");
        does(coordinator, caseId, Verb.APPROVE);
        assertThat(at(caseId)).isEqualTo("Task_Deputy");
    }

    @Test
    void a_mended_row_goes_straight_back_to_the_returner_and_those_passed_by_get_a_copy() {
        String caseId = submitted("data");
        does(coordinator, caseId, Verb.APPROVE);
        does(deputy, caseId, Verb.APPROVE);
        verbs.act(
                director, open(caseId), act(Verb.RETURN, caseId).rows(List.of(new Act.MarkedRow("a", "偏低"))));
        assertThat(cases.task(chief, open(caseId)).directTo().id()).isEqualTo("Task_Director");
        verbs.act(
                chief,
                open(caseId),
                act(Verb.SUBMIT, caseId).to("Task_Director").body(rows(Map.of("a", "三"))));
        assertThat(at(caseId)).isEqualTo("Task_Director");
        assertThat(jdbc.sql("select count(*) from inbox_item where case_id = ? and box = 'COPIED'")
                        .param(caseId)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        does(director, caseId, Verb.APPROVE);
        does(bureau, caseId, Verb.APPROVE);
        var required = Set.of(PostKind.COORDINATOR, PostKind.DEPUTY, PostKind.DIRECTOR, PostKind.BUREAU);
        var hashes = Map.of("a", Ledger.sha256("三"), "b", Ledger.sha256("二"));
        assertThat(processes.covered(caseId, required, hashes)).isTrue();
        assertThat(processes.covered(caseId, required, Map.of("b", Ledger.sha256("四"))))
                .isFalse();
    }

    @Test
    void straight_back_is_refused_when_a_row_was_added() {
        String caseId = submitted("data");
        does(coordinator, caseId, Verb.APPROVE);
        does(deputy, caseId, Verb.APPROVE);
        verbs.act(
                director, open(caseId), act(Verb.RETURN, caseId).rows(List.of(new Act.MarkedRow("a", "偏低"))));
        var refusal = refused(
                chief,
                open(caseId),
                act(Verb.SUBMIT, caseId).to("Task_Director").body(rows(Map.of("c", "新"))));
        assertThat(refusal.code()).isEqualTo("direct.changed");
        assertThat(refusal.findings()).extracting(f -> f.row()).containsExactly("c");
    }

    @Test
    void the_submitter_withdraws_until_the_next_handler_acts() {
        String caseId = start("data");
        String mine = open(caseId);
        verbs.act(chief, mine, act(Verb.SUBMIT, caseId).body(rows(Map.of("a", "一"))));
        assertThat(verbs.allowed(chief, mine)).containsExactly(Verb.WITHDRAW);
        String theirs = open(caseId);
        verbs.act(chief, mine, act(Verb.WITHDRAW, caseId));
        assertThat(at(caseId)).isEqualTo("Task_Fill");
        var late = refused(coordinator, theirs, act(Verb.APPROVE, caseId));
        assertThat(late.code()).isEqualTo("stale.withdraw");
        assertThat(late.args()).first().isEqualTo(chief.name());
        mine = open(caseId);
        does(chief, caseId, Verb.SUBMIT);
        does(coordinator, caseId, Verb.APPROVE);
        var refusal = refused(chief, mine, act(Verb.WITHDRAW, caseId));
        assertThat(refusal.code()).isEqualTo("withdraw.handled");
        assertThat(refusal.args()).first().isEqualTo(coordinator.name());
    }

    @Test
    void the_last_handler_takes_back_an_approval_until_someone_acts_on_it() {
        String caseId = submitted("data");
        String mine = open(caseId);
        verbs.act(coordinator, mine, act(Verb.APPROVE, caseId));
        verbs.act(coordinator, mine, act(Verb.TAKE_BACK, caseId));
        assertThat(at(caseId)).isEqualTo("Task_Coordinator");
        mine = open(caseId);
        does(coordinator, caseId, Verb.APPROVE);
        does(deputy, caseId, Verb.APPROVE);
        assertThat(refused(coordinator, mine, act(Verb.TAKE_BACK, caseId)).code())
                .isEqualTo("withdraw.handled");
    }

    @Test
    void a_returned_sheet_is_taken_back_while_the_chief_has_not_touched_it() {
        String caseId = submitted("data");
        String mine = open(caseId);
        verbs.act(coordinator, mine, act(Verb.RETURN, caseId).opinion("重填"));
        verbs.act(coordinator, mine, act(Verb.TAKE_BACK, caseId));
        assertThat(at(caseId)).isEqualTo("Task_Coordinator");
        assertThat(cases.task(coordinator, open(caseId)).facts().round()).isEqualTo(1);
    }

    @Test
    void the_coordinators_own_sheet_passes_its_own_examination_on_the_record() {
        String caseId = submitted("general");
        assertThat(at(caseId)).isEqualTo("Task_Deputy");
        assertThat(cases.timeline(caseId))
                .extracting(Cases.Entry::verb)
                .containsExactly(Verb.OPEN, Verb.SUBMIT, Verb.SKIP);
    }

    @Test
    void a_double_click_has_one_effect_and_the_first_result() {
        String caseId = submitted("data");
        String task = open(caseId);
        Act act = act(Verb.APPROVE, caseId);
        var first = verbs.act(coordinator, task, act);
        var second = verbs.act(coordinator, task, act);
        assertThat(second).isEqualTo(first);
        assertThat(at(caseId)).isEqualTo("Task_Deputy");
    }

    @Test
    void a_stale_page_is_told_who_acted_and_nothing_happens() {
        String caseId = start("data");
        Act old = act(Verb.SAVE, caseId).body(rows(Map.of("a", "甲")));
        verbs.act(chief, open(caseId), act(Verb.SAVE, caseId).body(rows(Map.of("a", "乙"))));
        var refusal = refused(chief, open(caseId), old);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(refusal.code()).as("it was this very person").isEqualTo("stale.own");
        assertThat(refusal.args()).first().isEqualTo(chief.name());
    }

    @Test
    void foreign_and_unknown_tasks_get_the_same_answer() {
        String caseId = start("data");
        var foreign = refused(actor("chief.city"), open(caseId), act(Verb.SUBMIT, caseId));
        var unknown = refused(actor("chief.city"), "no-such-task", act(Verb.SUBMIT, caseId));
        assertThat(foreign.code()).isEqualTo(unknown.code()).isEqualTo("forbidden");
        assertThat(foreign.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void many_approve_at_once_and_one_takes_effect() throws Exception {
        String caseId = submitted("data");
        String task = open(caseId);
        Act approve = act(Verb.APPROVE, caseId);
        Act giveBack = act(Verb.RETURN, caseId).opinion("不符");
        var pool = Executors.newFixedThreadPool(4);
        try {
            var together = new CyclicBarrier(4);
            var calls = new ArrayList<Callable<String>>();
            for (Act a : List.of(approve, giveBack, approve, giveBack)) {
                calls.add(() -> {
                    together.await();
                    try {
                        verbs.act(coordinator, task, a);
                        return "done " + a.verb();
                    } catch (Refusal refusal) {
                        return refusal.kind().name();
                    }
                });
            }
            var answers = new ArrayList<String>();
            for (var f : pool.invokeAll(calls)) answers.add(f.get());
            // The winner's twin gets the winner's result; the other verb is stale.
            assertThat(answers).filteredOn("STALE"::equals).hasSize(2);
            assertThat(answers).filteredOn(a -> a.startsWith("done")).hasSize(2);
            assertThat(cases.timeline(caseId)).hasSize(3);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void urging_is_counted_and_cools_down() {
        String caseId = submitted("data");
        String task = open(caseId);
        verbs.act(chief, task, act(Verb.URGE, caseId));
        assertThat(cases.rows(List.of(task)).get(0).urged()).isEqualTo(1);
        assertThat(refused(chief, task, act(Verb.URGE, caseId)).code()).isEqualTo("urge.cooling");
        assertThat(refused(actor("chief.city"), task, act(Verb.URGE, caseId)).kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void whoever_may_urge_sees_no_more_for_it() {
        String caseId = submitted("data");
        String task = open(caseId);
        Actor administrator = actor("sysadmin");
        verbs.act(administrator, task, act(Verb.URGE, caseId));
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> cases.task(administrator, task));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void who_no_longer_holds_the_post_takes_nothing_back() {
        String caseId = submitted("data");
        String mine = open(caseId);
        verbs.act(coordinator, mine, act(Verb.APPROVE, caseId));
        jdbc.sql("update holding set valid_to = ? where person = ?")
                .params(LocalDate.now().minusDays(1), coordinator.id())
                .update();
        assertThat(verbs.allowed(coordinator, mine)).doesNotContain(Verb.TAKE_BACK);
        assertThat(refused(coordinator, mine, act(Verb.TAKE_BACK, caseId)).kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(at(caseId)).isEqualTo("Task_Deputy");
    }

    @Test
    void a_thousand_drafts_saved_cost_the_next_reader_one() {
        String caseId = start("data");
        for (String text : List.of("甲", "乙", "丙"))
            verbs.act(chief, open(caseId), act(Verb.SAVE, caseId).body(rows(Map.of("a", text))));
        assertThat(acts.ofCase(caseId)).extracting(Acts.Done::verb).containsExactly(Verb.OPEN, Verb.SAVE);
        does(chief, caseId, Verb.SUBMIT);
        assertThat(acts.ofCase(caseId)).extracting(Acts.Done::verb).containsExactly(Verb.OPEN, Verb.SUBMIT);
    }

    @Test
    void a_vacant_post_falls_to_the_next_and_a_step_nobody_could_do_refuses_the_submission() {
        var yesterday = LocalDate.now().minusDays(1);
        jdbc.sql("update holding set valid_to = ? where person = ?")
                .params(yesterday, deputy.id())
                .update();
        String caseId = submitted("data");
        does(coordinator, caseId, Verb.APPROVE);
        assertThat(at(caseId)).isEqualTo("Task_Deputy");
        does(director, caseId, Verb.APPROVE);
        assertThat(at(caseId)).isEqualTo("Task_Director");
        jdbc.sql("update holding set valid_to = ? where person = any(?)")
                .params(yesterday, new java.util.UUID[] {director.id(), bureau.id()})
                .update();
        String other = start("city");
        verbs.act(actor("chief.city"), open(other), act(Verb.SUBMIT, other).body(rows(Map.of("a", "一"))));
        var refusal = refused(coordinator, open(other), act(Verb.APPROVE, other));
        assertThat(refusal.code()).isEqualTo("post.vacant");
        assertThat(at(other)).isEqualTo("Task_Coordinator");
    }

    @Test
    void the_record_is_written_with_the_act_and_its_chain_holds() {
        String caseId = submitted("data");
        assertThat(jdbc.sql("select what from record_entry where case_id = ? order by seq")
                        .param(caseId)
                        .query(String.class)
                        .list())
                .containsExactly("open", "submit");
        assertThat(jdbc.sql("select what from record_entry where case_id = ? order by seq")
                        .param(submitted("general"))
                        .query(String.class)
                        .list())
                .as("a skip after the act that caused it")
                .containsExactly("open", "submit", "skip");
    }
}
