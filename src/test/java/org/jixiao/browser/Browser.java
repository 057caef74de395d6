package org.jixiao.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A person's browser at the running product: one window, its own cookies. The tests bring the browser and its Chinese
 * font along. Immutable settings first, then {@link #open()}:
 *
 * <pre>
 * try (var chief = Browser.at(port).open()) {
 *     chief.login("chief.data");
 *     chief.shot("inbox");
 * }
 * </pre>
 *
 * @param width 1440×900 is a desk, 390×844 a phone
 */
public record Browser(int port, int width, int height, boolean dark, String locale, boolean worker) {

    public static final String PASSWORD = "Jixiao-2023";

    private static final Path HOME = Path.of("target", "browser").toAbsolutePath();
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--font-render-hinting=none");

    /** As the keyboard does it: onto what has the focus. */
    public static void paste(Page page, String type, String content) {
        page.evaluate("""
                ([type, content]) => {
                  const data = new DataTransfer();
                  data.setData(type, content);
                  document.activeElement.dispatchEvent(
                    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                }""", List.of(type, content));
    }

    public static Browser at(int port) {
        return new Browser(port, 1440, 900, false, "zh-CN", true);
    }

    public Browser phone() {
        return new Browser(port, 390, 844, dark, locale, worker);
    }

    public Browser inTheDark() {
        return new Browser(port, width, height, true, locale, worker);
    }

    public Browser english() {
        return new Browser(port, width, height, dark, "en", worker);
    }

    /**
     * Pages without their service worker: one whose page is closed while a test has cut the network does not always
     * hear that it is back.
     */
    public Browser withoutWorker() {
        return new Browser(port, width, height, dark, locale, false);
    }

    public Window open() {
        BrowserContext context = Chromium.RUNNING.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setViewportSize(width, height)
                .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale(locale)
                .setTimezoneId("Asia/Shanghai")
                .setServiceWorkers(worker ? ServiceWorkerPolicy.ALLOW : ServiceWorkerPolicy.BLOCK)
                .setHasTouch(width < 600));
        context.setDefaultTimeout(20_000);
        return new Window(context);
    }

    /** Started once for all tests, ends with them. */
    private static final class Chromium {
        static final com.microsoft.playwright.Browser RUNNING = launch();

        private static com.microsoft.playwright.Browser launch() {
            return Browser.launch(Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
        }
    }

    /** The browser and font that the tests brought along. */
    public static com.microsoft.playwright.Browser launch(Playwright playwright) {
        Path program = HOME.resolve("chromium");
        if (!Files.exists(program)) {
            throw new IllegalStateException("no browser in target/browser: run 'mvn process-test-classes' first");
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("FONTCONFIG_FILE", HOME.resolve("fonts.conf").toString());
        environment.put("LD_LIBRARY_PATH", HOME.resolve("al2023").resolve("lib").toString());
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setEnv(environment)
                        .setArgs(ARGUMENTS));
    }

    /** One person's window; what the pages say on the console is kept. */
    public static final class Window implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final List<String> complaints = new ArrayList<>();

        private Window(BrowserContext context) {
            this.context = context;
            this.page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) complaints.add(message.text());
            });
            page.onPageError(complaints::add);
        }

        public Page page() {
            return page;
        }

        /** Opens a path of the product and waits until the page is drawn. */
        public Window go(String path) {
            page.navigate(path);
            return settled();
        }

        /** Signs in as a person of the demonstration. */
        public Window login(String person) {
            go("/login");
            page.locator("input[name=username]").fill(person);
            page.locator("input[name=password]").fill(PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
            settled();
            try {
                page.locator(".jx-top").waitFor();
            } catch (TimeoutError outside) {
                throw new AssertionError(
                        person + " signed in and sees no page: " + page.url() + " " + complaints + " "
                                + page.locator("body").innerText(),
                        outside);
            }
            return this;
        }

        /** Waits until the pages' client has no request under way and has drawn. */
        public Window settled() {
            page.waitForFunction("() => document.readyState === 'complete' && (!window.Vaadin"
                    + " || (window.Vaadin.Flow && window.Vaadin.Flow.clients"
                    + " && Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive())))");
            page.evaluate("() => document.fonts.ready.then(() => true)");
            return this;
        }

        /** Keeps a picture as {@code target/screenshots/<name>.png}. */
        public Path shot(String name) {
            Path file = SHOTS.resolve(name + ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(file));
            return file;
        }

        /** Errors on the console and uncaught ones, so far. */
        public List<String> complaints() {
            return List.copyOf(complaints);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
