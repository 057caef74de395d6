package org.jixiao.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jixiao.base.Finding;
import org.jixiao.base.Ids;
import org.jixiao.base.Messages;
import org.junit.jupiter.api.Test;

class ContradictionsTest {

    private static final TheRealTable TABLE = new TheRealTable();

    private static DraftRow row(int seq, String section, String name, String half, String annual, Measure measure, String baseline) {
        return new DraftRow(Ids.next(), Ids.next(), section, seq, DraftRow.DUTIES, "", "", "", name, half, annual, measure,
                Direction.HIGHER_BETTER, "", baseline, "", false, "", Set.of(), "");
    }

    private static List<Contradiction> between(DraftRow own, DraftRow other) {
        return Contradictions.of(List.of(own), List.of(other));
    }

    @Test
    void the_real_table_has_two_questions_and_no_more() {
        var found = Contradictions.of(TABLE.rows, List.of());
        assertThat(found).extracting(c -> c.code() + " " + c.row().seq() + "/" + c.other().seq())
                .containsExactly("rates.pace 12/57", "rows.alike 40/46", "rows.alike 46/40", "rates.pace 57/12");
        assertThat(found.stream().map(Contradiction::key).distinct()).hasSize(2);
    }

    @Test
    void names_alike_though_the_words_stand_otherwise() {
        var found = between(
                row(1, "a", "汇聚社会数据资源部门个数", "≥2个", "≥4个", Measure.FLOW, ""),
                row(2, "b", "社会数据资源汇聚部门数", "≥3个", "≥6个", Measure.FLOW, ""));
        assertThat(found).extracting(Contradiction::code).containsExactly("rows.alike");
        assertThat(found.get(0).args()).containsExactly("2", "社会数据资源汇聚部门数", "6 − 4 = 2", "个");
    }

    @Test
    void one_name_in_two_sections_under_two_figures() {
        var a = row(1, "a", "协调会次数", "≥5次", "≥10次", Measure.FLOW, "");
        assertThat(between(a, row(2, "b", "协调会次数", "≥5次", "≥12次", Measure.FLOW, ""))).isEmpty();
        var c = row(1, "a", "数据专题报告数", "≥5个", "≥10个", Measure.FLOW, "");
        assertThat(between(c, row(2, "b", "数据专题报告数", "≥5个", "≥12个", Measure.FLOW, "")))
                .extracting(Contradiction::code).containsExactly("rows.alike");
        assertThat(between(c, row(2, "b", "数据专题报告数", "≥5个", "≥10个", Measure.FLOW, ""))).isEmpty();
    }

    @Test
    void a_rate_that_is_full_at_half_year_while_its_count_is_half_way() {
        var rate = row(1, "a", "对接区县子中台完成率", "＝100%", "＝100%", Measure.RATE, "");
        var count = row(2, "b", "对接区县子中台数量", "≥5个", "≥10个", Measure.FLOW, "");
        assertThat(between(rate, count)).singleElement().satisfies(c -> {
            assertThat(c.code()).isEqualTo("rates.numerator");
            assertThat(c.args()).containsExactly("2", "对接区县子中台数量", "5 ÷ 10 = 50%", "＝100%");
        });
        var back = between(count, rate).get(0);
        assertThat(back.code()).isEqualTo("rates.numerator.count");
        assertThat(back.key()).isEqualTo(between(rate, count).get(0).key());
        assertThat(back.figures()).isEqualTo(between(rate, count).get(0).figures());
    }

    @Test
    void a_growth_that_its_own_holding_belies() {
        var rate = row(1, "a", "业务中台对接服务总数增长率", "≥15%", "≥30%", Measure.RATE, "");
        var count = row(2, "a", "业务中台对接服务总数", "≥110个", "≥120个", Measure.STOCK, "100");
        assertThat(between(rate, count)).singleElement().satisfies(c -> {
            assertThat(c.code()).isEqualTo("rates.growth");
            assertThat(c.args()).containsExactly("2", "业务中台对接服务总数", "(120 − 100) ÷ 100 = 20%", "≥30%");
        });
        assertThat(between(rate, row(2, "a", "业务中台对接服务总数", "≥115个", "≥130个", Measure.STOCK, "100"))).isEmpty();
    }

    @Test
    void other_figures_ask_anew() {
        var a = row(1, "a", "数据来源部门数", "≥5个", "≥10个", Measure.FLOW, "");
        var b = row(2, "b", "归集的数据来源部门数量", "≥8个", "≥16个", Measure.FLOW, "");
        var asked = between(a, b).get(0);
        var changed = new DraftRow(b.id(), b.indicator(), b.section(), 2, b.level1(), "", "", "", b.name(), "≥9个", "≥18个",
                b.measure(), b.direction(), "", "", "", false, "", Set.of(), "");
        assertThat(between(a, changed).get(0).key()).isEqualTo(asked.key());
        assertThat(between(a, changed).get(0).figures()).isNotEqualTo(asked.figures());
    }

    @Test
    void each_has_its_sentence() {
        var messages = new Messages();
        for (String code : List.of("rows.alike", "rates.pace", "rates.numerator", "rates.numerator.count", "rates.growth", "rates.growth.count")) {
            var finding = Finding.warning(code, "x", "name", "A0", "A1", "A2", "A3", "A4");
            assertThat(messages.finding(Messages.CHINESE, finding)).contains("A0", "A1", "A2", "A3");
            assertThat(messages.finding(java.util.Locale.ENGLISH, finding)).contains("A0", "A1", "A2", "A3");
        }
    }

    @Property(tries = 200)
    void whoever_asks_hears_of_the_other(@ForAll @IntRange(min = 1, max = 85) int i, @ForAll @IntRange(min = 1, max = 85) int j) {
        var a = TABLE.row(i);
        var b = TABLE.row(j);
        if (i == j) return;
        assertThat(between(a, b)).hasSameSizeAs(between(b, a));
        assertThat(between(a, b).stream().map(Contradiction::key)).isEqualTo(between(b, a).stream().map(Contradiction::key).toList());
    }
}
