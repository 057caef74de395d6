package org.jixiao.evaluation;

/** The words of the models {@code section-evaluation} and {@code rectification} that this module answers to. */
public final class EvaluationProcess {

    public static final String EVALUATION = "section-evaluation";
    static final String RECTIFICATION = "rectification";

    static final String CONTENT = "evaluation";
    static final String RECTIFICATION_CONTENT = "rectification";

    public static final String FILL_FORM = "evaluation-fill";
    public static final String EXAMINE_FORM = "evaluation-examine";
    public static final String PLAN_FORM = "rectification-plan";
    public static final String RESULT_FORM = "rectification-result";
    public static final String CONFIRM_FORM = "rectification-confirm";

    /** The step of a rectification that asks for measures and deadlines alone. */
    static final String PLAN_STEP = "Task_Plan";

    static final String ACCEPTED = "accept";

    private EvaluationProcess() {}
}
