package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jixiao.year.ApiDesk.YEAR;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;

@ProductTest
@DemoData
@DisplayName("Those who examine a sheet")
class ReadersTest {

    @Autowired
    MockMvc mvc;

    private ApiDesk as(String login) throws Exception {
        return new ApiDesk(new MockDoor(mvc), login);
    }

    private static String path(String section) {
        return YEAR + "/sections/" + section + "/targets";
    }

    private static String name(JsonNode sheet) {
        return sheet.at("/rows/0/name").asText();
    }

    @Test
    void see_what_was_submitted_and_nothing_of_what_the_chief_types_since() throws Exception {
        var chief = as("chief.security");
        var deputy = as("deputy");
        chief.act(chief.task("security"), "submit", ApiDesk.object());
        as("chief.general").act(as("chief.general").task("security"), "approve", ApiDesk.object());
        String examined = deputy.task("security");
        deputy.act(examined, "approve", ApiDesk.object());
        var director = as("director");
        director.act(director.task("security"), "return", ApiDesk.object().put("opinion", "请再核"));

        JsonNode sheet = chief.get(path("security"));
        String submitted = name(sheet);
        var draft = ApiDesk.object().put("revision", sheet.path("revision").asLong());
        draft.putArray("rows").addObject().put("id", sheet.at("/rows/0/id").asText()).put("name", "正在填的 1234");
        chief.put(path("security"), draft);

        assertThat(name(chief.get(path("security")))).isEqualTo("正在填的 1234");
        assertThat(name(as("chief.general").get(path("security")))).isEqualTo("正在填的 1234");
        for (var who : new ApiDesk[] {deputy, director}) {
            assertThat(name(who.get(path("security")))).isEqualTo(submitted);
            assertThat(who.get(path("security")).toString()).doesNotContain("1234");
        }
        assertThat(deputy.get("/api/tasks/" + examined).toString()).doesNotContain("1234");
        as("bureau").call(HttpMethod.GET, path("security"), null, 403);

        chief.act(chief.task("security"), "submit", ApiDesk.object());
        assertThat(name(deputy.get(path("security")))).isEqualTo("正在填的 1234");
    }

    @Test
    void are_not_told_of_drafts_of_other_sections_by_what_is_asked_of_the_coordinating_one() throws Exception {
        var chief = as("chief.general");
        chief.act(chief.task("general"), "submit", ApiDesk.object());
        assertThat(foreign(chief.get(path("general")))).as("the coordinator sees all drafts").isNotEmpty();
        assertThat(foreign(as("deputy").get(path("general")))).isEmpty();
    }

    /** Findings whose words name a row that is not of this sheet. */
    private static ArrayList<String> foreign(JsonNode sheet) {
        var own = new ArrayList<String>();
        sheet.path("rows").forEach(row -> own.add(row.path("seq").asText()));
        var foreign = new ArrayList<String>();
        for (JsonNode finding : sheet.path("findings")) {
            boolean names = finding.path("code").asText().matches("rates\\..*|rows.alike");
            if (names && !own.contains(finding.path("args").path(0).asText())) foreign.add(finding.toString());
        }
        return foreign;
    }
}
