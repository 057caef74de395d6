package org.jixiao.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jixiao.ProductTest;
import org.jixiao.base.ProductClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProductTest
class WorkingDaysTest {

    @Autowired
    private WorkingDays days;

    @ParameterizedTest(name = "{0} worked: {1} ({2})")
    @CsvSource({
        "2023-01-21, false, Spring Festival",
        "2023-01-28, true, a Saturday worked instead",
        "2023-09-29, false, Mid-autumn and National Day",
        "2023-10-08, true, a Sunday worked instead",
        "2024-02-16, false, Spring Festival",
        "2024-02-18, true, a Sunday worked instead",
        "2025-10-08, false, National Day",
        "2026-02-14, true, a Saturday worked instead",
        "2026-02-23, false, Spring Festival",
        "2023-07-03, true, a Monday",
        "2023-07-08, false, a Saturday",
        "2031-07-05, false, a Saturday beyond the table",
        "2031-07-07, true, a Monday beyond the table"
    })
    void a_day_is_worked_as_announced_else_by_its_weekday(LocalDate day, boolean worked, String why) {
        assertThat(days.isWorking(day)).isEqualTo(worked);
    }

    @Test
    void a_deadline_is_half_past_five_of_the_nth_working_day_after() {
        assertThat(days.after(Instant.parse("2023-07-03T02:00:00Z"), 3)).isEqualTo("2023-07-06T09:30:00Z");
        assertThat(days.after(Instant.parse("2023-09-28T02:00:00Z"), 1)).isEqualTo("2023-10-07T09:30:00Z");
        assertThat(days.after(Instant.parse("2023-09-28T02:00:00Z"), 3)).isEqualTo("2023-10-09T09:30:00Z");
        assertThat(days.after(Instant.parse("2023-07-03T02:00:00Z"), 0)).isEqualTo("2023-07-03T09:30:00Z");
    }

    @Test
    void late_in_the_evening_of_greenwich_it_is_already_tomorrow_in_china() {
        assertThat(days.after(Instant.parse("2023-07-03T17:00:00Z"), 1)).isEqualTo("2023-07-05T09:30:00Z");
    }

    @Test
    void days_passed_count_the_last_and_not_the_first() {
        var monday = LocalDate.of(2023, 7, 3);
        assertThat(days.between(monday, monday)).isZero();
        assertThat(days.between(monday, monday.plusDays(1))).isEqualTo(1);
        assertThat(days.between(monday, monday.plusDays(7))).isEqualTo(5);
        assertThat(days.between(monday.plusDays(7), monday)).isZero();
    }

    @Test
    void after_and_between_agree() {
        var start = LocalDate.of(2023, 9, 20);
        for (int n = 1; n <= 40; n++) {
            var end = ProductClock.local(
                            days.after(start.atTime(9, 0).atZone(ProductClock.ZONE).toInstant(), n))
                    .toLocalDate();
            assertThat(days.between(start, end)).isEqualTo(n);
        }
    }
}
