package org.jixiao.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.ProductClock;
import org.jixiao.base.ui.Steps;
import org.jixiao.organisation.Actor;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Deployments;
import org.jixiao.workflow.Deployments.Facts;
import org.jixiao.workflow.Deployments.Repeated;
import org.jixiao.workflow.Deployments.Upload;
import org.jixiao.workflow.Overdue;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DemoData
@DisplayName("The examples to copy, as they stand in bpmn/fragments")
class FragmentsTest {

    @Autowired
    Deployments deployments;

    @Autowired
    Verbs verbs;

    @Autowired
    Cases cases;

    @Autowired
    ManagementService management;

    @Autowired
    Overdue overdue;

    @Autowired
    Probe probe;

    @Autowired
    ProductClock clock;

    @Autowired
    JdbcClient jdbc;

    private Actor modeller;

    @BeforeEach
    void monday_morning() {
        clock.set(Instant.parse("2026-11-23T01:00:00Z"));
        modeller = probe.actor("modeller");
    }

    private String start(String fragment) throws IOException {
        byte[] model = Files.readAllBytes(Path.of("bpmn/fragments", fragment + ".bpmn"));
        var deployed = deployments.deploy(modeller, new Upload("示例", "test", Repeated.AGAIN, Map.of(fragment + ".bpmn", model)));
        assertThat(deployed.warnings()).isEmpty();
        var facts = new Facts(null, 2026, "data", null);
        return deployments.start(modeller, deployed.definitions().get(0).id(), facts, Map.of()).caseId();
    }

    private Verbs.Result does(String login, String caseId, Verb verb) {
        String task = task(login, caseId);
        return verbs.act(probe.actor(login), task, probe.act(verb, caseId).opinion("意见"));
    }

    private String task(String login, String caseId) {
        return jdbc.sql(
                        """
                        select s.task_id from case_step s join holding h on h.post = s.post join person p on p.id = h.person
                        where s.case_id = ? and s.state = 'OPEN' and p.login = ?""")
                .params(caseId, login)
                .query(String.class)
                .single();
    }

    private List<Cases.Entry> entries(String caseId, Verb verb) {
        return cases.timeline(caseId).stream().filter(e -> e.verb() == verb).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"approval", "countersign", "notices", "reminders", "yearly"})
    void all_that_is_drawn_has_an_english_name_and_speaks_to_those_who_do_it(String fragment) throws IOException {
        String model = Files.readString(Path.of("bpmn/fragments", fragment + ".bpmn"));
        assertThat(Steps.names(model, Locale.ENGLISH)).allSatisfy((id, name) -> assertThat(name).as(id).doesNotContainPattern("\\p{IsHan}"));
        assertThat(model).doesNotContain("片段", "属性面板");
    }

    @Test
    void approval_goes_back_and_comes_again() throws IOException {
        String caseId = start("approval");
        does("chief.data", caseId, Verb.SUBMIT);
        does("deputy", caseId, Verb.RETURN);
        does("chief.data", caseId, Verb.SUBMIT);
        assertThat(does("deputy", caseId, Verb.APPROVE).ended()).isTrue();
    }

    @Test
    void what_was_begun_by_mistake_is_given_up() throws IOException {
        assertThat(does("chief.data", start("approval"), Verb.DROP).ended()).isTrue();
        String returned = start("approval");
        does("chief.data", returned, Verb.SUBMIT);
        does("deputy", returned, Verb.RETURN);
        assertThat(does("chief.data", returned, Verb.DROP).ended()).isTrue();
    }

    @Test
    void countersign_asks_deputy_and_director() throws IOException {
        String caseId = start("countersign");
        does("chief.data", caseId, Verb.SUBMIT);
        does("deputy", caseId, Verb.APPROVE);
        does("director", caseId, Verb.REJECT);
        assertThat(probe.at(caseId)).isEqualTo("Task_Fill");
        does("chief.data", caseId, Verb.SUBMIT);
        does("deputy", caseId, Verb.APPROVE);
        assertThat(does("director", caseId, Verb.APPROVE).ended()).isTrue();
    }

    @Test
    void copies_and_notices_reach_the_posts_and_are_on_the_record() throws IOException {
        String caseId = start("notices");
        does("chief.data", caseId, Verb.SUBMIT);
        does("deputy", caseId, Verb.APPROVE);
        assertThat(entries(caseId, Verb.COPY)).extracting(Cases.Entry::actorName).containsExactly(null, null);
        assertThat(jdbc.sql("select note from case_copy where case_id = ? and holder = ?")
                        .params(caseId, probe.post("chief.data"))
                        .query(String.class)
                        .single())
                .isEqualTo("您提交的事项已办结，请查看。");
        assertThat(jdbc.sql("select count(*) from inbox_item where case_id = ? and box = 'COPIED' and holder = ?")
                        .params(caseId, probe.post("director"))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from record_entry where case_id = ? and what = 'copy'").param(caseId).query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void a_drawn_timer_urges_whoever_holds_the_step_and_leaves_it_to_them() throws IOException {
        String caseId = start("reminders");
        var timer = management.createJobQuery().processInstanceId(caseId).timers().singleResult();
        assertThat(timer.getDuedate()).isEqualTo(Instant.parse("2026-11-26T01:00:00Z"));
        management.executeJob(timer.getId());
        assertThat(entries(caseId, Verb.URGE)).singleElement().satisfies(e -> assertThat(e.actorName()).isNull());
        assertThat(does("chief.data", caseId, Verb.SUBMIT).ended()).isTrue();
    }

    @Test
    void who_has_not_acted_is_urged_once_before_the_due_day_and_told_on_once_after_it() throws IOException {
        String caseId = start("approval");
        does("chief.data", caseId, Verb.SUBMIT);
        overdue.look();
        assertThat(entries(caseId, Verb.URGE)).isEmpty();
        clock.set(Instant.parse("2026-11-25T01:30:00Z"));
        overdue.look();
        overdue.look();
        assertThat(entries(caseId, Verb.URGE)).as("due on the 26th").hasSize(1);
        assertThat(entries(caseId, Verb.URGE).get(0).actorName()).isNull();
        clock.set(Instant.parse("2026-12-01T10:00:00Z"));
        overdue.look();
        overdue.look();
        assertThat(entries(caseId, Verb.COPY)).singleElement().satisfies(e -> assertThat(e.to()).isEqualTo("主任"));
        assertThat(probe.at(caseId)).as("nothing is approved by time").isEqualTo("Task_Examine");
        does("deputy", caseId, Verb.RETURN);
        does("chief.data", caseId, Verb.SUBMIT);
        overdue.look();
        assertThat(entries(caseId, Verb.URGE)).as("the new step has a due day of its own").hasSize(1);
    }
}
