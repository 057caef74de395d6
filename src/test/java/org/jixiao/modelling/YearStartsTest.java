package org.jixiao.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.harness.Statements;
import org.jixiao.organisation.Actor;
import org.jixiao.target.YearProcess;
import org.jixiao.target.Years;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Deployments;
import org.jixiao.workflow.Deployments.Facts;
import org.jixiao.workflow.Deployments.Repeated;
import org.jixiao.workflow.Deployments.Upload;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.YearStarts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
@DemoData
@DisplayName("What is drawn to begin with a year")
class YearStartsTest {

    private static final String UNIT = "szxxzx";

    @Autowired
    Years years;

    @Autowired
    YearStarts starts;

    @Autowired
    Cases cases;

    @Autowired
    MockMvc mvc;

    @Autowired
    Deployments deployments;

    @Autowired
    Probe probe;

    @Autowired
    ProductClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext context;

    private Actor coordinator;
    private Actor modeller;

    @BeforeEach
    void a_day_and_no_process_of_an_earlier_test() {
        clock.set(Instant.parse("2026-11-23T01:00:00Z"));
        coordinator = probe.actor("chief.general");
        modeller = probe.actor("modeller");
        jdbc.sql("update act_re_procdef set suspension_state_ = 2 where key_ in ('yearly', 'whole', 'broken')").update();
    }

    private String deploy(String process, String begins, String... steps) {
        String model = Sketch.model(process, steps)
                .replace("<bpmn:startEvent id='s'/>", "<bpmn:startEvent id='s'>" + Sketch.property("begins", begins) + "</bpmn:startEvent>")
                .replace("name=\"请示批示\"", "name=\"" + process + "\"");
        var upload = new Upload("年度", "test", Repeated.AGAIN, Map.of(process + ".bpmn", Sketch.bytes(model)));
        return deployments.deploy(modeller, upload).definitions().get(0).id();
    }

    private void yearly() throws IOException {
        byte[] model = Files.readAllBytes(Path.of("bpmn/fragments/yearly.bpmn"));
        var deployed = deployments.deploy(modeller, new Upload("示例", "test", Repeated.AGAIN, Map.of("yearly.bpmn", model)));
        assertThat(deployed.warnings()).isEmpty();
    }

    private YearStarts.Begun open(int year) {
        return years.open(coordinator, UNIT, new Years.Opening(year, null, null, null, List.of(), null));
    }

    private List<String> begun(String process, int year) {
        return jdbc.sql("select coalesce(section, '') from case_file where process = ? and year = ? and unit = ? order by 1")
                .params(process, year, UNIT)
                .query(String.class)
                .list();
    }

