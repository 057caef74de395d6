package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.jixiao.year.ApiDesk.YEAR;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.ProductClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;

/** Each test has a section of its own. */
@ProductTest
@DemoData
@DisplayName("After the closing date")
class LateOpeningTest {

    private static final String LATE = YEAR + "/late-openings";

    @Autowired
    MockMvc mvc;

    @Autowired
    ProductClock clock;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void targetsCloseWithMarch() throws Exception {
        init(engine);
        on("2023-03-01T02:00:00Z");
        dates("2023-03-31", "2023-07-31", 200);
    }

    private ApiDesk as(String login) throws Exception {
        return new ApiDesk(new MockDoor(mvc), login);
    }

    private void on(String moment) {
        clock.set(Instant.parse(moment));
    }

    private JsonNode dates(@Nullable String targets, @Nullable String half, int status) throws Exception {
        var body = ApiDesk.object();
        body.putObject("closing").put("targets", targets).put("halfYear", half);
        return as("chief.general").call(HttpMethod.PUT, YEAR + "/dates", body, status);
    }

    private static ObjectNode late(String section, String stage, @Nullable String until, String reason) {
        return ApiDesk.object().put("section", section).put("stage", stage).put("until", until).put("reason", reason);
    }

    private JsonNode grant(ObjectNode asked, int status) throws Exception {
        return as("chief.general").call(HttpMethod.POST, LATE, asked, status);
    }

    private static void said(JsonNode problem, String code, String... words) {
        assertThat(problem.path("code").asText()).isEqualTo(code);
        for (String word : words) assertThat(problem.path("detail").asText()).contains(word);
    }

    private JsonNode save(String section, int status) throws Exception {
        var chief = as("chief." + section);
        String path = YEAR + "/sections/" + section + "/targets";
        var sheet = chief.get(path);
        var draft = ApiDesk.object().put("revision", sheet.path("revision").asLong());
        draft.putArray("rows").addObject().put("id", sheet.at("/rows/0/id").asText()).put("explanation", "已核对");
        return chief.call(HttpMethod.PUT, path, draft, status);
    }

    private JsonNode verb(String login, String task, String verb, int status) throws Exception {
        var desk = as(login);
        var body = ApiDesk.object().put("revision", desk.get("/api/tasks/" + task).path("revision").asLong());
        if (verb.equals("return")) body.put("opinion", "请改");
        return desk.call(HttpMethod.POST, "/api/tasks/" + task + "/" + verb, body, status);
    }

    private JsonNode submit(String section, int status) throws Exception {
        return verb("chief." + section, as("chief." + section).task(section), "submit", status);
    }

