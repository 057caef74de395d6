package org.jixiao.inbox.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.jixiao.BrowserTest;
import org.jixiao.browser.Browser;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@BrowserTest
@DisplayName("In the inbox")
class InboxBrowserTest {

    private static final String[] SECTIONS = {"data", "city", "security", "application"};

    @LocalServerPort
    private int port;

    @Autowired
    Probe probe;

    @Autowired
    Verbs verbs;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void onlyThisTestsCases() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        probe.deploy();
        jdbc.sql("delete from inbox_item").update();
        jdbc.sql("delete from inbox_filter").update();
    }

    private List<String> submitted(int count) {
        var cases = new ArrayList<String>();
        for (int i = 0; i < count; i++) cases.add(probe.submitted(SECTIONS[i % SECTIONS.length]));
        return cases;
    }

    private Browser.Window general() {
        return Browser.at(port).open().login("chief.general");
    }

    private static Locator rows(Browser.Window window) {
        return window.page().locator("a[data-row]");
    }

    private static void counts(Browser.Window window, int rows) {
        PlaywrightAssertions.assertThat(rows(window)).hasCount(rows);
    }

    @Test
    void seventeen_are_cleared_with_the_keyboard_alone() {
        var cases = submitted(17);
        try (var window = general()) {
            Page page = window.page();
            counts(window, 17);
            page.locator(".jx-line:first-child.cur").waitFor();
            page.locator(".jx-glance h2").filter(new Locator.FilterOptions().setHasText("科")).waitFor();
            page.locator(".jx-glance .jx-steps .c").waitFor();
            window.shot("inbox-preview");
            page.keyboard().press("a");
            confirm(window);
            page.keyboard().press("Escape");
            page.locator(".jx-confirm").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            counts(window, 17);
            page.keyboard().press("r");
            page.locator(".jx-confirm vaadin-text-field[focused]").waitFor();
            page.keyboard().press("Enter");
            page.locator(".jx-confirm vaadin-text-field[invalid]").waitFor();
            page.keyboard().type("请补充依据");
            page.keyboard().press("Enter");
            counts(window, 16);
            for (int left = 15; left >= 0; left--) {
                page.locator("a[data-row]:focus").waitFor();
                page.keyboard().press("a");
                confirm(window);
                page.keyboard().press("Enter");
                counts(window, left);
            }
            page.getByText("没有待办。").waitFor();
            assertThat(window.complaints()).isEmpty();
        }
        assertThat(cases).extracting(probe::at).containsOnly("Task_Deputy", "Task_Fill")
                .filteredOn("Task_Fill"::equals).hasSize(1);
    }

    private static void confirm(Browser.Window window) {
        window.page().locator(".jx-confirm vaadin-button[theme~=primary][focused]").waitFor();
    }

    private void withdraw(String caseId, String chief) {
        String filled = jdbc.sql("select task_id from case_step where case_id = ? and activity = 'Task_Fill'")
                .param(caseId)
                .query(String.class)
                .single();
        verbs.act(probe.actor(chief), filled, probe.act(Verb.WITHDRAW, caseId));
    }

    @Test
    void a_row_that_is_taken_away_says_by_whom_and_then_goes() {
        var cases = submitted(2);
        try (var window = general()) {
            counts(window, 2);
            withdraw(cases.get(0), "chief.data");
            var gone = window.page().locator(".jx-line.gone");
            gone.waitFor();
            assertThat(gone.textContent()).contains("数据资源科负责人已撤回");
            PlaywrightAssertions.assertThat(window.page().locator(".jx-actions [role=status]")).containsText("已撤回");
            window.shot("inbox-gone");
            window.page().keyboard().press("j");
            PlaywrightAssertions.assertThat(gone).hasCount(0);
            counts(window, 1);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void eight_are_approved_together_and_the_stale_one_says_why() {
        var cases = submitted(8);
        try (var window = general()) {
            Page page = window.page();
            counts(window, 8);
            for (int i = 1; i < 8; i++) page.keyboard().press("Shift+J");
            PlaywrightAssertions.assertThat(page.locator(".jx-bulk")).containsText("已选 8 件");
            window.shot("inbox-picked");
            page.keyboard().press("a");
            var dialog = page.locator("vaadin-dialog-overlay");
            dialog.locator("vaadin-button[theme~=primary][focused]").waitFor();
            window.shot("inbox-batch-asks");
            withdraw(cases.get(2), "chief.security");
            page.keyboard().press("Enter");
            PlaywrightAssertions.assertThat(dialog.locator(".jx-batch-result.ok")).hasCount(7);
            PlaywrightAssertions.assertThat(dialog.locator(".jx-batch-result.bad")).hasCount(1);
            assertThat(dialog.locator(".jx-batch-result.bad").textContent()).contains("撤回");
            PlaywrightAssertions.assertThat(dialog).containsText("已同意 7 件，1 件没有办成");
            window.shot("inbox-batch-done");
            page.keyboard().press("Escape");
            counts(window, 0);
            assertThat(window.complaints()).isEmpty();
        }
        cases.remove(2);
        assertThat(cases).extracting(probe::at).containsOnly("Task_Deputy");
    }

    @Test
    void the_list_stands_where_it_was_when_one_comes_back() {
        String last = probe.submitted("city");
        jdbc.sql(
                        """
                        insert into inbox_item select (jsonb_populate_record(i, jsonb_build_object(
                            'id', gen_random_uuid(), 'task_id', i.task_id || '-' || n, 'sort_key', i.sort_key - n))).*
                        from inbox_item i, generate_series(1, 80) n where i.box = 'TODO'""")
                .update();
        try (var window = general()) {
            Page page = window.page();
            counts(window, 50);
            rows(window).last().scrollIntoViewIfNeeded();
            counts(window, 81);
            String task = probe.open(last);
            page.locator("a[data-row='" + task + "']").click();
            page.waitForURL("**/task/" + task);
            page.goBack();
            page.locator("a[data-row='" + task + "']:focus").waitFor();
            counts(window, 81);
            PlaywrightAssertions.assertThat(page.locator("a[data-row='" + task + "']")).isInViewport();
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void a_decision_leads_to_the_next_of_the_filtered_list_and_back_to_it() {
        var cases = submitted(6);
        try (var window = general()) {
            Page page = window.page();
            counts(window, 6);
            page.keyboard().press("/");
            page.keyboard().type("城市");
            counts(window, 2);
            rows(window).first().focus();
            page.keyboard().press("Enter");
            for (int left = 1; left >= 0; left--) {
                page.waitForURL("**/task/*q=*");
                String here = page.url();
                page.locator("[data-key=a]").click();
                page.waitForURL(url -> !url.equals(here));
                window.settled();
            }
            page.waitForURL("**/?q=*");
            page.getByText("没有符合的事项。").waitFor();
        }
        assertThat(List.of(cases.get(1), cases.get(5))).extracting(probe::at).containsOnly("Task_Deputy");
        assertThat(probe.at(cases.get(0))).isEqualTo("Task_Coordinator");
    }

    @Test
    void a_filter_is_kept_in_the_menu_and_shared_as_words() {
        submitted(4);
        try (var window = general()) {
            Page page = window.page();
            counts(window, 4);
            page.keyboard().press("/");
            page.keyboard().type("城市");
            counts(window, 1);
            page.getByText("存为筛选").click();
            page.locator("vaadin-dialog-overlay vaadin-text-field[focused]").waitFor();
            page.keyboard().type("城市的");
            page.keyboard().press("Enter");
            page.locator("vaadin-dialog-overlay vaadin-checkbox").click();
            page.locator("vaadin-dialog-overlay vaadin-checkbox[checked]").waitFor();
            window.settled().shot("inbox-filters");
            page.keyboard().press("Escape");
            var kept = page.locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText("城市的")).last();
            PlaywrightAssertions.assertThat(kept).containsText("1");
            page.locator("vaadin-side-nav-item").first().locator("a").first().click();
            counts(window, 4);
            kept.locator("a").first().click();
            counts(window, 1);
            assertThat(window.complaints()).isEmpty();
        }
        try (var window = Browser.at(port).open().login("chief.city")) {
            window.page().locator("vaadin-side-nav-item", new Page.LocatorOptions().setHasText("城市的")).last().locator("a").first().click();
            window.page().getByText("没有符合的事项。").waitFor();
        }
    }

    @Test
    void a_phone_shows_cards_that_fit_it() {
        submitted(5);
        try (var window = Browser.at(port).phone().open().login("chief.general")) {
            counts(window, 5);
            Page page = window.page();
            window.shot("inbox-phone");
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
            var chip = page.locator(".jx-chip[data-mark=unread]");
            assertThat(chip.boundingBox().height).isGreaterThanOrEqualTo(44);
            assertThat(rows(window).first().boundingBox().height).isGreaterThanOrEqualTo(44);
            PlaywrightAssertions.assertThat(page.locator(".jx-glance")).isHidden();
            rows(window).first().tap();
            page.waitForURL("**/task/*");
            page.goBack();
            chip.tap();
            counts(window, 4);
        }
    }

    @Test
    void two_are_handed_over_together_and_the_stale_one_says_why() {
        var cases = submitted(2);
        try (var window = general()) {
            Page page = window.page();
            counts(window, 2);
            page.keyboard().press("Shift+J");
            page.locator(".jx-bulk").getByText("转办…").click();
            var whom = page.locator("vaadin-dialog-overlay vaadin-combo-box input");
            whom.fill("网络安全科");
            page.locator("vaadin-combo-box-item").filter(new Locator.FilterOptions().setHasText("网络安全科")).first().click();
            page.locator("vaadin-dialog-overlay textarea").fill("外出两周");
            withdraw(cases.get(0), "chief.data");
            page.locator("vaadin-dialog-overlay vaadin-button[theme~=primary]").click();
            var results = page.locator(".jx-batch-result");
            PlaywrightAssertions.assertThat(results.filter(new Locator.FilterOptions().setHasText("已转办"))).hasCount(1);
            PlaywrightAssertions.assertThat(results.filter(new Locator.FilterOptions().setHasText("撤回"))).hasCount(1);
            window.shot("batch-transfer");
            page.locator("vaadin-dialog-overlay").getByText("关闭").click();
            counts(window, 0);
            assertThat(window.complaints()).isEmpty();
        }
        verbs.act(probe.actor("chief.security"), probe.open(cases.get(1)), probe.act(Verb.APPROVE, cases.get(1)));
        assertThat(probe.at(cases.get(1))).isEqualTo("Task_Deputy");
    }
}
