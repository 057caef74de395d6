package org.jixiao.workflow.gate;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a BPMN model says, beyond its words: expressions, who does a step, with which form, what it calls. */
final class ModelRules {

    private static final Pattern GROUP = Pattern.compile("[$#]\\{[^}]*}|[^,]+");
    private static final Pattern SEVERAL = Pattern.compile("\\bsigners\\b");
    private static final Pattern POSTS = Pattern.compile("\\bposts\\s*\\.");
    private static final Pattern COPIES = Pattern.compile("\\bcopies\\s*\\.");
    private static final Pattern COUNT = Pattern.compile("\\d{1,2}");
    private static final Pattern DAYS = Pattern.compile("[1-9]\\d{0,2}");

    /** Given by the engine or by the product. */
    private static final Set<String> VARIABLES = Set.of(
            "unit", "year", "section", "period", "outcome", "execution", "loopCounter", "nrOfInstances",
            "nrOfActiveInstances", "nrOfCompletedInstances");

    /** Whose case it is and what was just decided is not for a model to say. */
    static final Set<String> RESERVED = Set.of("unit", "year", "section", "period", "outcome", "execution");

    private static final Set<String> BEGINS = Set.of("unit", "section");
    private static final Set<String> YES_NO = Set.of("true", "false");
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "kind", Set.of("fill", "approve", "close"),
            "own", Set.of("skip", "up"),
            "return", Set.of("any", "drawn", "none"),
            "direct", YES_NO,
            "drop", YES_NO,
            "accept", YES_NO,
            "countersign", Set.of("all", "ratio", "veto", "any"));

    private final Findings findings;
    private final Expressions expressions;
    private final Surroundings around;

    ModelRules(Findings findings, Expressions expressions, Surroundings around) {
        this.findings = findings;
        this.expressions = expressions;
        this.around = around;
    }

    void check(Node root) {
        List<Node> processes = root.children("process")
                .filter(p -> "true".equals(p.attribute("isExecutable")))
                .toList();
        if (processes.isEmpty()) findings.add(Rule.NOT_EXECUTABLE, "");
        var written = new HashSet<>(VARIABLES);
        written.addAll(around.formFields());
        boolean all = root.all().anyMatch(n -> "all".equals(n.attribute("variables")));
        root.all().forEach(n -> written.addAll(written(n)));
        reserved(root, "");
        processes.forEach(process -> {
            variables(process, all ? null : written, process.id());
            process(process);
        });
    }

    private static Set<String> written(Node node) {
        var names = new HashSet<String>();
        for (String attribute : List.of(
                "resultVariable", "elementVariable", "initiator", "errorCodeVariable", "errorMessageVariable",
                "escalationCodeVariable")) {
            String name = node.camunda(attribute);
            if (name != null) names.add(name);
        }
        if (node.is("inputParameter", "outputParameter", "inputDataItem")) names.add(node.attributes().getOrDefault("name", ""));
        if (node.is("formField")) names.add(node.id());
        if (node.is("in", "out")) names.add(node.attributes().getOrDefault("target", ""));
        return names;
    }

    private void reserved(Node node, String within) {
        String at = node.uri().equals(Node.BPMN) && !node.id().isEmpty() ? node.id() : within;
        for (String name : written(node)) {
            boolean handed = node.is("formField")
                    || node.is("in") && name.equals(node.attribute("source"))
                    || node.is("in") && (name.equals("section") || name.equals("period"))
                    || node.is("multiInstanceLoopCharacteristics") && name.equals("section");
            if (RESERVED.contains(name) && !handed) findings.add(Rule.VARIABLE_RESERVED, at, name);
        }
        node.children().forEach(child -> reserved(child, at));
    }

    private void variables(Node node, @Nullable Set<String> written, String within) {
        String at = node.uri().equals(Node.BPMN) && !node.id().isEmpty() ? node.id() : within;
        if (written != null)
            ModelTexts.of(node)
                    .flatMap(text -> expressions.read(text).names().stream())
                    .filter(name -> !written.contains(name))
                    .forEach(name -> findings.add(Rule.VARIABLE_UNKNOWN, at, name));
        node.children().forEach(child -> variables(child, written, at));
    }

    private void process(Node process) {
        if (process.camunda("historyTimeToLive") == null) findings.add(Rule.HISTORY_MISSING, process.id());
        if (process.camunda("candidateStarterGroups") != null || process.camunda("candidateStarterUsers") != null)
            findings.add(Rule.STARTER_GROUPS, process.id(), process.called());
        String content = process.properties().get("content");
        if (content != null && !around.contents().contains(content))
            findings.add(Rule.CONTENT_UNKNOWN, process.id(), content, listed(around.contents()));
        if (around.calledByItself(process.id())) findings.add(Rule.CALLS_ITSELF, process.id(), process.called());
        process.children("startEvent")
                .filter(start -> start.children().stream().anyMatch(c -> c.tag().endsWith("EventDefinition")))
                .forEach(start -> findings.add(Rule.START_KIND, start.id(), start.called()));
        process.all().filter(n -> n.is("startEvent")).forEach(start -> start(process, start));
        process.all().filter(n -> n.is("userTask")).forEach(new Countersigning(findings, process)::check);
        process.all()
                .filter(n -> n.is("userTask") && Outcomes.of(n).contains("drop") && !Outcomes.asked(process, n, "drop"))
                .forEach(n -> findings.add(Rule.DROP_UNASKED, n.id(), n.called()));
        process.all().filter(n -> n.uri().equals(Node.BPMN)).forEach(this::element);
        new Shape(findings, expressions, process).check();
    }

    private void start(Node process, Node start) {
        if (start.camunda("formKey") != null || start.camunda("formRef") != null || start.extensions("formData").findAny().isPresent())
            findings.add(Rule.START_FORM, start.id(), start.called());
        begins(process, start, "begins", BEGINS, "org.jixiao.year-start", Rule.YEAR_START);
        begins(process, start, "startedBy", Countersigning.KINDS, "org.jixiao.own-start", Rule.OWN_START);
        var said = start.properties();
        boolean ofUnit = "unit".equals(said.get("begins")) || !"chief".equals(said.getOrDefault("startedBy", "chief"));
        boolean handed = process.all().anyMatch(n -> written(n).contains("section"));
        if (ofUnit && !handed && process.all().flatMap(ModelTexts::of).anyMatch(text -> expressions.read(text).names().contains("section")))
            findings.add(Rule.SECTION_NONE, start.id(), start.called());
    }

    /** What a start event may say of how its cases begin; only the outermost plain one may. */
    private void begins(Node process, Node start, String property, Set<String> values, String template, Rule rule) {
        String said = start.properties().get(property);
        if (said == null && !template.equals(start.camunda("modelerTemplate"))) return;
        if (said == null || !values.contains(said))
            findings.add(Rule.PROPERTY_VALUE, start.id(), start.called(), property, said == null ? "" : said, listed(values));
        boolean plain = process.children("startEvent").anyMatch(one -> one == start)
                && start.children().stream().noneMatch(c -> c.tag().endsWith("EventDefinition"));
        if (!plain || process.properties().containsKey("content")) findings.add(rule, start.id(), start.called());
    }

    private void element(Node node) {
        String template = node.camunda("modelerTemplate");
        if (template != null && !around.templates().contains(template))
            findings.add(Rule.TEMPLATE_UNKNOWN, node.id(), node.called(), template, listed(around.templates()));
        switch (node.tag()) {
            case "userTask" -> userTask(node);
            case "callActivity" -> called(node);
            case "serviceTask", "sendTask" -> copies(node);
            case "businessRuleTask" -> decision(node);
            default -> {}
        }
        node.children("multiInstanceLoopCharacteristics")
                .flatMap(loop -> loop.children("loopCardinality"))
                .map(number -> number.text().strip())
                .filter(number -> number.matches("\\d+"))
                .filter(number -> new BigInteger(number).compareTo(BigInteger.valueOf(Limits.INSTANCES)) > 0)
                .forEach(number -> findings.add(Rule.INSTANCES_MANY, node.id(), number, String.valueOf(Limits.INSTANCES)));
    }

    private void userTask(Node task) {
        if (task.camunda("assignee") != null || task.camunda("candidateUsers") != null)
            findings.add(Rule.PERSON_NAMED, task.id(), task.called());
        String groups = task.camunda("candidateGroups");
        if (groups == null || groups.isBlank()) findings.add(Rule.POST_MISSING, task.id(), task.called());
        else {
            List<String> named = GROUP.matcher(groups).results().map(one -> one.group().strip()).toList();
            named.forEach(one -> post(task, one));
            if (named.size() > 1 || SEVERAL.matcher(groups).find()) findings.add(Rule.POST_SEVERAL, task.id(), task.called());
        }
        form(task);
        task.properties().forEach((name, value) -> property(task, name, value));
    }

    private void post(Node task, String named) {
        if (named.isEmpty()) return;
        if (named.equals(Countersigning.SIGNER) && task.properties().containsKey("countersign")) return;
        boolean known = Expressions.in(named) ? POSTS.matcher(named).find() : uuid(named) != null && around.posts().test(uuid(named));
        if (!known) findings.add(Rule.POST_UNKNOWN, task.id(), task.called(), named);
    }

    private static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private void form(Node task) {
        String key = task.camunda("formKey");
        if (key != null && !key.isBlank() && !around.formKeys().contains(key))
            findings.add(Rule.FORM_KEY_UNKNOWN, task.id(), task.called(), key, listed(around.formKeys()));
        String form = task.camunda("formRef");
        if (form != null && !around.forms().test(form)) findings.add(Rule.FORM_MISSING, task.id(), task.called(), form.isBlank() ? "—" : form);
        FormData.check(task, findings);
    }

    private void property(Node task, String name, String value) {
        Map<String, String> numbers = Map.of("deadline", "1–999", "remind", "0–99", "escalate", "0–99");
        boolean fits = numbers.containsKey(name)
                ? (name.equals("deadline") ? DAYS : COUNT).matcher(value.strip()).matches()
                : !CHOICES.containsKey(name) || CHOICES.get(name).contains(value);
        if (fits) return;
        String may = numbers.containsKey(name) ? numbers.get(name) : listed(CHOICES.get(name));
        findings.add(Rule.PROPERTY_VALUE, task.id(), task.called(), name, value, may);
    }

    private void copies(Node task) {
        String expression = task.camunda("expression");
        if (expression == null || !COPIES.matcher(expression).find()) return;
        String to = task.properties().getOrDefault("to", "");
        if (!Countersigning.KINDS.containsAll(List.of(to.split(","))))
            findings.add(Rule.PROPERTY_VALUE, task.id(), task.called(), "to", to, listed(Countersigning.KINDS));
    }

    private void called(Node call) {
        String process = call.attributes().getOrDefault("calledElement", "");
        if (!around.processes().test(process)) findings.add(Rule.PROCESS_UNKNOWN, call.id(), call.called(), process);
    }

    private void decision(Node task) {
        String decision = task.camunda("decisionRef");
        if (decision != null && !around.decisions().test(decision))
            findings.add(Rule.DECISION_UNKNOWN, task.id(), task.called(), decision);
    }

    static String listed(Set<String> names) {
        return String.join("、", new TreeSet<>(names));
    }
}
