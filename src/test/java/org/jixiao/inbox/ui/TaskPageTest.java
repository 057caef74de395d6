package org.jixiao.inbox.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Locale;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Act.MarkedRow;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Processes;
import org.jixiao.workflow.Verb;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("The page of a task")
class TaskPageTest extends ProbePages {

    @Autowired
    Processes processes;

    List<String> buttons() {
        return _get(DecisionBar.class).getElement().isVisible()
                ? _find(_get(DecisionBar.class), Button.class).stream()
                        .map(Button::getText)
                        .toList()
                : List.of();
    }

    TextArea opinion() {
        return _get(TextArea.class, spec -> spec.withClasses("jx-opinion"));
    }

    String stored(String caseId) {
        return jdbc.sql("select text from probe_row where case_id = ? and id = 'a'")
                .param(caseId)
                .query(String.class)
                .single();
    }

    Verb last(String caseId) {
        List<Cases.Entry> timeline = cases.timeline(caseId);
        return timeline.get(timeline.size() - 1).verb();
    }

    @Test
    void a_chief_fills_saves_and_submits() {
        String caseId = probe.start("data");
        open("chief.data", caseId);
        assertThat(buttons()).contains("暂存", "提交");
        _setValue(_get(TextField.class, spec -> spec.withLabel("a")), "一");
        press("暂存");
        assertThat(stored(caseId)).isEqualTo("一");
        assertThat(words()).contains("已自动保存");
        _setValue(_get(TextField.class, spec -> spec.withLabel("a")), "二");
        press("提交");
        assertThat(last(caseId)).isEqualTo(Verb.SUBMIT);
        assertThat(probe.at(caseId)).isEqualTo("Task_Coordinator");
        assertThat(notices()).contains("已提交");
    }

    @Test
    void errors_are_listed_and_nothing_is_submitted() {
        String caseId = probe.start("data");
        open("chief.data", caseId);
        _setValue(_get(TextField.class, spec -> spec.withLabel("a")), "一");
        press("暂存");
        _setValue(_get(TextField.class, spec -> spec.withLabel("a")), "");
        press("提交");
        assertThat(probe.at(caseId)).isEqualTo("Task_Fill");
        assertThat(notices()).contains("错误须改正");
    }

    @Test
    void an_approver_agrees_with_an_opinion_and_is_led_to_the_next_task() {
        String first = probe.submitted("data");
        String second = probe.submitted("city");
        open("chief.general", first);
        _setValue(opinion(), "完整");
        press("同意");
        assertThat(cases.timeline(first)).anyMatch(e -> e.verb() == Verb.APPROVE && "完整".equals(e.opinion()));
        assertThat(_get(H1.class).getText()).contains("城市运行科");
        assertThat(opinion().getValue()).as("said of the one before").isEmpty();
        press("同意");
        assertThat(cases.timeline(second)).anyMatch(e -> e.verb() == Verb.APPROVE && e.opinion() == null);
        assertThat(_get(H1.class).getText()).isEqualTo("待办");
    }

