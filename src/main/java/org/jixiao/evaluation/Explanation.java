package org.jixiao.evaluation;

import java.util.List;

/**
 * Which rule spoke and with which numbers; its sentence is the message {@code evaluation.rule.<code>}.
 *
 * @param args numbers already printed
 */
public record Explanation(String code, List<String> args) {

    static Explanation of(String code, String... args) {
        return new Explanation(code, List.of(args));
    }

    public String key() {
        return "evaluation.rule." + code;
    }
}
