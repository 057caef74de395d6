package org.jixiao.organisation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jixiao.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Every exception of {@code /api} as a problem; what nobody foresaw says only an incident id, its cause is logged. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        return answer(problems.of(request, refusal), HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException denied, HttpServletRequest request) {
        return refused(Refusal.forbidden(), request);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, TypeMismatchException.class})
    ResponseEntity<ProblemDetail> unreadable(Exception unreadable, HttpServletRequest request) {
        return answer(problems.of(request, 400, "malformed"), HttpHeaders.EMPTY);
    }

    /** The reader has gone: there is nobody to answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> other(Exception other, HttpServletRequest request) {
        if (other instanceof ErrorResponse known) {
            var status = HttpStatus.resolve(known.getStatusCode().value());
            String code = status == null ? "unexpected" : code(status);
            if (!code.equals("unexpected"))
                return answer(problems.of(request, status.value(), code), known.getHeaders());
        }
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {} at {} {}", incident, request.getMethod(), request.getRequestURI(), other);
        var problem = problems.of(request, 500, "unexpected", incident);
        problem.setProperty("incident", incident);
        return answer(problem, HttpHeaders.EMPTY);
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "malformed";
            case NOT_FOUND -> "not-found";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case NOT_ACCEPTABLE -> "not-acceptable";
            case PAYLOAD_TOO_LARGE -> "too-large";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported-media-type";
            default -> "unexpected";
        };
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
