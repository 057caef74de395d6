package org.jixiao.workflow.gate;

import camundajar.impl.scala.Product;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;

/** What a DMN file may contain: tables and expressions in FEEL, of it what always ends soon. */
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

    /** Nodes of a parsed expression, by class, that end soon whatever numbers stand in them. */
    private static final Set<String> NODES = Set.of(
            ("ParsedExpression ConstNull ConstBool ConstNumber ConstString ConstDate ConstTime ConstLocalTime"
                            + " ConstDateTime ConstLocalDateTime ConstDayTimeDuration ConstYearMonthDuration ConstInputValue"
                            + " ConstList ConstRange ClosedConstRangeBoundary OpenConstRangeBoundary ClosedRangeBoundary"
                            + " OpenRangeBoundary Ref PathExpression Filter If In InstanceOf Conjunction Disjunction Not"
                            + " AtLeastOne UnaryTestExpression Addition Subtraction Multiplication Division"
                            + " ArithmeticNegation Equal LessThan LessOrEqual GreaterThan GreaterOrEqual InputEqualTo"
                            + " InputLessThan InputLessOrEqual InputGreaterThan InputGreaterOrEqual InputInRange"
                            + " FunctionInvocation PositionalFunctionParameters NamedFunctionParameters ZonedTime")
                    .split(" "));

    private static final Set<String> FUNCTIONS = Set.of(
            "not", "date", "time", "date and time", "duration", "years and months duration", "string", "number",
            "contains", "starts with", "ends with", "upper case", "lower case", "substring", "string length",
            "substring before", "substring after", "abs", "floor", "ceiling", "min", "max", "sum", "count", "mean",
            "list contains", "is defined", "get or else", "is empty", "now", "today", "day of week", "week of year",
            "month of year", "before", "after");

    private static final int LONGEST = 2_000;
    private static final Pattern HUGE = Pattern.compile("\\d{30}|\\d[eE][+-]?\\d");

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

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
        if (text.length() > LONGEST || HUGE.matcher(text).find()) {
            findings.add(Rule.DECISION_FORBIDDEN, at, shortened(text));
            return;
        }
        ParseResult read = test ? FEEL.parseUnaryTests(text) : FEEL.parseExpression(text);
        if (read.isFailure()) {
            findings.add(Rule.DECISION_EXPRESSION, at, shortened(text), read.failure().message());
            return;
        }
        String refused = refused(read.parsedExpression().expression());
        if (refused != null) findings.add(Rule.DECISION_FORBIDDEN, at, refused);
    }

    private static @Nullable String refused(Object node) {
        String kind = node.getClass().getSimpleName().replace("$", "");
        boolean expression = node.getClass().getPackageName().equals("org.camunda.feel.syntaxtree");
        if (expression && !NODES.contains(kind)) return kind;
        if (kind.equals("FunctionInvocation")) {
            String name = String.valueOf(((Product) node).productElement(0));
            if (!FUNCTIONS.contains(name)) return name + "()";
        }
        if (node instanceof camundajar.impl.scala.collection.Iterable<?> many) return any(many.iterator());
        return node instanceof Product parts ? any(parts.productIterator()) : null;
    }

    private static @Nullable String any(camundajar.impl.scala.collection.Iterator<?> nodes) {
        while (nodes.hasNext()) {
            String refused = refused(nodes.next());
            if (refused != null) return refused;
        }
        return null;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
