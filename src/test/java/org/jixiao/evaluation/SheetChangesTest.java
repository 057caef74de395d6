package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jixiao.workflow.Cases.Submission;
import org.junit.jupiter.api.Test;

class SheetChangesTest {

    private static final String FIRST =
            """
            {"asOf": "2023-08-31", "loop": 1,
             "rows": [{"id": "a", "figures": {"actual": "12", "remark": ""}, "evidence": ["清单.txt"]},
                      {"id": "b", "figures": {"actual": "20", "remark": ""}, "evidence": []}],
             "money": [{"id": "f", "item": "基本支出", "typed": {"executed": "198.21", "forecast": ""}},
                       {"id": "g", "item": "项目支出", "typed": {"executed": "3431.94", "forecast": ""}}]}""";

    @Test
    void rowsMoneyAndTheDayAreCompared() {
        String now = FIRST.replace("\"12\"", "\"15\"")
                .replace("3431.94", "3600")
                .replace("2023-08-31", "2023-09-30");
        assertThat(changes(now, FIRST, now))
                .isEqualTo(Map.of(
                        "a", Map.of("actual", "12"),
                        Checks.MONEY, Map.of("g/executed", "3431.94"),
                        "asOf", Map.of("asOf", "2023-08-31")));
    }

    @Test
    void theDayOfAnotherLoopIsNoChange() {
        String now = FIRST.replace("\"loop\": 1", "\"loop\": 2").replace("2023-08-31", "2023-09-30");
        assertThat(changes(now, FIRST, now)).isEmpty();
    }

    @Test
    void aRectificationShowsWhatWasPlannedBefore() {
        String plan = """
                {"rows": [{"id": "a", "measure": "协调", "deadline": "2023-08-31", "result": "", "evidence": []}]}""";
        String result = """
                {"rows": [{"id": "a", "measure": "签订", "deadline": "2023-08-31", "result": "已签", "evidence": []}]}""";
        assertThat(changes(result, plan, result)).isEqualTo(Map.of("a", Map.of("measure", "协调")));
    }

    @Test
    void theFirstSubmissionIsComparedWithNothing() {
        assertThat(changes(FIRST, FIRST)).isEmpty();
    }

    private static Map<String, Map<String, String>> changes(String now, String... submitted) {
        List<Submission> all = List.of(submitted).stream()
                .map(content -> new Submission(UUID.randomUUID(), 1, Instant.EPOCH, null, json(content)))
                .toList();
        return SheetChanges.of(all, false, json(now));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
