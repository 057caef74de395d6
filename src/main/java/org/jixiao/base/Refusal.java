package org.jixiao.base;

import java.util.List;

/**
 * The product declines a request and has changed nothing. Every door turns it into a sentence in the user's language:
 * the message {@code refusal.<code>} with {@code args}; {@code /api} answers it as an RFC 9457 problem.
 */
public final class Refusal extends RuntimeException {

    public enum Kind {
        /** The request cannot be read: a missing or malformed part. */
        MALFORMED(400),
        /** Not allowed, or not there: the same answer, so nothing is learned from guessing. */
        FORBIDDEN(403),
        /** The request has been overtaken: {@code args} name who acted and when. */
        STALE(409),
        /** Content or moment does not permit it; {@code findings} say where and why. */
        INVALID(422);

        public final int status;

        Kind(int status) {
            this.status = status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> args;
    private final transient List<Finding> findings;

    private Refusal(Kind kind, String code, List<Finding> findings, Object... args) {
        super(code + " " + List.of(args) + (findings.isEmpty() ? "" : " " + findings));
        this.kind = kind;
        this.code = code;
        this.args = List.of(args);
        this.findings = findings;
    }

    public static Refusal malformed(String code, Object... args) {
        return new Refusal(Kind.MALFORMED, code, List.of(), args);
    }

    /** One answer for foreign and unknown things alike. */
    public static Refusal forbidden() {
        return new Refusal(Kind.FORBIDDEN, "forbidden", List.of());
    }

    public static Refusal stale(String code, Object... args) {
        return new Refusal(Kind.STALE, code, List.of(), args);
    }

    public static Refusal invalid(String code, Object... args) {
        return new Refusal(Kind.INVALID, code, List.of(), args);
    }

    public static Refusal invalid(String code, List<Finding> findings, Object... args) {
        return new Refusal(Kind.INVALID, code, List.copyOf(findings), args);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** Message arguments: strings, or {@code java.time} values that the door formats. */
    public List<Object> args() {
        return args;
    }

    public List<Finding> findings() {
        return findings;
    }
}
