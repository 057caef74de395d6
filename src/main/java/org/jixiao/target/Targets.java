package org.jixiao.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What evaluation and board read of a year's targets; no reader's check, the caller is a service. */
public interface Targets {

    /** The section's rows of the version in force at the end of the day, in printed order; empty when none is. */
    List<TargetRow> inForce(String unit, int year, String section, LocalDate on);

    /** All sections' rows in force, in printed order. */
    List<TargetRow> inForce(String unit, int year, LocalDate on);

    /** The rows as they stand in the working draft or in force, for board and map. */
    List<TargetRow> current(String unit, int year);

    List<FundLine> funds(String unit, int year);

    /** Code of the section that keeps the unit's part (money, goals, common rows); empty while the year is not open. */
    Optional<String> coordinatingSection(String unit, int year);

    Optional<YearPlan> plan(String unit, int year);

    /** The years the unit has, the latest first. */
    List<Integer> years(String unit);

    /**
     * @param side 收入 or 支出; kind 合计, 小计 or 明细
     * @param halfPlan null where the form has none
     */
    record FundLine(
            UUID id,
            String side,
            String kind,
            String item,
            @Nullable BigDecimal halfPlan,
            @Nullable BigDecimal annualBudget,
            @Nullable BigDecimal adjustedBudget) {}

    /**
     * The year's configuration, pinned when it opens.
     *
     * @param rootCase the running performance-year
     * @param halfYearDate day the half-year self-evaluation opens; null: by hand
     * @param weights level 1 → points, 100 in all
     * @param words words a qualitative row may use
     * @param state OPEN or ARCHIVED
     */
    record YearPlan(
            String unit,
            int year,
            String rootCase,
            String state,
            @Nullable LocalDate halfYearDate,
            @Nullable LocalDate yearEndDate,
            boolean halfYearOpened,
            boolean fullYearOpened,
            Map<String, BigDecimal> weights,
            Set<String> words) {}
}
