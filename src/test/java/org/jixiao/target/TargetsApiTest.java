package org.jixiao.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@ProductTest
@DemoData
class TargetsApiTest {

    private static final String DATA = "/api/units/szxxzx/years/2023/sections/data/targets";
    private static final String UNIT = "/api/units/szxxzx/years/2023/unit";

    @Autowired
    MockMvc http;

    @Autowired
    ObjectMapper json;

    private static RequestPostProcessor as(String login) {
        return SecurityMockMvcRequestPostProcessors.httpBasic(login, "Jixiao-2023");
    }

    private JsonNode read(String path, String login) throws Exception {
        return json.readTree(http.perform(get(path).with(as(login))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void values_stand_as_printed_beside_their_parsed_parts() throws Exception {
        http.perform(get(DATA).with(as("chief.data")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").isNumber())
                .andExpect(jsonPath("$.rows.length()").value(10))
                .andExpect(jsonPath("$.rows[0].halfText").value("≥90%"))
                .andExpect(jsonPath("$.rows[0].half.operator").value("AT_LEAST"))
                .andExpect(jsonPath("$.rows[0].half.number").value(90))
                .andExpect(jsonPath("$.rows[0].half.unit").value("%"));
    }

    @Test
    void a_saved_draft_comes_back_with_what_the_rules_say_and_a_stale_save_does_not() throws Exception {
        var page = read(DATA, "chief.data");
        String body = "{\"revision\": %d, \"rows\": [{\"id\": \"%s\", \"halfText\": \"≥96%%\"}]}"
                .formatted(page.get("revision").longValue(), page.at("/rows/0/id").textValue());
        http.perform(put(DATA).with(as("chief.data")).contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.rows[0].halfText").value("≥96%"))
                .andExpect(jsonPath("$.findings[?(@.code == 'value.half')].field").value("halfText"));
        String other = body.replace("96", "97");
        http.perform(put(DATA).with(as("chief.data")).contentType(MediaType.APPLICATION_JSON).content(other))
                .andExpect(status().isConflict());
        assertThat(read(DATA, "chief.data").at("/rows/0/halfText").textValue()).isEqualTo("≥96%");
    }

    @Test
    void another_sections_draft_is_forbidden_and_so_is_one_that_is_not_there() throws Exception {
        for (String login : new String[] {"chief.city", "deputy", "director", "bureau", "sysadmin", "auditor"})
            http.perform(get(DATA).with(as(login))).andExpect(status().isForbidden());
        http.perform(get(DATA.replace("data", "nowhere")).with(as("chief.city"))).andExpect(status().isForbidden());
        http.perform(get(DATA).with(as("chief.general"))).andExpect(status().isOk());
        http.perform(get(DATA)).andExpect(status().isUnauthorized());
    }

    @Test
    void the_coordinator_reads_every_draft_but_changes_only_its_own() throws Exception {
        var page = read(DATA, "chief.general");
        String body = "{\"revision\": %d, \"rows\": []}".formatted(page.get("revision").longValue());
        http.perform(put(DATA).with(as("chief.general")).contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_units_part_is_kept_by_the_coordinating_section_and_checked_live() throws Exception {
        var unit = read(UNIT, "chief.general");
        assertThat(unit.at("/sums/expenditure").textValue()).isEqualTo("55028.40");
        String fund = unit.at("/funds/9/id").textValue();
        String body = "{\"revision\": %d, \"funds\": [{\"id\": \"%s\", \"annualBudget\": \"396.43\"}]}"
                .formatted(unit.get("revision").longValue(), fund);
        http.perform(put(UNIT).with(as("chief.general")).contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.findings[?(@.code == 'funds.total')]").isNotEmpty());
        http.perform(get(UNIT).with(as("chief.data"))).andExpect(status().isForbidden());
    }

    @Test
    void a_year_is_opened_by_the_coordinator_alone_with_dates_to_come_or_by_hand() throws Exception {
        String path = "/api/units/szxxzx/years";
        http.perform(open(path, "chief.data", "{\"year\": 2031, \"byHand\": true}")).andExpect(status().isForbidden());
        http.perform(open(path, "chief.general", "{\"year\": 2031}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("year.dates"));
        http.perform(open(path, "chief.general", "{\"year\": 2031, \"halfYearDate\": \"2020-07-01\", \"byHand\": true}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("year.datePast"));
        String rows = "[{\"section\": \"data\", \"level1\": \"过程\", \"level2\": \"预算管理\", \"name\": \"一项\", "
                + "\"halfText\": \"≥1次\", \"annualText\": \"≥2次\", \"measure\": \"FLOW\"}]";
        http.perform(open(path, "chief.general", "{\"year\": 2031, \"byHand\": true, \"rows\": " + rows + "}"))
                .andExpect(status().isCreated());
        assertThat(read("/api/units/szxxzx/years/2031/sections/data/targets", "chief.data").get("rows")).hasSize(1);
        http.perform(open(path, "chief.general", "{\"year\": 2031, \"byHand\": true}"))
                .andExpect(jsonPath("$.code").value("year.exists"));
        http.perform(open(path + "/2031/evaluations/HALF_YEAR/open", "chief.general", "{\"reason\": \"提前\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.halfYearOpened").value(true));
        http.perform(put(path + "/2031/dates").with(as("chief.general")).contentType(MediaType.APPLICATION_JSON)
                        .content("{\"yearEndDate\": \"2099-01-10\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.yearEndDate").value("2099-01-10"));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder open(String path, String login, String body) {
        return post(path).with(as(login)).contentType(MediaType.APPLICATION_JSON).content(body);
    }
}
