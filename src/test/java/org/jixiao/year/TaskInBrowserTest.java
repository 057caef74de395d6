package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpClient;
import java.util.List;
import java.util.regex.Pattern;
import org.jixiao.BrowserTest;
import org.jixiao.browser.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
@DisplayName("The page of a task in the browser")
class TaskInBrowserTest {

    private static final Pattern TASK = Pattern.compile(".*/task/.*");

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private ApiDesk api(String login) throws Exception {
        return new ApiDesk(new WireDoor(port, client), login);
    }

    private String atDirector(String section) throws Exception {
        api("chief." + section).declare(section);
        for (String who : new String[] {"chief.general", "deputy"}) {
            var desk = api(who);
            desk.act(desk.task(section), "approve", ApiDesk.object());
        }
        return api("director").task(section);
    }

    private static Locator said(Browser.Window window, String words) {
        return window.page()
                .locator("vaadin-notification-card")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile(words)));
    }

    /** Within the window, and as tall as a thumb needs. */
    private static void reachable(Page page, Locator button) {
        BoundingBox box = button.boundingBox();
        assertThat(box.height).isGreaterThanOrEqualTo(44);
        assertThat(box.x).isGreaterThanOrEqualTo(0);
        assertThat(box.x + box.width).isLessThanOrEqualTo(page.viewportSize().width);
        assertThat(box.y + box.height).isLessThanOrEqualTo(page.viewportSize().height);
    }

    @Test
    void a_director_returns_one_row_from_a_phone() throws Exception {
        String task = atDirector("data");
        try (var window = Browser.at(port).phone().open().login("director").go("/task/" + task)) {
            Page page = window.page();
            page.locator(".jx-examine").waitFor();
            window.settled();
            assertThat(page.locator("[data-which=NOTABLE]").getAttribute("aria-pressed"))
                    .as("changes and warnings first")
                    .isEqualTo("true");
            window.shot("phone-task");
            reachable(page, page.locator("[data-key=a]"));
            page.locator("[data-which=ALL]").click();
            window.settled();
            page.locator(".jx-examine vaadin-checkbox:visible").nth(2).click();
            var reason = page.locator(".jx-reason input:visible").first();
            reason.fill("半年值偏低");
            reason.press("Tab");
            window.settled();
            var back = page.locator("[data-key=r]");
            reachable(page, back);
            window.shot("phone-task-marked");
            assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")).isTrue();
            back.click();
            said(window, "已退回").waitFor();
            assertThat(window.complaints()).isEmpty();
        }
        var returned = api("chief.data").get("/api/tasks/" + api("chief.data").task("data"));
        assertThat(returned.path("returnedRows")).singleElement().satisfies(r -> assertThat(r.asText()).isEqualTo("半年值偏低"));
    }

    @Test
    void a_task_is_handed_over_to_a_person_picked_from_the_list() throws Exception {
        api("chief.citizen").declare("citizen");
        String task = api("chief.general").task("citizen");
        try (var giver = Browser.at(port).open().login("chief.general").go("/task/" + task)) {
            Page page = giver.page();
            page.locator(".jx-verbs vaadin-button").filter(named("转办…")).click();
            page.locator("vaadin-combo-box input").click();
            page.locator("vaadin-combo-box-item").filter(named("城市运行科负责人")).click();
            page.locator("vaadin-dialog-overlay textarea").fill("外出两周");
            giver.shot("task-transfer");
            page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            said(giver, "已转办").waitFor();
            assertThat(giver.complaints()).isEmpty();
        }
        assertThat(api("chief.city").task("citizen")).isEqualTo(task);
    }

    @Test
    void a_copy_is_read_in_another_window_and_its_sender_sees_it() throws Exception {
        api("chief.security").declare("security");
        String task = api("chief.general").task("security");
        try (var examiner = Browser.at(port).open().login("chief.general").go("/task/" + task);
                var other = Browser.at(port).open().login("chief.city")) {
            Page page = examiner.page();
            page.locator(".jx-verbs vaadin-menu-bar-button:visible").first().click();
            page.locator("vaadin-menu-bar-item").filter(named("抄送…")).click();
            page.locator("vaadin-dialog-overlay vaadin-checkbox").filter(named("城市运行科")).click();
            page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            said(examiner, "已抄送").waitFor();
            other.go("/copied");
            other.page().locator("a.jx-item").filter(named("网络安全科")).click();
            other.page().waitForURL(TASK);
            other.settled();
            other.page().locator(".jx-banner").filter(named("您可以查看，不能办理")).waitFor();
            assertThat(other.page().locator("[data-key=a]").count()).isZero();
            examiner.go("/task/" + task);
            page.locator("vaadin-tab").filter(named("抄送 1")).click();
            page.locator(".jx-timeline li").filter(named("已读")).waitFor();
            examiner.shot("task-copies");
        }
    }

    @Test
    void what_was_being_written_when_the_session_ended_is_put_in_again() throws Exception {
        String task = atDirector("command");
        try (var window = Browser.at(port).open().login("director").go("/task/" + task)) {
            Page page = window.page();
            page.locator("[data-which=ALL]").click();
            window.settled();
            page.locator(".jx-examine vaadin-checkbox:visible").nth(1).click();
            Locator reason = page.locator(".jx-reason input:visible");
            Locator opinion = page.locator(".jx-opinion textarea");
            opinion.fill("请一并核对");
            reason.waitFor();
            page.context().addCookies(List.of(new Cookie("JSESSIONID", "ended").setUrl("http://127.0.0.1:" + port)));
            reason.fill("全年值无依据");
            page.getByText("登录已过期").waitFor();
            page.keyboard().press("Escape");
            page.waitForURL(Pattern.compile(".*/login.*"));
            window.settled();
            page.locator("input[name=username]").fill("director");
            page.locator("input[name=password]").fill(Browser.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(TASK);
            said(window, "上次没来得及提交的内容已放回").waitFor();
            assertThat(opinion.inputValue()).isEqualTo("请一并核对");
            assertThat(reason.inputValue()).isEqualTo("全年值无依据");
            window.shot("task-put-back");
            page.locator("[data-key=r]").click();
            said(window, "已退回").waitFor();
            assertThat(page.evaluate("() => Object.keys(localStorage).filter(k => k.startsWith('jx-words')).length")).isEqualTo(0);
        }
        var returned = api("chief.command").get("/api/tasks/" + api("chief.command").task("command"));
        assertThat(returned.path("returnedRows")).singleElement().satisfies(r -> assertThat(r.asText()).isEqualTo("全年值无依据"));
    }

    @Test
    void what_was_being_written_is_told_when_the_task_is_done_elsewhere_meanwhile() throws Exception {
        String task = atDirector("city");
        try (var window = Browser.at(port).open().login("director").go("/task/" + task)) {
            Page page = window.page();
            page.locator(".jx-opinion textarea").fill("请一并核对");
            page.waitForFunction("() => Object.keys(localStorage).some(k => k.startsWith('jx-words'))");
            api("director").act(task, "approve", ApiDesk.object());
            page.reload();
            var kept = page.locator(".jx-banner").filter(named("请一并核对"));
            kept.waitFor();
            window.settled().shot("task-words-left");
            kept.locator("vaadin-button").filter(named("放弃")).click();
            page.waitForFunction("() => !Object.keys(localStorage).some(k => k.startsWith('jx-words'))");
            assertThat(kept.count()).isZero();
        }
    }

    private static Locator.FilterOptions named(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
