package org.jixiao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.PostKind;
import org.jixiao.workflow.Interventions.Deed;
import org.jixiao.workflow.Interventions.Filter;
import org.jixiao.workflow.Verbs.Receiver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 改派 and 跳转: seen before, done with a reason, on the record, and never an approval. */
@ProductTest
@DemoData
class InterventionsTest {

    @Autowired
    Interventions interventions;

    @Autowired
    Probe probe;

    @Autowired
    Cases cases;

    @Autowired
    Verbs verbs;

    @Autowired
    Acts acts;

    @Autowired
    JdbcClient jdbc;

    Actor admin;

    @BeforeEach
    void the_model_is_there() {
        probe.deploy();
        admin = probe.actor("sysadmin");
    }

    private String atDeputy() {
        String caseId = probe.submitted("data");
        probe.does("chief.general", caseId, Verb.APPROVE);
        return caseId;
    }

    private String state(String caseId) {
        return jdbc.sql(
                        """
                        select string_agg(s::text, ',') || (select string_agg(a.id::text, ',') from act a where a.case_id = ?)
                            || (select f::text from case_file f where f.case_id = ?)
                            || (select string_agg(i.holder::text || i.step, ',' order by i.holder) from inbox_item i where i.case_id = ?)
                        from case_step s where s.case_id = ?""")
                .params(caseId, caseId, caseId, caseId)
                .query(String.class)
                .single();
    }

    private Interventions.Offer offer(String caseId) {
        return interventions.offer(admin, probe.open(caseId));
    }

    @Test
    void a_jump_is_seen_before_it_is_done_and_approves_nothing() {
        String caseId = atDeputy();
        var offer = offer(caseId);
        assertThat(offer.steps()).extracting(Interventions.Target::id)
                .containsExactlyInAnyOrder("Task_Fill", "Task_Coordinator", "Task_Director", "Task_Bureau");
        String before = state(caseId);
        var jump = new Deed.Jump(offer.taskId(), offer.revision(), "Task_Bureau");
        var seen = interventions.preview(admin, jump);
        assertThat(seen.before()).extracting(Place::step).containsExactly("Task_Deputy");
        assertThat(seen.after()).extracting(Place::step).containsExactly("Task_Bureau");
        assertThat(state(caseId)).isEqualTo(before);

        assertThat(interventions.act(admin, jump, "分管领导出国")).isEqualTo(seen);
        assertThat(probe.at(caseId)).isEqualTo("Task_Bureau");
        var approvals = new Approvals(acts.ofCase(caseId));
        var rows = acts.ofCase(caseId).stream().filter(d -> d.verb() == Verb.APPROVE).findFirst().orElseThrow().rowHashes();
        assertThat(rows).isNotEmpty();
        assertThat(approvals.stand(PostKind.COORDINATOR, rows)).isTrue();
        assertThat(approvals.stand(PostKind.DEPUTY, rows)).isFalse();
        assertThat(approvals.stand(PostKind.DIRECTOR, rows)).isFalse();
        assertThat(jdbc.sql("select actor_name || ' ' || subject from record_entry where case_id = ? and what = 'jump'")
                        .param(caseId).query(String.class).list())
                .containsExactly(admin.name() + " 批复");
        assertThatThrownBy(() -> interventions.act(admin, jump, "再来")).isInstanceOf(Refusal.class).hasMessageStartingWith("stale.jump");
    }

    @Test
    void a_jump_back_to_filling_opens_a_new_round() {
        String caseId = atDeputy();
        var offer = offer(caseId);
        interventions.act(admin, new Deed.Jump(offer.taskId(), offer.revision(), "Task_Fill"), "填错了科室");
        assertThat(probe.at(caseId)).isEqualTo("Task_Fill");
        assertThat(jdbc.sql("select round from case_file where case_id = ?").param(caseId).query(Integer.class).single()).isEqualTo(2);
        probe.submits("chief.data", caseId);
        assertThat(probe.at(caseId)).isEqualTo("Task_Coordinator");
    }

