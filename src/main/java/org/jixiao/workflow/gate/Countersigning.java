package org.jixiao.workflow.gate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Steps that several posts sign at once: drawn as the product reads them, and their answer is asked for. */
final class Countersigning {

    static final Set<String> KINDS = Set.of("chief", "coordinator", "deputy", "director", "bureau");
    static final String SIGNER = "${signer}";
    private static final Pattern PERCENT = Pattern.compile("[1-9]\\d?|100");
    private static final Pattern REJECTED = Pattern.compile("outcome\\s*==\\s*['\"]reject['\"]");

    private final Findings findings;
    private final Node process;

    Countersigning(Findings findings, Node process) {
        this.findings = findings;
        this.process = process;
    }

    void check(Node task) {
        var own = task.properties();
        if (!own.containsKey("countersign")) {
            if (own.containsKey("signers")) findings.add(Rule.COUNTERSIGN_SHAPE, task.id(), task.called(), SIGNER);
            return;
        }
        boolean drawn = task.child("multiInstanceLoopCharacteristics")
                .filter(loop -> !"true".equals(loop.attribute("isSequential")))
                .filter(loop -> "signers".equals(loop.camunda("collection")) && "signer".equals(loop.camunda("elementVariable")))
                .filter(loop -> loop.child("completionCondition").isEmpty() && loop.child("loopCardinality").isEmpty())
                .isPresent();
        boolean signed = SIGNER.equals(task.camunda("candidateGroups"))
                && "approve".equals(own.getOrDefault("kind", "approve"));
        if (!drawn || !signed) findings.add(Rule.COUNTERSIGN_SHAPE, task.id(), task.called(), SIGNER);
        String signers = own.getOrDefault("signers", "");
        if (!KINDS.containsAll(Arrays.asList(signers.split(","))))
            findings.add(Rule.PROPERTY_VALUE, task.id(), task.called(), "signers", signers, ModelRules.listed(KINDS));
        if ("ratio".equals(own.get("countersign")) && !PERCENT.matcher(own.getOrDefault("ratio", "").strip()).matches())
            findings.add(Rule.PROPERTY_VALUE, task.id(), task.called(), "ratio", own.getOrDefault("ratio", ""), "1–100");
        if (!asked(task)) findings.add(Rule.COUNTERSIGN_UNASKED, task.id(), task.called());
    }

    private boolean asked(Node task) {
        Set<String> then = new HashSet<>();
        then.add(task.id());
        flows().filter(f -> task.id().equals(f.attribute("sourceRef"))).forEach(f -> then.add(f.attribute("targetRef")));
        return flows().filter(f -> then.contains(f.attribute("sourceRef")))
                .flatMap(f -> f.child("conditionExpression").stream())
                .anyMatch(condition -> REJECTED.matcher(condition.text()).find());
    }

    private Stream<Node> flows() {
        return process.all().filter(n -> n.is("sequenceFlow"));
    }
}
