package org.jixiao.organisation;

/** What a person may administer; none of them sees targets by it. Work on targets comes from posts alone. */
public enum Role {
    /** keeps organisation and calendar */
    SYSADMIN,
    /** roles, locks, password resets */
    SECADMIN,
    /** reads the record, without content */
    AUDITOR,
    /** models processes */
    MODELLER
}
