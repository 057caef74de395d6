package org.jixiao.inbox.ui;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jixiao.base.ui.PlainTable;
import org.jixiao.modelling.Leave;
import org.jixiao.modelling.Sketch;
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
    void who_countersigns_is_told_the_rule_and_how_many_have_signed() throws Exception {
        var fragment = Files.readAllBytes(Path.of("bpmn/fragments/countersign.bpmn"));
        var drawn = Sketch.deploy(context, "示例", Map.of("countersign.bpmn", fragment));
        String signed = Sketch.start(context, drawn);
        verbs.act(probe.actor("chief.data"), probe.open(signed), probe.act(Verb.SUBMIT, signed));
        signIn("deputy");
        go("task/" + taskOf("deputy", signed));
        assertThat(words()).contains("会签：人人都签，全部同意才通过。已签 0 人，待签 2 人。");
        press("同意");
        assertThat(notices()).contains("已同意").doesNotContain("下一步");
        signIn("director");
        go("task/" + taskOf("director", signed));
        assertThat(words()).contains("已签 1 人，待签 1 人。");
    }

    private String taskOf(String login, String of) {
        return jdbc.sql("select task_id from case_step where case_id = ? and state = 'OPEN' and post = ?")
                .params(of, probe.post(login))
                .query(String.class)
                .single();
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

    @SuppressWarnings("unchecked")
    @Test
    void conditions_hide_rows_come_and_go_and_the_table_follows() {
        caseId = Leave.purchase(context);
        open("chief.data", caseId);
        assertThat(_find(TextField.class)).extracting(TextField::getLabel).containsExactlyInAnyOrder("联系邮箱", "联系电话", "天数");
        _setValue((RadioButtonGroup<Option>) _get(RadioButtonGroup.class), new Option("purchase", "采购"));
        assertThat(words()).contains("多于 5 件的", "没有数据");
        _setValue(cells("名称").get(0), "打印纸");
        assertThat(_find(TextField.class, spec -> spec.withLabel("为何这么多"))).isEmpty();
        _setValue(cells("数量").get(0), "12");
        assertThat(cells("为何这么多")).hasSize(1);
        press("增加一行");
        _setValue(cells("名称").get(1), "硒鼓");
        _setValue(cells("数量").get(1), "0");
        assertThat(_get(PlainTable.class).getElement().getTextRecursively()).contains("打印纸", "12").doesNotContain("硒鼓");
        press("提交");
        assertThat(cells("数量").get(1).getErrorMessage()).isEqualTo("“物品 2 · 数量”不能小于 1。");
        assertThat(cells("为何这么多").get(0).isInvalid()).isTrue();
        _setValue(cells("为何这么多").get(0), "全科一年的量");
        _click(_find(Button.class, spec -> spec.withAttribute("aria-label", "删去第 2 行")).get(0));
        assertThat(cells("名称")).extracting(TextField::getValue).containsExactly("打印纸");
        press("提交");
        assertThat(probe.at(caseId)).isEqualTo("agree");
        open("deputy", caseId);
        assertThat(words()).contains("物品 1 · 名称", "打印纸", "全科一年的量").doesNotContain("硒鼓");
    }

    @Test
    void what_people_write_is_read_as_in_the_grid_and_what_is_no_day_stands_in_the_way() {
        caseId = Leave.begun(context, "请写明外出事项", "请写明**外出**事项");
        open("chief.data", caseId);
        assertThat(_get(Markdown.class).getContent()).isEqualTo("请写明**外出**事项");
        _setValue(field("天数"), "１２");
        assertThat(field("天数").getValue()).isEqualTo("12");
        var from = _get(DatePicker.class, spec -> spec.withLabel("从哪天起"));
        from.getElement().setProperty("_inputElementValue", "下周三");
        _fireDomEvent(from, "unparsable-change");
        assertThat(from.getErrorMessage()).isEqualTo("“从哪天起”要填日期，如 2026-12-31。");
        open("chief.data", caseId);
        from = _get(DatePicker.class, spec -> spec.withLabel("从哪天起"));
        assertThat(from.getPlaceholder()).as("as it was typed").isEqualTo("下周三");
        var why = _get(TextArea.class, spec -> spec.withLabel("事由"));
        _setValue(why, "长".repeat(4001));
        press("提交");
        assertThat(probe.at(caseId)).isEqualTo("fill");
        assertThat(from.isInvalid()).isTrue();
        assertThat(why.getErrorMessage()).isEqualTo("“事由”最多 4000 个字。");
        assertThat(why.getValue()).hasSize(4001);
    }

    @Test
    void a_pattern_says_what_its_author_said_of_it() {
        caseId = Leave.begun(context, "\"minLength\": 2,", "\"pattern\": \"^[a-z]+$\",");
        open("chief.data", caseId);
        _setValue(field("去往何处"), "上海");
        press("提交");
        assertThat(field("去往何处").getErrorMessage()).isEqualTo("“去往何处”的写法不符合要求（^[a-z]+$）。");
        caseId = Leave.begun(context, "\"label\": \"去往何处\", \"validate\": {\"required\": true, \"minLength\": 2,",
                "\"label\": \"去往何处\", \"description\": \"请写拼音\", \"validate\": {\"required\": true, \"pattern\": \"^[a-z]+$\",");
        open("chief.data", caseId);
        _setValue(field("去往何处"), "上海");
        press("提交");
        assertThat(field("去往何处").getErrorMessage()).isEqualTo("“去往何处”的写法不对：请写拼音");
    }

    private static List<TextField> cells(String label) {
        return _find(TextField.class, spec -> spec.withLabel(label));
    }

    @Test
    void what_was_found_wrong_stays_in_sight_while_it_is_mended_in_a_form_that_reacts() {
        caseId = Leave.purchase(context);
        open("chief.data", caseId);
        press("提交");
        assertThat(words()).contains("请填“事由”。");
        _setValue(field("联系邮箱"), "zhang@suzhou.gov.cn");
        assertThat(words()).contains("请填“事由”。", "已自动保存");
    }
}
