package org.jixiao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DemoData
@DisplayName("Copies, visits and urging of several")
class CopiesTest {

    @Autowired
    Verbs verbs;

    @Autowired
    Cases cases;

    @Autowired
    Visits visits;

    @Autowired
    Probe probe;

    @Autowired
    JdbcClient jdbc;

    Actor coordinator;
    Actor city;

    @BeforeEach
    void people() {
        jdbc.sql("update holding set valid_to = null").update();
        probe.deploy();
        coordinator = probe.actor("chief.general");
        city = probe.actor("chief.city");
    }

    void copy(String caseId, UUID... posts) {
        verbs.act(
                coordinator,
                probe.open(caseId),
                probe.act(Verb.COPY, caseId).opinion("请知悉").receivers(List.of(posts)));
    }

    @Test
    void a_copy_may_be_read_and_its_sender_sees_who_read_it() {
        String caseId = probe.submitted("data");
        String task = probe.open(caseId);
        assertThat(catchThrowableOfType(Refusal.class, () -> cases.task(city, task))).isNotNull();
        long revision = cases.revision(caseId);
        copy(caseId, probe.post("chief.city"));
        assertThat(cases.revision(caseId)).as("no page grows stale").isEqualTo(revision);
        assertThat(cases.task(city, task).verbs()).isEmpty();
        assertThat(cases.copies(coordinator, caseId)).singleElement().satisfies(c -> {
            assertThat(c.note()).isEqualTo("请知悉");
            assertThat(c.reads()).isEmpty();
        });
        visits.opened(city, caseId);
        visits.opened(city, caseId);
        assertThat(cases.copies(coordinator, caseId).get(0).reads())
                .singleElement()
                .satisfies(r -> assertThat(r.by()).isEqualTo(city.name()));
    }

    @Test
    void a_second_copy_to_the_same_post_has_no_effect() {
        String caseId = probe.submitted("data");
        copy(caseId, probe.post("chief.city"));
        copy(caseId, probe.post("chief.city"));
        copy(caseId, probe.post("chief.city"), probe.post("chief.security"));
        assertThat(cases.copies(coordinator, caseId)).hasSize(2);
        assertThat(cases.timeline(caseId).stream().filter(e -> e.verb() == Verb.COPY)).hasSize(2);
    }

    @Test
    void the_supervisor_gets_no_copy_before_the_case_reaches_it() {
        String caseId = probe.submitted("data");
        var refusal = catchThrowableOfType(Refusal.class, () -> copy(caseId, probe.post("bureau")));
        assertThat(refusal.code()).isEqualTo("copy.not-able");
        assertThat(cases.copies(coordinator, caseId)).isEmpty();
    }

    @Test
    void a_submission_is_read_against_the_one_the_reader_saw_though_they_missed_one_between() {
        String caseId = probe.submitted("data");
        visits.opened(coordinator, caseId);
        assertThat(visits.before(coordinator, caseId)).as("seen for the first time").isEmpty();
        for (int round = 2; round <= 3; round++) {
            verbs.act(coordinator, probe.open(caseId), probe.act(Verb.RETURN, caseId).opinion("再改"));
            probe.does("chief.data", caseId, Verb.SUBMIT);
        }
        visits.opened(coordinator, caseId);
        visits.opened(coordinator, caseId);
        assertThat(visits.before(coordinator, caseId)).hasValueSatisfying(s -> assertThat(s.round()).isEqualTo(1));
        assertThat(cases.submission(caseId, 1)).hasValueSatisfying(s -> assertThat(s.round()).isEqualTo(2));
    }

    @Test
    void several_are_urged_each_judged_by_itself() {
        String first = probe.submitted("data");
        String second = probe.submitted("city");
        String own = probe.submitted("security");
        probe.does("chief.general", first, Verb.APPROVE);
        probe.does("chief.general", second, Verb.APPROVE);
        verbs.act(coordinator, probe.open(second), probe.act(Verb.URGE, second));
        var results = verbs.urgeAll(
                coordinator, List.of(probe.open(first), probe.open(second), probe.open(own), "unknown", probe.open(first)));
        assertThat(results)
                .extracting(r -> r.refused() == null ? "told" : r.refused().code())
                .containsExactly("told", "urge.cooling", "urge.own", "forbidden");
    }
}
