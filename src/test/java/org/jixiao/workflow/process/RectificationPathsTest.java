package org.jixiao.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jixiao.workflow.Verb.APPROVE;
import static org.jixiao.workflow.Verb.RETURN;
import static org.jixiao.workflow.Verb.SKIP;
import static org.jixiao.workflow.Verb.SUBMIT;

import org.jixiao.base.Refusal;
import org.jixiao.organisation.PostKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of 整改. */
@ProcessTest
class RectificationPathsTest {

    @RegisterExtension
    static final EveryPath PATHS = EveryPath.of("rectification");

    @Autowired
    private Walk walk;

    @Autowired
    private Staff staff;

    @BeforeEach
    void begin() {
        walk.begin();
    }

    private Trail rectification(String unit) {
        return walk.start("rectification", unit, "a", "HALF_YEAR");
    }

    @Test
    void measuresAreSettledCarriedOutAndConfirmed() {
        staff.unit("straight", "a");
        Trail rectification = rectification("straight");
        rectification.at("Task_Plan").by("chief.a", SUBMIT);
        rectification.at("Task_Result").by("chief.a", SUBMIT);
        rectification.at("Task_Confirm").by("deputy", APPROVE);
        rectification.passed("Service_Closed").endedAt("End_Closed");
        assertThat(walk.domain().told).containsExactly("closed straight/2023/a");
    }

    @Test
    void aResultSentBackIsReportedAgainWithoutANewPlan() {
        staff.unit("returned", "a");
        Trail rectification = rectification("returned");
        rectification.at("Task_Plan").by("chief.a", SUBMIT);
        rectification.at("Task_Result").by("chief.a", SUBMIT);
        rectification.at("Task_Confirm").by("deputy", RETURN);
        rectification.at("Task_Result").by("chief.a", SUBMIT);
        rectification.at("Task_Confirm").by("deputy", APPROVE);
        rectification.endedAt("End_Closed");
    }

    @Test
    void theDeputyMaySendItBackAsFarAsThePlan() {
        staff.unit("replanned", "a");
        Trail rectification = rectification("replanned");
        rectification.at("Task_Plan").by("chief.a", SUBMIT);
        rectification.at("Task_Result").by("chief.a", SUBMIT);
        rectification.at("Task_Confirm").act("deputy", RETURN, "Task_Plan");
        rectification.at("Task_Plan").hasNotPassed("Gateway_Confirmed");
    }

    @Test
    void aDeputyWhoIsAlsoTheChiefDoesNotConfirmTheirOwnResult() {
        staff.vacantUnit("both", "a");
        staff.appoint("both", PostKind.CHIEF, "a", "deputy");
        staff.appoint("both", PostKind.DEPUTY, "", "deputy");
        staff.appoint("both", PostKind.DIRECTOR, "", "director");
        staff.appoint("both", PostKind.COORDINATOR, "", "coordinator");
        Trail rectification = rectification("both");
        rectification.at("Task_Plan").by("deputy", SUBMIT);
        rectification.at("Task_Result").by("deputy", SUBMIT);
        rectification.at("Task_Confirm");
        assertThatThrownBy(() -> rectification.act("deputy", APPROVE, null)).isInstanceOf(Refusal.class);
        rectification.by("director", APPROVE).endedAt("End_Closed");
        assertThat(rectification.timeline()).doesNotContain(SKIP);
    }
}
