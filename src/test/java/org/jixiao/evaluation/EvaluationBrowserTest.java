package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jixiao.BrowserTest;
import org.jixiao.browser.Browser;
import org.jixiao.workflow.Verb;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The self-evaluation and the board in a real browser, at a desk and on a phone. */
@BrowserTest
class EvaluationBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Test
    void aChiefTypesHandsInAndTheLeadersSeeIt() {
        SectionYear data = new SectionYear(context, "data");
        SectionYear general = new SectionYear(context, "general");
        data.declareAndApprove();
        general.declareAndApprove();
        data.openPeriod(Period.HALF_YEAR);
        data.fill(Period.HALF_YEAR, Map.of(40, "2"));
        String red = data.row(Period.HALF_YEAR, 46).id();
        String address = "/task/" + data.open("HALF_YEAR").taskId();
        try (var chief = Browser.at(port).open()) {
            chief.login("chief.data").go(address);
            var actual = chief.page().locator("#row-" + red + " .jx-ev-figurefield input").first();
            actual.fill("12");
            actual.press("Tab");
            chief.page().locator("#row-" + red + ".bad").waitFor();
            chief.settled().shot("evaluation-fill-red");
            var upload = chief.page().locator("#row-" + red + " .jx-ev-upload vaadin-button");
            chief.page()
                    .waitForFileChooser(upload::click)
                    .setFiles(new FilePayload("协议清单.txt", "text/plain", "证明".getBytes(StandardCharsets.UTF_8)));
            chief.page().locator("#row-" + red + " .jx-ev-file").waitFor();
            chief.settled().shot("evaluation-fill");
            assertThat(data.row(Period.HALF_YEAR, 46).evidence()).hasSize(1);
            assertThat(chief.complaints()).isEmpty();
        }
        try (var phone = Browser.at(port).phone().open()) {
            phone.login("chief.data").go(address).shot("evaluation-fill-phone");
        }
        try (var chief = Browser.at(port).inTheDark().open()) {
            chief.login("chief.general").go("/task/" + general.open("HALF_YEAR").taskId());
            chief.shot("evaluation-money-dark");
        }
        data.explain(red);
        String second = data.row(Period.HALF_YEAR, 40).id();
        data.explain(second);
        data.handIn(Period.HALF_YEAR, second, "部门清单.txt");
        data.act("chief.data", Verb.SUBMIT, "HALF_YEAR", null, "");
        try (var coordinator = Browser.at(port).open()) {
            coordinator.login("chief.general").go("/task/" + data.open("HALF_YEAR").taskId());
            coordinator.shot("evaluation-examine");
            coordinator.go("/board/szxxzx/2023/HALF_YEAR").shot("board");
        }
        data.approve("HALF_YEAR", SectionYear.APPROVERS);
        try (var chief = Browser.at(port).open()) {
            chief.login("chief.data").go("/task/" + data.open("HALF_YEAR").taskId());
            chief.shot("rectification-plan");
            writtenAsTheSessionEndedComesBackToItsOwnRow(chief);
            chief.go("/evaluations/szxxzx/2023/data/HALF_YEAR").shot("evaluation-read");
        }
        try (var phone = Browser.at(port).phone().inTheDark().open()) {
            Path shot = phone.login("director").go("/board/szxxzx/2023/HALF_YEAR").shot("board-phone");
            assertThat(shot).exists();
        }
    }

    /** Both rows call their fields alike, and one of them had been stored before. */
    private void writtenAsTheSessionEndedComesBackToItsOwnRow(Browser.Window chief) {
        Page page = chief.page();
        var measures = page.locator(".jx-ev-item .jx-ev-itemform").locator("vaadin-text-area textarea");
        assertThat(measures.count()).isGreaterThan(1);
        var measure = measures.nth(1);
        measure.fill("每周一报");
        measure.press("Tab");
        chief.settled();
        measure.focus();
        page.context().addCookies(List.of(new Cookie("JSESSIONID", "ended").setUrl("http://127.0.0.1:" + port)));
        measure.fill("每周一报，月底核对");
        measure.press("Tab");
        page.getByText("登录已过期").waitFor();
        page.keyboard().press("Escape");
        page.waitForURL(Pattern.compile(".*/login.*"));
        chief.settled();
        page.locator("input[name=username]").fill("chief.data");
        page.locator("input[name=password]").fill(Browser.PASSWORD);
        page.keyboard().press("Enter");
        page.getByText("已放回").waitFor();
        assertThat(measures.nth(1).inputValue()).isEqualTo("每周一报，月底核对");
        assertThat(measures.nth(0).inputValue()).isEmpty();
    }
}
