package org.jixiao.target;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jixiao.base.Finding;
import org.jixiao.base.Messages;
import org.jspecify.annotations.Nullable;

/**
 * A section's targets as a page or {@code /api} shows them: values as printed beside their parsed parts, what the rules
 * found, last year's figures, and what changed since the submission before or, of an adjustment, in force.
 *
 * @param state DECLARING or IN_FORCE
 * @param round of the submission that the changes are counted from, 0 when there is none
 * @param levels level 1 names of the year, in printed order
 * @param unitPart null unless this section carries it
 * @param adjustment why it is to change, of an adjustment
 * @param questions rows that do not go together with others, with the answers, for the coordinator and who examines next
 */
public record SheetPage(
        String unit,
        String unitName,
        int year,
        String section,
        String sectionName,
        String state,
        int version,
        @Nullable LocalDate inForceFrom,
        int round,
        String duty,
        List<String> levels,
        List<String> words,
        List<String> keyWorks,
        List<Row> rows,
        List<Removed> removed,
        @Nullable UnitView unitPart,
        @Nullable Adjusted adjustment,
        List<Found> findings,
        List<Questions.Question> questions) {

    /** The same rows read against last year's targets instead. */
    public SheetPage againstLastYear() {
        return new SheetPage(
                unit, unitName, year, section, sectionName, state, version, inForceFrom, round, duty, levels, words, keyWorks,
                rows.stream().map(Row::againstLastYear).toList(),
                List.of(), unitPart, adjustment, findings, questions);
    }


    /** @param change null when the row stands as it was submitted before */
    public record Row(
            UUID id,
            UUID indicator,
            int seq,
            String level1,
            String level2,
            String duty,
            String keyWork,
            String name,
            String halfText,
            String annualText,
            Value half,
            Value annual,
            Measure measure,
            @Nullable Direction direction,
            String tolerance,
            String baseline,
            String weight,
            boolean notApplicable,
            String notApplicableReason,
            List<String> uncertain,
            String explanation,
            @Nullable LastYear lastYear,
            @Nullable Change change) {

        static Row of(DraftRow r, @Nullable LastYear lastYear, @Nullable Change change) {
            return new Row(
                    r.id(), r.indicator(), r.seq(), r.level1(), r.level2(), r.duty(), r.keyWork(), r.name(), r.halfText(),
                    r.annualText(), Value.of(r.halfText()), Value.of(r.annualText()), r.measure(), r.direction(),
                    r.tolerance(), r.baseline(), r.weight(), r.notApplicable(), r.notApplicableReason(),
                    r.uncertain().stream().sorted().toList(), r.explanation(), lastYear, change);
        }

        /** Its annual target read against last year's: new without one, changed where it differs. */
        Row againstLastYear() {
            Change since = lastYear == null
                    ? new Change(true, Map.of())
                    : lastYear.target().equals(annualText)
                            ? null
                            : new Change(false, Map.of("annualText", lastYear.target()));
            return new Row(
                    id, indicator, seq, level1, level2, duty, keyWork, name, halfText, annualText, half, annual, measure,
                    direction, tolerance, baseline, weight, notApplicable, notApplicableReason, uncertain, explanation,
                    lastYear, since);
        }

        @JsonIgnore
        public boolean isDuty() {
            return DraftRow.DUTIES.equals(level1.strip());
        }

        /** The old text of a field that changed, else null. */
        public @Nullable String old(String field) {
            return change == null ? null : change.old().get(field);
        }
    }

    public record Value(@Nullable String operator, @Nullable BigDecimal number, String unit, String word) {
        static Value of(String text) {
            var value = TargetValue.parse(text);
            return new Value(
                    value.operator() == null ? null : value.operator().name(), value.number(), value.unit(),
                    value.isWord() ? value.word() : "");
        }
    }

    /** @param version the one in force that it changes */
    public record Adjusted(int version, Adjustment said, @Nullable Change change) {}

    public record LastYear(String target, String actual) {}

    /** @param old field → text in the submission before; of an added row, nothing */
    public record Change(boolean added, Map<String, String> old) {}

    public record Removed(String id, int seq, String name, String halfText, String annualText) {}

    public record UnitView(
            String mainFunctions,
            String orgText,
            String staffingType,
            String authorised,
            String actual,
            String longTermGoal,
            String annualGoal,
            Map<String, String> weights,
            List<String> words,
            List<FundView> funds,
            Sums sums,
            @Nullable Change change) {}

    public record FundView(
            UUID id, String side, String kind, String item, String halfPlan, String annualBudget, @Nullable Change change) {}

    /** The sums a money table must agree on, in 万元 with two decimals. */
    public record Sums(String income, String expenditure, String expenditureHalf, String projects, String projectDetails,
            String projectsHalf, String projectDetailsHalf) {
        static Sums of(Money m) {
            return new Sums(
                    Figures.money(m.income()), Figures.money(m.expenditure()), Figures.money(m.expenditureHalf()),
                    Figures.money(m.projects()), Figures.money(m.projectDetails()), Figures.money(m.projectsHalf()),
                    Figures.money(m.projectDetailsHalf()));
        }
    }

    /** A finding with its sentence. */
    public record Found(
            Finding.Severity severity, String code, @Nullable String row, @Nullable String field, List<String> args, String message) {

        static Found of(Finding f, Messages messages, Locale locale) {
            return new Found(f.severity(), f.code(), f.row(), f.field(), f.args(), messages.finding(locale, f));
        }

        @JsonIgnore
        public Finding finding() {
            return new Finding(severity, code, row, field, args);
        }
    }
}
