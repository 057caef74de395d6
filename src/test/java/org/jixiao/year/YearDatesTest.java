package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jixiao.year.ApiDesk.YEAR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.ProductClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
@DemoData
@DisplayName("A section that waits for its self-evaluation")
class YearDatesTest {

    private static final String TIMER = "Event_HalfYearDate";

    @Autowired
    MockMvc mvc;

    @Autowired
    ManagementService management;

    @Autowired
    ProductClock clock;

    private ApiDesk chief;
    private ApiDesk coordinator;

    @BeforeEach
    void approvedInMarch() throws Exception {
        clock.set(Instant.parse("2023-03-01T02:00:00Z"));
        chief = as("chief.security");
        coordinator = as("chief.general");
        dates("2023-06-30", "2023-12-20", 200);
        if (chief.todo().isEmpty()) return;
        chief.act(chief.task("security"), "submit", ApiDesk.object());
        for (String who : new String[] {"chief.general", "deputy", "director", "bureau"}) {
            var desk = as(who);
            desk.act(desk.task("security"), "approve", ApiDesk.object());
        }
    }

    private ApiDesk as(String login) throws Exception {
        return new ApiDesk(new MockDoor(mvc), login);
    }

    private void dates(String half, String end, int status) throws Exception {
        coordinator.call(
                HttpMethod.PUT,
                YEAR + "/dates",
                ApiDesk.object().put("halfYearDate", half).put("yearEndDate", end),
                status);
    }

    private Date due() {
        return management.createJobQuery().activityId(TIMER).singleResult().getDuedate();
    }

    private static Date midnight(LocalDate day) {
        return Date.from(day.atStartOfDay(ProductClock.ZONE).toInstant());
    }

    @Test
    void follows_the_dates_when_they_change_and_opens_on_the_day() throws Exception {
        assertThat(due()).isEqualTo(midnight(LocalDate.of(2023, 6, 30)));
        dates("2023-07-10", "2023-12-20", 200);
        assertThat(due()).isEqualTo(midnight(LocalDate.of(2023, 7, 10)));
        dates(null, "2023-12-20", 200);
        assertThat(management.createJobQuery().activityId(TIMER).count()).as("by hand").isZero();
        dates("2023-07-15", "2023-12-20", 200);
        assertThat(due()).isEqualTo(midnight(LocalDate.of(2023, 7, 15)));
        dates("2023-01-15", "2023-12-20", 422);
        assertThat(chief.todo()).isEmpty();

        clock.set(Instant.parse("2023-07-14T16:00:01Z"));
        management.executeJob(
                management.createJobQuery().activityId(TIMER).executable().singleResult().getId());
        assertThat(as("chief.security").todo()).as("the day has come").hasSize(1);
        coordinator = as("chief.general");
        dates("2023-08-15", "2023-12-20", 422);
    }
}
