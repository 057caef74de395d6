package org.jixiao.workflow.gate;

import camundajar.impl.scala.Product;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;

/** What an expression in FEEL may be, in decisions and forms: what always ends soon. */
final class FeelRules {

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

    /** A list filtered by lists filtered in turn is walked so many times over. */
    private static final int FILTERS = 2;

    /** How many elements a list is taken to have. */
    static final int LIST = 200;

    /** Walk a list from end to end. */
    private static final Set<String> WALKS = Set.of("min", "max", "sum", "count", "mean", "list contains");

    private FeelRules() {}

    /** About how many steps it takes to ask; 0 for what cannot be read. */
    static double weight(String feel) {
        ParseResult read = FEEL.parseExpression(feel);
        return read.isFailure() ? 0 : weight(read.parsedExpression().expression());
    }

    private static double weight(Object node) {
        if (node instanceof camundajar.impl.scala.collection.Iterable<?> many) return weight(many.iterator());
        if (!(node instanceof Product parts)) return 0;
        String kind = node.getClass().getSimpleName().replace("$", "");
        if (kind.equals("Filter")) return 1 + weight(parts.productElement(0)) + LIST * weight(parts.productElement(1));
        boolean walks = Set.of("PathExpression", "In").contains(kind)
                || kind.equals("FunctionInvocation") && WALKS.contains(String.valueOf(parts.productElement(0)));
        return 1 + (walks ? LIST : 0) + weight(parts.productIterator());
    }

    private static double weight(camundajar.impl.scala.collection.Iterator<?> nodes) {
        double all = 0;
        while (nodes.hasNext()) all += weight(nodes.next());
        return all;
    }

    /** @param test the cell of a decision table, such as {@code < 5} */
    static void check(String text, boolean test, String at, Findings findings) {
        if (text.length() > LONGEST || HUGE.matcher(text).find()) {
            findings.add(Rule.FEEL_FORBIDDEN, at, shortened(text));
            return;
        }
        ParseResult read = test ? FEEL.parseUnaryTests(text) : FEEL.parseExpression(text);
        if (read.isFailure()) {
            findings.add(Rule.FEEL_EXPRESSION, at, shortened(text), read.failure().message());
            return;
        }
        String refused = refused(read.parsedExpression().expression(), 0);
        if (refused != null) findings.add(Rule.FEEL_FORBIDDEN, at, refused);
    }

    private static @Nullable String refused(Object node, int filters) {
        String kind = node.getClass().getSimpleName().replace("$", "");
        boolean expression = node.getClass().getPackageName().equals("org.camunda.feel.syntaxtree");
        if (expression && !NODES.contains(kind)) return kind;
        int within = kind.equals("Filter") ? filters + 1 : filters;
        if (within > FILTERS) return kind;
        if (kind.equals("FunctionInvocation")) {
            String name = String.valueOf(((Product) node).productElement(0));
            if (!FUNCTIONS.contains(name)) return name + "()";
        }
        if (node instanceof camundajar.impl.scala.collection.Iterable<?> many) return any(many.iterator(), within);
        return node instanceof Product parts ? any(parts.productIterator(), within) : null;
    }

    private static @Nullable String any(camundajar.impl.scala.collection.Iterator<?> nodes, int filters) {
        while (nodes.hasNext()) {
            String refused = refused(nodes.next(), filters);
            if (refused != null) return refused;
        }
        return null;
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
