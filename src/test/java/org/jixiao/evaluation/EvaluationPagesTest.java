package org.jixiao.evaluation;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jixiao.PageTest;
import org.jixiao.base.ui.StatusChip;
import org.jixiao.workflow.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The pages of the self-evaluation without a browser, in the order of a half year. */
@DisplayName("The pages of the self-evaluation")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EvaluationPagesTest extends PageTest {


    private SectionYear data;

    @BeforeEach
    void theHalfYearHasOpened() {
        data = new SectionYear(context, "data");
        boolean begun = context.getBean(org.jixiao.workflow.Cases.class)
                .find("section-evaluation", SectionYear.UNIT, SectionYear.YEAR, "data", "HALF_YEAR")
                .isPresent();
        if (begun) return;
        data.declareAndApprove();
        data.openPeriod(Period.HALF_YEAR);
        data.fill(Period.HALF_YEAR, Map.of());
    }

    @Test
    @Order(1)
    void typing_an_actual_stores_it_and_shows_its_light_with_the_arithmetic() {
        signIn("chief.data");
        go("task/" + data.open("HALF_YEAR").taskId());
        type(entry(46), "实际完成 数据来源部门数", "12");
        assertThat(data.row(Period.HALF_YEAR, 46).figures().actual()).isEqualTo("12");
        type(entry(46), "全年预计 数据来源部门数", "32个");
        assertThat(field(entry(46), "全年预计 数据来源部门数").getValue()).as("the unit stands beside").isEqualTo("32");
        assertThat(data.row(Period.HALF_YEAR, 46).figures().forecast()).isEqualTo("32");
        assertThat(text(entry(46))).contains("未达标", "12 ÷ 16 = 75.00%，低于 80%", "缺佐证材料");
        assertThat(text(_get(com.vaadin.flow.component.html.Section.class, s -> s.withClasses("jx-ev-dual"))))
                .contains("未达标", "资金");
    }

    @Test
    @Order(1)
    void only_the_row_that_changed_is_shown_anew() {
        signIn("chief.data");
        go("task/" + data.open("HALF_YEAR").taskId());
        var before = chips();
        type(entry(40), "全年预计 归集治理的数据来源部门数量", "11");
        var after = chips();
        int row = _find(Div.class, s -> s.withClasses("jx-ev-entry")).indexOf(entry(40));
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++)
            if (i == row) assertThat(after.get(i)).isNotSameAs(before.get(i));
            else assertThat(after.get(i)).isSameAs(before.get(i));
    }

    private static List<StatusChip> chips() {
        return _find(Div.class, s -> s.withClasses("jx-ev-entry")).stream()
                .map(entry -> _get(entry, StatusChip.class))
                .toList();
    }

    @Test
    @Order(2)
    void a_row_behind_unfolds_and_takes_reason_and_measure() {
        signIn("chief.data");
        go("task/" + data.open("HALF_YEAR").taskId());
        type(entry(46), "说明 数据来源部门数", "协议尚未签订");
        type(entry(46), "纠偏措施 数据来源部门数", "8 月底前签订");
        assertThat(data.row(Period.HALF_YEAR, 46).figures().correctiveMeasure()).isEqualTo("8 月底前签订");
        data.explain(data.row(Period.HALF_YEAR, 46).id());
        data.handIn(Period.HALF_YEAR, data.row(Period.HALF_YEAR, 46).id(), "清单.txt");
        data.say(data.row(Period.HALF_YEAR, 43).id(), "numerator", "0", "denominator", "0", "reason", "本期没有应开放的数据");
    }

    @Test
    @Order(2)
    void what_somebody_else_stored_meanwhile_shows_in_the_fields() {
        signIn("chief.data");
        go("task/" + data.open("HALF_YEAR").taskId());
        data.say(data.row(Period.HALF_YEAR, 46).id(), "actual", "11");
        type(entry(46), "备注 数据来源部门数", "只在这一页");
        assertThat(field(entry(46), "实际完成 数据来源部门数").getValue()).isEqualTo("11");
        assertThat(field(entry(46), "备注 数据来源部门数").getValue()).isEmpty();
        type(entry(46), "实际完成 数据来源部门数", "12");
        assertThat(data.row(Period.HALF_YEAR, 46).figures().actual()).isEqualTo("12");
    }

    @Test
    @Order(3)
    void the_examiner_sees_reds_first_and_returns_a_row_with_its_reason() {
        signIn("chief.data");
        go("task/" + data.open("HALF_YEAR").taskId());
        data.act("chief.data", Verb.SUBMIT, "HALF_YEAR", null, "");
        type(entry(46), "备注 数据来源部门数", "太晚");
        assertThat(_find(entry(46), TextField.class)).isEmpty();
        assertThat(text(entry(46))).contains("数据来源部门数", "协议尚未签订");
        signIn("chief.general");
        go("task/" + data.open("HALF_YEAR").taskId());
        List<Div> entries = _find(Div.class, s -> s.withClasses("jx-ev-entry"));
        assertThat(text(entries.get(0))).contains("数据来源部门数", "协议尚未签订", "清单.txt");
        assertThat(text(entries.get(1))).contains("应开放公共数据开放率", "分母为 0，不适用", "本期没有应开放的数据");
        assertThat(_find(entries.get(0), TextField.class)).as("asked only of a marked row").isEmpty();
        _setValue(_get(entries.get(0), Checkbox.class), true);
        _setValue(_get(entries.get(0), TextField.class), "请附签订计划");
        _click(_get(Button.class, s -> s.withPredicate(b -> b.getText().contains("退回所选"))));
        assertThat(data.open("HALF_YEAR").returned()).isTrue();
    }

    @Test
    @Order(4)
    void the_chief_reads_why_and_only_the_returned_row_is_open() {
        signIn("chief.data");
        go("task/" + data.open("HALF_YEAR").taskId());
        assertThat(text(entry(46))).contains("请附签订计划");
        assertThat(field(entry(46), "实际完成 数据来源部门数").isReadOnly()).isFalse();
        assertThat(field(entry(40), "实际完成 归集治理的数据来源部门数量").isReadOnly()).isTrue();
        data.act("chief.data", Verb.SUBMIT, "HALF_YEAR", null, "");
        signIn("chief.general");
        go("task/" + data.open("HALF_YEAR").taskId());
        assertThat(text(entry(46))).contains("曾退回，这次没有改：请附签订计划");
        data.approve("HALF_YEAR", SectionYear.APPROVERS);
    }

    @Test
    @Order(5)
    void the_plan_asks_for_measure_and_deadline() {
        signIn("chief.data");
        go("task/" + data.open("HALF_YEAR").taskId());
        _setValue(_get(TextArea.class, s -> s.withLabel("整改措施")), "由牵头科室协调");
        _setValue(_get(DatePicker.class), LocalDate.of(2099, 8, 31));
        data.act("chief.data", Verb.SUBMIT, "HALF_YEAR", null, "");
        assertThat(data.open("HALF_YEAR").step()).isEqualTo("Task_Result");
    }

    @Test
    @Order(6)
    void the_deputy_sees_what_became_of_the_plan() {
        String red = data.row(Period.HALF_YEAR, 46).id();
        data.say(red, "measure", "由分管领导协调", "result", "已签 3 个");
        data.act("chief.data", Verb.SUBMIT, "HALF_YEAR", null, "");
        signIn("deputy");
        go("task/" + data.open("HALF_YEAR").taskId());
        assertThat(text(entry(46))).contains("由分管领导协调", "由牵头科室协调", "已签 3 个");
    }

    @Test
    @Order(6)
    void the_sheet_is_read_by_the_unit_once_decided_and_by_nobody_before() {
        signIn("chief.city");
        go("evaluations/szxxzx/2023/data/HALF_YEAR");
        assertThat(words()).contains("数据来源部门数", "12 ÷ 16 = 75.00%");
        go("evaluations/szxxzx/2023/city/HALF_YEAR");
        assertThat(words()).contains("自评未开放。");
    }

    @Test
    @Order(7)
    void the_board_shows_where_each_section_is_and_who_owes() {
        signIn("director");
        go("board/szxxzx/2023/HALF_YEAR");
        assertThat(_get(H1.class).getText()).isEqualTo("2023 年度看板");
        assertThat(words()).contains("数据资源科", "整改与再评", "办理中", "未达标");
        assertThat(_find(Anchor.class, s -> s.withClasses("jx-board-square"))).hasSize(10);
        assertThat(words()).contains("合计　10 项", "在办 1，完成 0");
        var red = _find(NativeButton.class, s -> s.withClasses("jx-board-fact")).stream()
                .filter(light -> text(light).contains("未达标"))
                .findFirst()
                .orElseThrow();
        _click(red);
        assertThat(_find(Anchor.class, s -> s.withClasses("jx-board-square dim")))
                .as("the other nine step back")
                .hasSize(9);
        _click(red);
        assertThat(_find(Anchor.class, s -> s.withClasses("jx-board-square dim"))).isEmpty();
        String rows = _find(Anchor.class).stream()
                .map(Anchor::getHref)
                .filter(href -> href.endsWith("?state=MISSED"))
                .findFirst()
                .orElseThrow();
        UI.getCurrent().navigate(rows.substring(0, rows.indexOf('?')), QueryParameters.of("state", "MISSED"));
        assertThat(words()).contains("只看未达标，1 项", "数据来源部门数").doesNotContain("政务数据按需共享率");
        go("board/szxxzx/2023/TARGETS");
        assertThat(words()).contains("城市运行科负责人", "已 0 天");
        assertThat(_find(Button.class, s -> s.withText("日期…"))).isEmpty();
    }

    @Test
    @Order(8)
    void the_coordinator_urges_and_opens_early() {
        signIn("chief.general");
        go("board/szxxzx/2023/TARGETS");
        _click(_find(Button.class, s -> s.withText("催办")).get(0));
        assertThat(words()).contains("已催 1 次");
        _click(_get(Button.class, s -> s.withText("提前打开全年自评…")));
        assertThat(_get(Dialog.class).getHeaderTitle()).isEqualTo("提前打开全年自评");
        _click(_get(Button.class, s -> s.withText("取消")));
    }

    @Test
    @Order(9)
    void all_who_owe_are_urged_at_once_and_each_is_told_by_itself() {
        signIn("chief.general");
        go("board/szxxzx/2023/TARGETS");
        var all = _find(Button.class).stream().filter(b -> b.getText().startsWith("催办未完成")).findFirst().orElseThrow();
        assertThat(all.getText()).isEqualTo("催办未完成 6 件…");
        _click(all);
        _fireConfirm(_get(ConfirmDialog.class));
        assertThat(notices()).as("one was urged a moment ago").contains("已催办 5 件。", "刚催办过");
    }

    private Div entry(int seq) {
        String id = "row-" + data.row(Period.HALF_YEAR, seq).id();
        return _get(Div.class, s -> s.withId(id));
    }

    private static TextField field(Component in, String name) {
        return _get(in, TextField.class, s -> s.withPredicate(
                f -> name.equals(f.getElement().getProperty("accessibleName"))));
    }

    private static void type(Component in, String name, String text) {
        _setValue(field(in, name), text);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
