package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jixiao.BrowserTest;
import org.jixiao.base.ProductClock;
import org.jixiao.browser.Browser;
import org.jixiao.browser.Looks;
import org.jixiao.browser.Picture;
import org.jixiao.browser.Reader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Each page as each reader sees it: axe finds nothing, and it looks as it was accepted ({@link Looks} says how). */
@BrowserTest
@Import(LooksTest.InFebruary.class)
@TestPropertySource(properties = "harness.template=template_february")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LooksTest {

    /** The demonstration begins then too, so that no picture shows the day of the test. */
    static class InFebruary implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof ProductClock clock) clock.set(LooksYear.FEBRUARY);
            if (bean instanceof ProcessEngine) ClockUtil.setCurrentTime(Date.from(LooksYear.FEBRUARY));
            return bean;
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ProductClock clock;

    private final Map<Reader, Reader.Sight> sights = new LinkedHashMap<>();
    private final List<Page> pages = new ArrayList<>();
    private LooksYear year;

    /** @param login null for nobody */
    private record Page(String name, String login, Callable<String> path) {

        String of(Reader reader) {
            return name + "-" + reader.code();
        }
    }

    @AfterAll
    void close() {
        sights.values().forEach(Reader.Sight::close);
    }

    @TestFactory
    Stream<DynamicNode> looks() {
        year = new LooksYear(clock, login -> new ApiDesk(new WireDoor(port, HttpClient.newHttpClient()), login));
        var all = new ArrayList<DynamicNode>();
        all.add(DynamicTest.dynamicTest("in February targets are declared and examined", year::february));
        all.addAll(looks(
                new Page("sign-in", null, () -> "/login"),
                new Page("inbox", "deputy", () -> "/"),
                new Page("done", "deputy", () -> "/done"),
                new Page("examine", "deputy", () -> year.task("deputy", "data")),
                new Page("account", "deputy", () -> "/account"),
                new Page("nowhere", "deputy", () -> "/nowhere"),
                new Page("inbox-empty", "bureau", () -> "/"),
                new Page("foreign-task", "bureau", () -> year.task("deputy", "data")),
                new Page("fill", "chief.construction", () -> year.task("chief.construction", "construction")),
                new Page("fill-unit", "chief.general", () -> year.task("chief.general", "general")),
                new Page("fill-returned", "chief.city", () -> year.task("chief.city", "city")),
                new Page("started", "chief.data", () -> "/started"),
                new Page("targets", "chief.data", () -> "/targets/szxxzx/2023/data"),
                new Page("copied", "director", () -> "/copied"),
                new Page("board", "director", () -> "/board/szxxzx/2023"),
                new Page("processes", "modeller", () -> "/processes"),
                new Page("process", "modeller", () -> "/processes/section-targets"),
                new Page("process-heat", "modeller", () -> "/processes/section-targets?see=heat"),
                new Page("process-upload", "modeller", () -> "/processes/upload"),
                new Page("process-move", "modeller", () -> "/processes/section-targets/move"),
                new Page("stuck", "sysadmin", () -> "/stuck"),
                new Page("units", "sysadmin", () -> "/admin/units"),
                new Page("posts", "sysadmin", () -> "/admin/posts"),
                new Page("calendar", "sysadmin", () -> "/admin/calendar"),
                new Page("people", "secadmin", () -> "/admin/people"),
                new Page("record", "auditor", () -> "/record")));
        all.add(DynamicTest.dynamicTest("declaring closes", year::closed));
        all.addAll(looks(new Page("fill-locked", "chief.construction", () -> year.task("chief.construction", "construction"))));
        all.add(DynamicTest.dynamicTest("in July the half year is evaluated", year::july));
        all.addAll(looks(
                new Page("evaluation-fill", "chief.security", () -> year.task("chief.security", "security")),
                new Page("evaluation-money", "chief.general", () -> year.task("chief.general", "general")),
                new Page("evaluations", "chief.general", () -> "/evaluations/szxxzx/2023/security/HALF_YEAR"),
                new Page("year-open", "chief.general", () -> "/years/open/szxxzx"),
                new Page("evaluation-examine", "deputy", () -> year.task("deputy", "city")),
                new Page("board-july", "director", () -> "/board/szxxzx/2023/HALF_YEAR")));
        all.add(DynamicTest.dynamicTest("two sections ask for an adjustment", year::adjusted));
        all.addAll(looks(
                new Page("adjustment-fill", "chief.data", year::adjusting),
                new Page("targets-adjusted", "chief.application", () -> "/targets/szxxzx/2023/application"),
                new Page("adjustment-examine", "deputy", () -> year.task("deputy", "application"))));
        all.add(DynamicTest.dynamicTest("a button moved by four points is seen", this::moved));
        all.add(DynamicTest.dynamicTest("each accepted picture is of a page", this::strays));
        return all.stream();
    }

    /** Page by page, so that what is new to one on a page does not hang on which pages are looked at. */
    private List<DynamicNode> looks(Page... pages) {
        var looks = new ArrayList<DynamicNode>();
        String signedIn = "";
        for (Page page : pages) {
            this.pages.add(page);
            if (!Looks.asked(page.name())) continue;
            if (page.login() != null && !page.login().equals(signedIn)) {
                signedIn = page.login();
                looks.add(DynamicTest.dynamicTest(signedIn + " signs in", () -> signIn(page.login())));
            }
            for (Reader reader : Reader.values())
                looks.add(DynamicTest.dynamicTest(page.of(reader), () -> look(page, reader)));
        }
        return looks;
    }

    private Reader.Sight as(Reader reader) {
        return sights.computeIfAbsent(reader, r -> r.at(port));
    }

    /** Once, in a window of its own; all readers are the same person in the same session. */
    private void signIn(String login) {
        try (var door = Browser.at(port).withoutWorker().open()) {
            var cookies = door.login(login).page().context().cookies();
            for (Reader reader : Reader.values()) as(reader).signedIn(cookies);
        }
    }

    private void look(Page page, Reader reader) throws Exception {
        var sight = as(reader).go(page.path().call());
        if (page.login() != null) assertThat(sight.page().url()).doesNotContain("/login");
        var shot = sight.shot();
        assertAll(
                () -> assertThat(sight.axe()).as("axe on " + page.of(reader)).isEmpty(),
                () -> assertThat(Looks.differs(page.name(), reader.code(), shot)).isNull());
    }

    private void moved() throws Exception {
        var sight = as(Reader.PHONE_LIGHT).go("/account");
        var before = Picture.of(sight.shot());
        assertThat(Picture.of(sight.shot()).apart(before)).isNull();
        sight.page().locator("vaadin-button[theme~=primary]").first().evaluate("b => b.style.marginLeft = '4px'");
        assertThat(Picture.of(sight.shot()).apart(before)).contains("points differ");
    }

    private void strays() throws Exception {
        var names = new TreeSet<String>();
        for (Page page : pages) for (Reader reader : Reader.values()) names.add(page.of(reader));
        for (Reader reader : Reader.values()) names.add(SetUpLooksTest.PAGE + "-" + reader.code());
        assertThat(Looks.strays(names)).isEmpty();
    }
}
