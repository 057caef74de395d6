package org.jixiao.year;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.base.ProductClock;
import org.springframework.http.HttpMethod;

/** The year that {@link LooksTest} looks at: what people did by two of its days. */
final class LooksYear {

    static final Instant FEBRUARY = Instant.parse("2023-02-06T01:00:00Z");
    private static final Instant JULY = Instant.parse("2023-07-03T01:00:00Z");

    interface Door {
        ApiDesk open(String login) throws Exception;
    }

    private final ProductClock clock;
    private final Door door;
    private final Map<String, ApiDesk> desks = new HashMap<>();
    private String adjusting = "";

    LooksYear(ProductClock clock, Door door) {
        this.clock = clock;
        this.door = door;
    }

    private ApiDesk as(String login) throws Exception {
        if (!desks.containsKey(login)) desks.put(login, door.open(login));
        return desks.get(login);
    }

    String task(String login, String section) throws Exception {
        return "/task/" + as(login).task(section);
    }

    void february() throws Exception {
        clock.set(FEBRUARY);
        for (String section : List.of("data", "application", "citizen", "city", "command"))
            as("chief." + section).declare(section);
        for (String section : List.of("data", "application", "citizen")) approve("chief.general", section);
        giveBack("chief.general", "city", "“城运报告”请写明是周报还是月报");
        giveBack("deputy", "data", "半年值偏低，请与归集计划核对");
        var chief = as("chief.data");
        String task = chief.task("data");
        var mended = ApiDesk.object().put("opinion", "已按意见提高半年值").put("to", "Task_DeputyExamines");
        mended.putArray("rows").addObject().put("id", thirdRow(chief, task)).put("halfText", "≥6个");
        chief.act(task, "submit", mended);
    }

    /** The last day of declaring has passed. */
    void closed() throws Exception {
        closing("2023-02-10");
        clock.set(Instant.parse("2023-02-13T01:00:00Z"));
        desks.clear();
    }

    private void closing(String day) throws Exception {
        var days = ApiDesk.object();
        days.putObject("closing").put("targets", day);
        as("chief.general").put(ApiDesk.YEAR + "/dates", days);
    }

    /** One is being filled in, one waits for the deputy director. */
    void adjusted() throws Exception {
        adjusting = ask("data");
        String task = ask("application");
        var chief = as("chief.application");
        var change = ApiDesk.object();
        change.putObject("adjustment").put("reason", "上级文件调高要求").put("basis", "苏数局〔2023〕8号").put("funding", "不涉及");
        change.putArray("rows").addObject().put("id", thirdRow(chief, task)).put("name", "调整后的应用推广指标");
        chief.act(task, "save", change);
        chief.act(task, "submit", ApiDesk.object());
        approve("chief.general", "application");
    }

    String adjusting() {
        return "/task/" + adjusting;
    }

    private String ask(String section) throws Exception {
        return as("chief." + section)
                .call(HttpMethod.POST, ApiDesk.YEAR + "/sections/" + section + "/adjustments", ApiDesk.object(), 201)
                .path("taskId")
                .asText();
    }

    void july() throws Exception {
        closing("2023-03-31");
        for (String section : List.of("general", "construction", "security", "city"))
            as("chief." + section).declare(section);
        for (String login : List.of("chief.general", "deputy", "director", "bureau")) as(login).all("approve");
        clock.set(JULY);
        // who signed in half a year ago is signed in no more
        desks.clear();
        as("chief.general")
                .call(HttpMethod.POST, ApiDesk.YEAR + "/evaluations/HALF_YEAR/open", ApiDesk.object(), 200);
        as("chief.city").evaluate("city", "HALF_YEAR", List.of("城运报告", "专题报告"));
        as("chief.city").act(as("chief.city").task("city"), "submit", ApiDesk.object());
        approve("chief.general", "city");
    }

    private void approve(String login, String section) throws Exception {
        as(login).act(as(login).task(section), "approve", ApiDesk.object());
    }

    private void giveBack(String login, String section, String reason) throws Exception {
        var desk = as(login);
        String task = desk.task(section);
        var body = ApiDesk.object();
        body.putArray("rows").addObject().put("id", thirdRow(desk, task)).put("reason", reason);
        desk.act(task, "return", body);
    }

    private static String thirdRow(ApiDesk desk, String task) throws Exception {
        JsonNode content = desk.get("/api/tasks/" + task).path("content");
        return content.path("rows").get(2).path("id").asText();
    }
}
