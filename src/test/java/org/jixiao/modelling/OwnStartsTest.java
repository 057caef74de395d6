package org.jixiao.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.harness.Statements;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.OwnStarts;
import org.jixiao.workflow.OwnStarts.Offer;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DemoData
@DisplayName("What is drawn for people to start")
class OwnStartsTest {

    private static final String FILL =
            Sketch.step("a", "director", Sketch.property("kind", "fill")).replace("director(unit)", "chief(unit, section)");

    @Autowired
    OwnStarts starts;

    @Autowired
    Verbs verbs;

    @Autowired
    Cases cases;

    @Autowired
    Probe probe;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void no_process_of_an_earlier_test() {
        jdbc.sql("update act_re_procdef set suspension_state_ = 2 where key_ in ('errand', 'appeal', 'approval')").update();
    }

    private void deploy(String process, String startedBy, String... steps) {
        String start = "<bpmn:startEvent id='s'>" + Sketch.property("startedBy", startedBy) + "</bpmn:startEvent>";
        String model = Sketch.model(process, steps)
                .replace("<bpmn:startEvent id='s'/>", start)
                .replace("<bpmn:process id=\"" + process + "\" name=\"请示批示\"", "<bpmn:process id=\"" + process + "\" name=\"" + process + "\"");
        Sketch.deploy(context, "发起", Map.of(process + ".bpmn", Sketch.bytes(model)));
    }

    private List<Offer> offers(String login) {
        return starts.offers(probe.actor(login));
    }

    private OwnStarts.Started start(String login, Offer offer) {
        return starts.start(probe.actor(login), offer.process(), offer.post());
    }

    @Test
    void a_chief_starts_for_the_own_section_and_does_the_first_step() {
        deploy("errand", "chief", FILL, Sketch.step("b", "deputy", "").replace("deputy(unit)", "deputy(unit, section)"));
        assertThat(offers("director")).isEmpty();
        assertThat(offers("modeller")).isEmpty();
        var offer = offers("chief.data");
        assertThat(offer).singleElement().satisfies(one -> {
            assertThat(one.process()).isEqualTo("errand");
            assertThat(one.section()).isEqualTo("data");
            assertThat(one.post()).isEqualTo(probe.post("chief.data"));
        });
        var started = start("chief.data", offer.get(0));
        assertThat(started.taskId()).isNotNull();
        assertThat(cases.timeline(started.caseId())).singleElement().satisfies(e -> {
            assertThat(e.verb()).isEqualTo(Verb.START);
            assertThat(e.actorName()).isEqualTo(probe.actor("chief.data").name());
        });
        verbs.act(probe.actor("chief.data"), started.taskId(), probe.act(Verb.SUBMIT, started.caseId()));
        assertThat(probe.at(started.caseId())).isEqualTo("b");
        assertThat(start("chief.data", offer.get(0)).caseId()).as("as often as it is needed").isNotEqualTo(started.caseId());
    }

    @Test
    void a_case_of_the_whole_unit_has_no_section_and_may_begin_with_somebody_else() {
        deploy("appeal", "coordinator", Sketch.ONE);
        var offer = offers("chief.general");
        assertThat(offer).singleElement().satisfies(one -> assertThat(one.section()).isNull());
        var started = start("chief.general", offer.get(0));
        assertThat(started.taskId()).as("the director's turn").isNull();
        assertThat(jdbc.sql("select count(*) from inbox_item where case_id = ? and box = 'STARTED'")
                        .param(started.caseId())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void nobody_starts_what_is_not_offered_to_the_post() {
        deploy("errand", "chief", FILL);
        var offer = offers("chief.data").get(0);
        for (String login : List.of("chief.city", "director", "modeller", "sysadmin"))
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> start(login, offer))
                    .matches(r -> r.kind() == Refusal.Kind.FORBIDDEN);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> starts.start(probe.actor("chief.data"), "section-targets", offer.post()))
                .matches(r -> r.code().equals("start.not-offered"));
        deploy("errand", "coordinator", Sketch.ONE);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start("chief.data", offer))
                .matches(r -> r.code().equals("start.not-offered"));
    }

    @Test
    void what_cannot_begin_says_why_and_leaves_nothing() {
        deploy("errand", "chief", FILL.replace("chief(unit, section)", "chief(unit, whom)"));
        var offer = offers("chief.data").get(0);
        int before = jdbc.sql("select count(*) from case_file").query(Integer.class).single();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> start("chief.data", offer))
                .matches(r -> r.code().equals("stuck.unknown-name") && r.args().contains("whom"));
        assertThat(jdbc.sql("select count(*) from case_file").query(Integer.class).single()).isEqualTo(before);
    }

    @Test
    void asking_takes_as_many_statements_for_three_processes_as_for_one() {
        deploy("errand", "chief", FILL);
        offers("chief.data");
        int one = Statements.of(() -> offers("chief.data"));
        deploy("appeal", "chief", FILL);
        deploy("approval", "chief", FILL);
        offers("chief.data");
        assertThat(offers("chief.data")).hasSize(3);
        assertThat(Statements.of(() -> offers("chief.data"))).isEqualTo(one).isLessThanOrEqualTo(4);
    }
}
