package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.jixiao.BrowserTest;
import org.jixiao.browser.Browser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
@DisplayName("A section's targets in the browser")
class SectionInBrowserTest {

    private static final Pattern TASK = Pattern.compile(".*/task/.*");

    @LocalServerPort
    private int port;

    @Test
    void are_settled_submitted_at_once_and_approved_to_the_bureau() {
        try (var chief = Browser.at(port).open().login("chief.construction")) {
            openFirst(chief);
            for (Locator measure : chief.page().locator("select[data-col=measure]").all()) {
                if (measure.inputValue().equals("UNCLEAR")) measure.selectOption("FLOW");
            }
            chief.shot("section-settled");
            leave(chief, chief.page().locator(".jx-decision vaadin-button[theme~=primary]"));
            assertThat(chief.page().locator("a.jx-item").count()).isZero();
        }
        for (String login : new String[] {"chief.general", "deputy", "director", "bureau"}) {
            try (var window = Browser.at(port).open().login(login)) {
                Page page = window.page();
                page.locator("a.jx-item")
                        .filter(new Locator.FilterOptions().setHasText("建设运维科"))
                        .click();
                page.waitForURL(TASK);
                window.settled().shot("section-" + login);
                leave(window, page.locator("[data-key=a]"));
                assertThat(window.complaints()).as("console of " + login).isEmpty();
            }
        }
    }

    private static void openFirst(Browser.Window window) {
        window.page().locator("a.jx-item").first().click();
        window.page().waitForURL(TASK);
        window.settled();
    }

    /** Presses and waits until the page has gone on to the next item or back to the inbox. */
    private static void leave(Browser.Window window, Locator button) {
        String before = window.page().url();
        button.first().click();
        window.page().waitForURL(url -> !url.equals(before));
        window.settled();
    }
}
