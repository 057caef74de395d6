package org.jixiao.inbox.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.jixiao.modelling.Leave;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.StepForm.Option;
import org.jixiao.workflow.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page of a step with a form that its model asks for")
class DrawnPageTest extends ProbePages {

    String caseId;

    @BeforeEach
    void a_case_is_begun() {
        caseId = Leave.begun(context);
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    @Test
    void it_is_filled_stored_refused_at_its_fields_and_submitted() {
        open("chief.data", caseId);
        _setValue(field("去往何处"), "上");
        assertThat(words()).contains("已自动保存");
        press("提交");
        assertThat(field("去往何处").getErrorMessage()).isEqualTo("“去往何处”至少 2 个字。");
        assertThat(field("天数").isInvalid()).isTrue();
        assertThat(_get(ComboBox.class, spec -> spec.withLabel("类别")).isInvalid()).isTrue();
        _setValue(field("去往何处"), "上海");
        _setValue(field("天数"), "5");
        _setValue((ComboBox<Option>) _get(ComboBox.class, spec -> spec.withLabel("类别")), new Option("meeting", "会议"));
        _setValue((CheckboxGroup<Option>) _get(CheckboxGroup.class, spec -> spec.withLabel("携带")), Set.of(new Option("seal", "公章")));
        press("提交");
        assertThat(probe.at(caseId)).isEqualTo("decide");
    }

    @Test
    void who_decides_reads_what_was_filled_in_and_fills_their_own() {
        it_is_filled_stored_refused_at_its_fields_and_submitted();
        open("director", caseId);
        assertThat(words()).contains("去往何处", "上海", "公章");
        assertThat(field("申请天数").isReadOnly()).isTrue();
        assertThat(field("申请天数").getValue()).isEqualTo("5");
        _setValue(field("批准天数"), "20");
        press("同意");
        assertThat(field("批准天数").getErrorMessage()).isEqualTo("“批准天数”不能大于 10。");
        _setValue(field("批准天数"), "4");
        press("同意");
        assertThat(cases.timeline(caseId)).anyMatch(e -> e.entered().stream().anyMatch(l -> l.values().contains("4")));
        assertThat(_find(DrawnPanel.class)).isEmpty();
    }

    @Test
    void a_step_that_was_returned_unfilled_still_has_its_page() {
        it_is_filled_stored_refused_at_its_fields_and_submitted();
        String task = probe.open(caseId);
        open("director", caseId);
        verbs.act(probe.actor("director"), task, Act.of(Verb.RETURN, cases.revision(caseId)).opinion("太久"));
        go("task/" + task);
        assertThat(words()).contains("去往何处", "上海");
        assertThat(_find(TextField.class)).isEmpty();
    }
}
