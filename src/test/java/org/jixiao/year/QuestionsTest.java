package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;

/** Rows that do not go together are put to the coordinator; the answer is kept for who examines next. */
@ProductTest
@DemoData
class QuestionsTest {

    private static final String DATA = "/api/units/szxxzx/years/2023/sections/data/targets";
    private static final String ANSWERS = "/api/units/szxxzx/years/2023/sections/data/answers";

    @Autowired
    MockMvc http;

    private ApiDesk as(String login) throws Exception {
        return new ApiDesk(new MockDoor(http), login);
    }

    private static ObjectNode answer(JsonNode question, String text) {
        return ApiDesk.object().put("key", question.path("key").asText()).put("answer", text);
    }

    @Test
    void the_coordinator_is_asked_and_the_answer_is_shown_to_those_who_examine_next() throws Exception {
        var coordinator = as("chief.general");
        var asked = coordinator.get(DATA).path("questions");
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0).path("asked").path("message").asText()).contains("第 46 项", "32 − 10 = 22 个");
        assertThat(asked.get(0).path("answer").isNull()).isTrue();
        assertThat(asked.get(0).path("mayAnswer").asBoolean()).isTrue();

        var chief = as("chief.data");
        assertThat(chief.get(DATA).path("questions")).as("a chief is told of nobody else's draft").isEmpty();
        chief.call(HttpMethod.POST, ANSWERS, answer(asked.get(0), "不该由我答"), 403);
        as("deputy").call(HttpMethod.POST, ANSWERS, answer(asked.get(0), "也不该"), 403);
        coordinator.call(HttpMethod.POST, ANSWERS, answer(asked.get(0), "  "), 422);
        coordinator.call(HttpMethod.POST, ANSWERS, answer(asked.get(0), "长".repeat(501)), 422);
        coordinator.call(HttpMethod.POST, ANSWERS, ApiDesk.object().put("key", "rows.alike:x:y").put("answer", "无此"), 409);

        var kept = coordinator.call(HttpMethod.POST, ANSWERS, answer(asked.get(0), "归集治理只计当年新增"), 200).path("questions");
        assertThat(kept).as("both rows are answered by one answer").allSatisfy(q -> {
            assertThat(q.path("answer").path("text").asText()).isEqualTo("归集治理只计当年新增");
            assertThat(q.path("earlier").asBoolean()).isFalse();
        });

        var sheet = chief.get(DATA);
        var change = ApiDesk.object().put("revision", sheet.path("revision").asLong());
        change.putArray("rows").addObject().put("id", row(sheet, 46)).put("annualText", "≥36个");
        chief.put(DATA, change);
        assertThat(coordinator.get(DATA).path("questions")).hasSize(2).allSatisfy(q -> {
            assertThat(q.path("earlier").asBoolean()).as("other figures ask anew").isTrue();
            assertThat(q.path("asked").path("message").asText()).contains("36 − 10 = 26");
            assertThat(q.path("answer").path("text").asText()).isEqualTo("归集治理只计当年新增");
        });
        coordinator.call(HttpMethod.POST, ANSWERS, answer(asked.get(0), "两种口径，改后仍成立"), 200);

        chief.act(chief.task("data"), "submit", ApiDesk.object());
        var told = as("deputy").get(DATA).path("questions");
        assertThat(told).hasSize(2).allSatisfy(q -> {
            assertThat(q.path("mayAnswer").asBoolean()).isFalse();
            assertThat(q.path("answer").path("text").asText()).isEqualTo("两种口径，改后仍成立");
            assertThat(q.path("earlier").asBoolean()).isFalse();
        });
        assertThat(chief.get(DATA).path("questions")).isEmpty();
        assertThat(coordinator.get("/api/tasks/" + coordinator.task("data")).path("timeline").toString())
                .as("what was answered stands among what was done")
                .contains("第 40、46 项：归集治理只计当年新增", "第 40、46 项：两种口径，改后仍成立");
    }

    private static String row(JsonNode sheet, int seq) {
        for (JsonNode row : sheet.path("rows")) if (row.path("seq").asInt() == seq) return row.path("id").asText();
        throw new AssertionError("no row " + seq);
    }
}
