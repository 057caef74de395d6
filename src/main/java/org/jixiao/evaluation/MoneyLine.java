package org.jixiao.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jixiao.target.Targets.FundLine;
import org.jspecify.annotations.Nullable;

/**
 * One line of the money table as the coordinating section keeps it, as typed.
 *
 * @param sum a line that adds up those below it and is not typed
 */
record MoneyLine(FundLine fund, boolean sum, Typed typed) {

    /** What the section types of a line. */
    record Typed(String adjusted, String executed, String forecast) {

        static final Typed BLANK = new Typed("", "", "");

        Typed with(JsonNode change) {
            return new Typed(
                    Figures.text(change, "adjusted", adjusted),
                    Figures.text(change, "executed", executed),
                    Figures.text(change, "forecast", forecast));
        }
    }

    Money money() {
        BigDecimal initial = zero(fund.annualBudget());
        BigDecimal planned = fund.adjustedBudget() == null ? initial : fund.adjustedBudget();
        BigDecimal adjusted = Figures.number(typed.adjusted());
        return new Money(
                initial,
                adjusted == null ? planned : adjusted,
                zero(fund.halfPlan()),
                Figures.number(typed.executed()),
                Figures.number(typed.forecast()));
    }

    private static BigDecimal zero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
