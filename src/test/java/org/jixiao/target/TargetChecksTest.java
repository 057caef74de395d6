package org.jixiao.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jixiao.base.Finding;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.Ids;
import org.jixiao.base.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetChecksTest {

    private static final TheRealTable TABLE = new TheRealTable();
    private static final String FIRST = TABLE.sections().get(0);

    private List<Finding> all() {
        var found = new ArrayList<Finding>();
        for (String section : TABLE.sections())
            found.addAll(TargetChecks.sheet(TABLE.of(section), TABLE.around(section, section.equals(FIRST))));
        return found;
    }

    private Finding only(String code) {
        var found = all().stream().filter(f -> f.code().equals(code)).toList();
        assertThat(found).as(code).hasSize(1);
        return found.get(0);
    }

    @Test
    void the_real_table_has_no_error_but_the_three_measures_to_settle() {
        var errors = all().stream().filter(Finding::blocks).toList();
        assertThat(errors).extracting(Finding::code).containsOnly("measure.unclear");
        assertThat(errors).extracting(Finding::row)
                .containsExactlyInAnyOrder(id(60), id(61), id(78));
    }

    @Test
    void the_execution_rate_is_equal_at_the_printed_precision() {
        var found = only("executionRate.equal");
        assertThat(found.severity()).isEqualTo(Severity.NOTE);
        assertThat(found.row()).isEqualTo(id(8));
        assertThat(found.args()).containsExactly("3630.15", "55028.40", "6.597%", "7%");
    }

    @Test
    void a_control_rate_of_exactly_one_hundred_shows_the_posts_filled() {
        assertThat(only("staffing.equal").args()).containsExactly("＝100%", "15", "32", "46.88%");
    }

    @Test
    void nothing_carried_over_at_half_year_shows_what_is_unspent() {
        assertThat(only("carryOver.yearEnd").args()).containsExactly("6.60%", "93.40%", "＝0%");
    }

    @Test
    void two_procurement_rates_that_disagree_are_asked_about() {
        var found = all().stream().filter(f -> f.code().equals("rates.pace")).toList();
        assertThat(found).extracting(Finding::row).containsExactly(id(12), id(57));
        assertThat(found.get(0).args())
                .containsExactly("57", "已批复的项目完成采购率", "＝100%", "≥50%", "100 − 50 = 50");
    }

    @Test
    void two_counts_of_similar_name_name_each_other() {
        var found = all().stream().filter(f -> f.code().equals("rows.alike")).toList();
        assertThat(found).extracting(Finding::row).containsExactlyInAnyOrder(id(40), id(46));
        assertThat(found.get(0).args()).containsExactly("46", "数据来源部门数", "32 − 10 = 22", "个");
    }

    @Test
    void a_rate_of_non_tax_income_without_such_income_is_nothing_over_nothing() {
        assertThat(only("nonTax.none").row()).isEqualTo(id(15));
    }

    @Test
    void eight_projects_plan_nothing_for_the_half_year() {
        assertThat(only("funds.zeroHalf").args()).containsExactly("8");
    }

    @Test
    void a_stock_and_a_growth_rate_without_a_baseline_are_warned_about() {
        assertThat(all()).filteredOn(f -> f.code().equals("baseline.stock")).hasSize(7);
        assertThat(only("baseline.growth").row()).isEqualTo(id(49));
    }

    @Test
    void uncertain_cells_are_notes_to_confirm() {
        assertThat(all()).filteredOn(f -> f.code().startsWith("uncertain."))
                .allMatch(f -> f.severity() == Severity.NOTE)
                .hasSize(51);
    }

    @Test
    void the_real_table_raises_no_warning_beyond_these() {
        assertThat(all()).filteredOn(f -> f.severity() == Severity.WARNING).extracting(Finding::code)
                .containsOnly("staffing.equal", "carryOver.yearEnd", "rates.pace", "rows.alike", "nonTax.none",
                        "funds.zeroHalf", "baseline.stock", "baseline.growth");
    }

    @Test
    void every_finding_of_the_real_table_has_its_sentence_in_both_languages() {
        var messages = new Messages();
        for (Finding found : all())
            for (var locale : Messages.LOCALES) assertThat(messages.finding(locale, found)).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "FLOW,≥50篇,≥40篇,value.half", "STOCK,≥50台,≥40台,value.half", "RATE,≥90%,≥85%,value.half",
        "FLOW,≥20,≥40篇,value.unit", "FLOW,许多,≥40篇,value.number", "FLOW,'',≥40篇,value.missing",
        "FLOW,＝20篇,≥40篇,value.operators", "FLOW,≥20篇,≥40场,value.units", "QUALITATIVE,提升,飞跃,word.unlisted",
        "QUALITATIVE,'',提升,word.missing", "UNCLEAR,≥4个,≥8个,measure.unclear", "MILESTONE,0,'',value.missing",
        "MILESTONE,＝0次,≥1次,value.operators", "YEAR_END,＝0%,＝0,value.unit", "LEVEL,≥99%,99%,value.operators"
    })
    void what_blocks(Measure measure, String half, String annual, String code) {
        assertThat(errors(row(measure, half, annual))).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "FLOW,≥2篇,≥2篇", "LEVEL,＝0次,＝0次", "MILESTONE,0,完成", "MILESTONE,＝0次,＝1次", "YEAR_END,＝0%,＝0%",
        "QUALITATIVE,提升,稳定", "LEVEL,≥99%,≥98%", "RATE,＝7%,＝100%"
    })
    void what_passes(Measure measure, String half, String annual) {
        assertThat(errors(row(measure, half, annual))).isEmpty();
    }

    @Test
    void a_row_of_duties_needs_duty_and_key_work() {
        assertThat(errors(row("履职", "", "", "指标"))).contains("duty.missing", "keyWork.missing");
        assertThat(errors(row("履职", "职能", "工作", " "))).contains("name.missing");
        assertThat(errors(row("别的", "", "", "指标"))).contains("level.unknown");
    }

    @Test
    void a_key_work_without_an_indicator_blocks() {
        var around = new Surroundings(TABLE.unit, List.of(), List.of(), List.of("工作", "另一项工作"), Map.of(), false);
        var found = TargetChecks.sheet(List.of(row("履职", "职能", "工作", "指标")), around);
        assertThat(found).filteredOn(Finding::blocks).extracting(Finding::code).containsExactly("keyWork.empty");
    }

    @Test
    void projects_must_sum_and_expenditure_must_equal_income() {
        var funds = new ArrayList<>(TABLE.unit.funds());
        var last = funds.remove(funds.size() - 1);
        assertThat(unitErrors(funds, TheRealTable.weights())).containsExactly("funds.projects");
        funds.add(last);
        var basic = funds.stream().filter(f -> f.item().equals("基本支出")).findFirst().orElseThrow();
        funds.set(funds.indexOf(basic), new UnitPart.Fund(basic.id(), basic.side(), basic.kind(), basic.item(), "198.21", "396.43", ""));
        assertThat(unitErrors(funds, TheRealTable.weights())).containsExactly("funds.total");
        funds.set(0, new UnitPart.Fund(funds.get(0).id(), "收入", "合计", "资金总额", "", "五亿", ""));
        assertThat(unitErrors(funds, TheRealTable.weights())).contains("funds.number");
    }

    @Test
    void weights_must_be_one_hundred_in_all() {
        var weights = TheRealTable.weights();
        weights.put("履职", "49");
        assertThat(unitErrors(TABLE.unit.funds(), weights)).containsExactly("weights.sum");
        weights.put("履职", "五十");
        assertThat(unitErrors(TABLE.unit.funds(), weights)).contains("weights.number", "weights.sum");
    }

    @Property
    void checks_never_throw_on_any_text(
            @ForAll String name, @ForAll String half, @ForAll String annual, @ForAll String number,
            @ForAll Measure measure, @ForAll boolean duty) {
        var row = new DraftRow(Ids.next(), Ids.next(), "s", 1, duty ? "履职" : name, half, annual, number, name, half,
                annual, measure, null, number, half, annual, false, "", Set.of(), "");
        var fund = new UnitPart.Fund(Ids.next(), half, annual, name, number, half, annual);
        var unit = new UnitPart("", "", "", number, half, "", "", Map.of(name, number), List.of(half), List.of(fund));
        assertThat(TargetChecks.sheet(List.of(row), new Surroundings(unit, List.of(row), List.of(row), List.of(name), Map.of(), true)))
                .isNotNull();
    }

    @Test
    void the_execution_rate_weighs_ten_whatever_its_siblings_are_set_to() {
        assertThat(errors(weighed("预算执行率", "7"))).contains("weight.executionRate");
        assertThat(errors(weighed("预算执行率", "10"))).doesNotContain("weight.executionRate");
        var unit = new UnitPart("", "", "", "", "", "", "", Map.of("过程", "20", "履职", "80"), List.of(), List.of());
        for (String sibling : List.of("12", "9"))
            assertThat(TargetChecks.sheet(
                            List.of(weighed("预算执行率", ""), weighed("另一项", sibling)),
                            new Surroundings(unit, List.of(), List.of(), List.of(), Map.of(), true)))
                    .as("10 + " + sibling + " against 20")
                    .extracting(Finding::code)
                    .contains("weights.rows");
    }

    private static DraftRow weighed(String name, String weight) {
        return new DraftRow(Ids.next(), Ids.next(), "s", 1, "过程", "预算管理", "", "", name, "＝7%", "＝100%", Measure.RATE,
                Direction.HIGHER_BETTER, "", "", weight, false, "", Set.of(), "");
    }

    private static String id(int seq) {
        return TABLE.row(seq).id().toString();
    }

    private static List<String> errors(DraftRow row) {
        var around = new Surroundings(TABLE.unit, List.of(), List.of(), List.of(), Map.of(), false);
        return TargetChecks.sheet(List.of(row), around).stream().filter(Finding::blocks).map(Finding::code).toList();
    }

    private static List<String> unitErrors(List<UnitPart.Fund> funds, Map<String, String> weights) {
        var unit = new UnitPart("", "", "", "32", "15", "", "", weights, List.of(), funds);
        return TargetChecks.sheet(List.of(), new Surroundings(unit, List.of(), List.of(), List.of(), Map.of(), true)).stream()
                .filter(Finding::blocks).map(Finding::code).toList();
    }

    private static DraftRow row(Measure measure, String half, String annual) {
        return new DraftRow(Ids.next(), Ids.next(), "s", 1, "过程", "预算管理", "", "", "指标", half, annual, measure,
                Direction.ON_TARGET, "", "", "", false, "", Set.of(), "");
    }

    private static DraftRow row(String level1, String duty, String keyWork, String name) {
        return new DraftRow(Ids.next(), Ids.next(), "s", 1, level1, "重点工作", duty, keyWork, name, "提升", "提升",
                Measure.QUALITATIVE, null, "", "", "", false, "", Set.of(), "");
    }
}
