package org.jixiao.workflow;

/** What changes in a case's content are read against. */
public enum Against {
    /** the submission before the one that is read */
    SUBMISSION,
    /** what is in force and is to change; where nothing is, the same as SUBMISSION */
    IN_FORCE,
    /** the submission the reader saw last before it; see {@link Visits#before} */
    SEEN
}
