package org.jixiao.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.jixiao.workflow.Verb.ACCEPT;
import static org.jixiao.workflow.Verb.APPROVE;
import static org.jixiao.workflow.Verb.RETURN;
import static org.jixiao.workflow.Verb.SKIP;
import static org.jixiao.workflow.Verb.SUBMIT;

import java.time.LocalDate;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.PostKind;
import org.jixiao.workflow.Closing;
import org.jixiao.workflow.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of 科室自评, with the loop of 整改与再评. */
@ProcessTest
class SectionEvaluationPathsTest {

    @RegisterExtension
    static final EveryPath PATHS = EveryPath.of("section-evaluation");

    @Autowired
    private Walk walk;

    @Autowired
    private Staff staff;

    @BeforeEach
    void begin() {
        walk.begin();
    }

    private Trail evaluation(String unit, String period) {
        return walk.start("section-evaluation", unit, "a", period);
    }

    /** Up to the bureau, whose verb is the last. */
    private static void examined(Trail evaluation, Verb bureau) {
        evaluation.at("Task_SelfEvaluate").by("chief.a", SUBMIT);
        evaluation.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        evaluation.at("Task_DeputyExamines").by("deputy", APPROVE);
        evaluation.at("Task_DirectorDecides").by("director", APPROVE);
        evaluation.at("Task_BureauExamines").by("bureau", bureau);
    }

    private static void rectified(Trail evaluation) {
        evaluation.at("CallActivity_Rectification");
        Trail rectification = evaluation.called("rectification");
        assertThat(rectification.key()).isEqualTo(evaluation.key());
        rectification.at("Task_Plan").by("chief.a", SUBMIT);
        rectification.at("Task_Result").by("chief.a", SUBMIT);
        rectification.at("Task_Confirm").by("deputy", APPROVE);
        rectification.endedAt("End_Closed");
    }

    private static void reexamined(Trail evaluation, Verb bureau) {
        evaluation.at("Task_Reevaluate").by("chief.a", SUBMIT);
        evaluation.at("Task_CoordinatorReexamines").by("coordinator", APPROVE);
        evaluation.at("Task_DeputyReexamines").by("deputy", APPROVE);
        evaluation.at("Task_DirectorRedecides").by("director", APPROVE);
        evaluation.at("Task_BureauReexamines").by("bureau", bureau);
    }

    @Test
    void withNothingRedTheHalfYearEndsAtTheBureausDecision() {
        staff.unit("green", "a");
        Trail evaluation = evaluation("green", "HALF_YEAR");
        examined(evaluation, APPROVE);
        evaluation.hasNotPassed("SubProcess_Loop").endedAt("End_Evaluated");
        assertThat(walk.domain().told).containsExactly("decided HALF_YEAR green/2023/a");
    }

    @Test
    void whateverEachApproverReturnsComesBackToTheChief() {
        staff.unit("returned", "a");
        Trail evaluation = evaluation("returned", "HALF_YEAR");
        evaluation.at("Task_SelfEvaluate").by("chief.a", SUBMIT);
        evaluation.at("Task_CoordinatorExamines").by("coordinator", RETURN);
        evaluation.at("Task_SelfEvaluate").by("chief.a", SUBMIT);
        evaluation.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        evaluation.at("Task_DeputyExamines").by("deputy", RETURN);
        evaluation.at("Task_SelfEvaluate").by("chief.a", SUBMIT);
        evaluation.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        evaluation.at("Task_DeputyExamines").by("deputy", APPROVE);
        evaluation.at("Task_DirectorDecides").by("director", RETURN);
        examined(evaluation, RETURN);
        evaluation.at("Task_SelfEvaluate").hasNotPassed("Service_Decided");
    }

    @Test
    void whatIsRedIsPutRightInTwoRoundsThenTheLoopEnds() {
        staff.unit("rounds", "a");
        walk.domain().red.add("a");
        Trail evaluation = evaluation("rounds", "HALF_YEAR");
        examined(evaluation, APPROVE);
        rectified(evaluation);
        reexamined(evaluation, APPROVE);
        rectified(evaluation);
        walk.domain().red.clear();
        reexamined(evaluation, APPROVE);
        evaluation.passed("End_LoopDone").endedAt("End_Rectified");
        assertThat(walk.domain().told)
                .containsExactly(
                        "decided HALF_YEAR rounds/2023/a",
                        "closed rounds/2023/a",
                        "decided HALF_YEAR rounds/2023/a",
                        "closed rounds/2023/a",
                        "decided HALF_YEAR rounds/2023/a");
    }

    @Test
    void inTheLoopTooEachApproverMayReturnToTheChief() {
        staff.unit("again", "a");
        walk.domain().red.add("a");
        Trail evaluation = evaluation("again", "HALF_YEAR");
        examined(evaluation, APPROVE);
        rectified(evaluation);
        evaluation.at("Task_Reevaluate").by("chief.a", SUBMIT);
        evaluation.at("Task_CoordinatorReexamines").by("coordinator", RETURN);
        evaluation.at("Task_Reevaluate").by("chief.a", SUBMIT);
        evaluation.at("Task_CoordinatorReexamines").by("coordinator", APPROVE);
        evaluation.at("Task_DeputyReexamines").by("deputy", RETURN);
        evaluation.at("Task_Reevaluate").by("chief.a", SUBMIT);
        evaluation.at("Task_CoordinatorReexamines").by("coordinator", APPROVE);
        evaluation.at("Task_DeputyReexamines").by("deputy", APPROVE);
        evaluation.at("Task_DirectorRedecides").by("director", RETURN);
        reexamined(evaluation, RETURN);
        evaluation.at("Task_Reevaluate").hasNotPassed("Service_RedecidedInLoop");
    }

