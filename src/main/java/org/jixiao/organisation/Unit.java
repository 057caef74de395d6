package org.jixiao.organisation;

import java.util.UUID;

/**
 * A public unit that commits to targets.
 *
 * @param code stable, used in addresses and by processes
 * @param supervisor name of the 主管部门
 */
public record Unit(UUID id, String code, String name, String supervisor) {}
