package org.jixiao.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.Probe;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
@DemoData
class StockOpinionsTest {

    @Autowired
    StockOpinions stock;

    @Autowired
    Probe probe;

    @Test
    void each_person_keeps_their_own_in_their_order() {
        var deputy = probe.actor("deputy");
        stock.keep(deputy, List.of("乙", " 甲 ", "乙", ""));
        stock.keep(probe.actor("director"), List.of("丙"));
        assertThat(stock.of(deputy)).containsExactly("乙", "甲");
        stock.keep(deputy, List.of("甲"));
        assertThat(stock.of(deputy)).containsExactly("甲");
        assertThat(stock.of(probe.actor("director"))).containsExactly("丙");
    }

    @Test
    void too_many_or_too_long_is_refused_and_changes_nothing() {
        var city = probe.actor("chief.city");
        stock.keep(city, List.of("甲"));
        var many = IntStream.rangeClosed(0, StockOpinions.AT_MOST).mapToObj(String::valueOf).toList();
        assertThat(catchThrowableOfType(Refusal.class, () -> stock.keep(city, many)).code()).isEqualTo("stock.many");
        var longOne = List.of("长".repeat(StockOpinions.LONGEST + 1));
        assertThat(catchThrowableOfType(Refusal.class, () -> stock.keep(city, longOne)).code()).isEqualTo("stock.long");
        assertThat(stock.of(city)).containsExactly("甲");
    }
}
