package org.jixiao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DemoData
@DisplayName("A task handed to somebody else")
class TransferTest {

    @Autowired
    Verbs verbs;

    @Autowired
    Cases cases;

    @Autowired
    Probe probe;

    @Autowired
    JdbcClient jdbc;

    Actor coordinator;
    Actor security;

    @BeforeEach
    void people() {
        jdbc.sql("update holding set valid_to = null").update();
        probe.deploy();
        coordinator = probe.actor("chief.general");
        security = probe.actor("chief.security");
    }

    Verbs.Result hand(Actor from, String caseId, Actor to) {
        return verbs.act(
                from,
                probe.open(caseId),
                probe.act(Verb.TRANSFER, caseId).opinion("外出两周").receivers(List.of(to.id())));
    }

    Refusal refused(Actor who, String task, Act act) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> verbs.act(who, task, act));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }

    List<String> box(String box, Actor holder, String caseId) {
        return jdbc.sql("select task_id from inbox_item where box = ? and holder = ? and case_id = ?")
                .params(box, holder.id(), caseId)
                .query(String.class)
                .list();
    }

    @Test
    void leaves_the_one_and_becomes_the_others_who_decides_for_the_same_post() {
        String caseId = probe.submitted("data");
        String task = probe.open(caseId);
        UUID post = cases.rows(List.of(task)).get(0).post();
        hand(coordinator, caseId, security);
        assertThat(box("TODO", security, caseId)).containsExactly(task);
        assertThat(box("DONE", coordinator, caseId)).as("the old handler keeps reading").containsExactly(task);
        assertThat(jdbc.sql("select count(*) from inbox_item where holder = ? and task_id = ? and box = 'TODO'")
                        .params(post, task)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(cases.task(coordinator, task).verbs()).contains(Verb.TAKE_BACK).doesNotContain(Verb.APPROVE);
        assertThat(cases.waiting(caseId).get(0).holders()).containsExactly(security.name());
        probe.does("chief.security", caseId, Verb.APPROVE);
        var approved = cases.timeline(caseId).stream().filter(e -> e.verb() == Verb.APPROVE).findFirst().orElseThrow();
        assertThat(approved.actor()).isEqualTo(security.id());
        assertThat(approved.postName()).isEqualTo("牵头科室");
        assertThat(probe.at(caseId)).isEqualTo("Task_Deputy");
    }

    @Test
    void says_why_and_to_whom_on_the_timeline_and_in_the_record() {
        String caseId = probe.submitted("data");
        hand(coordinator, caseId, security);
        var entry = cases.timeline(caseId).stream().filter(e -> e.verb() == Verb.TRANSFER).findFirst().orElseThrow();
        assertThat(entry.opinion()).isEqualTo("外出两周");
        assertThat(entry.to()).isEqualTo(security.name());
        assertThat(jdbc.sql("select subject from record_entry where case_id = ? and what = 'transfer'")
                        .param(caseId)
                        .query(String.class)
                        .single())
                .isEqualTo(security.name());
    }

    @Test
    void needs_a_reason_and_one_person_who_may_do_the_step() {
        String caseId = probe.submitted("data");
        String task = probe.open(caseId);
        var act = probe.act(Verb.TRANSFER, caseId);
        assertThat(refused(coordinator, task, act.receivers(List.of(security.id()))).code()).isEqualTo("transfer.reason");
        assertThat(refused(coordinator, task, act.opinion("忙")).code()).isEqualTo("transfer.whom");
        for (String unfit : List.of("chief.data", "bureau", "sysadmin", "chief.general")) {
            var refusal = refused(
                    coordinator, task, act.opinion("忙").receivers(List.of(probe.actor(unfit).id())));
            assertThat(refusal.code()).as(unfit).isEqualTo("transfer.not-able");
        }
        assertThat(cases.task(coordinator, task).verbs()).contains(Verb.APPROVE);
    }

    @Test
    void the_supervisors_step_goes_to_nobody_of_the_unit() {
        String caseId = probe.submitted("data");
        for (String who : List.of("chief.general", "deputy", "director")) probe.does(who, caseId, Verb.APPROVE);
        assertThat(verbs.receivers(probe.actor("bureau"), probe.open(caseId), Verb.TRANSFER)).isEmpty();
    }

    @Test
    void is_taken_back_while_nothing_was_done_and_not_after() {
        String caseId = probe.submitted("data");
        hand(coordinator, caseId, security);
        verbs.act(coordinator, probe.open(caseId), probe.act(Verb.TAKE_BACK, caseId));
        assertThat(cases.task(coordinator, probe.open(caseId)).verbs()).contains(Verb.APPROVE);
        assertThat(refused(security, probe.open(caseId), probe.act(Verb.APPROVE, caseId)).kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
        hand(coordinator, caseId, security);
        String task = probe.open(caseId);
        probe.does("chief.security", caseId, Verb.APPROVE);
        assertThat(refused(coordinator, task, probe.act(Verb.TAKE_BACK, caseId)).kind())
                .isEqualTo(Refusal.Kind.FORBIDDEN);
    }

    @Test
    void an_old_page_hears_who_handed_it_over() {
        String caseId = probe.submitted("data");
        var old = probe.act(Verb.APPROVE, caseId);
        hand(coordinator, caseId, security);
        assertThat(refused(coordinator, probe.open(caseId), old).code()).isEqualTo("stale.transfer");
    }

    @Test
    void who_decided_in_anothers_place_takes_it_back_to_themself() {
        String caseId = probe.submitted("data");
        hand(coordinator, caseId, security);
        String task = probe.open(caseId);
        probe.does("chief.security", caseId, Verb.APPROVE);
        verbs.act(security, task, probe.act(Verb.TAKE_BACK, caseId));
        assertThat(cases.task(security, probe.open(caseId)).verbs()).contains(Verb.APPROVE);
    }

    @Test
    void a_chiefs_draft_is_typed_on_by_whoever_got_it() {
        String caseId = probe.start("data");
        hand(probe.actor("chief.data"), caseId, security);
        assertThat(cases.handedTo(caseId, security.id())).isTrue();
        verbs.act(
                security,
                probe.open(caseId),
                probe.act(Verb.SUBMIT, caseId).body(probe.rows(Map.of("a", "一"))));
        assertThat(probe.at(caseId)).isEqualTo("Task_Coordinator");
    }
}
