package org.jixiao.target;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of a section in one version.
 *
 * @param id of this row in this version; changes with the version
 * @param indicator stable across versions and years
 * @param seq printed number, unique in the unit's table
 * @param level1 决策, 过程, 履职, 效益 or 满意度
 * @param duty and {@code keyWork}: of 履职 rows only, else empty
 * @param halfText as printed, e.g. {@code ≥20篇}; never normalised
 * @param direction null for qualitative rows and plain milestones
 * @param tolerance null: half of the last printed digit
 * @param weight null: the level's weight split evenly
 * @param executionRate this row is 预算执行率, whose points are those of the money (10); at most one in a unit's table
 * @param uncertain what the source does not settle: {@code measure}, {@code section}, {@code key_work}, {@code level2}
 */
public record TargetRow(
        UUID id,
        UUID indicator,
        String section,
        int seq,
        String level1,
        String level2,
        String duty,
        String keyWork,
        String name,
        String halfText,
        String annualText,
        Measure measure,
        @Nullable Direction direction,
        @Nullable BigDecimal tolerance,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal weight,
        boolean notApplicable,
        String notApplicableReason,
        boolean executionRate,
        Set<String> uncertain) {}
