package org.jixiao.target;

/** What {@code bpmn/target-adjustment.bpmn} and this module agree on. */
public final class AdjustmentProcess {

    public static final String KEY = "target-adjustment";
    static final String CONTENT = "adjustment";

    public static final String FORM_FILL = "adjustment-fill";
    public static final String FORM_EXAMINE = "adjustment-examine";

    private AdjustmentProcess() {}
}
