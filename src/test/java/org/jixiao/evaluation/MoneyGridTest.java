package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jixiao.BrowserTest;
import org.jixiao.browser.Browser;
import org.jixiao.evaluation.SheetView.MoneyLineView;
import org.jixiao.workflow.Cases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The unit's money in a real browser: a column goes in from Excel, WPS or plain text, and comes back with one undo. */
@BrowserTest
class MoneyGridTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private SectionYear general;

    @BeforeEach
    void theHalfYearHasOpened() {
        general = new SectionYear(context, "general");
        boolean begun = context.getBean(Cases.class)
                .find("section-evaluation", SectionYear.UNIT, SectionYear.YEAR, "general", "HALF_YEAR")
                .isPresent();
        if (begun) return;
        general.declareAndApprove();
        general.openPeriod(Period.HALF_YEAR);
    }

    private List<MoneyLineView> typed() {
        return general.sheet(Period.HALF_YEAR).money().lines().stream()
                .filter(l -> !l.sum())
                .toList();
    }

    private static void saved(Page page) {
        page.locator(".jx-saved .own:empty").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    @Test
    void a_column_goes_in_as_excel_and_plain_text_put_it_sums_stay_and_one_undo_takes_it_back() {
        List<MoneyLineView> before = typed();
        List<MoneyLineView> all = general.sheet(Period.HALF_YEAR).money().lines();
        // as a book of accounts has them: the sum's own line among the others
        List<String> column = all.stream().map(l -> l.sum() ? "999999" : l.halfPlan()).toList();
        var kinds = Map.of(
                "text/html", column.stream().map(c -> "<tr height=19><td class=xl65>" + c + "</td><td>1.00</td></tr>")
                        .collect(Collectors.joining("\r\n", "<html><body><table>", "</table></body></html>")),
                "text/plain", column.stream().map(c -> c + "\t1.00\r\n").collect(Collectors.joining()));
        String address = "/task/" + general.open("HALF_YEAR").taskId();
        try (var chief = Browser.at(port).open()) {
            chief.login("chief.general").go(address);
            Page page = chief.page();
            Locator first = page.locator("[data-row='" + all.get(0).id() + "'] [data-col=executed]");
            kinds.forEach((type, content) -> {
                first.click();
                Browser.paste(page, type, content);
                page.getByText("已粘贴 " + 2 * typed().size() + " 格").waitFor();
                saved(page);
                assertThat(typed()).as(type).allSatisfy(l -> {
                    assertThat(l.executed()).isEqualTo(l.halfPlan());
                    assertThat(l.forecast()).isEqualTo("1.00");
                });
                page.locator("[data-row=total] [data-col=percent]").getByText("100.00%").waitFor();
                page.keyboard().press("Control+z");
                saved(page);
                assertThat(typed()).as("after undoing " + type).isEqualTo(before);
            });
            first.click();
            page.keyboard().type("1.5");
            page.keyboard().press("Tab");
            page.keyboard().type("2");
            page.keyboard().press("Enter");
            saved(page);
            assertThat(typed().get(0).executed()).isEqualTo("1.5");
            assertThat(typed().get(0).forecast()).isEqualTo("2");
            chief.settled().shot("evaluation-money-typed");
            assertThat(chief.complaints()).isEmpty();
        }
        try (var phone = Browser.at(port).phone().open()) {
            phone.login("chief.general").go(address);
            Locator card = phone.page().locator("[data-row='" + all.get(0).id() + "']");
            card.locator("[data-col=executed]").click();
            phone.page().keyboard().press("F2");
            assertThat(card.boundingBox().width).isLessThanOrEqualTo(390);
            phone.shot("evaluation-money-card");
        }
    }

    private Browser.Window open() {
        var window = Browser.at(port).withoutWorker().open().login("chief.general");
        window.go("/task/" + general.open("HALF_YEAR").taskId());
        return window;
    }

    private Locator executed(Page page, int line) {
        return page.locator("[data-row='" + typed().get(line).id() + "'] [data-col=executed]");
    }

    private void type(Page page, int line, String text) {
        executed(page, line).click();
        page.keyboard().type(text);
        page.keyboard().press("Enter");
    }

    @Test
    void nothing_typed_through_a_cut_connection_is_lost() {
        try (var window = open()) {
            Page page = window.page();
            String address = page.url();
            executed(page, 3).waitFor();
            page.context().setOffline(true);
            type(page, 3, "31.25");
            page.getByText("未能保存，已留在本机，正在重试").waitFor();
            // what was on its way ends while the network is still cut
            page.navigate("about:blank");
            page.context().setOffline(false);
            Page again = page.context().newPage();
            again.navigate(address);
            again.getByText("上次没有存上的 1 行已放回").waitFor();
            saved(again);
            assertThat(typed().get(3).executed()).isEqualTo("31.25");
        }
    }

    @Test
    void two_windows_of_one_person_lose_nothing_of_each_other() {
        try (var window = open()) {
            Page first = window.page();
            Page second = first.context().newPage();
            second.navigate(first.url());
            second.getByText("您在另一个窗口也打开了此件").waitFor();
            executed(second, 5).waitFor();
            type(first, 5, "5.55");
            saved(first);
            type(second, 6, "6.66");
            Locator kept = second.locator(".jx-banner", new Page.LocatorOptions().setHasText("6.66"));
            kept.waitFor();
            assertThat(executed(second, 5).textContent()).contains("5.55");
            second.getByText("重新填入").click();
            saved(second);
            kept.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(typed().get(5).executed()).isEqualTo("5.55");
            assertThat(typed().get(6).executed()).isEqualTo("6.66");
        }
    }
}
