package org.jixiao.workflow;

import org.springframework.stereotype.Component;

/** {@code urging} in expressions: 催办提醒 as a step of the model, to whoever holds an open step of the case it stands in. */
@Component
class UrgingBean implements ProcessBean {

    private final RestrictedExpressions.CaseOfExpression current;
    private final CaseFiles files;
    private final CaseSteps steps;
    private final Urging urging;

    UrgingBean(RestrictedExpressions.CaseOfExpression current, CaseFiles files, CaseSteps steps, Urging urging) {
        this.current = current;
        this.files = files;
        this.steps = steps;
        this.urging = urging;
    }

    @Override
    public String name() {
        return "urging";
    }

    @Callable
    public void send() {
        String caseId = current.facts().caseId();
        var file = files.find(caseId).orElseThrow();
        steps.ofCase(caseId).stream().filter(CaseSteps.CaseStep::open).forEach(step -> urging.bySystem(step, file));
    }
}
