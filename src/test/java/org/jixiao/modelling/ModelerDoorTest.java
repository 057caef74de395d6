package org.jixiao.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.organisation.AccessTokens;
import org.jixiao.organisation.SignIn;
import org.jixiao.organisation.TokenScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What Camunda Modeler asks and what it reads of the answers. */
@ProductTest
@DemoData
class ModelerDoorTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AccessTokens tokens;

    @Autowired
    ApplicationContext context;

    private static String model(String process, String step) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="http://bpmn.io/schema/bpmn">
                <bpmn:process id="%s" name="请示" isExecutable="true" camunda:historyTimeToLive="P3650D" camunda:versionTag="一"><bpmn:documentation>说明</bpmn:documentation>
                <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
                <bpmn:userTask id="a" name="%s" camunda:candidateGroups="${posts.director(unit)}"/>
                <bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="e"/><bpmn:endEvent id="e"/></bpmn:process></bpmn:definitions>"""
                .formatted(process, step);
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":Jixiao-2023").getBytes(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String login) throws Exception {
        return mvc.perform(request.header("Authorization", basic(login))).andReturn().getResponse();
    }

    private static JsonNode body(MockHttpServletResponse answer) throws Exception {
        return JSON.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse deploy(String login, Map<String, String> files, String... fields) throws Exception {
        var request = multipart("/engine-rest/deployment/create");
        files.forEach((name, text) -> request.file(new MockMultipartFile(name, name, "text/xml", text.getBytes(StandardCharsets.UTF_8))));
        request.param("deployment-name", "请示流程").param("deployment-source", "Camunda Modeler");
        for (String field : fields) request.param(field, "true");
        request.header("Authorization", basic(login));
        return mvc.perform(request).andReturn().getResponse();
    }

    private JsonNode deployed(Map<String, String> files, String... fields) throws Exception {
        var answer = deploy("modeller", files, fields);
        assertThat(answer.getStatus()).as(answer.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(200);
        return body(answer);
    }

    private static JsonNode definition(JsonNode deployment) {
        return deployment.path("deployedProcessDefinitions").elements().next();
    }

    private long deployments() {
        return jdbc.sql("select count(*) from act_re_deployment").query(Long.class).single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/deployment?maxResults=0", "/engine-rest/version", "/engine-rest/anything"})
    void who_is_not_signed_in_is_told_so_and_led_nowhere(String address) throws Exception {
        var answer = mvc.perform(get(address)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getHeader("Location")).isNull();
        assertThat(answer.getHeaders("WWW-Authenticate")).anyMatch(way -> way.startsWith("Basic"));
    }

    @Test
    void modellers_only() throws Exception {
        for (String login : List.of("chief.data", "director", "bureau", "sysadmin", "secadmin", "auditor")) {
            assertThat(send(get("/engine-rest/deployment?maxResults=0"), login).getStatus()).isEqualTo(403);
            assertThat(send(get("/engine-rest/version"), login).getStatus()).isEqualTo(403);
            assertThat(deploy(login, Map.of("m.bpmn", model("forbidden", "办"))).getStatus()).isEqualTo(403);
            assertThat(send(post("/engine-rest/process-definition/x/start"), login).getStatus()).isEqualTo(403);
        }
        assertThat(body(send(get("/engine-rest/deployment?maxResults=0"), "modeller"))).isEmpty();
        assertThat(body(send(get("/engine-rest/version"), "modeller")).path("version").asText()).isEqualTo("7.24.0");
    }

    @Test
    void a_token_opens_too() throws Exception {
        String token = body(send(post("/api/token"), "modeller")).path("access_token").asText();
        var answer = mvc.perform(get("/engine-rest/version").header("Authorization", "Bearer " + token)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
    }

    /** The deploy dialog's "Bearer token", which it sends with every request it makes: connection, version, deployment, start. */
    @Test
    void a_token_a_modeller_made_for_it_deploys_and_starts() throws Exception {
        String token = tokens.make(SignIn.in(context, "modeller"), "Modeler", TokenScope.MODELER, 30);
        String bearer = "Bearer " + token;
        for (String path : List.of("/engine-rest/deployment?maxResults=0", "/engine-rest/version"))
            assertThat(mvc.perform(get(path).header("Authorization", bearer)).andReturn().getResponse().getStatus()).isEqualTo(200);
        var request = multipart("/engine-rest/deployment/create")
                .file(new MockMultipartFile("令牌.bpmn", "令牌.bpmn", "text/xml", model("by-token", "主任批示").getBytes(StandardCharsets.UTF_8)));
        var deployed = body(mvc.perform(request.header("Authorization", bearer)).andReturn().getResponse());
        var start = post("/engine-rest/process-definition/{id}/start", definition(deployed).path("id").asText())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"variables\": {\"year\": {\"value\": 2023}}}");
        assertThat(mvc.perform(start.header("Authorization", bearer)).andReturn().getResponse().getStatus()).isEqualTo(200);
        String person = jdbc.sql("select person_name from model_upload where deployment = ?").param(deployed.path("id").asText()).query(String.class).single();
        assertThat(person).isEqualTo(SignIn.actor(context, "modeller").name());
    }

    @Test
    void nothing_else_of_the_engine_is_here() throws Exception {
        for (String path : List.of("/engine-rest/engine", "/engine-rest/process-definition", "/engine-rest/user", "/engine-rest/task", "/engine-rest/deployment/x"))
            assertThat(send(get(path), "modeller").getStatus()).as(path).isEqualTo(404);
        assertThat(send(post("/engine-rest/execution"), "modeller").getStatus()).isEqualTo(404);
    }

    @Test
    void the_modeler_learns_where_the_pages_are() throws Exception {
        var answer = mvc.perform(get("/.well-known/camunda-automation-platform/webapps")).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(body(answer).path("cockpitUrl").asText()).isEqualTo("http://localhost/processes");
    }

    @Test
    void a_model_is_deployed_and_answered_as_the_modeler_reads_it() throws Exception {
        var answer = deployed(Map.of("请示 流程.bpmn", model("request", "主任批示")), "enable-duplicate-filtering");
        assertThat(answer.path("name").asText()).isEqualTo("请示流程");
        assertThat(answer.path("source").asText()).isEqualTo("Camunda Modeler");
        assertThat(answer.path("deploymentTime").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0800");
        var definition = definition(answer);
        assertThat(definition.path("key").asText()).isEqualTo("request");
        assertThat(definition.path("name").asText()).isEqualTo("请示");
        assertThat(definition.path("resource").asText()).isEqualTo("请示 流程.bpmn");
        assertThat(definition.path("version").asInt()).isEqualTo(1);
        assertThat(definition.path("versionTag").asText()).isEqualTo("一");
        assertThat(jdbc.sql("select person_name from model_upload where deployment = ?").param(answer.path("id").asText()).query(String.class).single())
                .isNotBlank();
    }

    @Test
    void what_is_live_already_is_not_deployed_again_when_asked_so() throws Exception {
        String one = model("same", "一");
        String other = model("same", "二");
        var first = deployed(Map.of("same.bpmn", one), "enable-duplicate-filtering");
        var again = deployed(Map.of("same.bpmn", one), "enable-duplicate-filtering");
        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(definition(again).path("id")).isEqualTo(definition(first).path("id"));
        assertThat(definition(deployed(Map.of("same.bpmn", other), "enable-duplicate-filtering")).path("version").asInt()).isEqualTo(2);
        // The first one once more: not live any longer, so it is a new version.
        assertThat(definition(deployed(Map.of("same.bpmn", one), "enable-duplicate-filtering")).path("version").asInt()).isEqualTo(3);
        assertThat(definition(deployed(Map.of("same.bpmn", one))).path("version").asInt()).isEqualTo(4);
    }

    @Test
    void of_several_files_all_come_or_the_changed_ones() throws Exception {
        var files = new TreeMap<>(Map.of("p.bpmn", model("p", "一"), "q.bpmn", model("q", "一")));
        deployed(files, "enable-duplicate-filtering");
        files.put("q.bpmn", model("q", "二"));
        var changed = deployed(files, "enable-duplicate-filtering", "deploy-changed-only");
        assertThat(changed.path("deployedProcessDefinitions")).hasSize(1);
        assertThat(definition(changed).path("key").asText()).isEqualTo("q");
        files.put("q.bpmn", model("q", "三"));
        assertThat(deployed(files, "enable-duplicate-filtering").path("deployedProcessDefinitions")).hasSize(2);
        files.put("q.bpmn", model("q", "四"));
        deployed(files, "enable-duplicate-filtering", "deploy-changed-only");
        // Live in two deployments now: both are answered, nothing is deployed.
        long before = deployments();
        assertThat(deployed(files, "enable-duplicate-filtering").path("deployedProcessDefinitions")).hasSize(2);
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void a_form_that_is_live_already_is_not_deployed_again_either() throws Exception {
        String form = "{\"id\": \"asked\", \"components\": [{\"id\": \"f\", \"type\": \"textfield\", \"key\": \"why\", \"label\": \"事由\"}]}";
        String asking = model("asking", "问").replace("<bpmn:userTask id=\"a\"", "<bpmn:userTask id=\"a\" camunda:formRef=\"asked\" camunda:formRefBinding=\"latest\"");
        var files = Map.of("asking.bpmn", asking, "asked.form", form);
        var first = deployed(files, "enable-duplicate-filtering");
        assertThat(deployed(files, "enable-duplicate-filtering").path("id")).isEqualTo(first.path("id"));
        var other = Map.of("asking.bpmn", asking, "asked.form", form.replace("事由", "原因"));
        assertThat(definition(deployed(other, "enable-duplicate-filtering")).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void what_wants_its_form_beside_it_comes_with_it_though_the_form_is_the_same() throws Exception {
        String form = "{\"id\": \"beside\", \"components\": [{\"id\": \"f\", \"type\": \"textfield\", \"key\": \"why\", \"label\": \"事由\"}]}";
        String asking = model("beside", "问").replace("<bpmn:userTask id=\"a\"", "<bpmn:userTask id=\"a\" camunda:formRef=\"beside\" camunda:formRefBinding=\"deployment\"");
        deployed(Map.of("beside.bpmn", asking, "beside.form", form));
        var again = deployed(Map.of("beside.bpmn", asking.replace("\"问\"", "\"再问\""), "beside.form", form), "deploy-changed-only");
        long together = jdbc.sql("select count(*) from act_re_camformdef where key_ = 'beside' and deployment_id_ = ?")
                .param(again.path("id").asText())
                .query(Long.class)
                .single();
        assertThat(together).isEqualTo(1);
    }

    @Test
    void two_files_of_one_name_are_refused() throws Exception {
        var twice = multipart("/engine-rest/deployment/create");
        for (String part : List.of("one", "two"))
            twice.file(new MockMultipartFile(part, "m.bpmn", "text/xml", model("m", "办").getBytes(StandardCharsets.UTF_8)));
        assertThat(body(send(twice, "modeller")).path("message").asText()).isEqualTo("有两个文件都叫“m.bpmn”。");
    }

    @Test
    void a_refusal_says_in_the_modelers_log_which_element_and_why() throws Exception {
        long before = deployments();
        var files = Map.of("好.bpmn", model("good", "办"), "坏.bpmn", model("bad", "办").replace("${posts.director(unit)}", "领导"));
        var answer = deploy("modeller", files, "enable-duplicate-filtering");
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentType()).startsWith("application/json");
        var body = body(answer);
        assertThat(body.path("message").asText()).contains("有 1 处错误（坏.bpmn），没有部署任何文件", "坏.bpmn a", "“办”的岗位“领导”不存在", "post-unknown");
        assertThat(body.path("type").asText()).isEqualTo("ParseException");
        var error = body.path("details").path("坏.bpmn").path("errors").path(0);
        assertThat(error.path("mainElementId").asText()).isEqualTo("a");
        assertThat(deployments()).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from model_upload where deployment is null and '坏.bpmn' = any(files)").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void what_is_no_deployment_gets_a_clear_answer() throws Exception {
        assertThat(deploy("modeller", Map.of()).getStatus()).isEqualTo(400);
        assertThat(deploy("modeller", Map.of("m.txt", "text")).getStatus()).isEqualTo(400);
        assertThat(deploy("modeller", Map.of("m.bpmn", "")).getStatus()).isEqualTo(400);
        assertThat(send(post("/engine-rest/deployment/create"), "modeller").getStatus()).isBetween(400, 499);
    }

    @Test
    void a_case_starts_and_its_step_is_in_the_inbox() throws Exception {
        String id = definition(deployed(Map.of("started.bpmn", model("started", "主任看一下")))).path("id").asText();
        var started = start(id, "{\"businessKey\": \"default\", \"variables\": {\"year\": {\"value\": 2023, \"type\": \"Integer\"}, \"amount\": {\"value\": 3.5, \"type\": \"Double\"}}}");
        assertThat(started.getStatus()).as(started.getContentAsString(StandardCharsets.UTF_8)).isEqualTo(200);
        assertThat(body(started).path("definitionId").asText()).isEqualTo(id);
        assertThat(body(started).path("businessKey").asText()).isEqualTo("szxxzx/2023");
        String inbox = send(get("/api/inbox?box=todo&size=100"), "director").getContentAsString(StandardCharsets.UTF_8);
        assertThat(inbox).contains("主任看一下");
    }

    @Test
    void a_start_that_makes_no_sense_is_refused_in_words() throws Exception {
        String id = definition(deployed(Map.of("odd.bpmn", model("odd", "办")))).path("id").asText();
        String serialized = "{\"variables\": {\"x\": {\"value\": \"rO0AB\", \"type\": \"Object\", \"valueInfo\": {\"serializationDataFormat\": \"application/x-java-serialized-object\"}}}}";
        assertThat(body(start(id, serialized)).path("message").asText()).contains("变量“x”不能用");
        assertThat(body(start(id, "{\"variables\": {\"unit\": {\"value\": \"other\"}}}")).path("message").asText()).contains("没有单位“other”");
        assertThat(body(start(id, "{\"variables\": {\"section\": {\"value\": \"none\"}}}")).path("message").asText()).contains("没有科室“none”");
        assertThat(body(start("odd:9:none", "{}")).path("message").asText()).contains("没有这个流程版本");
        String shipped = jdbc.sql("select id_ from act_re_procdef where key_ = 'section-targets'").query(String.class).single();
        assertThat(body(start(shipped, "{}")).path("message").asText()).contains("由年度流程发起");
        assertThat(start(id, "{").getStatus()).isEqualTo(400);
    }

    @Test
    void a_start_without_what_an_expression_asks_for_says_what_is_missing_and_starts_nothing() throws Exception {
        String asking = model("lacking", "填").replace("posts.director(unit)", "posts.chief(unit, section)");
        String id = definition(deployed(Map.of("lacking.bpmn", asking))).path("id").asText();
        for (String json : List.of("", "{}", "{\"variables\": {\"year\": {\"value\": 2023}}}")) {
            var answer = start(id, json);
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(answer.getContentType()).startsWith("application/json");
            assertThat(body(answer).path("type").asText()).isEqualTo("InvalidRequestException");
            assertThat(body(answer).path("message").asText()).contains("表达式用到了“section”");
        }
        assertThat(jdbc.sql("select count(*) from case_file where process = 'lacking'").query(Long.class).single()).isZero();
    }

    private MockHttpServletResponse start(String id, String json) throws Exception {
        return send(post("/engine-rest/process-definition/{id}/start", id).contentType(MediaType.APPLICATION_JSON).content(json), "modeller");
    }

    @Test
    void two_admins_deploying_at_once_both_get_an_answer() throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<JsonNode> one = () -> deployed(Map.of("both.bpmn", model("both", "甲")));
            Callable<JsonNode> other = () -> deployed(Map.of("both.bpmn", model("both", "乙")));
            var versions = pool.invokeAll(List.of(one, other)).stream().map(answer -> {
                try {
                    return definition(answer.get()).path("version").asInt();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(versions).containsExactlyInAnyOrder(1, 2);
        } finally {
            pool.shutdown();
        }
    }
}
