package org.jixiao.workflow.gate;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** Steps that several posts sign at once: drawn as the product reads them, and their answer is asked for. */
final class Countersigning {

    static final Set<String> KINDS = Set.of("chief", "coordinator", "deputy", "director", "bureau");
    static final String SIGNER = "${signer}";
    private static final Pattern PERCENT = Pattern.compile("[1-9]\\d?|100");

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
        if (!Outcomes.asked(process, task, "reject")) findings.add(Rule.COUNTERSIGN_UNASKED, task.id(), task.called());
    }
}