    @Test
    void what_nobody_submitted_cannot_be_set_to_those_who_examine() {
        String caseId = probe.start("data");
        var offer = offer(caseId);
        assertThat(offer.steps()).isEmpty();
        assertThatThrownBy(() -> interventions.act(admin, new Deed.Jump(offer.taskId(), offer.revision(), "Task_Director"), "快点"))
                .hasMessageStartingWith("intervene.not-there");
    }

    @Test
    void a_person_takes_the_place_of_the_post_and_another_post_approves_for_itself() {
        String caseId = atDeputy();
        var offer = offer(caseId);
        assertThat(offer.persons()).extracting(Receiver::id).doesNotContain(probe.actor("chief.data").id(), probe.actor("bureau").id());
        var director = probe.actor("director");
        interventions.act(admin, new Deed.ToPerson(offer.taskId(), offer.revision(), director.id()), "分管领导出国");
        assertThat(jdbc.sql("select holder from inbox_item where case_id = ? and box = 'TODO'").param(caseId).query(java.util.UUID.class).list())
                .containsExactly(director.id());
        assertThatThrownBy(() -> probe.does("deputy", caseId, Verb.APPROVE)).isInstanceOf(Refusal.class);

        var again = offer(caseId);
        var seen = interventions.preview(admin, new Deed.ToPost(again.taskId(), again.revision(), probe.post("director")));
        assertThat(seen.after().get(0).step()).isEqualTo("Task_Deputy");
        interventions.act(admin, new Deed.ToPost(again.taskId(), again.revision(), probe.post("director")), "改由主任办理");
        probe.does("director", caseId, Verb.APPROVE);
        var done = acts.ofCase(caseId);
        var rows = done.get(done.size() - 1).rowHashes();
        assertThat(new Approvals(done).stand(PostKind.DEPUTY, rows)).isFalse();
        assertThat(new Approvals(done).stand(PostKind.DIRECTOR, rows)).isTrue();
        assertThat(cases.timeline(caseId)).extracting(Cases.Entry::verb).contains(Verb.REASSIGN);
    }

    @Test
    void only_the_administrator_of_the_organisation_and_never_to_themselves() {
        String caseId = atDeputy();
        var offer = offer(caseId);
        var jump = new Deed.Jump(offer.taskId(), offer.revision(), "Task_Bureau");
        for (String who : List.of("modeller", "secadmin", "auditor", "director", "chief.general")) {
            assertThatThrownBy(() -> interventions.preview(probe.actor(who), jump)).hasMessageStartingWith("forbidden");
            assertThatThrownBy(() -> interventions.open(probe.actor(who), Filter.ALL, 0, 10)).hasMessageStartingWith("forbidden");
        }
        assertThatThrownBy(() -> interventions.act(admin, new Deed.ToPerson(offer.taskId(), offer.revision(), admin.id()), "我来"))
                .hasMessageStartingWith("intervene.not-able");
        assertThatThrownBy(() -> interventions.act(admin, jump, " ")).hasMessageStartingWith("intervene.reason");
        assertThat(interventions.open(admin, new Filter("probe", null, "data"), 0, 100))
                .anySatisfy(open -> {
                    assertThat(open.facts().caseId()).isEqualTo(caseId);
                    assertThat(open.holders()).isNotEmpty();
                });
        assertThat(interventions.open(admin, new Filter("probe", null, "nowhere"), 0, 100)).isEmpty();
    }

    @Test
    void after_a_jump_the_case_cannot_be_had_back_as_if_nothing_had_been() {
        String caseId = atDeputy();
        var offer = offer(caseId);
        interventions.act(admin, new Deed.Jump(offer.taskId(), offer.revision(), "Task_Director"), "分管领导出国");
        var stale = Act.of(Verb.APPROVE, offer.revision());
        assertThatThrownBy(() -> verbs.act(probe.actor("deputy"), offer.taskId(), stale)).hasMessageStartingWith("stale.jump");
    }
}
