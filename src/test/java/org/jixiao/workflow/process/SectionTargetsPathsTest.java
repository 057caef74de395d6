package org.jixiao.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jixiao.workflow.Verb.APPROVE;
import static org.jixiao.workflow.Verb.RETURN;
import static org.jixiao.workflow.Verb.SAVE;
import static org.jixiao.workflow.Verb.SKIP;
import static org.jixiao.workflow.Verb.SUBMIT;
import static org.jixiao.workflow.Verb.WITHDRAW;

import java.time.LocalDate;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.PostKind;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Closing;
import org.jixiao.workflow.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of 科室目标申报审批. */
@ProcessTest
class SectionTargetsPathsTest {

    @RegisterExtension
    static final EveryPath PATHS = EveryPath.of("section-targets");

    @Autowired
    private Walk walk;

    @Autowired
    private Staff staff;

    @BeforeEach
    void begin() {
        walk.begin();
    }

    private Trail sheet(String unit) {
        return walk.start("section-targets", unit, "a", null);
    }

    @Test
    void filledExaminedDecidedAndApprovedTheTargetsComeIntoForce() {
        staff.unit("straight", "a");
        Trail sheet = sheet("straight");
        sheet.at("Task_FillTargets").by("chief.a", SUBMIT);
        sheet.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        sheet.at("Task_DeputyExamines").by("deputy", APPROVE);
        sheet.at("Task_DirectorDecides").by("director", APPROVE);
        assertThat(walk.domain().told).isEmpty();
        sheet.at("Task_BureauApproves").by("bureau", APPROVE);
        sheet.passed("Service_PutInForce").endedAt("End_InForce");
        assertThat(walk.domain().told).containsExactly("putInForce straight/2023/a");
    }

    @Test
    void whateverEachApproverReturnsComesBackToTheChiefAndIsExaminedFromTheBeginning() {
        staff.unit("returned", "a");
        Trail sheet = sheet("returned");
        sheet.at("Task_FillTargets").by("chief.a", SUBMIT);
        sheet.at("Task_CoordinatorExamines").by("coordinator", RETURN);
        sheet.at("Task_FillTargets").by("chief.a", SUBMIT);
        sheet.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        sheet.at("Task_DeputyExamines").by("deputy", RETURN);
        sheet.at("Task_FillTargets").by("chief.a", SUBMIT);
        sheet.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        sheet.at("Task_DeputyExamines").by("deputy", APPROVE);
        sheet.at("Task_DirectorDecides").by("director", RETURN);
        sheet.at("Task_FillTargets").by("chief.a", SUBMIT);
        sheet.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        sheet.at("Task_DeputyExamines").by("deputy", APPROVE);
        sheet.at("Task_DirectorDecides").by("director", APPROVE);
        sheet.at("Task_BureauApproves").by("bureau", RETURN);
        sheet.at("Task_FillTargets").hasNotPassed("Service_PutInForce");
        assertThat(walk.cases().find("section-targets", "returned", 2023, "a", null).orElseThrow().round()).isEqualTo(5);
    }

    @Test
    void theCoordinatingSectionsOwnSheetPassesItsOwnExaminationOnTheRecord() {
        staff.vacantUnit("own", "a");
        staff.appoint("own", PostKind.CHIEF, "a", "coordinator");
        staff.appoint("own", PostKind.COORDINATOR, "", "coordinator");
        staff.appoint("own", PostKind.DEPUTY, "", "deputy");
        staff.appoint("own", PostKind.DIRECTOR, "", "director");
        staff.appoint("own", PostKind.BUREAU, "", "bureau");
        Trail sheet = sheet("own");
        sheet.at("Task_FillTargets").by("coordinator", SUBMIT);
        sheet.passed("Task_CoordinatorExamines").at("Task_DeputyExamines");
        assertThat(sheet.timeline()).endsWith(SUBMIT, SKIP);
    }

    @Test
    void aDeputyWhoIsAlsoTheChiefIsSkippedOnTheRecordAndTheDirectorDecides() {
        staff.vacantUnit("both", "a");
        staff.appoint("both", PostKind.CHIEF, "a", "deputy");
        staff.appoint("both", PostKind.COORDINATOR, "", "coordinator");
        staff.appoint("both", PostKind.DEPUTY, "", "deputy");
        staff.appoint("both", PostKind.DIRECTOR, "", "director");
        staff.appoint("both", PostKind.BUREAU, "", "bureau");
        Trail sheet = sheet("both");
        sheet.at("Task_FillTargets").by("deputy", SUBMIT);
        sheet.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        sheet.passed("Task_DeputyExamines").at("Task_DirectorDecides");
        assertThat(sheet.timeline()).endsWith(SUBMIT, APPROVE, SKIP);
    }

