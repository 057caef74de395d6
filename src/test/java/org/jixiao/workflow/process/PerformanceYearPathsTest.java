package org.jixiao.workflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jixiao.workflow.Verb.APPROVE;
import static org.jixiao.workflow.Verb.RETURN;
import static org.jixiao.workflow.Verb.SUBMIT;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of 年度绩效管理. */
@ProcessTest
class PerformanceYearPathsTest {

    @RegisterExtension
    static final EveryPath PATHS = EveryPath.of("performance-year");

    @Autowired
    private Walk walk;

    @Autowired
    private Staff staff;

    @BeforeEach
    void begin() {
        walk.begin();
    }

    private Trail year(String unit) {
        return walk.start("performance-year", unit, null, null);
    }

    private static Trail targets(Trail year, String section) {
        return year.called("section-targets", section);
    }

    private static void approved(Trail year, String section) {
        Trail sheet = targets(year, section);
        toTheBureau(sheet, section);
        sheet.at("Task_BureauApproves").by("bureau", APPROVE);
        sheet.endedAt("End_InForce");
    }

    private static void toTheBureau(Trail sheet, String section) {
        sheet.at("Task_FillTargets").by("chief." + section, SUBMIT);
        sheet.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        sheet.at("Task_DeputyExamines").by("deputy", APPROVE);
        sheet.at("Task_DirectorDecides").by("director", APPROVE);
    }

    private static void evaluated(Trail year, String section) {
        Trail evaluation = year.called("section-evaluation", section);
        evaluation.at("Task_SelfEvaluate").by("chief." + section, SUBMIT);
        evaluation.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
        evaluation.at("Task_DeputyExamines").by("deputy", APPROVE);
        evaluation.at("Task_DirectorDecides").by("director", APPROVE);
        evaluation.at("Task_BureauExamines").by("bureau", APPROVE);
        evaluation.endedAt("End_Evaluated");
    }

    private static void archived(Trail year) {
        year.at("Task_Archive").by("coordinator", SUBMIT);
        year.passed("Service_Archive").endedAt("End_Archived");
    }

    @Test
    void aYearByHandWaitsForBothOpeningsAndEndsWithTheArchive() {
        staff.unit("hand", "a");
        Trail year = year("hand");
        approved(year, "a");
        year.at("Event_HalfYearByHand");
        assertThat(year.told("HalfYearOpened", "coordinator")).isEqualTo(1);
        assertThat(year.called("section-evaluation").key()).isEqualTo("hand/2023/a/HALF_YEAR");
        evaluated(year, "a");
        year.at("Event_FullYearByHand");
        assertThat(year.told("FullYearOpened", "coordinator")).isEqualTo(1);
        assertThat(year.called("section-evaluation").key()).isEqualTo("hand/2023/a/FULL_YEAR");
        evaluated(year, "a");
        archived(year);
        assertThat(walk.domain().told).endsWith("archive hand/2023");
    }

    @Test
    void aYearWithDatesOpensEachSelfEvaluationWhenItsDayComes() {
        staff.unit("dated", "a");
        walk.domain().dates.put("HALF_YEAR", LocalDate.of(2023, 7, 1));
        walk.domain().dates.put("FULL_YEAR", LocalDate.of(2023, 12, 20));
        Trail year = year("dated");
        approved(year, "a");
        year.at("Gateway_HalfYearWait").timeComesFor("Event_HalfYearDate").passed("Event_HalfYearDate");
        evaluated(year, "a");
        year.at("Gateway_FullYearWait").timeComesFor("Event_FullYearDate").passed("Event_FullYearDate");
        evaluated(year, "a");
        archived(year);
    }

    @Test
    void theCoordinatorMayOpenASelfEvaluationBeforeItsDate() {
        staff.unit("early", "a");
        walk.domain().dates.put("HALF_YEAR", LocalDate.of(2023, 7, 1));
        walk.domain().dates.put("FULL_YEAR", LocalDate.of(2023, 12, 20));
        Trail year = year("early");
        approved(year, "a");
        year.at("Gateway_HalfYearWait").told("HalfYearOpened", "coordinator");
        year.passed("Event_HalfYearOpened").hasNotPassed("Event_HalfYearDate");
        evaluated(year, "a");
        year.at("Gateway_FullYearWait").told("FullYearOpened", "coordinator");
        year.passed("Event_FullYearOpened").hasNotPassed("Event_FullYearDate");
        evaluated(year, "a");
        archived(year);
    }

