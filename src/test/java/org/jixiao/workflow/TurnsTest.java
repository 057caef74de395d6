package org.jixiao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.PostKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DemoData
@DisplayName("A task that others have for a while")
class TurnsTest {

    @Autowired
    Verbs verbs;

    @Autowired
    Cases cases;

    @Autowired
    Probe probe;

    @Autowired
    Acts acts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void model() {
        probe.deploy();
    }

    private Verbs.Result ask(String login, String caseId, Verb verb, UUID... whom) {
        return verbs.act(probe.actor(login), probe.open(caseId), probe.act(verb, caseId).opinion("请看一看").receivers(List.of(whom)));
    }

    private Verbs.Result does(String login, String caseId, Verb verb) {
        return verbs.act(probe.actor(login), probe.open(caseId), probe.act(verb, caseId).opinion("意见"));
    }

    private List<Verb> may(String login, String caseId) {
        return verbs.allowed(probe.actor(login), probe.open(caseId));
    }

    private String refused(String login, String caseId, Act act) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> verbs.act(probe.actor(login), probe.open(caseId), act));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.code();
    }

    @Test
    void a_delegate_prepares_an_opinion_and_the_owner_decides() {
        String caseId = probe.submitted("data");
        ask("chief.general", caseId, Verb.DELEGATE, probe.actor("chief.city").id());
        assertThat(may("chief.city", caseId)).containsExactly(Verb.RESOLVE);
        assertThat(may("chief.general", caseId)).contains(Verb.TAKE_BACK).doesNotContain(Verb.APPROVE);
        assertThat(refused("chief.city", caseId, probe.act(Verb.RESOLVE, caseId))).isEqualTo("resolve.opinion");
        does("chief.city", caseId, Verb.RESOLVE);
        assertThat(probe.at(caseId)).isEqualTo("Task_Coordinator");
        assertThat(may("chief.general", caseId)).contains(Verb.APPROVE);
        assertThat(may("chief.city", caseId)).isEmpty();
        assertThat(jdbc.sql("select count(*) from inbox_item where case_id = ? and box = 'DONE' and holder = ?")
                        .params(caseId, probe.actor("chief.city").id())
                        .query(Integer.class)
                        .single())
                .as("among what the delegate has done")
                .isEqualTo(1);
        var reply = cases.timeline(caseId).stream().filter(e -> e.verb() == Verb.RESOLVE).findFirst().orElseThrow();
        assertThat(reply.actor()).isEqualTo(probe.actor("chief.city").id());
        assertThat(new Approvals(acts.ofCase(caseId)).stand(PostKind.COORDINATOR, hashes(caseId))).as("an opinion is no approval").isFalse();
        does("chief.general", caseId, Verb.APPROVE);
        assertThat(probe.at(caseId)).isEqualTo("Task_Deputy");
    }

    @Test
    void a_chief_has_a_colleague_prepare_the_rows_and_submits_them() {
        String caseId = probe.start("data");
        ask("chief.data", caseId, Verb.DELEGATE, probe.actor("chief.city").id());
        assertThat(may("chief.city", caseId)).containsExactly(Verb.SAVE, Verb.RESOLVE);
        verbs.act(probe.actor("chief.city"), probe.open(caseId), probe.act(Verb.SAVE, caseId).body(probe.rows(Map.of("a", "一"))));
        assertThat(may("chief.data", caseId)).as("until there is a reply").contains(Verb.TAKE_BACK);
        does("chief.city", caseId, Verb.RESOLVE);
        does("chief.data", caseId, Verb.SUBMIT);
        assertThat(probe.at(caseId)).isEqualTo("Task_Coordinator");
    }

    @Test
    void who_is_asked_first_signs_for_their_own_post_one_after_the_other() {
        String caseId = probe.submitted("data");
        ask("chief.general", caseId, Verb.ADD_BEFORE, probe.post("chief.city"), probe.post("chief.security"));
        String first = may("chief.city", caseId).isEmpty() ? "chief.security" : "chief.city";
        String second = first.equals("chief.city") ? "chief.security" : "chief.city";
        assertThat(may(first, caseId)).containsExactly(Verb.APPROVE, Verb.RETURN);
        assertThat(may(second, caseId)).isEmpty();
        does(first, caseId, Verb.APPROVE);
        does(second, caseId, Verb.APPROVE);
        assertThat(probe.at(caseId)).isEqualTo("Task_Coordinator");
        var approvals = new Approvals(acts.ofCase(caseId));
        assertThat(approvals.stand(PostKind.CHIEF, hashes(caseId))).isTrue();
        assertThat(approvals.stand(PostKind.COORDINATOR, hashes(caseId))).as("not for the one who asked").isFalse();
        does("chief.general", caseId, Verb.APPROVE);
        assertThat(probe.at(caseId)).isEqualTo("Task_Deputy");
    }

    @Test
    void who_is_asked_to_sign_after_does_so_before_the_case_goes_on() {
        String caseId = probe.submitted("data");
        ask("chief.general", caseId, Verb.ADD_AFTER, probe.post("chief.city"));
        assertThat(may("chief.general", caseId)).contains(Verb.APPROVE);
        does("chief.general", caseId, Verb.APPROVE);
        assertThat(probe.at(caseId)).isEqualTo("Task_Coordinator");
        assertThat(may("chief.general", caseId)).contains(Verb.TAKE_BACK);
        does("chief.general", caseId, Verb.TAKE_BACK);
        assertThat(may("chief.general", caseId)).contains(Verb.APPROVE);
        assertThat(new Approvals(acts.ofCase(caseId)).stand(PostKind.COORDINATOR, hashes(caseId))).isFalse();
        does("chief.general", caseId, Verb.APPROVE);
        does("chief.city", caseId, Verb.APPROVE);
        assertThat(probe.at(caseId)).isEqualTo("Task_Deputy");
    }

    @Test
    void a_signer_returns_the_case_for_all() {
        String caseId = probe.submitted("data");
        ask("chief.general", caseId, Verb.ADD_BEFORE, probe.post("chief.city"));
        does("chief.city", caseId, Verb.RETURN);
        assertThat(probe.at(caseId)).isEqualTo("Task_Fill");
    }

    @Test
    void the_owner_takes_it_back_while_nobody_has_answered() {
        String caseId = probe.submitted("data");
        ask("chief.general", caseId, Verb.ADD_BEFORE, probe.post("chief.city"));
        assertThat(refused("chief.general", caseId, probe.act(Verb.APPROVE, caseId))).isEqualTo("stale.add-before");
        does("chief.general", caseId, Verb.TAKE_BACK);
        assertThat(may("chief.general", caseId)).contains(Verb.APPROVE);
        assertThat(may("chief.city", caseId)).isEmpty();
        assertThat(refused("chief.city", caseId, probe.act(Verb.APPROVE, caseId))).isNotNull();
    }

    @Test
    void nobody_is_asked_who_submitted_or_asks_or_was_asked_and_a_reason_is_needed() {
        String caseId = probe.submitted("data");
        var offered = verbs.receivers(probe.actor("chief.general"), probe.open(caseId), Verb.ADD_BEFORE);
        assertThat(offered).extracting(Verbs.Receiver::id).doesNotContain(probe.post("chief.data"), probe.post("bureau"));
        var to = probe.act(Verb.ADD_AFTER, caseId).receivers(List.of(probe.post("chief.city")));
        assertThat(refused("chief.general", caseId, to)).isEqualTo("ask.reason");
        assertThat(refused("chief.general", caseId, probe.act(Verb.ADD_AFTER, caseId).opinion("请"))).isEqualTo("signer.whom");
        ask("chief.general", caseId, Verb.ADD_AFTER, probe.post("chief.city"));
        var again = probe.act(Verb.ADD_AFTER, caseId).opinion("再请").receivers(List.of(probe.post("chief.city")));
        assertThat(refused("chief.general", caseId, again)).isEqualTo("signer.not-able");
    }

    private Map<String, String> hashes(String caseId) {
        var done = acts.ofCase(caseId);
        return done.stream().filter(a -> a.verb() == Verb.SUBMIT).reduce((a, b) -> b).orElseThrow().rowHashes();
    }
}
