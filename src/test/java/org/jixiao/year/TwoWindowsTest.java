package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.http.HttpClient;
import java.util.regex.Pattern;
import org.jixiao.BrowserTest;
import org.jixiao.browser.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
@DisplayName("With two windows open")
class TwoWindowsTest {

    private static final Pattern TASK = Pattern.compile(".*/task/.*");
    private static final Locator.WaitForOptions GONE =
            new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private ApiDesk api(String login) throws Exception {
        return new ApiDesk(new WireDoor(port, client), login);
    }

    private Browser.Window open(String login) {
        return Browser.at(port).open().login(login);
    }

    private static Locator item(Browser.Window window, String section) {
        return window.page().locator("a.jx-item").filter(new Locator.FilterOptions().setHasText(section));
    }

    private static void openItem(Browser.Window window, String section) {
        item(window, section).click();
        window.page().waitForURL(TASK);
        window.settled();
    }

    private static Locator approve(Browser.Window window) {
        return window.page().locator("[data-key=a]");
    }

    private static Locator said(Browser.Window window, String words) {
        return window.page()
                .locator("vaadin-notification-card")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile(words)));
    }

    @Test
    void the_inbox_follows_what_others_do() throws Exception {
        try (var window = open("chief.general")) {
            item(window, "综合科").waitFor();
            assertThat(item(window, "网络安全科").count()).isZero();
            api("chief.security").declare("security");
            item(window, "网络安全科").waitFor();
            window.shot("live-arrived");
            var desk = api("chief.general");
            desk.act(desk.task("security"), "approve", ApiDesk.object());
            item(window, "网络安全科").waitFor(GONE);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void the_board_follows_too() throws Exception {
        try (var window = open("director")) {
            window.go("/board/szxxzx/2023");
            Locator section = window.page().locator(".jx-board-grid tbody tr")
                    .filter(new Locator.FilterOptions().setHasText("应用推进科"));
            section.locator(".jx-board-who").getByText("应用推进科负责人").waitFor();
            api("chief.application").declare("application");
            section.locator(".jx-board-who").getByText("综合科负责人").waitFor();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void who_comes_second_hears_who_acted_and_nothing_happens_twice() throws Exception {
        api("chief.data").declare("data");
        try (var first = open("chief.general");
                var second = open("chief.general")) {
            openItem(first, "数据资源科");
            openItem(second, "数据资源科");
            String task = second.page().url().replaceAll(".*/task/", "");
            approve(first).dblclick();
            first.page().waitForURL(url -> !url.endsWith(task));
            second.page().locator(".jx-opinion textarea").fill("口径不符");
            second.page().locator("[data-key=r]").click();
            second.page().locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            said(second, "综合科负责人.*同意").waitFor();
            approve(second).waitFor(GONE);
            second.shot("stale-second");
            assertThat(approvals(task)).isEqualTo(1);
            assertThat(api("deputy").task("data")).isNotEmpty();
        }
    }

    @Test
    void a_task_withdrawn_meanwhile_leaves_kind_words() throws Exception {
        var chief = api("chief.city");
        String filled = chief.task("city");
        chief.declare("city");
        try (var examiner = open("chief.general")) {
            openItem(examiner, "城市运行科");
            chief.act(filled, "withdraw", ApiDesk.object());
            approve(examiner).click();
            said(examiner, "城市运行科负责人.*撤回").waitFor();
            examiner.shot("stale-withdrawn");
            assertThat(chief.task("city")).as("it is with its chief again").isNotEmpty();
        }
    }

    private long approvals(String task) throws Exception {
        long count = 0;
        for (JsonNode entry : api("chief.general").get("/api/tasks/" + task).path("timeline"))
            if (entry.path("verb").asText().equalsIgnoreCase("approve")) count++;
        return count;
    }
}
