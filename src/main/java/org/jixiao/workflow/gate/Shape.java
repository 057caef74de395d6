package org.jixiao.workflow.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How a process is drawn: every step is reached and left, gateways know where to go, no circle runs without a stop. */
final class Shape {

    private static final Set<String> STEPS = Set.of(
            "startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent", "task",
            "userTask", "manualTask", "serviceTask", "sendTask", "receiveTask", "businessRuleTask", "callActivity",
            "subProcess", "transaction", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway");
    private static final Pattern OUTCOME = Pattern.compile("outcome\\s*==\\s*['\"](\\w+)['\"]");
    private static final Pattern OUTCOMES =
            Pattern.compile("[$#]\\{\\s*" + OUTCOME + "(\\s*(\\|\\||or)\\s*" + OUTCOME + ")*\\s*}");

    private final Findings findings;
    private final Timers timerRules;
    private final Node process;
    private final Map<String, Node> steps = new LinkedHashMap<>();
    private final Map<String, Node> scope = new HashMap<>();
    private final Map<String, List<Node>> outgoing = new HashMap<>();
    private final Map<String, List<Node>> incoming = new HashMap<>();
    /** Who handles compensation: drawn by an association, entered by no flow. */
    private final Set<String> compensating = new HashSet<>();

    Shape(Findings findings, Expressions expressions, Node process) {
        this.findings = findings;
        this.timerRules = new Timers(findings, expressions);
        this.process = process;
        collect(process);
        process.all().filter(n -> n.is("sequenceFlow")).forEach(flow -> {
            outgoing.computeIfAbsent(flow.attributes().getOrDefault("sourceRef", ""), k -> new ArrayList<>()).add(flow);
            incoming.computeIfAbsent(flow.attributes().getOrDefault("targetRef", ""), k -> new ArrayList<>()).add(flow);
        });
        process.all().filter(n -> n.is("association")).forEach(a -> compensating.add(a.attributes().getOrDefault("targetRef", "")));
    }

    private void collect(Node within) {
        within.children().stream().filter(n -> n.uri().equals(Node.BPMN) && STEPS.contains(n.tag())).forEach(step -> {
            steps.put(step.id(), step);
            scope.put(step.id(), within);
            if (step.is("subProcess", "transaction")) collect(step);
        });
    }

    void check() {
        Set<String> reached = reached();
        for (Node step : steps.values()) {
            if (!reached.contains(step.id())) findings.add(Rule.UNREACHABLE, step.id(), step.called());
            if (!leaves(step)) findings.add(Rule.NO_EXIT, step.id(), step.called());
            if (step.is("exclusiveGateway", "inclusiveGateway")) gateway(step);
            timers(step);
        }
        circles();
    }

    private boolean leaves(Node step) {
        return !next(step).isEmpty()
                || step.is("endEvent")
                || step.has("linkEventDefinition")
                || event(step)
                || compensation(step)
                || step.is("boundaryEvent") && step.has("compensateEventDefinition");
    }

    private static boolean event(Node step) {
        return "true".equals(step.attribute("triggeredByEvent"));
    }

    private boolean compensation(Node step) {
        return "true".equals(step.attribute("isForCompensation")) && compensating.contains(step.id());
    }

    private List<Node> next(Node step) {
        return outgoing.getOrDefault(step.id(), List.of());
    }

    // What is reached

    private Set<String> reached() {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<Node>(entries(process));
        while (!open.isEmpty()) {
            Node step = open.pop();
            if (!reached.add(step.id())) continue;
            next(step).forEach(flow -> follow(flow, open));
            if (step.is("subProcess", "transaction")) open.addAll(entries(step));
            steps.values().stream()
                    .filter(b -> b.is("boundaryEvent") && step.id().equals(b.attribute("attachedToRef")))
                    .forEach(open::add);
            if (step.is("intermediateThrowEvent", "endEvent") && step.has("linkEventDefinition"))
                steps.values().stream().filter(c -> c.is("intermediateCatchEvent") && link(c).equals(link(step))).forEach(open::add);
        }
        return reached;
    }

    private void follow(Node flow, ArrayDeque<Node> open) {
        Node target = steps.get(flow.attributes().getOrDefault("targetRef", ""));
        if (target != null) open.add(target);
    }

    /** Where a token enters a scope: its start, its event sub-processes, what handles compensation. */
    private List<Node> entries(Node within) {
        return steps.values().stream()
                .filter(s -> scope.get(s.id()) == within && (s.is("startEvent") || event(s) || compensation(s)))
                .toList();
    }

    private static String link(Node event) {
        return event.child("linkEventDefinition").map(l -> l.attributes().getOrDefault("name", "")).orElse("");
    }

    // Gateways

    private void gateway(Node gateway) {
        List<Node> flows = next(gateway);
        if (flows.size() < 2 || gateway.attribute("default") != null) return;
        var conditions = flows.stream()
                .map(flow -> flow.child("conditionExpression").map(c -> c.text().strip()).orElse(""))
                .toList();
        if (conditions.contains("") || complete(gateway, conditions)) return;
        findings.add(Rule.GATEWAY_NO_DEFAULT, gateway.id(), gateway.called());
    }

    /** Each answer of the step before is asked for, or a question and its opposite. */
    private boolean complete(Node gateway, List<String> conditions) {
        var asked = new HashSet<String>();
        for (String condition : conditions) {
            if (OUTCOMES.matcher(condition).matches())
                OUTCOME.matcher(condition).results().forEach(outcome -> asked.add(outcome.group(1)));
            String question = inside(condition);
            if (question.startsWith("!") && conditions.stream().map(Shape::inside).anyMatch(bare(question.substring(1))::equals)) return true;
        }
        List<Node> before = incoming.getOrDefault(gateway.id(), List.of()).stream()
                .map(flow -> steps.get(flow.attributes().getOrDefault("sourceRef", "")))
                .filter(java.util.Objects::nonNull)
                .toList();
        return !before.isEmpty() && before.stream().allMatch(b -> b.is("userTask") && asked.containsAll(Outcomes.of(b)));
    }

    private static String inside(String condition) {
        return bare(condition.replaceAll("^[$#]\\{|}$", ""));
    }

    private static String bare(String expression) {
        String text = expression.strip();
        return text.startsWith("(") && text.indexOf(')') == text.length() - 1 ? text.substring(1, text.length() - 1).strip() : text;
    }

    // Timers

    private void timers(Node step) {
        if (step.is("subProcess", "transaction")) return;
        step.all().filter(n -> n.is("timerEventDefinition")).forEach(timer -> timerRules.check(step, timer, asked(step)));
    }

    private boolean asked(Node step) {
        return incoming.getOrDefault(step.id(), List.of()).stream().anyMatch(flow -> {
            Node before = steps.get(flow.attributes().getOrDefault("sourceRef", ""));
            return before != null
                    && (before.is("exclusiveGateway") || before.is("eventBasedGateway") && asked(before));
        });
    }

    // Circles

    /** A circle in which nothing waits would never give the thread back, or ask for it again for ever. */
    private void circles() {
        var state = new HashMap<String, Boolean>();
        Map<String, Set<String>> edges = edges();
        for (String from : edges.keySet())
            if (!state.containsKey(from)) walk(from, edges, state);
    }

    private void walk(String from, Map<String, Set<String>> edges, Map<String, Boolean> state) {
        record Place(String step, java.util.Iterator<String> left) {}
        var path = new ArrayDeque<Place>();
        path.push(new Place(from, edges.getOrDefault(from, Set.of()).iterator()));
        state.put(from, true);
        while (!path.isEmpty()) {
            var place = path.peek();
            if (!place.left().hasNext()) {
                state.put(place.step(), false);
                path.pop();
                continue;
            }
            String to = place.left().next();
            if (Boolean.TRUE.equals(state.get(to))) {
                Node step = steps.get(to.replaceFirst("/out$", ""));
                if (step != null) findings.add(Rule.LOOP_WITHOUT_WAIT, step.id(), step.called());
            } else if (!state.containsKey(to)) {
                state.put(to, true);
                path.push(new Place(to, edges.getOrDefault(to, Set.of()).iterator()));
            }
        }
    }

    /** Where the engine goes on at once. A sub-process is entered at its id and left at {@code id/out}. */
    private Map<String, Set<String>> edges() {
        var edges = new LinkedHashMap<String, Set<String>>();
        for (Node step : steps.values()) {
            if (waits(step)) continue;
            boolean sub = step.is("subProcess", "transaction");
            var out = edges.computeIfAbsent(sub ? step.id() + "/out" : step.id(), k -> new LinkedHashSet<>());
            next(step).forEach(flow -> out.add(flow.attributes().getOrDefault("targetRef", "")));
            if (sub) edges.computeIfAbsent(step.id(), k -> new LinkedHashSet<>())
                    .addAll(entries(step).stream().filter(e -> e.is("startEvent")).map(Node::id).toList());
            Node within = scope.get(step.id());
            if (within != process && next(step).isEmpty()) out.add(within.id() + "/out");
            out.addAll(thrown(step));
        }
        boundaries(edges);
        return edges;
    }

    /** Of many instances there may be none; a condition may hold already, a date be past; a gateway before events waits as they do. */
    private static boolean waits(Node step) {
        if (step.has("multiInstanceLoopCharacteristics")) return false;
        if (step.is("userTask", "receiveTask")) return true;
        if (!step.is("intermediateCatchEvent")) return false;
        return step.has("messageEventDefinition")
                || step.has("signalEventDefinition")
                || step.child("timerEventDefinition").map(Timers::waits).orElse(false);
    }

    /** A boundary event that comes at once leads on from a step that would have waited. */
    private void boundaries(Map<String, Set<String>> edges) {
        for (Node event : steps.values()) {
            if (!event.is("boundaryEvent")) continue;
            boolean atOnce = event.has("conditionalEventDefinition")
                    || event.child("timerEventDefinition").map(timer -> !Timers.waits(timer)).orElse(false);
            if (atOnce)
                edges.computeIfAbsent(event.attributes().getOrDefault("attachedToRef", ""), k -> new LinkedHashSet<>())
                        .add(event.id());
        }
    }

    /** What it throws is caught at once: links, signals, escalations, errors, compensation, and variables that conditions watch. */
    private List<String> thrown(Node step) {
        var to = new ArrayList<String>();
        if (step.is("intermediateThrowEvent", "endEvent")) {
            if (step.has("linkEventDefinition")) catching(c -> c.is("intermediateCatchEvent") && link(c).equals(link(step)), to);
            for (String kind : List.of("signal", "escalation", "error", "compensate"))
                if (step.has(kind + "EventDefinition"))
                    catching(c -> c.is("boundaryEvent", "startEvent") && c.has(kind + "EventDefinition"), to);
        }
        boolean writes = step.camunda("resultVariable") != null || step.extensions("inputOutput").findAny().isPresent();
        if (writes) catching(c -> c.is("boundaryEvent", "startEvent") && c.has("conditionalEventDefinition"), to);
        return to;
    }

    private void catching(Predicate<Node> which, List<String> to) {
        steps.values().stream().filter(which).map(Node::id).forEach(to::add);
    }
}
