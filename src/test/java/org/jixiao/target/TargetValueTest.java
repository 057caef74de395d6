package org.jixiao.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jixiao.target.TargetValue.Operator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetValueTest {

    @ParameterizedTest
    @CsvSource({
        "≥20篇,AT_LEAST,20,篇", "＝7%,EQUAL,7,%", "≤0%,AT_MOST,0,%", "≥1000TB,AT_LEAST,1000,TB", "0,,0,''",
        ">=20篇,AT_LEAST,20,篇", "=7％,EQUAL,7,%", "＞＝3 个,AT_LEAST,3,个", "＜5万元,LESS,5,万元", "＞5次,MORE,5,次",
        "≤-3.20%,AT_MOST,-3.20,%", "−3.2%,,-3.2,%", "≥１２．５％,AT_LEAST,12.5,%", "'≥1,200台',AT_LEAST,1200,台",
        "≥50㎡,AT_LEAST,50,m2"
    })
    void a_cell_parses_into_operator_number_and_unit(String text, Operator operator, BigDecimal number, String unit) {
        var value = TargetValue.parse(text);
        assertThat(value.operator()).isEqualTo(operator);
        assertThat(value.number()).isEqualTo(number);
        assertThat(value.unit()).isEqualTo(unit);
        assertThat(value.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"健全", "完成", "有序推进", "''", "≥", "≥许多", "12345苏周到用户反馈回复率", "2023-06-30"})
    void what_is_not_a_number_is_a_word(String text) {
        assertThat(TargetValue.parse(text).isWord()).isTrue();
    }

    @Test
    void seven_per_cent_is_seven_never_a_fraction() {
        assertThat(TargetValue.parse("＝7%").number()).isEqualTo(new BigDecimal("7"));
    }

    @Test
    void a_printed_number_leaves_half_of_its_last_digit_open() {
        assertThat(TargetValue.parse("＝7%").precision()).isEqualByComparingTo("0.5");
        assertThat(TargetValue.parse("＝7.25%").precision()).isEqualByComparingTo("0.005");
    }

    @Test
    void every_cell_of_the_real_table_prints_back_the_same_characters() {
        for (DraftRow row : new TheRealTable().rows) {
            assertThat(row.half().text()).isEqualTo(row.halfText());
            assertThat(row.annual().text()).isEqualTo(row.annualText());
        }
    }

    @Property
    void any_text_prints_back_the_same_characters(@ForAll String text) {
        assertThat(TargetValue.parse(text).text()).isEqualTo(text);
    }

    @Property
    void a_printed_value_is_read_back_in_its_parts(
            @ForAll Operator operator, @ForAll("numbers") BigDecimal number, @ForAll("units") String unit) {
        var value = TargetValue.parse(operator.sign + number.toPlainString() + unit);
        assertThat(value.operator()).isEqualTo(operator);
        assertThat(value.number()).isEqualTo(number);
        assertThat(value.unit()).isEqualTo(unit);
    }

    @Provide
    Arbitrary<BigDecimal> numbers() {
        return Combinators.combine(Arbitraries.longs().between(-9_999_999, 9_999_999), Arbitraries.integers().between(0, 4))
                .as(BigDecimal::valueOf);
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of("篇", "场", "次", "个", "台", "TB", "%", "万元", "人次", "‰", "");
    }
}
