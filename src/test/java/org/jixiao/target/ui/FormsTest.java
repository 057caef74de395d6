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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jixiao.PageTest;
import org.jixiao.base.Ids;
import org.jixiao.base.ui.GridHands;
import org.jixiao.base.ui.SheetGrid;
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

    private GridHands grid() {
        return new GridHands(_find(SheetGrid.class).get(0));
    }

    private GridHands money() {
        return new GridHands(_find(SheetGrid.class).get(1));
    }

    @Test
    void a_cell_stores_itself_and_the_rules_answer_beside_it() {
        fill("city");
        var grid = grid();
        String id = row("city", 0).id().toString();
        grid.type(id, "halfText", "≥3篇");
        assertThat(row("city", 0).halfText()).isEqualTo("≥3篇");
        assertThat(grid.line(id).path("checks").toString()).contains("半年 3 ＞ 全年 2");
        assertThat(words()).contains("已自动保存");
        grid.type(id, "halfText", "≥2篇");
        assertThat(grid.words()).doesNotContain("半年 3 ＞ 全年 2");
    }

    @Test
    void what_stored_itself_can_be_submitted_from_the_same_page() {
        fill("citizen");
        String id = row("citizen", 0).id().toString();
        grid().edit(Map.of("id", id, "halfText", "≥97%", "annualText", "≥97%"));
        _click(_get(Button.class, spec -> spec.withText("提交牵头科室核查")));
        assertThat(notices()).contains("已提交");
        assertThat(cases.submissions(caseOf("citizen"))).hasSize(1);
        assertThat(row("citizen", 0).annualText()).isEqualTo("≥97%");
    }

    @Test
    void an_unclear_measure_is_a_question_until_it_is_settled() {
        fill("construction");
        var grid = grid();
        assertThat(grid.words()).contains("≥4个 → ≥8个 的计量口径不明", "≥5个 → ≥10个 的计量口径不明");
        int index = (int) targets.current(UNIT, 2023).stream()
                .filter(r -> r.section().equals("construction") && r.seq() < 60)
                .count();
        grid.type(row("construction", index).id().toString(), "measure", "STOCK");
        assertThat(grid.words()).doesNotContain("≥4个 → ≥8个 的计量口径不明");
    }

    @Test
    void rows_are_added_and_removed_in_place() {
        fill("security");
        int before = targets.current(UNIT, 2023).size();
        var grid = grid();
        String id = Ids.next().toString();
        grid.edit(Map.of("id", id, "after", grid.rows().get(0), "level1", "履职"));
        assertThat(targets.current(UNIT, 2023)).hasSize(before + 1);
        assertThat(grid.line(id).path("checks").toString()).contains("缺三级指标名称");
        grid.remove(id);
        assertThat(targets.current(UNIT, 2023)).hasSize(before);
        assertThat(grid.rows()).doesNotContain(id);
    }

    @Test
    void rows_keep_the_order_they_were_moved_to() {
        fill("general");
        var grid = grid();
        var rows = new ArrayList<>(grid.rows());
        Collections.swap(rows, 0, 1);
        grid.edit(rows.stream().map(id -> Map.of("id", id)).toArray(Map[]::new));
        assertThat(grid.rows()).isEqualTo(rows);
    }

    @Test
    void what_an_earlier_window_left_behind_is_put_in_again_or_given_up() {
        fill("command");
        var row = row("command", 0);
        grid().left(Map.of("id", row.id().toString(), "halfText", "≥11个"));
        assertThat(words()).contains("刚才填写的内容没有存上", "≥11个");
        _click(_get(Button.class, spec -> spec.withText("重新填入")));
        assertThat(row("command", 0).halfText()).isEqualTo("≥11个");
        assertThat(words()).doesNotContain("刚才填写的内容没有存上");
        grid().left(Map.of("id", row.id().toString(), "halfText", "≥12个"));
        _click(_get(Button.class, spec -> spec.withText("放弃")));
        assertThat(words()).doesNotContain("≥12个");
        assertThat(row("command", 0).halfText()).isEqualTo("≥11个");
    }

    @Test
    void the_units_part_shows_its_sums_live() {
        fill("general");
        _click(_get(Button.class, spec -> spec.withText("单位情况")));
        assertThat(words()).contains("55028.40", "8 个项目半年计划为 0");
        var money = money();
        String basic = money.rows().get(9);
        money.type(basic, "annualBudget", "400");
        assertThat(words()).contains("基本 400.00 + 项目 54631.98 = 55031.98，不等于收入 55028.40");
        money.type(basic, "annualBudget", "396.42");
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
        var grid = grid();
        assertThat(grid.line(marked.id().toString()).path("returned").asText()).isEqualTo("退回原因：请核对增长率");
        assertThat(grid.line(row("application", 0).id().toString()).path("locked").asText()).contains("未退回");
        grid.type(marked.id().toString(), "halfText", "≥10%");
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
        go("years/open/szxxzx");
        int proposed = _get(IntegerField.class).getValue();
        assertThat(targets.plan(UNIT, proposed)).isEmpty();
        _click(_get(Button.class, spec -> spec.withText("开启年度")));
        go("years/open/szxxzx");
        assertThat(_get(IntegerField.class).getValue()).as("that one is open now").isEqualTo(proposed + 1);
    }
}
