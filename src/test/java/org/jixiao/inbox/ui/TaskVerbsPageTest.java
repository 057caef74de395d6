package org.jixiao.inbox.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Set;
import org.jixiao.inbox.StockOpinions;
import org.jixiao.workflow.Act.MarkedRow;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs.Receiver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("On the page of a task")
class TaskVerbsPageTest extends ProbePages {

    @Autowired
    StockOpinions stock;

    @Test
    @SuppressWarnings("unchecked")
    void a_task_is_handed_over_with_a_reason_and_had_back() {
        String caseId = probe.submitted("data");
        String task = probe.open(caseId);
        open("chief.general", caseId);
        press("转办…");
        press("转办");
        assertThat(cases.timeline(caseId)).noneMatch(e -> e.verb() == Verb.TRANSFER);
        ComboBox<Receiver> whom = _get(ComboBox.class, spec -> spec.withLabel("转给"));
        assertThat(whom.getErrorMessage()).isEqualTo("请选一位接手人。");
        Receiver receiver = verbs.receivers(probe.actor("chief.general"), task, Verb.TRANSFER).stream()
                .filter(r -> r.id().equals(probe.actor("chief.security").id()))
                .findFirst()
                .orElseThrow();
        _setValue(whom, receiver);
        var reason = _get(TextArea.class, spec -> spec.withLabel("转办原因"));
        _setValue(reason, "长".repeat(2_001));
        press("转办");
        assertThat(reason.getErrorMessage()).isEqualTo("最多 2000 字，现在 2001 字。");
        assertThat(cases.timeline(caseId)).noneMatch(e -> e.verb() == Verb.TRANSFER);
        _setValue(reason, "外出两周");
        press("转办");
        assertThat(notices()).contains("已转办");
        go("task/" + task);
        assertThat(words()).contains("审批中", receiver.name(), "转办给 " + receiver.name(), "外出两周");
        _click(_get(_get(DecisionBar.class), Button.class, spec -> spec.withText("取回")));
        assertThat(cases.task(probe.actor("chief.general"), task).verbs()).contains(Verb.APPROVE);
    }

    @Test
    @SuppressWarnings("unchecked")
    void others_are_asked_to_sign_first_with_a_reason() {
        String caseId = probe.submitted("data");
        open("chief.general", caseId);
        var general = probe.actor("chief.general");
        var offered = verbs.receivers(general, probe.open(caseId), Verb.ADD_BEFORE);
        new HandDialog(Verb.ADD_BEFORE, offered, "", (whom, why) -> verbs.act(
                        general,
                        probe.open(caseId),
                        probe.act(Verb.ADD_BEFORE, caseId).opinion(why).receivers(whom)))
                .open();
        press("前加签");
        MultiSelectComboBox<Receiver> whom = _get(MultiSelectComboBox.class, spec -> spec.withLabel("请谁签"));
        assertThat(whom.getErrorMessage()).isEqualTo("请选请谁签。");
        whom.setValue(Set.of(offered.stream().filter(r -> r.id().equals(probe.post("chief.city"))).findFirst().orElseThrow()));
        _setValue(_get(TextArea.class, spec -> spec.withLabel("加签原因")), "请先把关");
        press("前加签");
        open("chief.city", caseId);
        assertThat(words()).contains("办理前先请", "请先把关").doesNotContain("您可以查看，不能办理");
        press("同意");
        open("chief.general", caseId);
        assertThat(cases.task(general, probe.open(caseId)).verbs()).contains(Verb.APPROVE);
    }