    @Test
    void theBureauAcceptsWhatIsStillRedAndNoRectificationBegins() {
        staff.unit("accepted", "a");
        walk.domain().red.add("a");
        Trail evaluation = evaluation("accepted", "HALF_YEAR");
        examined(evaluation, ACCEPT);
        evaluation.hasNotPassed("SubProcess_Loop").endedAt("End_Evaluated");
    }

    @Test
    void theBureauAcceptsInTheLoopAndTheLoopEnds() {
        staff.unit("accepts-later", "a");
        walk.domain().red.add("a");
        Trail evaluation = evaluation("accepts-later", "HALF_YEAR");
        examined(evaluation, APPROVE);
        rectified(evaluation);
        reexamined(evaluation, ACCEPT);
        evaluation.endedAt("End_Rectified");
    }

    @Test
    void theFullYearOpenedByHandEndsTheLoopAndCarriesOverWhatIsOpen() {
        staff.unit("overtaken", "a");
        walk.domain().red.add("a");
        Trail evaluation = evaluation("overtaken", "HALF_YEAR");
        examined(evaluation, APPROVE);
        Trail rectification = evaluation.called("rectification");
        rectification.at("Task_Plan").by("chief.a", SUBMIT);
        assertThat(evaluation.told("FullYearOpened", "coordinator")).isEqualTo(1);
        evaluation.passed("Event_FullYearBegins", "Service_CarryOver").endedAt("End_CarriedOver");
        assertThat(walk.domain().told).endsWith("carryOver overtaken/2023/a");
        assertThat(rectification.instance()).isEnded();
    }

    @Test
    void theYearEndDateEndsTheLoopTheSameWay() {
        staff.unit("expired", "a");
        walk.domain().red.add("a");
        walk.domain().dates.put("FULL_YEAR", LocalDate.of(2023, 12, 20));
        Trail evaluation = evaluation("expired", "HALF_YEAR");
        examined(evaluation, APPROVE);
        rectified(evaluation);
        evaluation.at("Task_Reevaluate");
        evaluation.timeComesFor("Event_YearEnd");
        evaluation.passed("Event_YearEnd", "Service_CarryOver").endedAt("End_CarriedOver");
    }

    @Test
    void theFullYearDoesNotLoopThoughRowsAreRed() {
        staff.unit("full", "a");
        walk.domain().red.add("a");
        Trail evaluation = evaluation("full", "FULL_YEAR");
        examined(evaluation, APPROVE);
        evaluation.hasNotPassed("SubProcess_Loop").endedAt("End_Evaluated");
    }

    @Test
    void theCoordinatingSectionPassesItsOwnReexaminationOnTheRecord() {
        staff.vacantUnit("own", "a");
        staff.appoint("own", PostKind.CHIEF, "a", "coordinator");
        staff.appoint("own", PostKind.COORDINATOR, "", "coordinator");
        staff.appoint("own", PostKind.DEPUTY, "", "deputy");
        staff.appoint("own", PostKind.DIRECTOR, "", "director");
        staff.appoint("own", PostKind.BUREAU, "", "bureau");
        walk.domain().red.add("a");
        Trail evaluation = evaluation("own", "HALF_YEAR");
        evaluation.at("Task_SelfEvaluate").by("coordinator", SUBMIT);
        evaluation.at("Task_DeputyExamines").by("deputy", APPROVE);
        evaluation.at("Task_DirectorDecides").by("director", APPROVE);
        evaluation.at("Task_BureauExamines").by("bureau", APPROVE);
        Trail rectification = evaluation.called("rectification");
        rectification.at("Task_Plan").by("coordinator", SUBMIT);
        rectification.at("Task_Result").by("coordinator", SUBMIT);
        rectification.at("Task_Confirm").by("deputy", APPROVE);
        evaluation.at("Task_Reevaluate").by("coordinator", SUBMIT);
        evaluation.passed("Task_CoordinatorReexamines").at("Task_DeputyReexamines");
        assertThat(evaluation.timeline()).containsSubsequence(SUBMIT, SKIP, APPROVE, SUBMIT, SKIP);
    }

    @Test
    void afterTheLastDayItWaitsForALateOpeningAndReevaluatingIsNoFirstSubmission() {
        staff.unit("late", "a");
        walk.domain().red.add("a");
        Trail evaluation = evaluation("late", "HALF_YEAR");
        walk.domain().closing = new Closing.Shut(Refusal.invalid("closed.test"));
        evaluation.at("Task_SelfEvaluate");
        assertThatThrownBy(() -> evaluation.act("chief.a", SUBMIT, null))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("closed.test"));
        walk.domain().closing = new Closing.OpenedLate(LocalDate.of(2023, 8, 10), "coordinator", "出差");
        examined(evaluation, APPROVE);
        walk.domain().closing = null;
        rectified(evaluation);
        walk.domain().red.clear();
        walk.domain().closing = new Closing.Shut(Refusal.invalid("closed.test"));
        reexamined(evaluation, APPROVE);
        evaluation.endedAt("End_Rectified");
    }
}
