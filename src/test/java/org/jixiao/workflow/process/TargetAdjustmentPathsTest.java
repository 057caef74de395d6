package org.jixiao.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jixiao.workflow.Verb.APPROVE;
import static org.jixiao.workflow.Verb.DROP;
import static org.jixiao.workflow.Verb.RETURN;
import static org.jixiao.workflow.Verb.SUBMIT;

import org.jixiao.base.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of 目标调整. */
@ProcessTest
class TargetAdjustmentPathsTest {

    @RegisterExtension
    static final EveryPath PATHS = EveryPath.of("target-adjustment");

    @Autowired
    private Walk walk;

    @Autowired
    private Staff staff;

    @BeforeEach
    void begin() {
        walk.begin();
    }

    private Trail adjustment(String unit) {
        return walk.start("target-adjustment", unit, "a", null);
    }

    @Test
    void agreedByAllFourTheNewVersionComesIntoForce() {
        staff.unit("agreed", "a");
        Trail adjustment = adjustment("agreed");
        adjustment.at("Task_ApplyForAdjustment").by("chief.a", SUBMIT);
        adjustment.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        adjustment.at("Task_DeputyExamines").by("deputy", APPROVE);
        adjustment.at("Task_DirectorDecides").by("director", APPROVE);
        assertThat(walk.domain().told).isEmpty();
        adjustment.at("Task_BureauApproves").by("bureau", APPROVE);
        adjustment.passed("Service_PutInForce").endedAt("End_InForce");
        assertThat(walk.domain().told).containsExactly("putInForce agreed/2023/a");
    }

    @Test
    void whateverIsReturnedTheChiefMendsOrGivesUp() {
        staff.unit("given-up", "a");
        Trail adjustment = adjustment("given-up");
        adjustment.at("Task_ApplyForAdjustment").by("chief.a", SUBMIT);
        adjustment.at("Task_CoordinatorExamines").by("coordinator", RETURN);
        adjustment.at("Task_ApplyForAdjustment").by("chief.a", SUBMIT);
        adjustment.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        adjustment.at("Task_DeputyExamines").by("deputy", RETURN);
        adjustment.at("Task_ApplyForAdjustment").by("chief.a", SUBMIT);
        adjustment.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        adjustment.at("Task_DeputyExamines").by("deputy", APPROVE);
        adjustment.at("Task_DirectorDecides").by("director", RETURN);
        adjustment.at("Task_ApplyForAdjustment").by("chief.a", SUBMIT);
        adjustment.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        adjustment.at("Task_DeputyExamines").by("deputy", APPROVE);
        adjustment.at("Task_DirectorDecides").by("director", APPROVE);
        adjustment.at("Task_BureauApproves").by("bureau", RETURN);
        adjustment.at("Task_ApplyForAdjustment").by("chief.a", DROP);
        adjustment.passed("Service_Drop").endedAt("End_Dropped");
        assertThat(walk.domain().told).containsExactly("drop given-up/2023/a");
        assertThat(adjustment.timeline()).endsWith(RETURN, DROP);
    }

    @Test
    void nobodyElseGivesItUpAndAnExaminerCannot() {
        staff.unit("others", "a");
        Trail adjustment = adjustment("others");
        adjustment.at("Task_ApplyForAdjustment");
        assertThatThrownBy(() -> adjustment.act("coordinator", DROP, null)).isInstanceOf(Refusal.class);
        adjustment.by("chief.a", SUBMIT);
        adjustment.at("Task_CoordinatorExamines");
        assertThatThrownBy(() -> adjustment.act("coordinator", DROP, null))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("verb.not-here"));
        assertThat(walk.domain().told).isEmpty();
    }
}
