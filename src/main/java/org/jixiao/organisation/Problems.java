package org.jixiao.organisation;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jixiao.base.Finding;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** RFC 9457 problems: a stable {@code code}, sentences in the language that the request accepts, Chinese by default. */
@Component
class Problems {

    private final Messages messages;
    private final ObjectMapper json;

    Problems(Messages messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** For a stale request {@code args} say who acted and when; findings become {@code errors}. */
    ProblemDetail of(HttpServletRequest request, Refusal refusal) {
        Locale locale = Languages.of(request);
        var problem = problem(locale, refusal.kind().status, refusal.code(), messages.refusal(locale, refusal));
        if (refusal.kind() == Refusal.Kind.STALE && !refusal.args().isEmpty())
            problem.setProperty("args", refusal.args().stream().map(Object::toString).toList());
        if (!refusal.findings().isEmpty()) problem.setProperty("errors", errors(locale, refusal.findings()));
        return problem;
    }

    /** A refusal of the door itself; its sentence is {@code refusal.<code>}. */
    ProblemDetail of(HttpServletRequest request, int status, String code, Object... args) {
        Locale locale = Languages.of(request);
        return problem(locale, status, code, messages.text(locale, "refusal." + code, args));
    }

    /** Outside of controllers: writes the answer at once. */
    void write(HttpServletRequest request, HttpServletResponse response, int status, String code, Object... args)
            throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        json.writeValue(response.getOutputStream(), of(request, status, code, args));
    }

    private ProblemDetail problem(Locale locale, int status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setType(URI.create("urn:jixiao:problem:" + code));
        problem.setTitle(messages.text(locale, "organisation.problem." + status));
        problem.setProperty("code", code);
        return problem;
    }

    private List<Map<String, @Nullable Object>> errors(Locale locale, List<Finding> findings) {
        return findings.stream().map(finding -> error(locale, finding)).toList();
    }

    private Map<String, @Nullable Object> error(Locale locale, Finding finding) {
        var error = new LinkedHashMap<String, @Nullable Object>();
        error.put("row", finding.row());
        error.put("field", finding.field());
        error.put("code", finding.code());
        error.put("severity", finding.severity());
        error.put("message", messages.finding(locale, finding));
        return error;
    }
}
