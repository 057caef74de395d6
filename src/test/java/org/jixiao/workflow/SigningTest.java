package org.jixiao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.PostKind;
import org.jixiao.workflow.gate.ModelGate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 会签, 或签, 加签 and 不同意 on a model the product has never seen: the unit's chiefs, deputy and director sign. */
@ProductTest
@DemoData
@DisplayName("A step that several posts sign")
class SigningTest {

    private static final List<String> OTHERS = List.of(
            "chief.application", "chief.construction", "chief.security", "chief.citizen", "chief.city", "chief.command");

    @Autowired
    Verbs verbs;

    @Autowired
    Cases cases;

    @Autowired
    Processes processes;

    @Autowired
    Probe probe;

    @Autowired
    RepositoryService repository;

    @Autowired
    ModelGate gate;

    @Autowired
    Acts acts;

    @Autowired
    JdbcClient jdbc;

    private String submitted(String rule) throws IOException {
        byte[] model = getClass().getResourceAsStream("/models/signing.bpmn").readAllBytes();
        String xml = new String(model, StandardCharsets.UTF_8).replace("RULE", rule);
        repository.createDeployment().addString("signing.bpmn", xml).deploy();
        String caseId = processes.start("signing", "szxxzx", 2023, "data", null, probe.actor("chief.general"));
        submit(caseId);
        return caseId;
    }

    private void submit(String caseId) {
        verbs.act(
                probe.actor("chief.data"),
                probe.open(caseId),
                probe.act(Verb.SUBMIT, caseId).body(probe.rows(Map.of("a", "一", "b", "二"))));
    }

    private String task(String caseId, String login) {
        UUID person = probe.actor(login).id();
        return jdbc.sql(
                        """
                        select s.task_id from case_step s join holding h on h.post = s.post
                        where s.case_id = ? and s.state = 'OPEN' and h.person = ? limit 1""")
                .params(caseId, person)
                .query(String.class)
                .single();
    }

    private Verbs.Result vote(String caseId, String login, Verb verb) {
        return verbs.act(probe.actor(login), task(caseId, login), probe.act(verb, caseId).opinion("意见"));
    }

    private Refusal refused(String login, String task, Act act) {
        return catchThrowableOfType(Refusal.class, () -> verbs.act(probe.actor(login), task, act));
    }

    private List<String> at(String caseId) {
        return jdbc.sql("select distinct activity from case_step where case_id = ? and state = 'OPEN'")
                .param(caseId)
                .query(String.class)
                .list();
    }

    private List<Cases.Entry> said(String caseId, Verb verb) {
        return cases.timeline(caseId).stream().filter(e -> e.verb() == verb).toList();
    }

    @Test
    void passes_the_gate_as_it_is_drawn() throws IOException {
        byte[] model = getClass().getResourceAsStream("/models/signing.bpmn").readAllBytes();
        String xml = new String(model, StandardCharsets.UTF_8).replace("RULE", "ratio").replace(" camunda:formKey=\"probe\"", "");
        assertThat(gate.judge(Map.of("signing.bpmn", xml.getBytes(StandardCharsets.UTF_8)))).isEmpty();
    }

    @Test
    void is_everybodys_but_the_submitters_who_steps_aside_without_a_vote() throws IOException {
        String caseId = submitted("all");
        assertThat(said(caseId, Verb.SKIP)).singleElement().satisfies(e -> assertThat(e.opinion()).isEqualTo("skip.own"));
        int chiefs = OTHERS.size() + 1;
        assertThat(cases.waiting(caseId)).as("chiefs, deputy, director").hasSize(chiefs + 2);
        assertThat(cases.task(probe.actor("deputy"), task(caseId, "deputy")).verbs())
                .contains(Verb.APPROVE, Verb.REJECT, Verb.ADD_SIGNER, Verb.TRANSFER, Verb.DELEGATE)
                .doesNotContain(Verb.RETURN, Verb.ADD_BEFORE);
    }