    @Test
    void aSectionThatComesLateFindsTheSelfEvaluationsOpenAndDoesNotWait() {
        staff.unit("late", "a");
        Trail year = year("late");
        walk.domain().opened.add("HALF_YEAR");
        walk.domain().opened.add("FULL_YEAR");
        approved(year, "a");
        year.at("CallActivity_HalfYear").hasNotPassed("Gateway_HalfYearWait", "Event_HalfYearByHand");
        evaluated(year, "a");
        year.at("CallActivity_FullYear").hasNotPassed("Gateway_FullYearWait", "Event_FullYearByHand");
        evaluated(year, "a");
        archived(year);
    }

    @Test
    void oneSectionReturnedDoesNotHoldUpTheOthersOnlyTheArchiveWaitsForAll() {
        staff.unit("three", "x", "y", "z");
        Trail year = year("three");
        Trail slow = targets(year, "x");
        slow.at("Task_FillTargets").by("chief.x", SUBMIT);
        slow.at("Task_CoordinatorExamines").by("coordinator", RETURN);
        walk.domain().opened.add("HALF_YEAR");
        walk.domain().opened.add("FULL_YEAR");
        for (String section : new String[] {"y", "z"}) {
            approved(year, section);
            evaluated(year, section);
            evaluated(year, section);
        }
        slow.at("Task_FillTargets");
        year.at("CallActivity_Targets");
        approved(year, "x");
        evaluated(year, "x");
        evaluated(year, "x");
        archived(year);
    }

    @Test
    void twoSectionsApprovedAtTheSameInstantBothGoOn() throws Exception {
        staff.unit("instant", "a", "b");
        walk.domain().opened.add("HALF_YEAR");
        Trail year = year("instant");
        Trail a = targets(year, "a");
        Trail b = targets(year, "b");
        toTheBureau(a, "a");
        toTheBureau(b, "b");
        a.at("Task_BureauApproves");
        b.at("Task_BureauApproves");
        bureauApprovesAtOnce(a, b);
        a.endedAt("End_InForce");
        b.endedAt("End_InForce");
        year.called("section-evaluation", "a").at("Task_SelfEvaluate");
        year.called("section-evaluation", "b").at("Task_SelfEvaluate");
        assertThat(walk.domain().told)
                .containsExactlyInAnyOrder("putInForce instant/2023/a", "putInForce instant/2023/b");
    }

    @Test
    void twoSectionsThatEndTheYearAtTheSameInstantLeadToOneArchive() throws Exception {
        staff.unit("last", "a", "b");
        walk.domain().opened.add("HALF_YEAR");
        walk.domain().opened.add("FULL_YEAR");
        Trail year = year("last");
        for (String section : new String[] {"a", "b"}) {
            approved(year, section);
            evaluated(year, section);
            Trail full = year.called("section-evaluation", section);
            full.at("Task_SelfEvaluate").by("chief." + section, SUBMIT);
            full.at("Task_CoordinatorExamines").by("coordinator", APPROVE);
            full.at("Task_DeputyExamines").by("deputy", APPROVE);
            full.at("Task_DirectorDecides").by("director", APPROVE);
        }
        Trail a = year.called("section-evaluation", "a").at("Task_BureauExamines");
        Trail b = year.called("section-evaluation", "b").at("Task_BureauExamines");
        bureauApprovesAtOnce(a, b);
        archived(year);
    }

    private static void bureauApprovesAtOnce(Trail a, Trail b) throws Exception {
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var both = threads.invokeAll(Stream.of(a, b)
                    .<Callable<Boolean>>map(trail -> () -> {
                        start.await();
                        return trail.act("bureau", APPROVE, null).ended();
                    })
                    .toList());
            for (Future<Boolean> ended : both) assertThat(ended.get()).isTrue();
        } finally {
            threads.shutdown();
        }
    }
}
