package org.jixiao.workflow;

/** What changes in a case's content are read against. */
public enum Against {
    /** the submission before the one that is read */
    SUBMISSION,
    /** the submission the reader saw last before it; see {@link Visits#before} */
    SEEN
}
