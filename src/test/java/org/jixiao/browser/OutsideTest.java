package org.jixiao.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.Page;
import org.jixiao.BrowserTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands around the pages: a browser too old, no network, a phone's home screen, paper. */
@BrowserTest
class OutsideTest {

    @LocalServerPort
    private int port;

    @Test
    void a_browser_too_old_is_told_so_instead_of_a_white_page() {
        try (var window = Browser.at(port).open()) {
            window.page().addInitScript("CSS.supports = function (a, b) { return false; };");
            window.page().navigate("/login");
            assertThat(window.page().locator("#too-old")).isVisible();
            assertThat(window.page().locator("#too-old")).containsText("Edge 105");
            assertThat(window.page().locator("#outlet")).isHidden();
            window.shot("too-old");
        }
    }

    @Test
    void a_browser_that_is_able_sees_nothing_of_it() {
        try (var window = Browser.at(port).open()) {
            window.go("/login");
            assertThat(window.page().locator("#too-old")).isHidden();
        }
    }

    @Test
    void can_be_put_among_a_phones_apps_and_says_so_when_there_is_no_network() {
        try (var window = Browser.at(port).phone().open()) {
            window.go("/login");
            Object manifest = window.page().evaluate("""
                    async () => {
                      const link = document.querySelector('link[rel=manifest]');
                      const manifest = await (await fetch(link.href)).json();
                      const icons = await Promise.all(manifest.icons.map(icon => fetch(icon.src)));
                      const large = manifest.icons.some(icon => parseInt(icon.sizes) >= 192);
                      return [manifest.name, manifest.display, large, icons.every(i => i.ok)].join();
                    }""");
            assertThat(manifest).isEqualTo("绩效通,standalone,true,true");
            window.page().evaluate("navigator.serviceWorker.ready.then(() => true)");
            window.page().waitForFunction("navigator.serviceWorker.ready.then(r => r.active.state === 'activated')");
            window.page().context().setOffline(true);
            window.page().reload();
            assertThat(window.page().locator("h1")).hasText("连不上绩效通");
            window.shot("offline");
            // the server is back, of which a browser does not tell
            window.page().evaluate("addEventListener('online', e => e.stopImmediatePropagation(), true)");
            window.page().context().setOffline(false);
            window.page().locator("input[name=username]").waitFor();
        }
    }

    @Test
    void a_page_says_in_which_language_it_is() {
        try (var window = Browser.at(port).open()) {
            window.go("/login");
            assertThat(window.page().locator("html")).hasAttribute("lang", "zh-CN");
            window.page().locator("vaadin-button[lang=en]").click();
            assertThat(window.page().locator("html")).hasAttribute("lang", "en");
        }
    }

    @Test
    void paper_is_light_though_the_page_is_dark() {
        try (var window = Browser.at(port).inTheDark().open()) {
            window.go("/login");
            assertThat(window.page().locator("html")).hasAttribute("theme", "dark");
            window.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(window.page().locator("html")).hasAttribute("theme", "light");
        }
    }
}
