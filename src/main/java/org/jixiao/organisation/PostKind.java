package org.jixiao.organisation;

/** The posts a process can address; which persons hold them is data. */
public enum PostKind {
    /** 科室负责人, one per section */
    CHIEF,
    /** 牵头科室, one per unit */
    COORDINATOR,
    /** 分管领导, for some sections of a unit (none named: for all) */
    DEPUTY,
    /** 主任 */
    DIRECTOR,
    /** 上级主管部门, reviews for the supervisor */
    BUREAU
}
