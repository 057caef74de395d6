package org.jixiao.target;

import java.util.Set;
import org.jixiao.organisation.PostKind;

/** What {@code bpmn/section-targets.bpmn} and this module agree on. */
public final class TargetsProcess {

    public static final String KEY = "section-targets";
    static final String CONTENT = "targets";
    static final String BEAN = "targets";

    public static final String FORM_FILL = "targets-fill";
    public static final String FORM_EXAMINE = "targets-examine";

    /** No version comes into force without these, whatever a model says. */
    static final Set<PostKind> APPROVERS =
            Set.of(PostKind.COORDINATOR, PostKind.DEPUTY, PostKind.DIRECTOR, PostKind.BUREAU);

    private TargetsProcess() {}
}
