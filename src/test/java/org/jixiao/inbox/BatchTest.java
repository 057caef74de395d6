package org.jixiao.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.inbox.Batch.Asked;
import org.jixiao.inbox.Batch.Outcome;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DemoData
@DisplayName("Approving several at once")
class BatchTest {

    @Autowired
    Batch approval;

    @Autowired
    Probe probe;

    @Autowired
    Cases cases;

    @BeforeEach
    void deploy() {
        probe.deploy();
    }

    private Asked asked(String caseId) {
        return new Asked(probe.open(caseId), cases.revision(caseId));
    }

    @Test
    void judges_each_by_itself_and_one_that_is_stale_stops_no_other() {
        var submitted = new ArrayList<String>();
        for (String section : List.of("data", "city", "security", "data")) submitted.add(probe.submitted(section));
        var batch = new ArrayList<>(submitted.stream().map(this::asked).toList());
        var seen = batch.get(1);
        batch.set(1, new Asked(seen.taskId(), seen.revision() - 1));
        var told = new ArrayList<Outcome>();
        var outcomes = approval.approve(probe.actor("chief.general"), batch, "同意", told::add);
        assertThat(outcomes).isEqualTo(told).extracting(Outcome::done).containsExactly(true, false, true, true);
        assertThat(outcomes.get(1).refusal()).extracting(Refusal::kind).isEqualTo(Refusal.Kind.STALE);
        assertThat(submitted).extracting(probe::at)
                .containsExactly("Task_Deputy", "Task_Coordinator", "Task_Deputy", "Task_Deputy");
        assertThat(cases.timeline(submitted.get(0)))
                .anyMatch(e -> e.verb() == Verb.APPROVE && "同意".equals(e.opinion()));
    }

    @Test
    void approves_nothing_for_who_may_not() {
        String caseId = probe.submitted("data");
        var outcomes = approval.approve(probe.actor("chief.city"), List.of(asked(caseId)), null, o -> {});
        assertThat(outcomes).singleElement().satisfies(o ->
                assertThat(o.refusal()).extracting(Refusal::kind).isEqualTo(Refusal.Kind.FORBIDDEN));
        assertThat(probe.at(caseId)).isEqualTo("Task_Coordinator");
    }

    @Test
    void takes_only_one_kind_and_a_bounded_number() {
        String examined = probe.submitted("data");
        String further = probe.submitted("city");
        probe.does("chief.general", further, Verb.APPROVE);
        var mixed = List.of(asked(examined), asked(further));
        var general = probe.actor("chief.general");
        assertThatThrownBy(() -> approval.approve(general, mixed, null, o -> {})).hasMessageContaining("batch.mixed");
        assertThat(probe.at(examined)).isEqualTo("Task_Coordinator");
        assertThatThrownBy(() -> approval.approve(general, List.of(), null, o -> {})).hasMessageContaining("batch.empty");
        var many = new ArrayList<Asked>();
        for (int i = 0; i <= Batch.LARGEST; i++) many.add(new Asked("t" + i, 1));
        assertThatThrownBy(() -> approval.approve(general, many, null, o -> {})).hasMessageContaining("batch.many");
    }
}