    @Test
    void marked_rows_make_return_the_main_button_and_need_a_reason() {
        String caseId = probe.submitted("data");
        open("chief.general", caseId);
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("退回 a")), true);
        assertThat(words()).contains("已标记退回 1 行");
        press("退回所选 1 行");
        assertThat(opinion().getErrorMessage()).isEqualTo("退回须写明原因。");
        assertThat(last(caseId)).isEqualTo(Verb.SUBMIT);
        _setValue(opinion(), "请核对");
        press("退回所选 1 行");
        assertThat(probe.at(caseId)).isEqualTo("Task_Fill");
        assertThat(cases.timeline(caseId))
                .anyMatch(e -> e.verb() == Verb.RETURN && "请核对".equals(e.opinion()) && e.rowReasons().containsKey("a"));
    }

    @Test
    void what_is_too_long_says_so_and_is_kept_whole() {
        String caseId = probe.submitted("data");
        open("chief.general", caseId);
        _setValue(opinion(), "长".repeat(2001));
        press("同意");
        assertThat(opinion().getErrorMessage()).contains("2000", "2001");
        assertThat(last(caseId)).isEqualTo(Verb.SUBMIT);
        assertThat(opinion().getValue()).hasSize(2001);
    }

    @Test
    void a_return_without_marks_asks_for_the_reason() {
        String caseId = probe.submitted("data");
        open("chief.general", caseId);
        press("退回…");
        _get(ReturnDialog.class);
        press("退回");
        assertThat(last(caseId)).isEqualTo(Verb.SUBMIT);
        _setValue(_get(TextArea.class, spec -> spec.withLabel("退回原因")), "全部重填");
        press("退回");
        assertThat(last(caseId)).isEqualTo(Verb.RETURN);
    }

    @Test
    void what_was_returned_and_why_stands_above_the_form() {
        String caseId = probe.submitted("data");
        verbs.act(
                probe.actor("chief.general"),
                probe.open(caseId),
                probe.act(Verb.RETURN, caseId).rows(List.of(new MarkedRow("a", "口径不清"))));
        open("chief.data", caseId);
        assertThat(words()).contains("退回 1 行，其余行已锁定", "口径不清", "第 2 轮");
        assertThat(buttons()).as("submitting leads there").noneMatch(b -> b.startsWith("直达"));
    }

    @Test
    void straight_back_is_offered_where_submitting_would_lead_to_somebody_else_first() {
        String caseId = probe.submitted("data");
        verbs.act(probe.actor("chief.general"), probe.open(caseId), probe.act(Verb.APPROVE, caseId));
        var returned = probe.act(Verb.RETURN, caseId).to("Task_Fill").rows(List.of(new MarkedRow("a", "口径不清")));
        verbs.act(probe.actor("deputy"), probe.open(caseId), returned);
        open("chief.data", caseId);
        assertThat(buttons()).anyMatch(b -> b.startsWith("直达")).contains("提交");
    }

    @Test
    void a_stale_page_says_who_acted_and_keeps_what_was_typed() {
        String caseId = probe.submitted("data");
        open("chief.general", caseId);
        _setValue(opinion(), "写了很久的意见");
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("退回 a")), true);
        _setValue(_get(TextField.class, spec -> spec.withLabel("理由 a")), "写了很久的理由");
        UI page = UI.getCurrent();
        verbs.act(
                probe.actor("chief.data"),
                jdbc.sql("select task_id from case_step where case_id = ? and state = 'DONE'")
                        .param(caseId)
                        .query(String.class)
                        .single(),
                Act.of(Verb.WITHDRAW, cases.revision(caseId)));
        assertThat(UI.getCurrent()).isSameAs(page);
        press("退回所选 1 行");
        assertThat(notices()).contains("数据资源科负责人", "撤回");
        assertThat(opinion().getValue()).isEqualTo("写了很久的意见");
        assertThat(words()).contains("写了很久的理由");
        assertThat(last(caseId)).isEqualTo(Verb.WITHDRAW);
    }

    @Test
    void a_button_already_reached_for_stays_while_the_form_reports_what_was_typed() {
        String caseId = probe.submitted("data");
        open("chief.general", caseId);
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("退回 a")), true);
        var button = _get(Button.class, spec -> spec.withText("退回所选 1 行"));
        _setValue(_get(TextField.class, spec -> spec.withLabel("理由 a")), "口径不清");
        assertThat(_get(Button.class, spec -> spec.withText("退回所选 1 行"))).isSameAs(button);
        _click(button);
        assertThat(last(caseId)).isEqualTo(Verb.RETURN);
    }

    @Test
    void what_was_typed_on_a_page_gone_stale_stays_in_sight_and_goes_in_again() {
        String caseId = probe.start("data");
        open("chief.data", caseId);
        _setValue(_get(TextField.class, spec -> spec.withLabel("a")), "在这一页写的");
        verbs.act(
                probe.actor("chief.data"),
                probe.open(caseId),
                probe.act(Verb.SAVE, caseId).body(probe.rows(Map.of("a", "在另一页写的"))));
        press("暂存");
        assertThat(stored(caseId)).isEqualTo("在另一页写的");
        assertThat(_get(TextField.class, spec -> spec.withLabel("a")).getValue()).isEqualTo("在另一页写的");
        assertThat(words()).contains("刚才填写的内容没有存上", "在这一页写的");
        press("查看结果");
        assertThat(words()).as("having looked").contains("刚才填写的内容没有存上", "在这一页写的");
        press("重新填入");
        assertThat(stored(caseId)).isEqualTo("在这一页写的");
        assertThat(_get(TextField.class, spec -> spec.withLabel("a")).getValue()).isEqualTo("在这一页写的");
        assertThat(words()).doesNotContain("刚才填写的内容没有存上");
    }

    @Test
    void a_submitter_takes_it_back_from_the_done_box() {
        String caseId = probe.submitted("data");
        signIn("chief.data");
        go("task/"
                + jdbc.sql("select task_id from case_step where case_id = ? and state = 'DONE'")
                        .param(caseId)
                        .query(String.class)
                        .single());
        assertThat(words()).contains("此件已到下一环节");
        press("撤回");
        assertThat(probe.at(caseId)).isEqualTo("Task_Fill");
        assertThat(buttons()).contains("提交");
    }

    @Test
    void a_submitter_withdraws_or_urges_from_where_it_stands_now() {
        String caseId = probe.submitted("data");
        open("chief.data", caseId);
        assertThat(buttons()).containsExactlyInAnyOrder("撤回", "催办");
        press("催办");
        assertThat(notices()).contains("已催办");
        press("撤回");
        assertThat(probe.at(caseId)).isEqualTo("Task_Fill");
    }

    @Test
    void whoever_stands_in_for_a_vacant_post_is_told_so() {
        String caseId = probe.submitted("data");
        jdbc.sql("update holding set valid_to = valid_from where post in (select id from post where kind = 'COORDINATOR')")
                .update();
        open("deputy", caseId);
        assertThat(words()).contains("“牵头科室”空缺，此件由您代办");
    }

    @Test
    void what_the_system_noted_is_told_in_the_readers_language() {
        String caseId = probe.submitted("data");
        processes.tell(caseId, "HalfYearOpened", probe.actor("chief.general"), "提前十天");
        processes.tell(caseId, "DatesChanged", probe.actor("chief.general"), "2023-07-10 / –");
        open("chief.general", caseId);
        _get(TabSheet.class).setSelectedIndex(1);
        assertThat(words())
                .contains("半年自评开放：提前十天", "自评日期（半年 / 全年）改为 2023-07-10 / –")
                .doesNotContain("HalfYearOpened", "DatesChanged");
        signIn("chief.general", Locale.ENGLISH);
        go("task/" + probe.open(caseId));
        _get(TabSheet.class).setSelectedIndex(1);
        assertThat(words()).contains("The half-year self-evaluation was opened: 提前十天");
    }

    @Test
    void a_foreign_task_and_an_unknown_one_look_alike() {
        String caseId = probe.start("data");
        open("chief.city", caseId);
        String foreign = words();
        go("task/unknown");
        assertThat(words()).isEqualTo(foreign).contains("您不能办理此件。");
    }

    @Test
    void speaks_english_when_asked() {
        String caseId = probe.submitted("data");
        signIn("chief.general", Locale.ENGLISH);
        go("task/" + probe.open(caseId));
        assertThat(buttons()).contains("Approve");
    }
}
