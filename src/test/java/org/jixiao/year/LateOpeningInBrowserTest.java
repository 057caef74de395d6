package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jixiao.year.ApiDesk.YEAR;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jixiao.BrowserTest;
import org.jixiao.base.ProductClock;
import org.jixiao.browser.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@BrowserTest
@DisplayName("A late opening in the browser")
class LateOpeningInBrowserTest {

    private static final Pattern TASK = Pattern.compile(".*/task/.*");

    @LocalServerPort
    private int port;

    @Autowired
    private ProductClock clock;

    private final HttpClient client = HttpClient.newHttpClient();

    private ApiDesk api(String login) throws Exception {
        return new ApiDesk(new WireDoor(port, client), login);
    }

    private void on(String moment) {
        clock.set(Instant.parse(moment));
    }

    private static Locator closing(Browser.Window window, String state) {
        return window.page().locator("[data-closing=" + state + "]");
    }

    private static Locator submit(Browser.Window window) {
        return window.page().locator(".jx-decision vaadin-button[theme~=primary]");
    }

    @Test
    void what_is_typed_when_the_last_day_ends_stays_in_sight_and_goes_in_after_a_late_opening() throws Exception {
        on("2023-03-01T02:00:00Z");
        var days = ApiDesk.object();
        days.putObject("closing").put("targets", "2023-03-31");
        api("chief.general").put(YEAR + "/dates", days);
        on("2023-03-31T15:59:00Z");
        try (var chief = Browser.at(port).open().login("chief.city")) {
            chief.go("/task/" + api("chief.city").task("city"));
            Locator cell = chief.page().locator(".tabulator-row.row [data-col=name]").first();
            cell.waitFor();
            on("2023-03-31T16:00:00Z");
            cell.click();
            chief.page().keyboard().type("打到一半的名称");
            chief.page().keyboard().press("Tab");
            closing(chief, "shut").waitFor();
            Locator kept = chief.page().locator(".jx-banner[role=status]").getByText("打到一半的名称");
            kept.waitFor();
            assertThat(submit(chief).count()).isZero();
            chief.settled().shot("late-typed");
            api("chief.general").call(HttpMethod.POST, YEAR + "/late-openings", ApiDesk.object()
                    .put("section", "city").put("stage", "TARGETS").put("until", "2023-04-10").put("reason", "只差一行"), 201);
            chief.page().locator("[data-overtaken] vaadin-button").click();
            closing(chief, "late").waitFor();
            chief.settled().shot("late-typed-opened");
            chief.page().getByText("重新填入").click();
            chief.page().locator(".tabulator-row.row").getByText("打到一半的名称").waitFor();
            assertThat(api("chief.city").get(YEAR + "/sections/city/targets").path("rows").toString())
                    .contains("打到一半的名称");
        }
    }

    @Test
    void locked_opened_by_the_coordinator_submitted_and_locked_again() throws Exception {
        on("2023-03-01T02:00:00Z");
        var days = ApiDesk.object();
        days.putObject("closing").put("targets", "2023-03-31");
        api("chief.general").put(YEAR + "/dates", days);
        on("2023-04-03T02:00:00Z");
        try (var chief = Browser.at(port).open().login("chief.security");
                var coordinator = Browser.at(port).open().login("chief.general")) {
            chief.page().locator("a.jx-item").first().click();
            chief.page().waitForURL(TASK);
            closing(chief, "shut").waitFor();
            assertThat(submit(chief).count()).isZero();
            chief.settled().shot("late-locked");

            coordinator.go("/board/szxxzx/2023/TARGETS");
            Locator section = coordinator.page().locator(".jx-board-grid tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("网络安全科"));
            section.locator(".jx-board-cell").click();
            Locator dialog = coordinator.page().locator("vaadin-dialog-overlay");
            dialog.locator("textarea").fill("负责人出差");
            coordinator.settled().shot("late-dialog");
            dialog.locator("vaadin-button[theme~=primary]").click();
            dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            section.getByText("补报至 04-10").waitFor();
            coordinator.settled().shot("late-board");

            chief.page().locator("[data-overtaken] vaadin-button").click();
            closing(chief, "late").getByText("负责人出差").waitFor();
            chief.settled().shot("late-opened");
            String before = chief.page().url();
            submit(chief).first().click();
            chief.page().waitForURL(url -> !url.equals(before));
            section.getByText("综合科负责人").waitFor();
            assertThat(chief.complaints()).isEmpty();
            assertThat(coordinator.complaints()).isEmpty();
        }
        api("chief.general").call(HttpMethod.POST, YEAR + "/late-openings", ApiDesk.object()
                .put("section", "citizen").put("stage", "TARGETS").put("until", "2023-04-10").put("reason", "系统迁移"), 201);
        on("2023-04-10T16:00:00Z");
        try (var phone = Browser.at(port).phone().open().login("chief.citizen")) {
            phone.go("/task/" + api("chief.citizen").task("citizen"));
            closing(phone, "shut").getByText("2023-04-10").waitFor();
            assertThat(submit(phone).count()).isZero();
            phone.shot("late-phone");
        }
    }
}
