package org.jixiao.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Role;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Deployments;
import org.jixiao.workflow.Deployments.Facts;
import org.jixiao.workflow.Deployments.Repeated;
import org.jixiao.workflow.Deployments.Upload;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Deploying beside cases that run; a model the product has never seen is handled as any other. */
@ProductTest
@DemoData
class DeployingTest {

    private static final int CASES = 100;

    @Autowired
    Deployments deployments;

    @Autowired
    RepositoryService repository;

    @Autowired
    Verbs verbs;

    @Autowired
    Cases cases;

    @Autowired
    Probe probe;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Actor modeller;

    @BeforeEach
    void the_modeller_is_there() {
        modeller = probe.actor("modeller");
    }

    private static String model(String process, String steps) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
                <bpmn:process id="%s" name="请示批示" isExecutable="true" camunda:historyTimeToLive="P3650D">%s</bpmn:process></bpmn:definitions>"""
                .formatted(process, steps);
    }

    private static String step(String id, String post) {
        return "<bpmn:userTask id='" + id + "' name='" + id + "' camunda:candidateGroups='${posts." + post + "(unit)}'/>";
    }

    private static String flow(String from, String to) {
        return "<bpmn:sequenceFlow id='" + from + to + "' sourceRef='" + from + "' targetRef='" + to + "'/>";
    }

    private static String one(String process) {
        return model(process, "<bpmn:startEvent id='s'/>" + flow("s", "a") + step("a", "director") + flow("a", "e") + "<bpmn:endEvent id='e'/>");
    }

    private Deployments.Definition deploy(String file, String xml) {
        var upload = new Upload("改动", "test", Repeated.AGAIN, Map.of(file, xml.getBytes(StandardCharsets.UTF_8)));
        return deployments.deploy(modeller, upload).definitions().get(0);
    }

    private String start(Deployments.Definition definition) {
        return deployments.start(modeller, definition.id(), new Facts(null, 2023, null, null), Map.of()).caseId();
    }

    private void approve(String login, String caseId) {
        verbs.act(probe.actor(login), probe.open(caseId), Act.of(Verb.APPROVE, cases.revision(caseId)));
    }

    private String state() {
        return jdbc.sql("select string_agg(s.task_id || s.activity || s.state, ',' order by s.seq) from case_step s")
                .query(String.class)
                .single();
    }

    @Test
    void a_broken_model_changes_nothing_for_a_hundred_cases_and_a_good_one_lets_them_end_as_they_began() {
        var first = deploy("many.bpmn", one("many"));
        List<String> running = java.util.stream.IntStream.range(0, CASES).mapToObj(i -> start(first)).toList();
        String before = state();
        assertThatThrownBy(() -> deploy("many.bpmn", one("many").replace("${posts.director(unit)}", "无人")))
                .isInstanceOf(Refusal.class);
        assertThat(state()).isEqualTo(before);
        var second = deploy("many.bpmn", model("many", "<bpmn:startEvent id='s'/>" + flow("s", "b") + step("b", "bureau") + flow("b", "a") + step("a", "director") + flow("a", "e") + "<bpmn:endEvent id='e'/>"));
        assertThat(second.version()).isEqualTo(2);
        assertThat(state()).isEqualTo(before);
        approve("director", running.get(0));
        assertThat(cases.timeline(running.get(0))).extracting(Cases.Entry::step).contains("a").doesNotContain("b");
        String newer = start(second);
        assertThat(probe.at(newer)).isEqualTo("b");
        approve("bureau", newer);
        assertThat(probe.at(newer)).isEqualTo("a");
    }

    @Test
    void models_that_call_each_other_are_refused_also_when_they_come_one_by_one() {
        deploy("pong.bpmn", one("pong"));
        deploy("ping.bpmn", one("ping").replace("<bpmn:endEvent id='e'/>", "<bpmn:callActivity id='e' calledElement='pong'/>" + flow("e", "z") + "<bpmn:endEvent id='z'/>"));
        var back = one("pong").replace("<bpmn:endEvent id='e'/>", "<bpmn:callActivity id='e' calledElement='ping'/>" + flow("e", "z") + "<bpmn:endEvent id='z'/>");
        assertThatThrownBy(() -> deploy("pong.bpmn", back))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.findings()).anyMatch(f -> f.code().equals("model.calls-itself")));
    }

    @Test
    void a_deployment_that_does_not_come_to_its_end_leaves_nothing() {
        long before = repository.createDeploymentQuery().count();
        assertThatThrownBy(() -> transaction.executeWithoutResult(t -> {
                    deploy("half.bpmn", one("half"));
                    throw new IllegalStateException("the power is gone");
                }))
                .hasMessage("the power is gone");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(repository.createProcessDefinitionQuery().processDefinitionKey("half").count()).isZero();
        assertThat(jdbc.sql("select count(*) from model_upload where 'half.bpmn' = any(files)").query(Long.class).single()).isZero();
    }

    @Test
    void the_inbox_calls_a_drawn_process_by_its_name() {
        String caseId = start(deploy("named.bpmn", one("named")));
        assertThat(cases.named("named").orElseThrow().name()).isEqualTo("请示批示");
        assertThat(jdbc.sql("select terms from inbox_item where case_id = ?").param(caseId).query(String.class).list())
                .isNotEmpty()
                .allMatch(terms -> terms.contains("请示"));
    }

    @Test
    void a_case_stays_whose_it_was_whatever_a_model_writes() {
        var definition = deploy("whose.bpmn", model("whose", "<bpmn:startEvent id='s'/>" + flow("s", "a") + step("a", "director") + flow("a", "v")
                + "<bpmn:serviceTask id='v' camunda:expression='${year.opened(&quot;HALF_YEAR&quot;)}' camunda:resultVariable='opened'/>" + flow("v", "e") + "<bpmn:endEvent id='e'/>"));
        String caseId = start(definition);
        jdbc.sql("update act_ru_variable set text_ = 'nowhere' where proc_inst_id_ = ? and name_ = 'unit'").param(caseId).update();
        approve("director", caseId);
        assertThat(cases.timeline(caseId)).extracting(Cases.Entry::verb).contains(Verb.APPROVE);
    }

    @Test
    void nobody_else_deploys_judges_or_starts() {
        var chief = new Actor(UUID.randomUUID(), "x", "x", Set.of(Role.SYSADMIN, Role.SECADMIN, Role.AUDITOR));
        var files = Map.of("m.bpmn", one("m").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> deployments.judge(chief, files)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> deployments.deploy(chief, new Upload("m", "test", Repeated.AGAIN, files))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> deployments.start(chief, "m:1:x", new Facts(null, null, null, null), Map.of())).isInstanceOf(Refusal.class);
    }
}