    @Test
    void each_section_has_its_case_in_its_chiefs_inbox_and_the_unit_has_one() throws IOException {
        yearly();
        deploy("whole", "unit", Sketch.ONE);
        var opened = open(2031);
        assertThat(opened.failed()).isEmpty();
        assertThat(opened.cases()).isEqualTo(9);
        assertThat(begun("yearly", 2031)).hasSize(8).doesNotHaveDuplicates().contains("data", "city");
        assertThat(begun("whole", 2031)).containsExactly("");
        String mine = cases.find("yearly", UNIT, 2031, "data", null).orElseThrow().caseId();
        assertThat(jdbc.sql("select count(*) from inbox_item where case_id = ? and box = 'TODO' and holder = ?")
                        .params(mine, probe.post("chief.data"))
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(cases.timeline(mine)).singleElement().satisfies(e -> {
            assertThat(e.verb()).isEqualTo(Verb.OPEN);
            assertThat(e.actorName()).isEqualTo(coordinator.name());
        });
        assertThat(cases.named("yearly").orElseThrow().name()).isEqualTo("年度承诺");
    }

    @Test
    void one_that_cannot_begin_stops_no_other_is_told_and_begins_once_it_is_mended() throws IOException {
        yearly();
        deploy("broken", "unit", Sketch.step("a", "director", "").replace("director(unit)", "chief(unit, whom)"));
        var opened = open(2032);
        assertThat(opened.cases()).isEqualTo(8);
        assertThat(opened.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.process()).isEqualTo("broken");
            assertThat(failed.why().code()).isEqualTo("stuck.unknown-name");
        });
        assertThat(begun("broken", 2032)).isEmpty();
        String root = cases.find(YearProcess.KEY, UNIT, 2032, null, null).orElseThrow().caseId();
        assertThat(cases.timeline(root)).extracting(Cases.Entry::opinion).contains("NotBegun: broken");
        deploy("broken", "unit", Sketch.ONE);
        var again = years.begin(coordinator, UNIT, 2032);
        assertThat(again).isEqualTo(new YearStarts.Begun(1, List.of()));
        assertThat(begun("yearly", 2032)).hasSize(8);
    }

    @Test
    void who_opens_the_year_over_the_interface_is_answered_what_did_not_begin() throws Exception {
        deploy("broken", "unit", Sketch.step("a", "director", "").replace("director(unit)", "chief(unit, whom)"));
        var opening = post("/api/units/{unit}/years", UNIT)
                .with(httpBasic("chief.general", "Jixiao-2023"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"year\": 2036, \"byHand\": true}");
        mvc.perform(opening)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.year").value(2036))
                .andExpect(jsonPath("$.notBegun[0].process").value("broken"))
                .andExpect(jsonPath("$.notBegun[0].why").value(containsString("whom")));
        assertThat(years.notBegun(coordinator, UNIT, 2036)).singleElement().satisfies(one -> {
            assertThat(one.process()).isEqualTo("broken");
            assertThat(one.why().args()).isEqualTo(List.of("whom"));
        });
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> years.notBegun(probe.actor("director"), UNIT, 2036));
        deploy("broken", "unit", Sketch.ONE);
        years.begin(coordinator, UNIT, 2036);
        assertThat(years.notBegun(coordinator, UNIT, 2036)).isEmpty();
    }

    @Test
    void nothing_begins_twice_and_a_trial_does_not_stand_in_for_it() throws IOException {
        yearly();
        String whole = deploy("whole", "unit", Sketch.ONE);
        deployments.start(modeller, whole, new Facts(UNIT, 2033, null, null), Map.of());
        open(2033);
        assertThat(begun("whole", 2033)).hasSize(2);
        yearly();
        assertThat(years.begin(coordinator, UNIT, 2033).cases()).as("a newer version").isZero();
        var more = new java.util.ArrayList<>(begun("yearly", 2033));
        more.add("archive");
        assertThat(starts.begin(UNIT, 2033, more, coordinator).cases()).as("a section more").isOne();
    }

    @Test
    void what_is_out_of_use_or_no_longer_says_so_does_not_begin() {
        String old = deploy("whole", "unit", Sketch.ONE);
        assertThat(old).isNotBlank();
        Sketch.deploy(context, "whole", "不再随年度", Sketch.ONE);
        assertThat(open(2034).cases()).isZero();
    }

    @Test
    void only_the_coordinator_begins_and_only_in_a_year_that_is_open() {
        for (String login : List.of("chief.data", "director", "modeller", "sysadmin"))
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> years.begin(probe.actor(login), UNIT, 2023));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> years.begin(coordinator, UNIT, 2099));
    }

    @Test
    void asked_again_it_takes_as_many_statements_for_eight_sections_as_for_one() throws IOException {
        yearly();
        open(2035);
        var sections = begun("yearly", 2035);
        starts.begin(UNIT, 2035, sections, coordinator);
        int one = Statements.of(() -> starts.begin(UNIT, 2035, sections.subList(0, 1), coordinator));
        assertThat(Statements.of(() -> starts.begin(UNIT, 2035, sections, coordinator))).isEqualTo(one).isLessThanOrEqualTo(3);
    }
}
