package org.jixiao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine could not do is said in plain words and can be tried again. */
@ProductTest
@DemoData
class StuckCasesTest {

    private static final String MODEL =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
            <process id="stuck" name="会卡住的" isExecutable="true" camunda:historyTimeToLive="P3650D">
            <startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="decide"/>
            <exclusiveGateway id="decide" name="够吗？" camunda:asyncBefore="true"/>
            <sequenceFlow id="g" sourceRef="decide" targetRef="a"><conditionExpression>${amount &gt; 5}</conditionExpression></sequenceFlow>
            <sequenceFlow id="h" sourceRef="decide" targetRef="e"><conditionExpression>${amount &lt; 0}</conditionExpression></sequenceFlow>
            <userTask id="a" name="审" camunda:candidateGroups="${posts.director(unit)}"/>
            <sequenceFlow id="i" sourceRef="a" targetRef="e"/><endEvent id="e"/></process></definitions>""";

    @Autowired
    StuckCases stuck;

    @Autowired
    Processes processes;

    @Autowired
    Probe probe;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    String caseId;

    @BeforeEach
    void a_case_is_stuck() {
        repository.createDeployment().addString("stuck.bpmn", MODEL).deploy();
        caseId = processes.start("stuck", "szxxzx", 2023, "data", null, probe.actor("chief.general"));
    }

    private void work(String jobId) {
        for (int i = 0; i < 3; i++) {
            try {
                management.executeJob(jobId);
                return;
            } catch (RuntimeException expected) {
                management.setJobRetries(jobId, 2 - i);
            }
        }
    }

    private StuckCases.Stuck mine() {
        return stuck.page(probe.actor("modeller"), 0, 100).stream()
                .filter(s -> s.facts().caseId().equals(caseId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void is_named_with_its_step_and_its_reason_and_goes_on_once_mended() {
        String jobId = management.createJobQuery().processInstanceId(caseId).singleResult().getId();
        work(jobId);
        var found = mine();
        assertThat(found.processName()).isEqualTo("会卡住的");
        assertThat(found.step()).isEqualTo("够吗？");
        assertThat(found.tries()).isZero();
        assertThat(found.why().code()).isEqualTo("stuck.unknown-name");
        assertThat(found.why().args()).containsExactly("amount");
        assertThat(messages.refusal(Messages.CHINESE, found.why())).contains("amount");
        assertThat(messages.refusal(Locale.ENGLISH, found.why())).contains("amount");
        assertThat(found.technical()).contains("amount");

        runtime.setVariable(caseId, "amount", 7);
        long revision = jdbc.sql("select revision from case_file where case_id = ?").param(caseId).query(Long.class).single();
        for (int i = 0; i < 2; i++) stuck.retry(probe.actor("sysadmin"), found.jobId(), "补上了金额");
        assertThat(mine().tries()).isPositive();
        management.executeJob(jobId);
        assertThat(probe.at(caseId)).isEqualTo("a");
        assertThat(stuck.page(probe.actor("modeller"), 0, 100)).noneMatch(s -> s.facts().caseId().equals(caseId));
        assertThat(jdbc.sql("select count(*) from record_entry where case_id = ? and what = 'retry'").param(caseId).query(Integer.class).single())
                .isEqualTo(2);
        assertThat(jdbc.sql("select revision from case_file where case_id = ?").param(caseId).query(Long.class).single()).isEqualTo(revision);
        assertThatThrownBy(() -> stuck.retry(probe.actor("sysadmin"), found.jobId(), "又来")).hasMessageStartingWith("stuck.gone");
    }

    @Test
    void a_gateway_without_a_way_out_is_named() {
        runtime.setVariable(caseId, "amount", 2);
        work(management.createJobQuery().processInstanceId(caseId).singleResult().getId());
        assertThat(mine().why().code()).isEqualTo("stuck.no-way-out");
        assertThat(mine().why().args()).containsExactly("够吗？");
    }

    @Test
    void what_nobody_foresaw_stands_in_a_sentence_with_one_end() {
        var why = JobTrouble.of("步骤", "The engine did not like it.", null);
        assertThat(messages.refusal(Messages.CHINESE, why)).contains("did not like it。").doesNotContain(".。");
    }

    @Test
    void is_nobody_elses_to_see() {
        for (String who : new String[] {"secadmin", "auditor", "director"})
            assertThatThrownBy(() -> stuck.page(probe.actor(who), 0, 10)).hasMessageStartingWith("forbidden");
    }
}