    private ProcessInstance running(String process, String section) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .variableValueEquals("section", section)
                .singleResult();
    }

    @Test
    void nothing_is_stored_or_submitted_and_the_sentence_says_whom_to_ask() throws Exception {
        on("2023-03-31T15:59:59Z");
        save("security", 200);
        on("2023-03-31T16:00:00Z");
        said(save("security", 422), "closed.TARGETS", "申报已于 2023-03-31 截止", "综合科负责人");
        said(submit("security", 422), "closed.TARGETS");
        var chief = as("chief.security");
        var task = chief.get("/api/tasks/" + chief.task("security"));
        assertThat(task.at("/closing/locked").asBoolean()).isTrue();
        assertThat(task.path("verbs").toString()).doesNotContain("save", "submit");
        assertThat(chief.get(YEAR + "/sections/security/targets").at("/rows/0/explanation").asText())
                .as("what was stored stays")
                .isEqualTo("已核对");
        assertThat(running("section-targets", "security")).isWaitingAt("Task_FillTargets").hasNotPassed("Task_CoordinatorExamines");
    }

    @Test
    void one_section_is_opened_until_a_day_and_locks_again_by_itself() throws Exception {
        on("2023-04-03T02:00:00Z");
        grant(late("citizen", "TARGETS", "2023-04-10", "负责人出差"), 201);
        var chief = as("chief.citizen");
        var task = chief.get("/api/tasks/" + chief.task("citizen"));
        assertThat(task.at("/closing/until").asText()).isEqualTo("2023-04-10");
        assertThat(task.at("/closing/message").asText()).contains("综合科负责人", "负责人出差");
        assertThat(task.path("timeline").toString()).contains("OpenedLate: 2023-04-10 · 负责人出差");
        save("citizen", 200);
        save("command", 422);

        on("2023-04-11T02:00:00Z");
        said(submit("citizen", 422), "closed.again.TARGETS", "2023-04-10");
        var again = grant(late("citizen", "TARGETS", "2023-04-20", "再缓几天"), 201);
        save("citizen", 200);
        String end = LATE + "/" + again.path("id").asText() + "/end";
        as("chief.citizen").call(HttpMethod.POST, end, null, 403);
        as("chief.general").call(HttpMethod.POST, end, null, 200);
        said(submit("citizen", 422), "closed.again.TARGETS", "2023-04-11");
        said(as("chief.general").call(HttpMethod.POST, end, null, 422), "late.over");
        grant(late("citizen", "TARGETS", "2023-04-20", "确需补报"), 201);
        submit("citizen", 200);
        assertThat(running("section-targets", "citizen")).isWaitingAt("Task_CoordinatorExamines");
        said(grant(late("citizen", "TARGETS", "2023-04-20", "又一次"), 422), "late.handedIn");
        assertThat(as("chief.citizen").get(LATE)).hasSize(3);
        assertThat(as("deputy").get(LATE)).hasSizeGreaterThanOrEqualTo(3);
        assertThat(as("chief.city").get(LATE)).isEmpty();
    }

    @Test
    void what_was_returned_is_mended_and_what_was_submitted_cannot_be_trapped() throws Exception {
        submit("application", 200);
        String task = as("chief.application").get("/api/inbox?box=done&size=10").at("/items/0/taskId").asText();
        on("2023-04-03T02:00:00Z");
        said(verb("chief.application", task, "withdraw", 422), "withdraw.closed");
        verb("chief.general", as("chief.general").task("application"), "return", 200);
        save("application", 200);
        submit("application", 200);
    }

    @Test
    void an_exception_has_a_reason_and_a_near_end_and_only_the_coordinator_makes_it() throws Exception {
        on("2023-04-03T02:00:00Z");
        said(grant(late("data", "TARGETS", "2023-04-10", " "), 422), "late.reason");
        said(grant(late("data", "TARGETS", null, "出差"), 422), "late.until");
        said(grant(late("data", "TARGETS", "2023-04-02", "出差"), 422), "late.past");
        said(grant(late("data", "TARGETS", "2023-06-03", "出差"), 422), "late.far", "2023-06-02");
        said(grant(late("data", "FULL_YEAR", "2023-04-10", "出差"), 422), "late.noDay");
        said(grant(late("data", "HALF_YEAR", "2023-04-10", "出差"), 422), "late.notAfter");
        grant(late("data", "ALWAYS", "2023-04-10", "出差"), 400);
        grant(late("nowhere", "TARGETS", "2023-04-10", "出差"), 403);
        for (String login : new String[] {"chief.data", "deputy", "director", "bureau", "sysadmin"})
            as(login).call(HttpMethod.POST, LATE, late("data", "TARGETS", "2023-04-10", "出差"), 403);
        on("2023-06-15T02:00:00Z");
        said(grant(late("data", "HALF_YEAR", "2023-08-10", "出差"), 422), "late.notBegun");
    }

    @Test
    void closing_dates_are_in_order_and_none_locks_at_once() throws Exception {
        on("2023-04-03T02:00:00Z");
        assertThat(dates("2023-03-31", "2023-07-31", 200).at("/closing/targets").asText()).isEqualTo("2023-03-31");
        said(dates("2023-04-02", "2023-07-31", 422), "year.closePast");
        said(dates("2023-08-01", "2023-07-31", 422), "year.closeOrder");
        dates("2023-04-03", "2023-07-31", 200);
        save("command", 200);
    }

    @Test
    void a_self_evaluation_closes_and_opens_late_in_the_same_way() throws Exception {
        submit("city", 200);
        for (String who : new String[] {"chief.general", "deputy", "director", "bureau"})
            verb(who, as(who).task("city"), "approve", 200);
        on("2023-07-03T02:00:00Z");
        as("chief.general").call(HttpMethod.POST, YEAR + "/evaluations/HALF_YEAR/open", ApiDesk.object(), 200);
        as("chief.city").evaluate("city", "HALF_YEAR", java.util.List.of());
        on("2023-07-31T16:00:00Z");
        String path = YEAR + "/sections/city/evaluations/HALF_YEAR";
        var chief = as("chief.city");
        var page = chief.get(path);
        var draft = ApiDesk.object().put("revision", page.path("revision").asLong());
        draft.putArray("rows").addObject().put("id", page.at("/sheet/rows/0/id").asText()).put("remark", "迟了");
        said(chief.call(HttpMethod.PUT, path, draft, 422), "closed.HALF_YEAR", "半年自评已于 2023-07-31 截止");
        var file = new ApiDesk.File("说明.txt", "情况说明");
        var handedIn = new MockDoor(mvc).send(
                HttpMethod.POST, path + "/rows/" + page.at("/sheet/rows/0/id").asText() + "/evidence",
                "Bearer " + chief.token(), null, file);
        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(422);
        assertThat(handedIn.body()).contains("closed.HALF_YEAR");
        said(submit("city", 422), "closed.HALF_YEAR");
        grant(late("city", "HALF_YEAR", "2023-08-10", "系统迁移"), 201);
        submit("city", 200);
        assertThat(running("section-evaluation", "city")).isWaitingAt("Task_CoordinatorExamines");
    }
}
