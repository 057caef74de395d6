package org.jixiao.workflow;

/** The case on whose behalf the engine evaluates an expression right now. */
public interface CurrentCase {

    /** Throws when no expression is being evaluated. */
    CaseFacts facts();

    /** The transient outcome of the verb under way ({@code approve}, {@code accept}, …), or empty. */
    String outcome();
}
