package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
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
        assertThat(changes(now, FIRST))
                .isEqualTo(Map.of(
                        "a", Map.of("actual", "12"),
                        Checks.MONEY, Map.of("g/executed", "3431.94"),
                        "asOf", Map.of("asOf", "2023-08-31")));
    }

    @Test
    void theDayOfAnotherLoopIsNoChange() {
        String now = FIRST.replace("\"loop\": 1", "\"loop\": 2").replace("2023-08-31", "2023-09-30");
        assertThat(changes(now, FIRST)).isEmpty();
    }

    @Test
    void aRectificationShowsWhatWasPlannedBefore() {
        String plan = """
                {"rows": [{"id": "a", "measure": "协调", "deadline": "2023-08-31", "result": "", "evidence": []}]}""";
        String result = """
                {"rows": [{"id": "a", "measure": "签订", "deadline": "2023-08-31", "result": "已签", "evidence": []}]}""";
        assertThat(changes(result, plan)).isEqualTo(Map.of("a", Map.of("measure", "协调")));
    }

    @Test
    void aNewRowIsNoChange() {
        assertThat(changes(FIRST, FIRST.replace("\"id\": \"a\"", "\"id\": \"c\""))).isEmpty();
    }

    private static Map<String, Map<String, String>> changes(String now, String was) {
        return SheetChanges.of(json(was), json(now));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
