package org.jixiao.evaluation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jixiao.base.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A self-evaluation as pages and {@code /api} show it.
 *
 * @param asOf the day the figures stand for, as typed in a re-evaluation
 * @param loop 0: the period's own figures; n: the n-th re-evaluation
 * @param closed decided for good
 * @param counts rows by state, the latest figures of each
 * @param score Σ score ÷ Σ weight × 100; at half year an internal reference only
 * @param words what a qualitative actual may be
 */
public record SheetView(
        String unit,
        int year,
        String section,
        String sectionName,
        Period period,
        String asOf,
        int loop,
        boolean closed,
        boolean accepted,
        @Nullable Instant decidedAt,
        List<RowView> rows,
        MoneyView money,
        Map<State, Integer> counts,
        @Nullable String score,
        @Nullable Grade grade,
        List<String> words,
        List<Finding> findings) {

    /**
     * @param id stable across versions and years
     * @param value the actual as it reads, with its unit
     * @param judged half-year or annual target, whichever it is judged against
     * @param percent the share of the points
     * @param open may be typed now
     * @param numeric the target is a number; {@code unit} is its unit
     */
    public record RowView(
            String id,
            int seq,
            String level1,
            String level2,
            String duty,
            String keyWork,
            String name,
            String measure,
            String halfText,
            String annualText,
            String judged,
            boolean numeric,
            String unit,
            boolean executionRate,
            @JsonUnwrapped Figures figures,
            @Nullable String value,
            State state,
            boolean early,
            boolean flagged,
            @Nullable String percent,
            String weight,
            @Nullable String points,
            List<Said> explanations,
            List<FileView> evidence,
            boolean open,
            List<EarlierView> earlier,
            @Nullable ItemView rectification,
            @Nullable ItemView carried) {}

    /** An explanation with its sentence. */
    public record Said(String code, List<String> args, String text) {

        public String key() {
            return "evaluation.rule." + code;
        }
    }

    public record EarlierView(int loop, String asOf, @Nullable String value, State state, List<Said> explanations) {}

    public record FileView(
            UUID id, String name, String mediaType, long size, String sha256, int loop, Instant uploadedAt) {}

    public record ItemView(
            int loop,
            String measure,
            String deadline,
            String result,
            @Nullable Instant confirmedAt,
            RectificationItem.Outcome outcome) {}

    /**
     * The unit's money in 万元.
     *
     * @param kept the section keeps it; {@code open}: and may type it now
     */
    public record MoneyView(boolean kept, boolean open, List<MoneyLineView> lines, MoneyLineView total) {}

    /**
     * @param sum adds up the lines after it, not typed
     * @param adjusted and {@code executed}, {@code forecast}: as typed, amounts of a sum printed
     * @param percent executed ÷ plan of the period
     * @param ofYear executed ÷ adjusted budget
     */
    public record MoneyLineView(
            String id,
            String item,
            boolean sum,
            String initial,
            String adjusted,
            String halfPlan,
            String executed,
            String forecast,
            State state,
            @Nullable String percent,
            @Nullable String ofYear,
            List<Said> explanations) {}
}
