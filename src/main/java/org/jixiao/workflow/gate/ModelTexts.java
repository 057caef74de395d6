package org.jixiao.workflow.gate;

import java.util.stream.Stream;

/** Every text with an expression in it, wherever it stands: a step's name and documentation are evaluated too. */
final class ModelTexts {

    private final Findings findings;
    private final Expressions expressions;

    ModelTexts(Findings findings, Expressions expressions) {
        this.findings = findings;
        this.expressions = expressions;
    }

    static Stream<String> of(Node node) {
        return Stream.concat(node.attributes().values().stream(), Stream.of(node.text())).filter(Expressions::in);
    }

    void check(Node root) {
        check(root, "");
    }

    private void check(Node node, String within) {
        String at = node.uri().equals(Node.BPMN) && !node.id().isEmpty() ? node.id() : within;
        of(node).forEach(text -> {
            var reading = expressions.read(text);
            if (reading.problem() != null) findings.add(reading.problem(), at, shortened(text), reading.what());
        });
        node.children().forEach(child -> check(child, at));
    }

    private static String shortened(String text) {
        String one = text.strip().replaceAll("\\s+", " ");
        return one.length() <= 80 ? one : one.substring(0, 80) + "…";
    }
}
