package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jixiao.year.ApiDesk.YEAR;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
@DemoData
@DisplayName("The year 2023 over /api")
class YearOverApiTest {

    private static final List<String> SECTIONS = List.of(
            "general", "data", "application", "construction", "security", "citizen", "city", "command");

    @Autowired
    MockMvc mvc;

    private final Map<String, ApiDesk> desks = new HashMap<>();

    @BeforeEach
    void signedOut() {
        desks.clear();
    }

    private ApiDesk as(String login) throws Exception {
        if (!desks.containsKey(login)) desks.put(login, new ApiDesk(new MockDoor(mvc), login));
        return desks.get(login);
    }

    private ApiDesk chief(String section) throws Exception {
        return as("chief." + section);
    }

    @Test
    void runs_from_the_first_target_to_the_last_self_evaluation() throws Exception {
        targetsAreDeclared();
        targetsAreApproved();
        as("chief.general").call(HttpMethod.POST, YEAR + "/evaluations/HALF_YEAR/open", ApiDesk.object(), 200);
        halfYearIsEvaluated();
        twoRoundsOfRectification();
        as("chief.general").call(HttpMethod.POST, YEAR + "/evaluations/FULL_YEAR/open", ApiDesk.object(), 200);
        for (String section : SECTIONS) {
            chief(section).evaluate(section, "FULL_YEAR", List.of());
            chief(section).act(chief(section).task(section), "submit", ApiDesk.object());
        }
        assertThat(approvedBy("chief.general", "deputy", "director", "bureau")).isEqualTo(7 + 8 + 8 + 8);
        for (String section : SECTIONS) {
            var sheet = chief(section).get(YEAR + "/sections/" + section + "/evaluations/FULL_YEAR")
                    .path("sheet");
            assertThat(sheet.path("score").asText()).as(section).isNotEmpty();
            assertThat(sheet.path("grade").asText()).as(section).isNotEmpty();
        }
        assertThat(as("chief.general").todo()).hasSize(1);
        as("chief.general").all("submit");
        assertThat(as("director").get(YEAR).toString()).contains("ARCHIVED");
    }

    private void targetsAreDeclared() throws Exception {
        for (String section : SECTIONS) {
            var chief = chief(section);
            assertThat(chief.todo()).as(section).hasSize(1);
            JsonNode sheet = chief.get(YEAR + "/sections/" + section + "/targets");
            int open = ApiDesk.settled(sheet).size();
            if (open > 0) {
                var refused = chief.call(
                        HttpMethod.POST,
                        "/api/tasks/" + chief.task(section) + "/submit",
                        ApiDesk.object().put("revision", sheet.path("revision").asLong()),
                        422);
                assertThat(refused.path("errors")).as("each open question is named").hasSize(open);
            }
            chief.declare(section);
        }
    }

    private void targetsAreApproved() throws Exception {
        assertThat(approvedBy("chief.general", "deputy")).isEqualTo(7 + 8);
        var director = as("director");
        String returned = director.task("data");
        JsonNode content = director.get("/api/tasks/" + returned).path("content");
        String row = content.path("rows").get(2).path("id").asText();
        var body = ApiDesk.object();
        body.putArray("rows").addObject().put("id", row).put("reason", "半年值偏低");
        director.act(returned, "return", body);
        assertThat(director.all("approve")).as("one returned does not hold up the others").isEqualTo(7);
        assertThat(as("bureau").all("approve")).isEqualTo(7);
        var chief = chief("data");
        String mending = chief.task("data");
        assertThat(chief.get("/api/tasks/" + mending).path("returnedRows").path(row).asText())
                .isEqualTo("半年值偏低");
        var mended = ApiDesk.object().put("to", "Task_DirectorDecides");
        mended.putArray("rows").addObject().put("id", row).put("halfText", "≥6个");
        chief.act(mending, "submit", mended);
        assertThat(director.all("approve")).isEqualTo(1);
        assertThat(as("bureau").all("approve")).isEqualTo(1);
    }

    private int approvedBy(String... logins) throws Exception {
        int count = 0;
        for (String login : logins) count += as(login).all("approve");
        return count;
    }

    private void halfYearIsEvaluated() throws Exception {
        for (String section : SECTIONS) {
            var red = section.equals("city") ? List.of("城运报告", "专题报告") : List.<String>of();
            chief(section).evaluate(section, "HALF_YEAR", red);
            chief(section).act(chief(section).task(section), "submit", ApiDesk.object());
        }
        assertThat(approvedBy("chief.general", "deputy", "director", "bureau")).isEqualTo(7 + 8 + 8 + 8);
        for (String section : SECTIONS) {
            assertThat(chief(section).todo()).as(section).hasSize(section.equals("city") ? 1 : 0);
        }
    }

    private void twoRoundsOfRectification() throws Exception {
        rectified();
        reevaluated(List.of("城运报告"));
        rectified();
        reevaluated(List.of());
        assertThat(chief("city").todo()).isEmpty();
    }

    private void rectified() throws Exception {
        var chief = chief("city");
        for (String field : List.of("measure", "result")) {
            String task = chief.task("city");
            var rows = ApiDesk.object();
            var list = rows.putArray("rows");
            for (JsonNode row : chief.get("/api/tasks/" + task).path("content").path("rows")) {
                var change = list.addObject().put("id", row.path("id").asText());
                if (field.equals("measure")) change.put("measure", "增派专人").put("deadline", "2099-12-31");
                else change.put("result", "已补编");
            }
            assertThat(list).isNotEmpty();
            chief.act(task, "submit", rows);
        }
        as("deputy").act(as("deputy").task("city"), "approve", ApiDesk.object());
    }

    private void reevaluated(List<String> stillRed) throws Exception {
        chief("city").evaluate("city", "HALF_YEAR", stillRed);
        chief("city").act(chief("city").task("city"), "submit", ApiDesk.object());
        assertThat(approvedBy("chief.general", "deputy", "director", "bureau")).isEqualTo(4);
    }
}