    @Test
    void a_delegate_replies_with_an_opinion_and_nothing_else() {
        String caseId = probe.submitted("data");
        verbs.act(
                probe.actor("chief.general"),
                probe.open(caseId),
                probe.act(Verb.DELEGATE, caseId).opinion("请核一下数").receivers(List.of(probe.actor("chief.city").id())));
        open("chief.city", caseId);
        assertThat(words()).contains("请核一下数", "把此件委派给您").doesNotContain("您可以查看，不能办理");
        var bar = _get(DecisionBar.class);
        press("回复");
        TextArea opinion = _get(bar, TextArea.class);
        assertThat(opinion.getErrorMessage()).isEqualTo("请写下意见再回复。");
        _setValue(opinion, "数据无误");
        press("回复");
        open("chief.general", caseId);
        assertThat(words()).contains("数据无误", "回复");
        assertThat(cases.task(probe.actor("chief.general"), probe.open(caseId)).verbs()).contains(Verb.APPROVE);
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_copy_shows_its_receipt() {
        String caseId = probe.submitted("data");
        open("chief.general", caseId);
        var posts = verbs.receivers(probe.actor("chief.general"), probe.open(caseId), Verb.COPY);
        new CopyDialog(posts, (chosen, note) -> verbs.act(
                        probe.actor("chief.general"),
                        probe.open(caseId),
                        probe.act(Verb.COPY, caseId).opinion(note).receivers(chosen)))
                .open();
        press("抄送");
        CheckboxGroup<Receiver> whom = _get(CheckboxGroup.class);
        assertThat(whom.getErrorMessage()).isEqualTo("请选抄送给谁。");
        whom.setValue(Set.of(posts.stream().filter(p -> p.id().equals(probe.post("chief.city"))).findFirst().orElseThrow()));
        _setValue(_get(TextField.class, spec -> spec.withLabel("附言（可不填）")), "请知悉");
        press("抄送");
        open("chief.general", caseId);
        _get(TabSheet.class).setSelectedIndex(2);
        assertThat(words()).contains("抄送 1", "请知悉", "未读");
        open("chief.city", caseId);
        assertThat(words()).contains("审批中", "您可以查看，不能办理");
        open("chief.general", caseId);
        _get(TabSheet.class).setSelectedIndex(2);
        assertThat(words()).contains("已读", probe.actor("chief.city").name() + " 于");
    }

    @Test
    void a_locked_page_says_with_whom_it_is() {
        String caseId = probe.submitted("data");
        open("chief.data", caseId);
        assertThat(words()).contains("审批中（核查，在" + probe.actor("chief.general").name() + "处）");
        String done = jdbc.sql("select task_id from case_step where case_id = ? and state = 'DONE'")
                .param(caseId)
                .query(String.class)
                .single();
        go("task/" + done);
        assertThat(words()).contains("此件已到下一环节", "现在是核查，在").doesNotContain("去办理");
        var returned = probe.act(Verb.RETURN, caseId).opinion("再核");
        verbs.act(probe.actor("chief.general"), probe.open(caseId), returned);
        go("task/" + done);
        go(_get(RouterLink.class, spec -> spec.withText("去办理")).getHref());
        assertThat(words()).contains("再核").doesNotContain("去办理");
    }

    @Test
    void a_decision_can_be_taken_back_where_it_is_announced() {
        String caseId = probe.submitted("data");
        open("chief.general", caseId);
        press("同意");
        assertThat(probe.at(caseId)).isEqualTo("Task_Deputy");
        press("取回");
        assertThat(probe.at(caseId)).isEqualTo("Task_Coordinator");
        assertThat(words()).contains("数据资源科");
    }

    @Test
    void its_place_in_the_list_leads_to_its_neighbours() {
        String first = probe.submitted("data");
        probe.submitted("city");
        open("chief.general", first);
        assertThat(words()).contains("待办第 1 件，共 2 件");
        assertThat(_get(Button.class, spec -> spec.withAttribute("data-key", "k")).isEnabled()).isFalse();
        _click(_get(Button.class, spec -> spec.withAttribute("data-key", "j")));
        assertThat(words()).contains("城市运行科", "待办第 2 件，共 2 件");
    }

    @Test
    void a_return_is_drawn_under_the_way_with_its_count() {
        String caseId = probe.submitted("data");
        for (int i = 0; i < 2; i++) {
            verbs.act(
                    probe.actor("chief.general"),
                    probe.open(caseId),
                    probe.act(Verb.RETURN, caseId).rows(List.of(new MarkedRow("a", "口径不清"))));
            probe.does("chief.data", caseId, Verb.SUBMIT);
        }
        open("chief.general", caseId);
        assertThat(words()).contains("退回 2 次", "全程已用", "本环节限");
    }

    @Test
    void ones_own_sentences_are_put_in_where_the_cursor_is() {
        String caseId = probe.submitted("data");
        stock.keep(probe.actor("chief.general"), List.of("口径一致。", "请补充佐证。"));
        open("chief.general", caseId);
        var opinion = _get(TextArea.class, spec -> spec.withClasses("jx-opinion"));
        _setValue(opinion, "前后");
        var menu = _get(StockMenu.class);
        assertThat(menu.getItems().get(0).getSubMenu().getItems()).extracting(i -> i.getText())
                .containsExactly("口径一致。", "请补充佐证。", "管理常用意见…");
        menu.insert("口径一致。", 1);
        assertThat(opinion.getValue()).isEqualTo("前口径一致。后");
        menu.insert("完", -1);
        assertThat(opinion.getValue()).isEqualTo("前口径一致。后完");
    }

    @Test
    void sentences_are_added_reordered_and_removed_and_none_is_there_unasked() {
        var kept = new java.util.ArrayList<List<String>>();
        signIn("chief.general");
        go("");
        new StockDialog(List.of(), kept::add).open();
        press("同意。");
        _setValue(_get(TextField.class, spec -> spec.withLabel("新的一条")), "请补充佐证。");
        press("添加");
        assertThat(kept.get(kept.size() - 1)).containsExactly("同意。", "请补充佐证。");
        _click(_get(Button.class, spec -> spec.withPredicate(b -> "上移：请补充佐证。".equals(b.getAriaLabel().orElse("")))));
        assertThat(kept.get(kept.size() - 1)).containsExactly("请补充佐证。", "同意。");
        _click(_get(Button.class, spec -> spec.withPredicate(b -> "删去：同意。".equals(b.getAriaLabel().orElse("")))));
        assertThat(kept.get(kept.size() - 1)).containsExactly("请补充佐证。");
    }
}
