package org.jixiao.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jixiao.BrowserTest;
import org.jixiao.browser.Browser;
import org.jixiao.workflow.Cases;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A model uploaded in the browser: refused with its findings on the drawing, then mended, compared and deployed. */
@BrowserTest
class ModelsInBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    ApplicationContext context;

    private static void choose(Page page, String file, String xml) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(new FilePayload(file, "application/xml", Sketch.bytes(xml)));
    }

    @Test
    void a_model_is_uploaded_and_its_difference_seen_on_the_drawing() {
        Sketch.deploy(context, "ask", "初版", Sketch.step("a", "director", Sketch.property("deadline", "3")));
        try (var modeller = Browser.at(port).open()) {
            modeller.login("modeller");
            var page = modeller.go("/processes/upload").page();
            choose(page, "ask.bpmn", Sketch.model("ask", Sketch.step("a", "director", ""), Sketch.step("b", "nobody", "")));
            page.locator(".jx-pin.bad").first().waitFor();
            page.locator("[data-element-id=b].jx-m-bad").first().waitFor();
            assertThat(page.locator("vaadin-button[theme~=primary]").isEnabled()).isFalse();
            modeller.settled().shot("model-upload-refused");
            choose(page, "ask.bpmn", Sketch.model("ask", Sketch.step("a", "director", Sketch.property("deadline", "2")), Sketch.step("b", "bureau", "")));
            page.locator(".jx-pin.bad").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            page.locator("[data-element-id=b].jx-m-add").first().waitFor();
            page.locator("[data-element-id=a].jx-m-mod").first().waitFor();
            page.locator("vaadin-text-field input").fill("加市局批示");
            modeller.settled().shot("model-upload");
            page.locator("vaadin-button[theme~=primary]").click();
            page.getByText("加市局批示").first().waitFor();
            page.getByText("版本差异").click();
            // a straight line has no height, which counts as not visible
            page.locator("[data-element-id=ae].jx-m-del").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            page.locator("[data-element-id=ab].jx-m-add").first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            modeller.settled().shot("model-difference");
            assertThat(modeller.complaints()).isEqualTo(List.of());
        }
    }

    @Test
    void the_person_on_a_step_is_seen_in_the_dark() {
        Sketch.start(context, Sketch.deploy(context, "dark", "初版", Sketch.ONE));
        try (var dark = Browser.at(port).inTheDark().open()) {
            dark.login("modeller");
            var page = dark.go("/processes/dark?see=heat").page();
            var person = page.locator("[data-element-id=a] .djs-visual > path").first();
            person.waitFor();
            dark.settled().shot("model-heat-dark");
            assertThat(person.evaluate("p => [getComputedStyle(p).stroke, getComputedStyle(p).strokeWidth]"))
                    .isEqualTo(List.of("rgb(173, 186, 195)", "1px"));
        }
    }

    @Test
    void a_drawn_form_keeps_what_is_no_day_and_opens_its_links_apart() throws Exception {
        var form = file("leave.form").replace("请写明外出事项", "见[**办法**](https://example.org/)");
        var drawn = Sketch.deploy(context, "外出报批", Map.of("外出.bpmn", Sketch.bytes(file("leave.bpmn")), "leave.form", Sketch.bytes(form)));
        String task = context.getBean(Cases.class).waiting(Sketch.start(context, drawn)).get(0).taskId();
        try (var chief = Browser.at(port).open()) {
            chief.login("chief.data");
            var page = chief.go("/task/" + task).page();
            var link = page.locator("vaadin-markdown a strong");
            link.waitFor();
            link.dispatchEvent("click");
            assertThat(page.locator("vaadin-markdown a").getAttribute("target")).isEqualTo("_blank");
            var day = page.locator("vaadin-date-picker input");
            day.fill("下周三");
            day.press("Enter");
            var wrong = page.locator("vaadin-date-picker [slot=error-message]").getByText("“从哪天起”要填日期");
            wrong.waitFor();
            chief.settled().shot("drawn-no-day");
            page.reload();
            wrong.waitFor();
            assertThat(day.getAttribute("placeholder")).isEqualTo("下周三");
            day.fill("下周四");
            day.press("Enter");
            wrong.waitFor();
            day.fill("");
            day.press("Enter");
            wrong.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            page.reload();
            day.waitFor();
            chief.settled();
            assertThat(wrong.isVisible()).isFalse();
            assertThat(chief.complaints()).isEmpty();
        }
    }

    private static String file(String name) throws IOException {
        try (var in = ModelsInBrowserTest.class.getResourceAsStream("/models/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void on_a_phone_both_drawings_stand_one_below_the_other() {
        Sketch.deploy(context, "small", "初版", Sketch.ONE);
        Sketch.start(context, Sketch.deploy(context, "small", "改由市局批", Sketch.step("a", "bureau", "")));
        try (var phone = Browser.at(port).phone().open()) {
            phone.login("modeller");
            var page = phone.go("/processes/small?see=difference").page();
            page.locator("[data-element-id=a].jx-m-mod").first().waitFor();
            var upper = page.locator("jx-diagram").nth(0).boundingBox();
            var lower = page.locator("jx-diagram").nth(1).boundingBox();
            assertThat(lower.y).isGreaterThanOrEqualTo(upper.y + upper.height);
            assertThat(lower.width).isGreaterThan(300);
            phone.settled().shot("model-difference-phone");
            phone.go("/processes/small?see=heat").page().locator("[data-element-id=a].jx-m-heat1").first().waitFor();
            phone.settled().shot("model-heat-phone");
        }
    }
}
