package org.jixiao.workflow.gate;

import java.util.Set;

/** What a DMN file may contain: tables, and expressions in FEEL as {@link FeelRules} allow them. */
final class DecisionRules {

    private static final Set<String> SPACES = Set.of(
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20211108/MODEL/");

    private static final Set<String> ELEMENTS = Set.of(
            ("definitions description extensionElements decision variable informationRequirement requiredDecision"
                            + " requiredInput authorityRequirement requiredAuthority decisionTable input inputExpression"
                            + " inputValues output outputValues defaultOutputEntry rule inputEntry outputEntry"
                            + " literalExpression text inputData knowledgeSource textAnnotation association sourceRef"
                            + " targetRef question allowedAnswers annotation annotationEntry")
                    .split(" "));

    private static final String CAMUNDA_SPACE = "http://camunda.org/schema/1.0/dmn";

    private static final Set<String> CAMUNDA = Set.of("historyTimeToLive", "inputVariable", "versionTag", "diagramRelationId");

    private static final Set<String> LANGUAGES = Set.of(
            "", "feel", "http://www.omg.org/spec/FEEL/20140401", "http://www.omg.org/spec/DMN/20151101/dmn.xsd/feel",
            "https://www.omg.org/spec/DMN/20191111/FEEL/", "http://www.omg.org/spec/DMN/20180521/FEEL/");

    private final Findings findings;

    DecisionRules(Findings findings) {
        this.findings = findings;
    }

    void check(Node root) {
        if (!SPACES.contains(root.uri()) || !root.is("definitions")) findings.add(Rule.ELEMENT_UNKNOWN, "", root.tag());
        else walk(root, "");
    }

    private void walk(Node node, String within) {
        String at = node.id().isEmpty() ? within : node.id();
        if (!SPACES.contains(node.uri()) || !ELEMENTS.contains(node.tag())) {
            findings.add(Rule.ELEMENT_UNKNOWN, at, node.tag());
            return;
        }
        node.attributes().forEach((key, value) -> attribute(key, value, at));
        switch (node.tag()) {
            case "decision" -> {
                if (node.attribute(CAMUNDA_SPACE + ":historyTimeToLive") == null) findings.add(Rule.HISTORY_MISSING, at);
            }
            case "inputEntry" -> expression(node, at, true);
            case "inputExpression", "outputEntry", "defaultOutputEntry", "literalExpression" -> expression(node, at, false);
            default -> {}
        }
        node.children().stream()
                .filter(child -> !(node.is("definitions") && child.is("DMNDI") && child.uri().contains("DMNDI")))
                .forEach(child -> walk(child, at));
    }

    private void attribute(String key, String value, String at) {
        if (key.endsWith("schemaLocation") || key.endsWith("SchemaLocation") || key.equals("href") && !value.startsWith("#"))
            findings.add(Rule.REMOTE, at, value);
        else if (key.equals("expressionLanguage") && LANGUAGES.stream().noneMatch(value.strip()::equalsIgnoreCase))
            findings.add(Rule.DECISION_LANGUAGE, at, value);
        else if (key.startsWith(Node.ACTIVITI)) findings.add(Rule.NAMESPACE_OLD, at);
        else if (key.startsWith(CAMUNDA_SPACE) && !CAMUNDA.contains(key.substring(CAMUNDA_SPACE.length() + 1)))
            findings.add(Rule.ATTRIBUTE_UNKNOWN, at, key.substring(CAMUNDA_SPACE.length() + 1));
    }

    private void expression(Node node, String at, boolean test) {
        String text = node.child("text").map(t -> t.text().strip()).orElse("");
        if (text.isEmpty() || test && text.equals("-")) return;
        FeelRules.check(text, test, at, findings);
    }
}
