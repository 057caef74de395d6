package org.jixiao.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jixiao.BrowserTest;
import org.jixiao.browser.Browser;
import org.jixiao.browser.Browser.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
@DisplayName("The table a chief types in")
class GridTest {

    private static final String UNIT = "szxxzx";
    private static final Pattern TASK = Pattern.compile(".*/task/.*");

    @LocalServerPort
    private int port;

    @Autowired
    private Targets targets;

    private Window open(String section) {
        return task(Browser.at(port).withoutWorker().open().login("chief." + section));
    }

    private static Window task(Window window) {
        window.page().locator("a.jx-item").first().click();
        window.page().waitForURL(TASK);
        rows(window.page()).first().waitFor();
        return window.settled();
    }

    private static Locator rows(Page page) {
        return page.locator(".tabulator-row.row:visible");
    }

    private static Locator cell(Page page, int row, String field) {
        return rows(page).nth(row).locator("[data-col=" + field + "]");
    }

    private static String shown(Page page, int row, String field) {
        return cell(page, row, field).locator(".v").innerText();
    }

    private static void type(Page page, int row, String field, String text) {
        cell(page, row, field).click();
        page.keyboard().type(text);
        page.keyboard().press("Enter");
    }

    private static void saved(Page page) {
        page.locator(".jx-saved .own:empty").waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED));
    }

    private List<TargetRow> stored(String section) {
        return targets.current(UNIT, 2023).stream().filter(r -> r.section().equals(section)).toList();
    }

    private static String block(String open, Function<String, String> cell, String between, String close) {
        return IntStream.range(0, 40)
                .mapToObj(i -> List.of("粘贴 " + i, i % 2 == 0 ? "存量" : "累计", "＝" + i + "%", "≥" + (i + 60) + "%"))
                .map(row -> open + row.stream().map(cell).collect(Collectors.joining(between)) + close)
                .collect(Collectors.joining());
    }

    @Test
    void a_block_goes_in_as_excel_wps_and_plain_text_put_it_and_one_undo_takes_it_back() {
        var kinds = Map.of(
                "excel", List.of("text/html", "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body><table>"
                        + "<col width=72><!--StartFragment-->"
                        + block("<tr height=19>", c -> "<td class=xl65>" + c + "</td>", "\r\n  ", "</tr>\r\n")
                        + "<!--EndFragment--></table></body></html>"),
                "wps", List.of("text/html", "<html><head><style>td {mso-number-format:General}</style></head><body>"
                        + "<table><tbody>" + block("<tr>", c -> "<td><font>" + c + "</font></td>", "", "</tr>")
                        + "</tbody></table></body></html>"),
                "text", List.of("text/plain", block("", c -> c.startsWith("粘贴") ? '"' + c + '"' : c, "\t", "\r\n")));
        try (var window = open("general")) {
            Page page = window.page();
            int before = rows(page).count();
            String name = shown(page, 0, "name");
            kinds.forEach((kind, content) -> {
                cell(page, 0, "name").click();
                Browser.paste(page, content.get(0), content.get(1));
                page.getByText("已粘贴 160 格；新增 " + (40 - before) + " 行").waitFor();
                saved(page);
                var stored = stored("general");
                assertThat(stored).as(kind).hasSize(40);
                assertThat(stored).extracting(TargetRow::name).contains("粘贴 0", "粘贴 39");
                var last = stored.stream().filter(r -> r.name().equals("粘贴 39")).findFirst().orElseThrow();
                assertThat(List.of(last.halfText(), last.annualText(), last.measure().name())).containsExactly("＝39%", "≥99%", "FLOW");
                page.keyboard().press("Control+z");
                saved(page);
                assertThat(stored("general")).as("after undoing " + kind).hasSize(before).noneMatch(r -> r.name().startsWith("粘贴"));
            });
            assertThat(shown(page, 0, "name")).isEqualTo(name);
            window.shot("grid-general");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void onto_a_filtered_view_only_rows_that_are_seen_are_filled() {
        try (var window = open("construction")) {
            Page page = window.page();
            page.locator(".jx-grid-bar .jx-seg button").nth(1).click();
            int seen = rows(page).count();
            assertThat(seen).isBetween(2, stored("construction").size() - 1);
            cell(page, 0, "halfText").click();
            Browser.paste(page, "text/plain", "≥1个\t≥11个\n≥2个\t≥12个\n");
            page.getByText("已粘贴 4 格").waitFor();
            saved(page);
            assertThat(stored("construction")).filteredOn(r -> r.annualText().equals("≥11个") || r.annualText().equals("≥12个")).hasSize(2);
            assertThat(shown(page, 1, "halfText")).isEqualTo("≥2个");
            window.shot("grid-filtered");
        }
    }

    @Test
    void the_keyboard_does_it_all() {
        try (var window = open("data")) {
            Page page = window.page();
            var keys = page.keyboard();
            int before = rows(page).count();
            type(page, 0, "halfText", "≥3个");
            assertThat(shown(page, 0, "halfText")).isEqualTo("≥3个");
            keys.press("ArrowUp");
            keys.press("Shift+ArrowDown");
            keys.press("Control+d");
            assertThat(shown(page, 1, "halfText")).isEqualTo("≥3个");
            keys.press("Control+z");
            assertThat(shown(page, 1, "halfText")).isNotEqualTo("≥3个");
            keys.press("Control+y");
            assertThat(shown(page, 1, "halfText")).isEqualTo("≥3个");
            cell(page, 0, "name").click();
            keys.press("Control+Enter");
            keys.type("键盘增加的一行");
            keys.press("Enter");
            saved(page);
            assertThat(stored("data")).hasSize(before + 1).anyMatch(r -> r.name().equals("键盘增加的一行"));
            keys.press("ArrowUp");
            keys.press("Alt+Shift+ArrowUp");
            saved(page);
            assertThat(shown(page, 0, "name")).isEqualTo("键盘增加的一行");
            keys.press("Control+-");
            saved(page);
            assertThat(stored("data")).hasSize(before);
            var fold = page.locator(".jx-group.l1 .jx-fold").first();
            fold.focus();
            keys.press("Enter");
            assertThat(fold.getAttribute("aria-expanded")).isEqualTo("false");
            assertThat(rows(page).count()).isLessThan(before);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void nothing_typed_through_a_cut_connection_is_lost() {
        try (var window = open("city")) {
            Page page = window.page();
            String address = page.url();
            page.context().setOffline(true);
            type(page, 0, "halfText", "≥1篇");
            page.getByText("未能保存，已留在本机，正在重试").waitFor();
            window.shot("grid-offline");
            // what was on its way ends while the network is still cut
            page.navigate("about:blank");
            page.context().setOffline(false);
            Page again = page.context().newPage();
            again.navigate(address);
            again.getByText("上次没有存上的 1 行已放回").waitFor();
            saved(again);
            assertThat(stored("city").get(0).halfText()).isEqualTo("≥1篇");
            assertThat(again.evaluate("() => Object.keys(localStorage).filter(k => k.startsWith('jx-draft')).length")).isEqualTo(0);
        }
    }

    @Test
    void what_is_typed_while_other_windows_are_asked_was_not_left_behind() {
        try (var window = Browser.at(port).open()) {
            Page page = window.page();
            page.addInitScript("const later = window.setTimeout; window.setTimeout = (work, ms, ...with_) =>"
                    + " later(ms === 150 ? () => { work(); document.documentElement.dataset.asked = 'yes'; } : work,"
                    + " ms === 150 ? 4000 : ms, ...with_);");
            task(window.login("chief.command"));
            type(page, 0, "halfText", "≥7个");
            page.locator("html[data-asked]").waitFor();
            saved(page);
            assertThat(stored("command").get(0).halfText()).isEqualTo("≥7个");
            assertThat(page.getByText("已放回").count()).isZero();
        }
    }

    @Test
    void what_was_typed_after_the_session_ended_comes_back_with_the_person() {
        try (var window = open("citizen")) {
            Page page = window.page();
            page.context().addCookies(List.of(new Cookie("JSESSIONID", "ended").setUrl("http://127.0.0.1:" + port)));
            type(page, 0, "halfText", "≥91%");
            page.getByText("登录已过期").waitFor();
            window.shot("grid-expired");
            page.keyboard().press("Escape");
            page.waitForURL(Pattern.compile(".*/login.*"));
            window.settled();
            page.locator("input[name=username]").fill("chief.citizen");
            page.locator("input[name=password]").fill(Browser.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(TASK);
            page.getByText("上次没有存上的 1 行已放回").waitFor();
            saved(page);
            assertThat(stored("citizen").get(0).halfText()).isEqualTo("≥91%");
        }
    }

    @Test
    void two_windows_of_one_person_lose_nothing_of_each_other() {
        try (var window = open("application")) {
            Page first = window.page();
            Page second = first.context().newPage();
            second.navigate(first.url());
            second.getByText("您在另一个窗口也打开了此件").waitFor();
            rows(second).first().waitFor();
            type(first, 0, "halfText", "≥11%");
            saved(first);
            type(second, 1, "halfText", "≥12%");
            second.locator(".jx-banner", new Page.LocatorOptions().setHasText("≥12%")).waitFor();
            assertThat(shown(second, 0, "halfText")).isEqualTo("≥11%");
            second.getByText("重新填入").click();
            saved(second);
            second.locator(".jx-banner", new Page.LocatorOptions().setHasText("≥12%"))
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(stored("application").get(0).halfText()).isEqualTo("≥11%");
            assertThat(stored("application").get(1).halfText()).isEqualTo("≥12%");
        }
    }

    @Test
    void on_a_phone_rows_are_cards_that_a_finger_opens() {
        try (var window = task(Browser.at(port).phone().open().login("chief.security"))) {
            Page page = window.page();
            cell(page, 0, "halfText").tap();
            page.keyboard().press("Control+a");
            page.keyboard().type("≥81%");
            page.keyboard().press("Enter");
            saved(page);
            assertThat(stored("security").get(0).halfText()).isEqualTo("≥81%");
            assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
            window.shot("grid-phone");
        }
        try (var window = task(Browser.at(port).phone().inTheDark().english().open().login("chief.command"))) {
            window.shot("grid-phone-dark");
        }
    }
}
