package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/** A person at {@code /api}: signs in once for a token, then works as any other program would. */
final class ApiDesk {

    static final String YEAR = "/api/units/szxxzx/years/2023";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How a request travels: through MockMvc, or over the wire. */
    interface Door {
        Answer send(HttpMethod method, String path, String authorization, @Nullable String json, @Nullable File file)
                throws Exception;
    }

    record Answer(int status, String body) {}

    record File(String name, String text) {}

    private final Door door;
    private final String token;

    ApiDesk(Door door, String login) throws Exception {
        this.door = door;
        String basic =
                Base64.getEncoder().encodeToString((login + ":Jixiao-2023").getBytes(StandardCharsets.UTF_8));
        var answer = door.send(HttpMethod.POST, "/api/token", "Basic " + basic, null, null);
        assertThat(answer.status()).as("token for " + login).isLessThan(300);
        this.token = JSON.readTree(answer.body()).path("access_token").asText();
    }

    String token() {
        return token;
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    /** The answer's body; fails on any other status. */
    JsonNode call(HttpMethod method, String path, @Nullable JsonNode body, int status) throws Exception {
        var answer = door.send(method, path, "Bearer " + token, body == null ? null : body.toString(), null);
        assertThat(answer.status()).as(method + " " + path + " " + answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? object() : JSON.readTree(answer.body());
    }

    JsonNode get(String path) throws Exception {
        return call(HttpMethod.GET, path, null, 200);
    }

    JsonNode put(String path, JsonNode body) throws Exception {
        return call(HttpMethod.PUT, path, body, 200);
    }

    JsonNode todo() throws Exception {
        return get("/api/inbox?box=todo&size=100").path("items");
    }

    /** The open task of this section in the asker's inbox. */
    String task(String section) throws Exception {
        for (JsonNode item : todo()) {
            if (section.equals(item.path("section").asText(""))) return item.path("taskId").asText();
        }
        throw new AssertionError("no task of " + section + " in " + todo());
    }

    JsonNode act(String taskId, String verb, ObjectNode body) throws Exception {
        body.put("revision", get("/api/tasks/" + taskId).path("revision").asLong());
        return call(HttpMethod.POST, "/api/tasks/" + taskId + "/" + verb, body, 200);
    }

    /** Does this with every task of the box; how many there were. */
    int all(String verb) throws Exception {
        int count = 0;
        for (JsonNode item : todo()) {
            act(item.path("taskId").asText(), verb, object());
            count++;
        }
        return count;
    }

    /** Settles the section's open questions, if any, and submits its targets. */
    void declare(String section) throws Exception {
        String path = YEAR + "/sections/" + section + "/targets";
        JsonNode sheet = get(path);
        ObjectNode draft = object().put("revision", sheet.path("revision").asLong());
        draft.set("rows", settled(sheet));
        if (!draft.path("rows").isEmpty()) put(path, draft);
        act(task(section), "submit", object());
    }

    /** Rows whose measure the source left open, with one. */
    static ArrayNode settled(JsonNode sheet) {
        var settled = array();
        for (JsonNode row : sheet.path("rows")) {
            if ("UNCLEAR".equals(row.path("measure").asText())) {
                settled.add(object().put("id", row.path("id").asText()).put("measure", "FLOW"));
            }
        }
        return settled;
    }

    private void attach(String path, String name, String text) throws Exception {
        var answer = door.send(HttpMethod.POST, path, "Bearer " + token, null, new File(name, text));
        assertThat(answer.status()).as("attach to " + path).isEqualTo(201);
    }

    /** Drafts the section's self-evaluation: every row that may be typed meets its target, but these are red. */
    void evaluate(String section, String period, List<String> red) throws Exception {
        String path = YEAR + "/sections/" + section + "/evaluations/" + period;
        JsonNode sheet = get(path).path("sheet");
        ObjectNode draft = object();
        if (sheet.path("loop").asInt() > 0) draft.put("asOf", "2023-09-30");
        var rows = draft.putArray("rows");
        var reds = new ArrayList<String>();
        for (JsonNode row : sheet.path("rows")) {
            if (!row.path("open").asBoolean()) continue;
            boolean isRed = red.contains(row.path("name").asText());
            if (isRed) reds.add(row.path("id").asText());
            evaluate(row, period, isRed, rows.addObject());
        }
        if (sheet.path("money").path("open").asBoolean()) {
            var money = draft.putArray("money");
            for (JsonNode line : sheet.path("money").path("lines")) {
                if (line.path("sum").asBoolean()) continue;
                String plan = line.path(period.equals("HALF_YEAR") ? "halfPlan" : "initial").asText();
                money.addObject().put("id", line.path("id").asText()).put("executed", plan.isEmpty() ? "0" : plan);
            }
        }
        draft.put("revision", get("/api/tasks/" + task(section)).path("revision").asLong());
        put(path, draft);
        for (String row : reds) attach(path + "/rows/" + row + "/evidence", "说明.txt", "情况说明");
    }

    private static void evaluate(JsonNode row, String period, boolean red, ObjectNode change) {
        change.put("id", row.path("id").asText());
        String target = row.path("judged").asText();
        if (red) {
            change.put("actual", "1")
                    .put("reasonCategory", "STAFF")
                    .put("reason", "人手不足")
                    .put("correctiveMeasure", "增派专人");
        } else if (row.path("numeric").asBoolean()) {
            change.put("actual", target.replaceAll("[^0-9.\\-]", ""));
        } else if ("MILESTONE".equals(row.path("measure").asText())) {
            change.put("actual", period.equals("FULL_YEAR") ? "完成" : "0");
        } else {
            change.put("actual", target).put("band", "95").put("basis", "台账齐全");
        }
        change.put("forecast", row.path("annualText").asText().replaceAll("[＝≥≤]", ""));
        change.put("attainability", "CERTAIN");
    }
}
