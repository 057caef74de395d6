package org.jixiao.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** A person at {@code /api}: signs in once for a token, then works as any other program would. */
final class ApiDesk {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockMvc mvc;
    private final String token;

    ApiDesk(MockMvc mvc, String login) throws Exception {
        this.mvc = mvc;
        String basic = Base64.getEncoder()
                .encodeToString((login + ":Jixiao-2023").getBytes(StandardCharsets.UTF_8));
        var answer = mvc.perform(request(HttpMethod.POST, "/api/token").header("Authorization", "Basic " + basic))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as("token for " + login).isLessThan(300);
        this.token = JSON.readTree(answer.getContentAsString()).path("access_token").asText();
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
    JsonNode call(HttpMethod method, String path, JsonNode body, int status) throws Exception {
        var call = request(method, path).header("Authorization", "Bearer " + token);
        if (body != null) call.contentType(MediaType.APPLICATION_JSON).content(body.toString());
        var answer = mvc.perform(call).andReturn().getResponse();
        String text = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(method + " " + path + " " + text).isEqualTo(status);
        return text.isEmpty() ? object() : JSON.readTree(text);
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

    void attach(String path, String name, String text) throws Exception {
        var file = new MockMultipartFile("file", name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
        int status = mvc.perform(multipart(path).file(file).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).as("attach to " + path).isEqualTo(201);
    }
}
