package org.jixiao.organisation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class ProblemAdviceTest {

    @RestController
    static class Trouble {

        @GetMapping("/api/years/{year}")
        int year(@PathVariable int year) {
            return year;
        }

        @PostMapping(path = "/api/body", consumes = MediaType.APPLICATION_JSON_VALUE)
        int body(@RequestBody Map<String, Object> body) {
            return body.size();
        }

        @GetMapping("/api/refused/{kind}")
        void refused(@PathVariable Refusal.Kind kind) {
            throw switch (kind) {
                case MALFORMED -> Refusal.malformed("malformed");
                case FORBIDDEN -> Refusal.forbidden();
                case STALE -> Refusal.stale("login-waits", Instant.parse("2023-07-03T01:00:00Z"));
                case INVALID -> Form.refusal("login", "login-taken", "chief");
            };
        }

        @GetMapping("/api/found")
        void found() {
            throw Refusal.invalid(
                    "org-form", List.of(Finding.warning("org-password-short", "row 7", "halfText", "10")), 1);
        }

        @GetMapping("/api/large")
        void large() {
            throw new MaxUploadSizeExceededException(1);
        }

        @GetMapping("/api/broken")
        void broken() {
            throw new IllegalStateException("the secret of the house");
        }
    }

    private final MappingJackson2HttpMessageConverter json =
            new MappingJackson2HttpMessageConverter(Jackson2ObjectMapperBuilder.json().build());

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Trouble())
            .setControllerAdvice(new ProblemAdvice(new Problems(new Messages(), json.getObjectMapper())))
            .setMessageConverters(json)
            .build();

    @Test
    void each_kind_of_refusal_has_its_status_and_code() throws Exception {
        mvc.perform(get("/api/refused/MALFORMED"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(get("/api/refused/FORBIDDEN"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("forbidden"));
        mvc.perform(get("/api/refused/STALE"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.args[0]").value("2023-07-03T01:00:00Z"))
                .andExpect(jsonPath("$.detail", containsString("2023-07-03 09:00")));
        mvc.perform(get("/api/refused/INVALID").header("Accept-Language", "en"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.type").value("urn:jixiao:problem:org-form"))
                .andExpect(jsonPath("$.errors[0].field").value("login"))
                .andExpect(jsonPath("$.errors[0].message").value("The login chief is in use."));
    }

    @Test
    void findings_name_row_field_code_severity_and_say_why() throws Exception {
        mvc.perform(get("/api/found"))
                .andExpect(jsonPath("$.errors[0].row").value("row 7"))
                .andExpect(jsonPath("$.errors[0].field").value("halfText"))
                .andExpect(jsonPath("$.errors[0].code").value("org-password-short"))
                .andExpect(jsonPath("$.errors[0].severity").value("WARNING"))
                .andExpect(jsonPath("$.errors[0].message").value("密码至少 10 个字符。"));
    }

    @Test
    void what_cannot_be_read_is_said_without_the_parser_s_words() throws Exception {
        mvc.perform(post("/api/body").contentType(MediaType.APPLICATION_JSON).content("{\"a\":"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("malformed"))
                .andExpect(content().string(not(containsString("JsonEOF"))));
        mvc.perform(post("/api/body").contentType(MediaType.TEXT_XML).content("<a/>"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.code").value("unsupported-media-type"));
        mvc.perform(get("/api/years/then"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("malformed"));
        mvc.perform(post("/api/years/2023"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(jsonPath("$.code").value("method-not-allowed"));
        mvc.perform(get("/api/large"))
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.code").value("too-large"));
    }

    @Test
    void what_nobody_foresaw_tells_an_incident_and_nothing_else() throws Exception {
        mvc.perform(get("/api/broken"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.code").value("unexpected"))
                .andExpect(jsonPath("$.incident").isNotEmpty())
                .andExpect(content().string(not(containsString("secret"))))
                .andExpect(content().string(not(containsString("IllegalState"))));
    }

    @Test
    void an_unreadable_language_is_answered_in_chinese() throws Exception {
        mvc.perform(get("/api/refused/FORBIDDEN").header("Accept-Language", "!!"))
                .andExpect(jsonPath("$.title").value("无权办理"));
    }
}
