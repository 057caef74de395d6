package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jixiao.year.ApiDesk.YEAR;
import static org.jixiao.year.ApiDesk.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jixiao.BrowserTest;
import org.jixiao.base.ProductClock;
import org.jixiao.browser.Browser;
import org.jixiao.harness.Workshop;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

/** With the Modeler's own editor library, and the very bytes it would send. */
@BrowserTest
@DisplayName("A step drawn in the Modeler")
class ModelerRoundTripTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PAGE =
            """
            <!doctype html><meta charset="utf-8">
            <style>html, body { margin: 0; height: 100% }
            #model { position: absolute; inset: 0 340px 0 0 } #panel { position: absolute; inset: 0 0 0 auto; width: 340px }</style>
            <div id="model"></div><div id="panel"></div>""";

    @LocalServerPort
    private int port;

    @Autowired
    private ProductClock clock;

    private final HttpClient client = HttpClient.newHttpClient();

    private ApiDesk api(String login) throws Exception {
        return new ApiDesk(new WireDoor(port, client), login);
    }

    private static List<Object> templates() throws Exception {
        try (var files = Files.list(Path.of("bpmn/.camunda/element-templates"))) {
            var all = new java.util.ArrayList<Object>();
            for (Path file : files.sorted().toList()) all.add(JSON.readValue(file.toFile(), Map.class));
            return all;
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> drawn(Browser.Window window) throws Exception {
        Workshop.open();
        Path library = Workshop.FOLDER.resolve("node_modules/camunda-bpmn-js/dist");
        Page page = window.page();
        page.setContent(PAGE);
        for (String style : List.of("camunda-platform-modeler", "properties-panel", "element-templates"))
            page.addStyleTag(new Page.AddStyleTagOptions().setPath(library.resolve("assets/" + style + ".css")));
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(library.resolve("camunda-platform-modeler.production.min.js")));
        String xml = Files.readString(Path.of("bpmn/target-adjustment.bpmn"));
        String hands = Files.readString(Path.of("src/test/resources/modeler.js"));
        var answer = (Map<String, Object>) page.evaluate(hands, List.of(xml, templates(), "target-adjustment.bpmn"));
        page.locator("#panel .bio-properties-panel-group-header-title").getByText("期限与催办").waitFor();
        window.shot("modeler");
        return answer;
    }

    private JsonNode door(HttpRequest.Builder request, int status) throws Exception {
        String basic = Base64.getEncoder().encodeToString("modeller:Jixiao-2023".getBytes(StandardCharsets.UTF_8));
        var answer = client.send(
                request.header("authorization", "Basic " + basic).header("accept", "application/json").build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? object() : JSON.readTree(answer.body());
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/engine-rest" + path));
    }

    private void examine(String login, String section) throws Exception {
        var desk = api(login);
        desk.act(desk.task(section), "approve", object());
    }

    @Test
    void is_deployed_as_the_modeler_sends_it_and_done_in_the_inbox_and_seen_in_the_history() throws Exception {
        clock.set(Instant.parse("2023-03-01T02:00:00Z"));
        api("chief.data").declare("data");
        for (String who : List.of("chief.general", "deputy", "director", "bureau")) examine(who, "data");

        Map<String, Object> drawn;
        try (var modeler = Browser.at(port).open()) {
            drawn = drawn(modeler);
            assertThat(modeler.complaints()).isEmpty();
        }
        assertThat((List<?>) drawn.get("errors")).isEmpty();
        door(at("/deployment?maxResults=0").GET(), 200);
        assertThat(door(at("/version").GET(), 200).path("version").asText()).startsWith("7.24");
        var deployed = door(
                at("/deployment/create")
                        .header("content-type", (String) drawn.get("type"))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Base64.getDecoder().decode((String) drawn.get("body")))),
                200);
        JsonNode definition = deployed.path("deployedProcessDefinitions").elements().next();
        assertThat(definition.path("key").asText()).isEqualTo("target-adjustment");
        assertThat(definition.path("version").asInt()).isEqualTo(2);

        var chief = api("chief.data");
        String task = chief.call(HttpMethod.POST, YEAR + "/sections/data/adjustments", object(), 201).path("taskId").asText();
        JsonNode row = chief.get("/api/tasks/" + task).path("content").path("rows").get(2);
        var change = object();
        change.putArray("rows").addObject().put("id", row.path("id").asText()).put("annualText", "≥12个");
        chief.act(task, "save", change);
        var said = object();
        said.putObject("adjustment").put("reason", "上级文件调高要求").put("basis", "苏数局〔2023〕8号").put("funding", "不涉及");
        chief.act(task, "save", said);
        chief.act(task, "submit", object());
        examine("chief.general", "data");

        try (var director = Browser.at(port).open().login("director")) {
            var page = director.page();
            director.go("/task/" + api("director").task("data"));
            page.getByLabel("风险等级").waitFor();
            page.locator(".jx-decision vaadin-button[data-key=a]").click();
            page.getByText("请填“风险等级”").first().waitFor();
            page.getByLabel("风险等级").fill("高");
            page.keyboard().press("Tab");
            director.settled().shot("drawn-step");
            page.locator(".jx-decision vaadin-button[data-key=a]").click();
            page.getByText("风险评估").first().waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
        try (var deputy = Browser.at(port).open().login("deputy")) {
            deputy.go("/task/" + api("deputy").task("data"));
            var entered = deputy.page().locator(".jx-timeline").getByText("风险等级").first();
            entered.waitFor();
            assertThat(deputy.page().locator(".jx-timeline").first().innerText()).contains("风险评估").contains("高");
            deputy.shot("drawn-step-history");
        }
    }
}
