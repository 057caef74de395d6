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
        general = new SectionYear(context, "general");
        general.declareAndApprove();
        general.openPeriod(Period.HALF_YEAR);
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
                assertThat(typed()).as("after undoing " + type).allSatisfy(l -> assertThat(l.executed()).isEmpty());
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
}
