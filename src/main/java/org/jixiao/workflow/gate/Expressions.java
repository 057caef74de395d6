package org.jixiao.workflow.gate;

import java.util.LinkedHashSet;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNull;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression and lets pass what is on the list: values, operators, variables and their entries, listed methods
 * of listed beans, {@code now()}. Each kind of node of the parsed tree is named here; any other is refused.
 */
final class Expressions {

    /** More is a program; it also bounds how deep the parser nests. */
    private static final int LONGEST = 600;

    /** Of {@code execution} only what the engine's fence hands out. */
    private static final Set<String> EXECUTION = Set.of("id", "processInstanceId", "processBusinessKey");

    /** Leads from a value to its class, were there a way. */
    private static final Set<String> REFLECTION = Set.of("class", "declaringClass", "module", "classLoader");

    private static final Set<String> FUNCTIONS = Set.of("now");

    private final Callables callables;

    Expressions(Callables callables) {
        this.callables = callables;
    }

    static boolean in(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** @param names variables that are read; {@code problem} is null for an expression that passes */
    record Reading(Set<String> names, @Nullable Rule problem, String what) {}

    Reading read(String text) {
        var names = new LinkedHashSet<String>();
        if (text.length() > LONGEST) return new Reading(names, Rule.EXPRESSION_UNREADABLE, "> " + LONGEST);
        try {
            var tree = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text.strip());
            String refused = refused(tree.getRoot(), names);
            return new Reading(names, refused == null ? null : Rule.EXPRESSION_FORBIDDEN, refused == null ? "" : refused);
        } catch (RuntimeException e) {
            return new Reading(names, Rule.EXPRESSION_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    /** Whether it can come out as nothing: anything but a listed method that always answers. */
    boolean mayBeEmpty(String text) {
        try {
            Node root = new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text.strip()).getRoot();
            return !(root instanceof AstEval
                    && root.getChild(0) instanceof AstMethod call
                    && call.getChild(0) instanceof AstDot dot
                    && dot.getChild(0) instanceof AstIdentifier bean
                    && callables.answers(bean.getName(), property(dot), call.getChild(1).getCardinality()));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    /** What is not allowed in it, or null. */
    private @Nullable String refused(Node node, Set<String> names) {
        if (node instanceof AstIdentifier name) {
            if (callables.bean(name.getName())) return name.getName();
            names.add(name.getName());
            return null;
        }
        if (node instanceof AstMethod call) return method(call, names);
        if (node instanceof AstFunction function && !FUNCTIONS.contains(function.getName())) return function.getName() + "()";
        if (node instanceof AstDot dot) {
            String entry = property(dot);
            if (dot.getChild(0) instanceof AstIdentifier name && name.getName().equals("execution"))
                return EXECUTION.contains(entry) ? null : "execution." + entry;
            if (REFLECTION.contains(entry)) return "." + entry;
        }
        if (node instanceof AstBracket && REFLECTION.stream().anyMatch(node.getChild(1).toString()::contains))
            return node.getChild(1).toString();
        if (allowed(node)) {
            for (int i = 0; i < node.getCardinality(); i++) {
                String refused = refused(node.getChild(i), names);
                if (refused != null) return refused;
            }
            return null;
        }
        return node.getClass().getSimpleName().replace("Ast", "");
    }

    private @Nullable String method(AstMethod call, Set<String> names) {
        var target = call.getChild(0);
        var parameters = call.getChild(1);
        if (!(target instanceof AstDot dot) || !(target.getChild(0) instanceof AstIdentifier bean)) return "…()";
        String called = bean.getName() + "." + property(dot);
        if (!callables.method(bean.getName(), property(dot), parameters.getCardinality()))
            return called + "(" + "_, ".repeat(parameters.getCardinality()).replaceAll(", $", "") + ")";
        return refused(parameters, names);
    }

    /** The parser keeps the property to itself and prints it after a dot. */
    private static String property(AstDot dot) {
        return dot.toString().replaceFirst("^\\.\\s*", "");
    }

    private static boolean allowed(Node node) {
        return node instanceof AstEval
                || node instanceof AstDot
                || node instanceof AstBracket
                || node instanceof AstComposite
                || node instanceof AstText
                || node instanceof AstNested
                || node instanceof AstParameters
                || node instanceof AstFunction
                || node instanceof AstBinary
                || node instanceof AstUnary
                || node instanceof AstChoice
                || node instanceof AstBoolean
                || node instanceof AstNumber
                || node instanceof AstString
                || node instanceof AstNull;
    }
}