    @Test
    void by_all_hears_everybody_and_goes_back_when_one_was_against() throws IOException {
        String caseId = submitted("all");
        assertThat(refused("deputy", task(caseId, "deputy"), probe.act(Verb.REJECT, caseId)).code()).isEqualTo("reject.reason");
        vote(caseId, "deputy", Verb.REJECT);
        vote(caseId, "chief.general", Verb.APPROVE);
        for (String chief : OTHERS) vote(caseId, chief, Verb.APPROVE);
        assertThat(at(caseId)).containsExactly("Task_Sign");
        assertThat(said(caseId, Verb.TALLY)).isEmpty();
        vote(caseId, "director", Verb.APPROVE);
        assertThat(at(caseId)).containsExactly("Task_Fill");
        assertThat(said(caseId, Verb.TALLY)).singleElement().satisfies(e -> assertThat(e.opinion()).isEqualTo("tally.failed: 8:1"));
        assertThat(new Approvals(acts.ofCase(caseId)).stand(PostKind.DIRECTOR, Map.of("a", "x"))).isFalse();
        assertThat(acts.ofCase(caseId).get(acts.ofCase(caseId).size() - 1).verb()).isEqualTo(Verb.TALLY);
        submit(caseId);
        assertThat(cases.timeline(caseId).stream().filter(e -> e.verb() == Verb.SUBMIT).map(Cases.Entry::round)).containsExactly(1, 2);
        assertThat(at(caseId)).containsExactly("Task_Sign");
    }

    @Test
    void what_a_signer_delegated_can_be_taken_back_though_others_have_signed_since() throws IOException {
        String caseId = submitted("all");
        String mine = task(caseId, "deputy");
        var whom = List.of(probe.actor("chief.city").id());
        verbs.act(probe.actor("deputy"), mine, probe.act(Verb.DELEGATE, caseId).opinion("请看一看").receivers(whom));
        vote(caseId, "director", Verb.APPROVE);
        assertThat(verbs.allowed(probe.actor("deputy"), mine)).contains(Verb.TAKE_BACK);
        verbs.act(probe.actor("deputy"), mine, probe.act(Verb.TAKE_BACK, caseId));
        assertThat(verbs.allowed(probe.actor("deputy"), mine)).contains(Verb.APPROVE);
    }

    @Test
    void approvals_of_what_was_voted_down_stand_for_nothing_and_those_of_what_passed_do() throws IOException {
        String lost = submitted("all");
        vote(lost, "director", Verb.APPROVE);
        var hashes = acts.ofCase(lost).stream().filter(a -> a.verb() == Verb.APPROVE).findFirst().orElseThrow().rowHashes();
        vote(lost, "deputy", Verb.REJECT);
        vote(lost, "chief.general", Verb.APPROVE);
        for (String chief : OTHERS) vote(lost, chief, Verb.APPROVE);
        assertThat(new Approvals(acts.ofCase(lost)).stand(PostKind.DIRECTOR, hashes)).isFalse();
        String won = submitted("any");
        vote(won, "director", Verb.APPROVE);
        assertThat(new Approvals(acts.ofCase(won)).stand(PostKind.DIRECTOR, hashes)).isTrue();
    }

