package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The self-evaluation, its files and the board over {@code /api}, by those who may and those who may not. */
@ProductTest
@DemoData
class EvaluationsApiTest {

    private static final String SHEET = "/api/units/szxxzx/years/2023/sections/data/evaluations/HALF_YEAR";
    private static final String BOARD = "/api/units/szxxzx/years/2023";
    private static final byte[] PDF = "%PDF-1.7 证明".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationContext context;

    private SectionYear data;

    @BeforeEach
    void theHalfYearIsOpen() {
        data = new SectionYear(context, "data");
        if (data.isOpen("HALF_YEAR")) return;
        data.declareAndApprove();
        data.openPeriod(Period.HALF_YEAR);
    }

    @Test
    void savesWhatIsPresentAndShowsTheLightWithItsReason() throws Exception {
        String id = data.row(Period.HALF_YEAR, 46).id();
        String body = "{\"revision\": %d, \"rows\": [{\"id\": \"%s\", \"actual\": \"12\"}]}".formatted(revision(), id);
        mvc.perform(put(SHEET).with(by("chief.data")).contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.revision").isNumber());
        read("chief.data")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.taskId").isNotEmpty())
                .andExpect(jsonPath("$.sheet.rows[?(@.seq == 46)].state").value("MISSED"))
                .andExpect(jsonPath("$.sheet.rows[?(@.seq == 46)].actual").value("12"))
                .andExpect(jsonPath(
                        "$.sheet.rows[?(@.seq == 46)].explanations[*].text", hasItem("12 ÷ 16 = 75.00%，低于 80%")))
                .andExpect(jsonPath("$.sheet.findings[*].code", hasItem("evaluation.reason-category")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "\"a\\u0000b\"", "[1]", "{}", "true"})
    void whatCannotBeKeptAsTypedIsRefused(String value) throws Exception {
        String id = data.row(Period.HALF_YEAR, 46).id();
        String before = data.row(Period.HALF_YEAR, 46).figures().remark();
        String typed = value.formatted("长".repeat(2001));
        String body = "{\"revision\": %d, \"rows\": [{\"id\": \"%s\", \"remark\": %s}]}".formatted(revision(), id, typed);
        mvc.perform(put(SHEET).with(by("chief.data")).contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isBadRequest());
        assertThat(data.row(Period.HALF_YEAR, 46).figures().remark()).isEqualTo(before);
    }

    @Test
    void aStaleRevisionIsRefusedAndChangesNothing() throws Exception {
        mvc.perform(put(SHEET)
                        .with(by("chief.data"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"revision\": 1, \"rows\": [{\"id\": \"" + data.row(Period.HALF_YEAR, 38).id()
                                + "\", \"numerator\": \"1\"}]}"))
                .andExpect(status().isConflict());
        assertThat(data.row(Period.HALF_YEAR, 38).figures().numerator()).isEmpty();
    }

    @Test
    void handsInAFileAndGivesItBackSafely() throws Exception {
        String id = handIn("佐证.pdf", PDF, 201);
        mvc.perform(get("/api/evidence/" + id).with(by("chief.data")))
                .andExpect(status().isOk())
                .andExpect(content().bytes(PDF))
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        mvc.perform(get("/api/evidence/" + id).with(by("chief.general"))).andExpect(status().isOk());
        mvc.perform(delete("/api/evidence/" + id).with(by("chief.general"))).andExpect(status().isForbidden());
        mvc.perform(delete("/api/evidence/" + id).with(by("chief.data"))).andExpect(status().isNoContent());
        mvc.perform(get("/api/evidence/" + id).with(by("chief.data"))).andExpect(status().isForbidden());
    }

    @Test
    void refusesFilesThatAreNotWhatTheySay() throws Exception {
        handIn("程序.exe", PDF, 422);
        handIn("图片.png", PDF, 422);
        handIn("页面.html", "<script>".getBytes(StandardCharsets.UTF_8), 422);
        handIn("空.txt", new byte[0], 422);
        handIn("二进制.txt", new byte[] {1, 2, 0}, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chief.city", "deputy", "director", "bureau", "sysadmin", "secadmin", "auditor", "modeller"})
    void aDraftIsClosedToOthersAndAForeignIdReadsLikeAnUnknownOne(String login) throws Exception {
        String id = handIn("佐证.pdf", PDF, 201);
        String foreign = body(read(login).andExpect(status().isForbidden()));
        String unknown = body(mvc.perform(get(SHEET.replace("data", "nowhere")).with(by(login)))
                .andExpect(status().isForbidden()));
        assertThat(JsonPath.<String>read(foreign, "$.code")).isEqualTo(JsonPath.<String>read(unknown, "$.code"));
        String file = body(mvc.perform(get("/api/evidence/" + id).with(by(login))).andExpect(status().isForbidden()));
        String none = body(mvc.perform(get("/api/evidence/" + UUID.randomUUID()).with(by(login)))
                .andExpect(status().isForbidden()));
        assertThat(JsonPath.<String>read(file, "$.code")).isEqualTo(JsonPath.<String>read(none, "$.code"));
        mvc.perform(put(SHEET)
                        .with(by(login))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"revision\": " + revision() + ", \"rows\": []}"))
                .andExpect(status().isForbidden());
        mvc.perform(multipart(SHEET + "/rows/" + data.row(Period.HALF_YEAR, 46).id() + "/evidence")
                        .file(new MockMultipartFile("file", "a.pdf", "application/pdf", PDF))
                        .with(by(login)))
                .andExpect(status().isForbidden());
    }

    @Test
    void anotherSectionsRowIsRefusedInOnesOwnSheet() throws Exception {
        mvc.perform(put(SHEET)
                        .with(by("chief.data"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"revision\": " + revision() + ", \"rows\": [{\"id\": \"" + UUID.randomUUID()
                                + "\", \"actual\": \"1\"}]}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void theBoardIsForThoseWithAPostInTheUnit() throws Exception {
        for (String login : List.of("chief.city", "chief.general", "deputy", "director", "bureau")) {
            mvc.perform(get(BOARD).with(by(login)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.stages", hasSize(3)))
                    .andExpect(jsonPath("$.stages[0].sections", hasSize(8)))
                    .andExpect(jsonPath("$.stages[1].opened").value(true));
        }
        mvc.perform(get(BOARD).with(by("chief.city")))
                .andExpect(jsonPath("$.stages[1].sections[?(@.section == 'data')].readable")
                        .value(false))
                .andExpect(jsonPath("$.mayOpen").value(false));
        for (String login : List.of("sysadmin", "secadmin", "auditor", "modeller")) {
            mvc.perform(get(BOARD).with(by(login))).andExpect(status().isForbidden());
        }
        mvc.perform(get("/api/units/nowhere/years/2023").with(by("director"))).andExpect(status().isForbidden());
        mvc.perform(get(BOARD)).andExpect(status().isUnauthorized());
    }

    @Test
    void theTaskCarriesTheSheetAsItsContent() throws Exception {
        mvc.perform(get("/api/tasks/" + data.open("HALF_YEAR").taskId()).with(by("chief.data")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.form").value("evaluation-fill"))
                .andExpect(jsonPath("$.content.rows", hasSize(10)))
                .andExpect(jsonPath("$.content.money.total.halfPlan").value("3630.15"));
        mvc.perform(post("/api/tasks/" + data.open("HALF_YEAR").taskId() + "/submit")
                        .with(by("chief.data"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"revision\": " + revision() + "}"))
                .andExpect(status().isUnprocessableEntity());
    }

    private String handIn(String name, byte[] bytes, int expected) throws Exception {
        String row = data.row(Period.HALF_YEAR, 46).id();
        ResultActions sent = mvc.perform(multipart(SHEET + "/rows/" + row + "/evidence")
                        .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                        .with(by("chief.data")))
                .andExpect(status().is(expected));
        return expected == 201 ? JsonPath.read(body(sent), "$.id") : "";
    }

    private ResultActions read(String login) throws Exception {
        return mvc.perform(get(SHEET).with(by(login)).locale(Locale.CHINESE));
    }

    private long revision() throws Exception {
        return ((Number) JsonPath.read(body(read("chief.data")), "$.revision")).longValue();
    }

    private static String body(ResultActions result) throws Exception {
        return result.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor by(String login) {
        return httpBasic(login, "Jixiao-2023");
    }
}
