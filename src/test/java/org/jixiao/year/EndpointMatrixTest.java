package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The table {@code matrix/endpoints.csv}, cell by cell; an answer never names what its asker may not see. */
@ProductTest
@DemoData
class EndpointMatrixTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, ApiDesk> desks = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> every_cell() throws IOException {
        var format = CSVFormat.DEFAULT.builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get();
        try (var in = new InputStreamReader(
                getClass().getResourceAsStream("/matrix/endpoints.csv"), StandardCharsets.UTF_8)) {
            var table = format.parse(in);
            List<String> people = table.getHeaderNames().subList(2, table.getHeaderNames().size());
            return table.getRecords().stream().flatMap(row -> people.stream()
                    .filter(person -> !row.get(person).isEmpty())
                    .map(person -> DynamicTest.dynamicTest(
                            row.get("method") + " " + row.get("path") + " by " + person, () -> cell(row, person))));
        }
    }

    private void cell(CSVRecord row, String person) throws Exception {
        String task = jdbc.sql(
                        """
                        select s.task_id from case_step s join case_file f on f.case_id = s.case_id
                        where f.section = 'data' and s.state = 'OPEN'""")
                .query(String.class)
                .single();
        String path = row.get("path")
                .replace("{task}", task)
                .replace("{any}", new UUID(1, 1).toString());
        var call = request(HttpMethod.valueOf(row.get("method")), path);
        if (!row.get("method").equals("GET")) {
            call.contentType(MediaType.APPLICATION_JSON)
                    .content(path.contains("/tasks/") ? "{\"revision\": 1}" : "{}");
        }
        if (!person.equals("anonymous")) {
            if (!desks.containsKey(person)) desks.put(person, new ApiDesk(new MockDoor(mvc), person));
            call.header("Authorization", "Bearer " + desks.get(person).token());
        }
        var answer = mvc.perform(call).andReturn().getResponse();
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(text).isEqualTo(Integer.parseInt(row.get(person)));
        if (person.equals("chief.data")) {
            assertThat(text).as("the unit's part of a draft").doesNotContain("54631.98");
        }
        if (answer.getStatus() >= 400 && path.startsWith("/api")) {
            assertThat(answer.getContentType()).startsWith("application/problem+json");
            assertThat(text).contains("\"code\"").doesNotContain("Exception");
        }
    }
}