    @Test
    void by_veto_ends_at_the_first_against_and_leaves_the_others_inboxes() throws IOException {
        String caseId = submitted("veto");
        vote(caseId, "chief.city", Verb.APPROVE);
        vote(caseId, "chief.security", Verb.REJECT);
        assertThat(at(caseId)).containsExactly("Task_Fill");
        assertThat(jdbc.sql("select count(*) from inbox_item where case_id = ? and box = 'TODO'")
                        .param(caseId)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void by_ratio_passes_when_enough_are_for_it() throws IOException {
        String caseId = submitted("ratio");
        for (String chief : OTHERS.subList(0, 4)) vote(caseId, chief, Verb.APPROVE);
        assertThat(at(caseId)).containsExactly("Task_Sign");
        vote(caseId, "deputy", Verb.APPROVE);
        assertThat(at(caseId)).containsExactly("Task_Director");
        assertThat(said(caseId, Verb.TALLY)).singleElement().satisfies(e -> assertThat(e.opinion()).isEqualTo("tally.passed: 5:0"));
    }

    @Test
    void by_any_is_decided_by_the_first() throws IOException {
        String caseId = submitted("any");
        String others = task(caseId, "chief.city");
        long seen = cases.revision(caseId);
        vote(caseId, "chief.security", Verb.APPROVE);
        assertThat(at(caseId)).containsExactly("Task_Director");
        Refusal late = refused("chief.city", others, Act.of(Verb.APPROVE, seen));
        assertThat(late.kind()).isEqualTo(Refusal.Kind.STALE);
    }

    @Test
    void two_sign_from_pages_opened_at_the_same_time_and_each_only_once() throws IOException {
        String caseId = submitted("all");
        long seen = cases.revision(caseId);
        String city = task(caseId, "chief.city");
        String security = task(caseId, "chief.security");
        verbs.act(probe.actor("chief.city"), city, Act.of(Verb.APPROVE, seen));
        var act = Act.of(Verb.APPROVE, seen);
        var first = verbs.act(probe.actor("chief.security"), security, act);
        assertThat(verbs.act(probe.actor("chief.security"), security, act)).as("the same request again").isEqualTo(first);
        assertThat(said(caseId, Verb.APPROVE)).hasSize(2);
        assertThat(refused("chief.security", security, probe.act(Verb.APPROVE, caseId)).kind()).isEqualTo(Refusal.Kind.STALE);
    }

    @Test
    void can_be_signed_by_one_more_who_is_asked_once_and_counts() throws IOException {
        String caseId = submitted("ratio");
        String deputys = task(caseId, "deputy");
        var offered = verbs.receivers(probe.actor("deputy"), deputys, Verb.ADD_SIGNER);
        assertThat(offered).extracting(Verbs.Receiver::name).doesNotContain("数据管理科", "主任");
        UUID coordinator = jdbc.sql("select id from post where name = '牵头科室'").query(UUID.class).single();
        assertThat(offered).extracting(Verbs.Receiver::id).contains(coordinator);
        var ask = probe.act(Verb.ADD_SIGNER, caseId).opinion("请一并把关").receivers(List.of(coordinator));
        verbs.act(probe.actor("deputy"), deputys, ask);
        assertThat(cases.waiting(caseId)).hasSize(10);
        assertThat(refused("deputy", deputys, probe.act(Verb.ADD_SIGNER, caseId).opinion("再请").receivers(List.of(coordinator))).code())
                .isEqualTo("signer.not-able");
        assertThat(said(caseId, Verb.ADD_SIGNER)).singleElement().satisfies(e -> assertThat(e.to()).isEqualTo("牵头科室"));
    }

    @Test
    void is_withdrawn_whole_while_nobody_has_signed_and_begins_whole_when_it_is_returned_to() throws IOException {
        String caseId = submitted("any");
        String fill = jdbc.sql("select task_id from case_step where case_id = ? and activity = 'Task_Fill'").param(caseId).query(String.class).single();
        verbs.act(probe.actor("chief.data"), fill, probe.act(Verb.WITHDRAW, caseId));
        assertThat(at(caseId)).containsExactly("Task_Fill");
        submit(caseId);
        int signers = cases.waiting(caseId).size();
        vote(caseId, "chief.city", Verb.APPROVE);
        vote(caseId, "director", Verb.RETURN);
        assertThat(at(caseId)).containsExactly("Task_Sign");
        assertThat(cases.waiting(caseId)).hasSize(signers);
        String citys = jdbc.sql("select task_id from case_step where case_id = ? and state = 'DONE' and ended_verb = 'APPROVE'").param(caseId).query(String.class).single();
        assertThat(refused("chief.city", citys, probe.act(Verb.TAKE_BACK, caseId)).code()).startsWith("withdraw.");
    }

    @Test
    void a_rejection_where_it_is_drawn_is_final_and_nowhere_else_offered() throws IOException {
        String caseId = submitted("any");
        vote(caseId, "deputy", Verb.APPROVE);
        assertThat(cases.task(probe.actor("director"), task(caseId, "director")).verbs()).contains(Verb.REJECT);
        assertThat(vote(caseId, "director", Verb.REJECT).ended()).isTrue();
        probe.deploy();
        String plain = probe.submitted("data");
        assertThat(cases.task(probe.actor("chief.general"), probe.open(plain)).verbs()).doesNotContain(Verb.REJECT);
    }
}
