package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jixiao.BrowserTest;
import org.jixiao.browser.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Everything people decide is done in their browsers; only the figures of the self-evaluations, hundreds of cells, are
 * drafted over {@code /api} (typing them is the evaluation pages' own test).
 */
@BrowserTest
@DisplayName("The year 2023 in the browser")
class YearInBrowserTest {

    private static final List<String> SECTIONS = List.of(
            "general", "data", "application", "construction", "security", "citizen", "city", "command");
    private static final Pattern TASK = Pattern.compile(".*/task/.*");

    @LocalServerPort
    private int port;

    private final Map<String, Browser.Window> windows = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    private Browser.Window as(String login) {
        return windows.computeIfAbsent(login, who -> Browser.at(port).open().login(who));
    }

    @AfterEach
    void close() {
        windows.values().forEach(Browser.Window::close);
        windows.clear();
    }

    @Test
    void runs_from_the_first_target_to_the_archive() throws Exception {
        for (String section : SECTIONS) declare(section);
        assertThat(approveAll("chief.general")).as("its own sheet is skipped on the record").isEqualTo(7);
        assertThat(approveAll("deputy")).isEqualTo(8);
        returnOneRow();
        assertThat(approveAll("director")).as("one returned does not hold up the others").isEqualTo(7);
        mendAndSendStraightBack();
        assertThat(approveAll("director")).isEqualTo(1);
        assertThat(approveAll("bureau")).isEqualTo(8);
        open("HALF_YEAR");
        evaluate("HALF_YEAR", List.of("城运报告", "专题报告"));
        as("chief.general").go("/board/szxxzx/2023/HALF_YEAR").shot("year-board-half-year");
        rectify("round-1");
        reevaluate(List.of("城运报告"));
        rectify("round-2");
        reevaluate(List.of());
        open("FULL_YEAR");
        evaluate("FULL_YEAR", List.of());
        as("chief.data").go("/evaluations/szxxzx/2023/data/FULL_YEAR").shot("year-score");
        as("chief.data").page().getByText("优").first().waitFor();
        submitOnly("chief.general");
        as("director").go("/board/szxxzx/2023/FULL_YEAR").shot("year-board-archived");
        windows.forEach((who, window) ->
                assertThat(window.complaints()).as("console of " + who).isEmpty());
    }

    /** The open questions are settled and submitted at once, without waiting for what the page saves by itself. */
    private void declare(String section) {
        var window = openFirst("chief." + section);
        Page page = window.page();
        page.locator(".tabulator-row.row").first().waitFor();
        Locator open = page.locator(".ask[data-col=measure]");
        while (open.count() > 0) {
            open.first().click();
            page.locator("select.jx-pen").selectOption("FLOW");
        }
        if (section.equals("construction")) window.shot("year-fill");
        submit(window);
    }

    /** Opens the first item of the inbox. */
    private Browser.Window openFirst(String login) {
        var window = as(login).go("/");
        window.page().locator("a.jx-item").first().click();
        window.page().waitForURL(TASK);
        return window.settled();
    }

    /** Does something that the page tells the server, and waits for the answer. */
    private static void stored(Browser.Window window, Runnable deed) {
        window.page().waitForResponse(answer -> answer.url().contains("v-r=uidl"), deed);
        window.settled();
    }

    private void submit(Browser.Window window) {
        leave(window, window.page().locator(".jx-decision vaadin-button[theme~=primary]"));
    }

    private static Locator.FilterOptions named(String pattern) {
        return new Locator.FilterOptions().setHasText(Pattern.compile(pattern));
    }

    /** Presses and waits until the page has gone on to the next item or back to the inbox. */
    private static void leave(Browser.Window window, Locator button) {
        String before = window.page().url();
        button.first().click();
        window.page().waitForURL(url -> !url.equals(before));
        window.settled();
    }

    private void submitOnly(String login) {
        submit(openFirst(login));
    }

    /** Clears the inbox, item by item; how many there were. */
    private int approveAll(String login) {
        var window = as(login).go("/");
        if (window.page().locator("a.jx-item").count() == 0) return 0;
        openFirst(login);
        int count = 0;
        while (TASK.matcher(window.page().url()).matches()) {
            if (count == 0 && !login.equals("chief.general")) window.shot("year-" + login);
            leave(window, window.page().locator("[data-key=a]"));
            count++;
        }
        return count;
    }

    private void returnOneRow() {
        var window = as("director").go("/");
        Page page = window.page();
        page.locator("a.jx-item").filter(new Locator.FilterOptions().setHasText("数据资源科")).click();
        page.waitForURL(TASK);
        window.settled();
        stored(window, () -> page.locator(".jx-examine vaadin-checkbox").nth(2).click());
        var reason = page.locator(".jx-reason input:visible").first();
        reason.fill("半年值偏低");
        stored(window, () -> reason.press("Tab"));
        window.shot("year-return-row");
        leave(window, page.locator("[data-key=r]"));
    }

    private void mendAndSendStraightBack() {
        var window = openFirst("chief.data");
        Page page = window.page();
        page.getByText("半年值偏低").first().waitFor();
        assertThat(page.locator(".tabulator-row.row:not(.locked)").count()).as("only the returned row is open").isEqualTo(1);
        page.locator(".tabulator-row.row:not(.locked) [data-col=halfText]").click();
        stored(window, () -> {
            page.keyboard().type("≥6个");
            page.keyboard().press("Tab");
        });
        window.shot("year-mend-row");
        leave(window, page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^直达"))));
    }

    private void open(String period) throws Exception {
        var window = as("chief.general").go("/board/szxxzx/2023");
        Page page = window.page();
        String word = period.equals("HALF_YEAR") ? "半年自评" : "全年自评";
        page.locator("vaadin-button").filter(named("打开" + word)).first().click();
        page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
        page.locator("vaadin-dialog-overlay").waitFor(new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        window.settled();
    }

    private ApiDesk api(String login) throws Exception {
        return new ApiDesk(new WireDoor(port, client), login);
    }

    private void evaluate(String period, List<String> red) throws Exception {
        for (String section : SECTIONS) {
            api("chief." + section).evaluate(section, period, section.equals("city") ? red : List.of());
            var window = openFirst("chief." + section);
            if (section.equals("city")) window.shot("year-evaluate-" + period);
            submit(window);
        }
        assertThat(approveAll("chief.general")).isEqualTo(7);
        for (String who : List.of("deputy", "director", "bureau")) assertThat(approveAll(who)).isEqualTo(8);
    }

    private void rectify(String name) {
        var window = openFirst("chief.city");
        write(window, "整改措施", "增派专人，每周通报");
        for (Locator day : window.page().locator(".jx-ev-item vaadin-date-picker input").all()) {
            stored(window, () -> {
                day.fill("2099/12/31");
                day.press("Enter");
            });
        }
        window.shot("year-rectification-" + name);
        submit(window);
        if (!TASK.matcher(window.page().url()).matches()) openFirst("chief.city");
        write(window, "整改结果", "已补编");
        submit(window);
        assertThat(approveAll("deputy")).isEqualTo(1);
    }

    private static void write(Browser.Window window, String label, String text) {
        for (Locator area : window.page().locator(".jx-ev-item vaadin-text-area").all()) {
            if (!area.innerText().contains(label)) continue;
            area.locator("textarea").fill(text);
            stored(window, () -> area.locator("textarea").press("Tab"));
        }
    }

    private void reevaluate(List<String> red) throws Exception {
        api("chief.city").evaluate("city", "HALF_YEAR", red);
        submit(openFirst("chief.city"));
        for (String who : List.of("chief.general", "deputy", "director", "bureau")) {
            assertThat(approveAll(who)).as(who).isEqualTo(1);
        }
    }
}
