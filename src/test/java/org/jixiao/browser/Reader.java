package org.jixiao.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jixiao.browser.Browser.Window;

/** Who looks at the pages: both widths, light in Chinese and dark in English. */
public enum Reader {
    DESK_LIGHT,
    PHONE_LIGHT,
    DESK_DARK_EN,
    PHONE_DARK_EN;

    /**
     * Hashes and the engine's own times are others each time; a whole diagram's words, three points high on a phone,
     * are not drawn alike twice.
     */
    private static final String STYLE =
            """
            td .jx-code, .jx-code + .jx-sec { visibility: hidden }
            @media (max-width: 599px) { .djs-container text { visibility: hidden } }""";

    /** What is loaded when it is first shown has been loaded and drawn. */
    private static final String DRAWN =
            """
            () => [...document.querySelectorAll('jx-grid')].every(g => g.querySelector('.tabulator-row, .tabulator-placeholder'))
              && [...document.querySelectorAll('jx-diagram')].every(d => !d.offsetHeight || d.querySelector('.djs-container svg g'))
              && [...document.querySelectorAll('vaadin-grid')].every(g => !g.loading)""";

    public Sight at(int port) {
        Browser browser = Browser.at(port);
        if (this == PHONE_LIGHT || this == PHONE_DARK_EN) browser = browser.phone();
        if (english()) browser = browser.inTheDark().english();
        return new Sight(browser.open(), "http://127.0.0.1:" + port, english() ? "en" : "zh-CN");
    }

    private boolean english() {
        return this == DESK_DARK_EN || this == PHONE_DARK_EN;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** One reader's window. */
    public record Sight(Window window, String home, String language) implements AutoCloseable {

        public Page page() {
            return window.page();
        }

        public Sight go(String path) {
            var tongue = new Cookie("jixiao-locale", language).setUrl(home);
            page().context().addCookies(List.of(tongue));
            window.go(path);
            page().waitForFunction(DRAWN, null, new Page.WaitForFunctionOptions().setTimeout(60_000));
            page().evaluate("document.activeElement && document.activeElement.blur()");
            return this;
        }

        /** The session that the cookies are of takes the place of the one before at once: no page is left without one. */
        public void signedIn(List<Cookie> cookies) {
            page().context().addCookies(cookies);
        }

        /** When two in a row are the same, nothing moves any more. */
        public BufferedImage shot() throws IOException {
            byte[] last = still();
            for (int i = 0; i < 20; i++) {
                byte[] next = still();
                if (Arrays.equals(last, next)) return ImageIO.read(new ByteArrayInputStream(next));
                last = next;
            }
            throw new AssertionError("the page keeps moving: " + page().url());
        }

        private byte[] still() {
            return page().screenshot(new Page.ScreenshotOptions()
                    .setAnimations(ScreenshotAnimations.DISABLED)
                    .setStyle(STYLE));
        }

        /** What axe finds; the framework's own indicator of a lost connection is no part of the page. */
        public List<String> axe() {
            var found = new ArrayList<String>();
            for (var rule :
                    new AxeBuilder(page()).exclude("vaadin-connection-indicator").analyze().getViolations())
                for (var node : rule.getNodes()) found.add(rule.getId() + ": " + node.getTarget() + " " + node.getHtml());
            return found;
        }

        @Override
        public void close() {
            window.close();
        }
    }
}
