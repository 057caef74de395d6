package org.jixiao.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of the table that is the unit's, not a section's, as typed: money, goals, duties, staffing, weights.
 *
 * @param weights level 1 → points as typed, in printed order
 * @param words words a qualitative row may use
 */
public record UnitPart(
        String mainFunctions,
        String orgText,
        String staffingType,
        String authorised,
        String actual,
        String longTermGoal,
        String annualGoal,
        Map<String, String> weights,
        List<String> words,
        List<Fund> funds) {

    /** Row id of everything in the unit's part that is not money, for scopes, hashes and findings. */
    public static final String ROW = "unit";

    /** @param side 收入 or 支出; kind 合计, 小计 or 明细; amounts as typed */
    public record Fund(
            UUID id, String side, String kind, String item, String halfPlan, String annualBudget, String adjustedBudget) {

        @Nullable BigDecimal half() {
            return DraftRow.number(halfPlan);
        }

        @Nullable BigDecimal annual() {
            return DraftRow.number(annualBudget);
        }

        Targets.FundLine line() {
            return new Targets.FundLine(id, side, kind, item, half(), annual(), DraftRow.number(adjustedBudget));
        }
    }

    Money money() {
        return Money.of(funds);
    }
}
