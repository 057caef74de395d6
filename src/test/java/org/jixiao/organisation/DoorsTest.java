package org.jixiao.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.time.Instant;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.ProductClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ProductTest
@DemoData
class DoorsTest {

    private static final String PASSWORD = "Jixiao-2023";
    private static final Instant NOW = Instant.parse("2023-07-03T01:00:00Z");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ProductClock clock;

    @Autowired
    private People people;

    @Autowired
    private LoginFailures failures;

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void morning() {
        at(NOW);
    }

    private void at(Instant moment) {
        clock.set(moment);
    }

    private String token(String login) throws Exception {
        String body = mvc.perform(post("/api/token").with(httpBasic(login, PASSWORD)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(body, "$.access_token");
    }

    private static MockHttpServletRequestBuilder bearing(MockHttpServletRequestBuilder request, String token) {
        return request.header("Authorization", "Bearer " + token);
    }

    @Test
    void without_sign_in_the_api_answers_401_as_a_problem_and_never_redirects() throws Exception {
        mvc.perform(get("/api/anything"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().stringValues("WWW-Authenticate", hasItem(containsString("Basic"))))
                .andExpect(header().stringValues("WWW-Authenticate", hasItem(containsString("Bearer"))))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("sign-in-first"))
                .andExpect(jsonPath("$.detail").value("请先登录。"));
    }

    @Test
    void basic_buys_a_token_that_opens_the_api_for_half_an_hour() throws Exception {
        String token = token("chief.data");
        mvc.perform(bearing(get("/api/openapi.json"), token)).andExpect(status().isOk());
        at(NOW.plus(Duration.ofMinutes(31)));
        mvc.perform(bearing(get("/api/openapi.json"), token))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("token-expired"));
    }

    @Test
    void a_token_buys_no_other_token() throws Exception {
        mvc.perform(bearing(post("/api/token"), token("chief.data"))).andExpect(status().isForbidden());
    }

    @Test
    void the_api_keeps_no_session() throws Exception {
        var result = mvc.perform(post("/api/token").with(httpBasic("deputy", PASSWORD))).andReturn();
        assertThat(result.getRequest().getSession(false)).isNull();
        assertThat(result.getResponse().getHeader("Set-Cookie")).isNull();
    }

    @Test
    void unknown_addresses_and_wrong_methods_are_problems_in_the_language_asked_for() throws Exception {
        mvc.perform(get("/api/no/such").with(httpBasic("deputy", PASSWORD)).header("Accept-Language", "en-GB,zh;q=0.3"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("not-found"))
                .andExpect(jsonPath("$.title").value("Not found"));
        mvc.perform(delete("/api/token").with(httpBasic("deputy", PASSWORD)))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(header().string("Allow", "POST"))
                .andExpect(jsonPath("$.code").value("method-not-allowed"));
    }

    @Test
    void wrong_unknown_and_locked_get_the_same_answer() throws Exception {
        var admin = SignIn.actor(context, "secadmin");
        var locked = SignIn.actor(context, "chief.city");
        people.lock(admin, locked.id());
        String wrong = refused("chief.application", "wrong");
        assertThat(refused("nobody", "wrong")).isEqualTo(wrong);
        assertThat(refused("chief.city", PASSWORD)).isEqualTo(wrong);
        people.unlock(admin, locked.id());
        token("chief.city");
    }

    private String refused(String login, String password) throws Exception {
        return mvc.perform(post("/api/token").with(httpBasic(login, password)))
                .andExpect(status().isUnauthorized())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void a_locked_person_loses_the_token_and_the_session() throws Exception {
        var admin = SignIn.actor(context, "secadmin");
        String token = token("chief.command");
        var session = (MockHttpSession) mvc.perform(formLogin("/login").user("chief.command").password(PASSWORD))
                .andExpect(authenticated())
                .andReturn()
                .getRequest()
                .getSession();
        people.lock(admin, SignIn.actor(context, "chief.command").id());
        mvc.perform(bearing(get("/api/openapi.json"), token)).andExpect(status().isUnauthorized());
        mvc.perform(get("/account").session(session)).andExpect(redirectedUrlPattern("**/login"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void after_five_wrong_passwords_the_login_waits_and_says_until_when() throws Exception {
        for (int i = 0; i < 5; i++) refused("director", "wrong" + i);
        mvc.perform(post("/api/token").with(httpBasic("director", PASSWORD)))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "60"))
                .andExpect(jsonPath("$.code").value("login-waits"))
                .andExpect(jsonPath("$.detail").value("密码输错次数过多，请于 2023-07-03 09:01 后再试。"));
        at(NOW.plusSeconds(61));
        token("director");
        assertThat(failures.waits("director")).isEmpty();
    }

    @Test
    void the_wait_doubles_up_to_a_quarter_of_an_hour() {
        assertThat(LoginFailures.wait(5)).hasMinutes(1);
        assertThat(LoginFailures.wait(6)).hasMinutes(2);
        assertThat(LoginFailures.wait(8)).hasMinutes(8);
        assertThat(LoginFailures.wait(9)).hasMinutes(15);
        assertThat(LoginFailures.wait(1000)).hasMinutes(15);
    }

    @Test
    void a_one_time_password_opens_nothing_but_the_way_to_ones_own() throws Exception {
        var admin = SignIn.actor(context, "secadmin");
        String once = people.resetPassword(admin, SignIn.actor(context, "modeller").id());
        mvc.perform(get("/api/openapi.json").with(httpBasic("modeller", once)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("password-once"));
        refused("modeller", PASSWORD);
    }

    @Test
    void pages_lead_to_the_sign_in_and_the_sign_in_changes_the_session() throws Exception {
        mvc.perform(get("/account")).andExpect(redirectedUrlPattern("**/login"));
        mvc.perform(formLogin("/login").user("chief.data").password(PASSWORD)).andExpect(authenticated());
        mvc.perform(formLogin("/login").user("chief.data").password("wrong")).andExpect(unauthenticated());
        var session = new MockHttpSession();
        String before = session.getId();
        mvc.perform(post("/login").session(session).param("username", "deputy").param("password", PASSWORD))
                .andExpect(authenticated());
        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void pages_come_with_secure_headers() throws Exception {
        mvc.perform(get("/account"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")));
    }

    @Test
    void health_is_told_to_this_machine_only_and_all_else_of_the_actuator_is_closed() throws Exception {
        mvc.perform(get("/actuator/health")).andExpect(status().isOk());
        mvc.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
        mvc.perform(get("/actuator/health").with(from("192.0.2.7"))).andExpect(status().isForbidden());
        for (String path : new String[] {"/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump"})
            mvc.perform(get(path).with(httpBasic("sysadmin", PASSWORD))).andExpect(status().isForbidden());
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    @Test
    void what_no_form_would_send_is_refused_by_its_field() throws Exception {
        String path = "/api/tasks/none/return";
        for (String[] sent : new String[][] {
            {"{\"revision\": 1, \"rows\": \"all\"}", "body.field"},
            {"{\"revision\": 1, \"to\": 3}", "body.field"},
            {"{\"revision\": 1, \"opinion\": \"a\\u0000b\"}", "body.field"},
            {"{\"revision\": 1, \"opinion\": \"" + "长".repeat(2001) + "\"}", "body.long"},
            {"{\"revision\": 1, \"opinion\": \"" + "x".repeat(BodyLimit.MOST_BYTES) + "\"}", "body.large"}
        })
            mvc.perform(post(path)
                            .with(httpBasic("deputy", PASSWORD))
                            .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                            .content(sent[0]))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.code").value(sent[1]));
        mvc.perform(get("/api/inbox").param("q", "a\u0000b").with(httpBasic("deputy", PASSWORD)))
                .andExpect(status().isOk());
    }
}
