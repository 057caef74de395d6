package org.jixiao.target.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.jixiao.PageTest;
import org.jixiao.organisation.SignIn;
import org.jixiao.target.TargetRow;
import org.jixiao.target.Targets;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Act.MarkedRow;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("The forms of a section's targets")
class FormsTest extends PageTest {

    private static final String UNIT = "szxxzx";

    @Autowired
    Cases cases;

    @Autowired
    Verbs verbs;

    @Autowired
    Targets targets;

    private String caseOf(String section) {
        return cases.find("section-targets", UNIT, 2023, section, null).orElseThrow().caseId();
    }

    private void fill(String section) {
        signIn("chief." + section);
        go("task/" + cases.fillTask(caseOf(section)).orElseThrow());
    }

    private TargetRow row(String section, int index) {
        return targets.current(UNIT, 2023).stream().filter(r -> r.section().equals(section)).toList().get(index);
    }

    private <C extends Cell<C>> C cell(Class<C> type, String column, int index) {
        return _find(type).stream().filter(c -> column.equals(c.getElement().getAttribute("data-col"))).toList().get(index);
    }

    @Test
    void a_cell_stores_itself_and_the_rules_answer_beside_it() {
        fill("city");
        _setValue(cell(Cell.Text.class, "halfText", 0), "≥3篇");
        assertThat(row("city", 0).halfText()).isEqualTo("≥3篇");
        assertThat(words()).contains("半年 3 ＞ 全年 2", "已自动保存");
        _setValue(cell(Cell.Text.class, "halfText", 0), "≥2篇");
        assertThat(words()).doesNotContain("半年 3 ＞ 全年 2");
    }

    @Test
    void what_stored_itself_can_be_submitted_from_the_same_page() {
        fill("citizen");
        _setValue(cell(Cell.Text.class, "halfText", 0), "≥97%");
        _setValue(cell(Cell.Text.class, "annualText", 0), "≥97%");
        _click(_get(Button.class, spec -> spec.withText("提交牵头科室核查")));
        assertThat(notices()).contains("已提交");
        assertThat(cases.submissions(caseOf("citizen"))).hasSize(1);
        assertThat(row("citizen", 0).annualText()).isEqualTo("≥97%");
    }

    @Test
    void an_unclear_measure_is_a_question_until_it_is_settled() {
        fill("construction");
        assertThat(words()).contains("≥4个 → ≥8个 的计量口径不明", "≥5个 → ≥10个 的计量口径不明");
        int index = (int) targets.current(UNIT, 2023).stream()
                .filter(r -> r.section().equals("construction") && r.seq() < 60)
                .count();
        _setValue(cell(Cell.Choice.class, "measure", index), "STOCK");
        assertThat(words()).doesNotContain("≥4个 → ≥8个 的计量口径不明");
    }

    @Test
    void rows_are_added_and_removed_in_place() {
        fill("security");
        int before = targets.current(UNIT, 2023).size();
        _click(_get(Button.class, spec -> spec.withText("增行")));
        assertThat(targets.current(UNIT, 2023)).hasSize(before + 1);
        assertThat(words()).contains("缺三级指标名称");
        int last = _find(Button.class, spec -> spec.withPredicate(b -> b.getElement().getAttribute("aria-label") != null
                && b.getElement().getAttribute("aria-label").endsWith("的其他内容"))).size() - 1;
        _click(_find(Button.class, spec -> spec.withPredicate(b -> b.getElement().getAttribute("aria-label") != null
                && b.getElement().getAttribute("aria-label").endsWith("的其他内容"))).get(last));
        _click(_get(Button.class, spec -> spec.withText("删去本项")));
        assertThat(targets.current(UNIT, 2023)).hasSize(before);
    }

    @Test
    void the_units_part_shows_its_sums_live() {
        fill("general");
        _click(_get(Button.class, spec -> spec.withText("单位情况")));
        assertThat(words()).contains("55028.40", "8 个项目半年计划为 0");
        _setValue(cell(Cell.Text.class, "fund-annualBudget", 9), "400");
        assertThat(words()).contains("基本 400.00 + 项目 54631.98 = 55031.98，不等于收入 55028.40");
        _setValue(cell(Cell.Text.class, "fund-annualBudget", 9), "396.42");
        assertThat(words()).doesNotContain("55031.98");
    }

    @Test
    void after_a_return_by_row_only_that_row_opens_and_the_next_examiner_sees_what_changed() {
        String caseId = caseOf("application");
        var chief = SignIn.actor(context, "chief.application");
        var general = SignIn.actor(context, "chief.general");
        var submitted = verbs.act(chief, cases.fillTask(caseId).orElseThrow(), Act.of(Verb.SUBMIT, cases.revision(caseId)));
        var marked = row("application", 1);
        verbs.act(general, submitted.open().get(0).taskId(), Act.of(Verb.RETURN, submitted.revision())
                .rows(List.of(new MarkedRow(marked.id().toString(), "请核对增长率"))));

        fill("application");
        assertThat(words()).contains("退回原因：请核对增长率");
        assertThat(cell(Cell.Text.class, "halfText", 0).getElement().hasAttribute("readonly")).isTrue();
        _setValue(cell(Cell.Text.class, "halfText", 1), "≥10%");
        var again = verbs.act(chief, cases.fillTask(caseId).orElseThrow(), Act.of(Verb.SUBMIT, cases.revision(caseId)));
        close();

        signIn("chief.general");
        go("task/" + again.open().get(0).taskId());
        assertThat(words()).contains("较第 1 轮：改 1 行，增 0 行，删 0 行，未变 4 行", "≥15%", "≥10%");
        _setValue(_find(Checkbox.class).get(0), true);
        assertThat(words()).contains("退回原因");
        assertThat(_find(TextField.class, spec -> spec.withPredicate(f -> "请写明要改什么；也可在下方共用一条意见".equals(f.getPlaceholder())))).hasSize(1);
    }

    @Test
    void the_page_of_targets_shows_ones_own_draft_and_says_why_anothers_is_closed() {
        signIn("chief.data");
        go("targets");
        assertThat(words()).contains("数据资源科　2023 年度绩效目标", "政务数据按需共享率");
        go("targets/szxxzx/2023/command");
        assertThat(words()).contains("这个科室的目标还没有批复").doesNotContain("驻场人员、专班数量");
    }

    @Test
    void a_year_is_opened_on_its_page_by_the_coordinator_alone() {
        signIn("chief.data");
        go("years/open/szxxzx");
        assertThat(words()).doesNotContain("填报单位情况的科室");
        close();
        signIn("chief.general");
        go("years/open/szxxzx");
        _setValue(_get(IntegerField.class), 2042);
        _click(_get(Button.class, spec -> spec.withText("开启年度")));
        assertThat(targets.plan(UNIT, 2042)).isPresent();
        assertThat(targets.inForce(UNIT, 2042, LocalDate.of(2042, 12, 31))).isEmpty();
    }
}
