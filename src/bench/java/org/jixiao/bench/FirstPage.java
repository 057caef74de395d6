package org.jixiao.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The first page with nothing in the browser's cache: of the product and of an empty application of the same framework,
 * built in the same run, turn about. {@code mvn -Pbench verify}; the table stays in {@code target/bench}.
 */
public final class FirstPage {

    private static final int RUNS = 7;
    private static final Path OUT = Path.of("target", "bench");

    private FirstPage() {}

    /** @param paint ms to the first contentful paint; usable: ms until the first field (or word) stands */
    private record Load(double kilobytes, int requests, Map<String, Double> kinds, double paint, double usable) {}

    public static void main(String[] args) throws Exception {
        Path empty = OUT.resolve("empty");
        Server.build(Path.of("src", "bench", "empty"), empty, versions());
        try (var product = Server.start(Server.jar(Path.of("target"), "jixiao"), OUT.resolve("data"));
                var blank = Server.start(Server.jar(empty.resolve("target"), "empty"), OUT);
                var playwright = Playwright.create(new Playwright.CreateOptions()
                        .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = org.jixiao.browser.Browser.launch(playwright)) {
            var ours = new ArrayList<Load>();
            var theirs = new ArrayList<Load>();
            var inbox = new ArrayList<Load>();
            first(browser, product.port(), "input[name=username]", false);
            first(browser, blank.port(), ".ready", false);
            for (int i = 0; i < RUNS; i++) {
                theirs.add(first(browser, blank.port(), ".ready", false));
                ours.add(first(browser, product.port(), "input[name=username]", false));
                inbox.add(first(browser, product.port(), "input[name=username]", true));
            }
            String table = "| first page, cold | kB over the wire | requests | first paint, ms | usable, ms | kB by kind |\n"
                    + "|---|---|---|---|---|---|\n" + line("empty application", theirs) + line("sign-in page", ours)
                    + line("to do, after signing in", inbox)
                    + String.format(Locale.ROOT, "%nsign-in page / empty: %.2f of the bytes, %.2f of the time%n",
                            median(ours, Load::kilobytes) / median(theirs, Load::kilobytes),
                            median(ours, Load::usable) / median(theirs, Load::usable));
            Files.writeString(OUT.resolve("first-page.md"), table);
            System.out.println(table);
        }
    }

    private static Map<String, String> versions() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        var versions = new HashMap<String, String>();
        for (String name : List.of("tomcat.version", "flow.version", "vaadin.version"))
            versions.put(name, Server.between(pom, "<" + name + ">", "</" + name + ">"));
        versions.put("spring-boot.version", Server.between(Server.between(pom, "<parent>", "</parent>"), "<version>", "</version>"));
        return versions;
    }

    /** One load in a browser of its own; with {@code further} what comes after signing in is measured instead. */
    private static Load first(Browser browser, int port, String ready, boolean further) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900))) {
            Page page = context.newPage();
            CDPSession wire = context.newCDPSession(page);
            var kinds = new TreeMap<String, Double>();
            var kindOf = new HashMap<String, String>();
            wire.on("Network.requestWillBeSent", e -> kindOf.put(text(e, "requestId"), text(e, "type")));
            wire.on("Network.loadingFinished", e -> kinds.merge(
                    kindOf.getOrDefault(text(e, "requestId"), "Other"), e.get("encodedDataLength").getAsDouble() / 1000, Double::sum));
            wire.send("Network.enable");
            long begun = System.nanoTime();
            page.navigate("http://127.0.0.1:" + port + "/login");
            page.locator(ready).waitFor();
            double usable = (System.nanoTime() - begun) / 1e6;
            page.waitForLoadState(LoadState.NETWORKIDLE);
            if (further) {
                kinds.clear();
                kindOf.clear();
                page.locator(ready).fill("chief.data");
                page.locator("input[name=password]").fill("Jixiao-2023");
                begun = System.nanoTime();
                page.keyboard().press("Enter");
                page.locator("a.jx-item").first().waitFor();
                usable = (System.nanoTime() - begun) / 1e6;
                page.waitForLoadState(LoadState.NETWORKIDLE);
            }
            double paint = ((Number) page.evaluate(
                            "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"))
                    .doubleValue();
            return new Load(
                    kinds.values().stream().mapToDouble(k -> k).sum(), kindOf.size(), Map.copyOf(kinds), paint, usable);
        }
    }

    private static String text(JsonObject event, String field) {
        return event.has(field) ? event.get(field).getAsString() : "Other";
    }

    private static double median(List<Load> loads, ToDoubleFunction<Load> of) {
        return loads.stream().mapToDouble(of).sorted().skip(loads.size() / 2).findFirst().orElseThrow();
    }

    private static String range(List<Load> loads, ToDoubleFunction<Load> of) {
        var all = loads.stream().mapToDouble(of).summaryStatistics();
        return String.format(Locale.ROOT, "%.0f (%.0f–%.0f)", median(loads, of), all.getMin(), all.getMax());
    }

    private static String line(String name, List<Load> loads) {
        var kinds = new StringBuilder();
        new TreeMap<>(loads.get(0).kinds()).forEach((kind, kb) -> {
            if (kb >= 1) kinds.append(kinds.isEmpty() ? "" : ", ").append(String.format(Locale.ROOT, "%s %.0f", kind, kb));
        });
        return "| " + name + " | " + range(loads, Load::kilobytes) + " | " + range(loads, Load::requests) + " | "
                + range(loads, Load::paint) + " | " + range(loads, Load::usable) + " | " + kinds + " |\n";
    }
}