    @Test
    void aDirectorNeverPassesTheirOwnSheetItGoesToThePostAbove() {
        staff.vacantUnit("above", "a");
        staff.appoint("above", PostKind.CHIEF, "a", "director");
        staff.appoint("above", PostKind.COORDINATOR, "", "coordinator");
        staff.appoint("above", PostKind.DEPUTY, "", "deputy");
        staff.appoint("above", PostKind.DIRECTOR, "", "director");
        staff.appoint("above", PostKind.BUREAU, "", "bureau");
        Trail sheet = sheet("above");
        sheet.at("Task_FillTargets").by("director", SUBMIT);
        sheet.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        sheet.at("Task_DeputyExamines").by("deputy", APPROVE);
        sheet.at("Task_DirectorDecides");
        assertThatThrownBy(() -> sheet.act("director", APPROVE, null)).isInstanceOf(Refusal.class);
        sheet.by("bureau", APPROVE);
        sheet.at("Task_BureauApproves");
        assertThat(sheet.timeline()).doesNotContain(SKIP);
    }

    @Test
    void aVacantPostFallsToThePostAboveAndNothingStops() {
        staff.vacantUnit("vacant", "a");
        staff.appoint("vacant", PostKind.CHIEF, "a", "chief.a");
        staff.appoint("vacant", PostKind.DIRECTOR, "", "director");
        staff.appoint("vacant", PostKind.BUREAU, "", "bureau");
        staff.appoint("vacant", PostKind.COORDINATOR, "", "coordinator");
        Trail sheet = sheet("vacant");
        sheet.at("Task_FillTargets").by("chief.a", SUBMIT);
        sheet.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        sheet.at("Task_DeputyExamines").by("director", APPROVE);
        sheet.at("Task_DirectorDecides").by("director", APPROVE);
        sheet.at("Task_BureauApproves").by("bureau", APPROVE);
        sheet.endedAt("End_InForce");
    }

    @Test
    void aSubmissionThatNobodyCouldExamineIsRefusedNamingTheEmptyPost() {
        staff.vacantUnit("nobody", "a");
        staff.appoint("nobody", PostKind.CHIEF, "a", "coordinator");
        Trail sheet = sheet("nobody");
        sheet.at("Task_FillTargets");
        assertThatThrownBy(() -> sheet.act("coordinator", SUBMIT, null))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("post.vacant"));
        sheet.at("Task_FillTargets").hasNotPassed("Task_CoordinatorExamines");
    }

    @Test
    void afterTheLastDayTheFirstSubmissionWaitsForALateOpening() {
        staff.unit("late", "a");
        Trail sheet = sheet("late");
        closed();
        sheet.at("Task_FillTargets");
        refused(sheet, SAVE, "closed.test");
        refused(sheet, SUBMIT, "closed.test");
        assertThat(walk.verbs().allowed(staff.of("late", "chief.a"), sheet.taskId())).doesNotContain(SAVE, SUBMIT);
        sheet.at("Task_FillTargets").hasNotPassed("Task_CoordinatorExamines");
        openedLate();
        sheet.by("chief.a", SUBMIT);
        sheet.at("Task_CoordinatorExamines");
    }

    @Test
    void whatWasReturnedIsMendedAfterTheLastDay() {
        staff.unit("mended", "a");
        Trail sheet = sheet("mended");
        sheet.at("Task_FillTargets").by("chief.a", SUBMIT);
        sheet.at("Task_CoordinatorExamines").by("coordinator", RETURN);
        closed();
        sheet.at("Task_FillTargets").by("chief.a", SUBMIT);
        sheet.at("Task_CoordinatorExamines");
    }

    @Test
    void whatWasWithdrawnWasNeverHandedInAndNobodyIsTrappedByWithdrawing() {
        staff.unit("withdrawn", "a");
        Trail sheet = sheet("withdrawn");
        String filled = sheet.at("Task_FillTargets").taskId();
        sheet.by("chief.a", SUBMIT);
        var chief = staff.of("withdrawn", "chief.a");
        closed();
        long submitted = walk.cases().revision(sheet.instance().getId());
        assertThatThrownBy(() -> walk.verbs().act(chief, filled, Act.of(WITHDRAW, submitted)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("withdraw.closed"));
        walk.domain().closing = null;
        walk.verbs().act(chief, filled, Act.of(WITHDRAW, submitted));
        closed();
        sheet.at("Task_FillTargets");
        refused(sheet, SUBMIT, "closed.test");
    }

    private void closed() {
        walk.domain().closing = new Closing.Shut(Refusal.invalid("closed.test"));
    }

    private void openedLate() {
        walk.domain().closing = new Closing.OpenedLate(LocalDate.of(2023, 4, 10), "coordinator", "出差");
    }

    private static void refused(Trail trail, Verb verb, String code) {
        assertThatThrownBy(() -> trail.act("chief.a", verb, null))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }
}
