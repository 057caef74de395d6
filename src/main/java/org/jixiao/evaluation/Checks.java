package org.jixiao.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jixiao.base.Finding;
import org.jixiao.base.ProductClock;
import org.jixiao.target.Measure;
import org.jixiao.target.TargetRow;
import org.jixiao.target.TargetValue;

/** What must be mended before a self-evaluation is submitted, and what its reader should know. */
final class Checks {

    /** The row under which findings of the money stand. */
    static final String MONEY = "money";

    private final Sheet sheet;
    private final LocalDate today;
    private final List<Finding> found = new ArrayList<>();

    private Checks(Sheet sheet, LocalDate today) {
        this.sheet = sheet;
        this.today = today;
    }

    static List<Finding> of(Sheet sheet, LocalDate today) {
        Checks checks = new Checks(sheet, today);
        if (sheet.evaluation().loop() > 0) checks.day();
        sheet.lines().stream().filter(Line::open).forEach(checks::line);
        if (sheet.moneyOpen()) checks.money();
        return List.copyOf(checks.found);
    }

    private void error(String code, Line line, String field, String... args) {
        found.add(Finding.error("evaluation." + code, line.id(), field, args));
    }

    private void warning(String code, Line line, String field, String... args) {
        found.add(Finding.warning("evaluation." + code, line.id(), field, args));
    }

    private void day() {
        LocalDate day = RectificationItem.day(sheet.asOf());
        LocalDate last = decidedFigures();
        if (day == null) {
            found.add(Finding.error("evaluation.as-of-missing", null, "asOf"));
        } else if (!day.isAfter(last) || day.isAfter(today)) {
            found.add(Finding.error("evaluation.as-of", null, "asOf", last.toString(), today.toString()));
        }
    }

    /** The period's last day; of a period opened early and decided before it ended, the day before the decision. */
    private LocalDate decidedFigures() {
        Evaluation e = sheet.evaluation();
        LocalDate end = e.period().end(e.year());
        if (e.decidedAt() == null) return end;
        LocalDate decided = ProductClock.local(e.decidedAt()).toLocalDate().minusDays(1);
        return decided.isBefore(end) ? decided : end;
    }

    private void line(Line line) {
        Judgement judged = line.judgement();
        if (judged.state() == State.NOT_APPLICABLE) {
            if (judged.flagged() && line.figures().reason().isBlank()) error("not-applicable", line, "reason");
            return;
        }
        if (!line.row().executionRate() && judged.state() != State.NOT_DUE) reported(line);
        if (judged.state().off()) behind(line);
        Figures figures = line.figures();
        if (judged.flagged() && figures.reason().isBlank()) {
            Explanation flag = judged.why().get(judged.why().size() - 1);
            warning(flag.code().equals("over") ? "over" : "above", line, "reason", flag.args().toArray(String[]::new));
        }
        if (sheet.evaluation().period() == Period.HALF_YEAR) outlook(line);
        if (line.carried() != null && figures.remark().isBlank()) warning("carried", line, "remark");
    }

    private void reported(Line line) {
        TargetRow row = line.row();
        TargetValue target = target(row);
        boolean word = row.measure() == Measure.QUALITATIVE
                || row.measure() != Measure.MILESTONE && target.isWord();
        if (word) {
            qualitative(line);
        } else if (line.figures().unreported()) {
            error("actual-missing", line, "actual");
        } else if (!target.isWord()) {
            number(line, target);
        }
    }

    private TargetValue target(TargetRow row) {
        boolean half = sheet.evaluation().period() == Period.HALF_YEAR && row.measure() != Measure.MILESTONE;
        return TargetValue.parse(half ? row.halfText() : row.annualText());
    }

    private void qualitative(Line line) {
        Figures figures = line.figures();
        String word = figures.actual().strip();
        if (word.isEmpty()) {
            error("word-missing", line, "actual");
        } else if (!sheet.words().contains(word)) {
            error("word-unknown", line, "actual", word, String.join("、", sheet.words()));
        }
        BigDecimal band = Figures.number(figures.band());
        if (band == null || Judge.outside(band)) error("band", line, "band");
        if (figures.basis().isBlank()) error("basis-missing", line, "basis");
    }

    private void number(Line line, TargetValue target) {
        Figures figures = line.figures();
        boolean parts = !figures.numerator().isBlank() || !figures.denominator().isBlank();
        if (parts) {
            part(line, "numerator", figures.numerator());
            part(line, "denominator", figures.denominator());
            zeroDenominator(line);
            return;
        }
        TargetValue typed = figures.read().typed();
        if (typed.number() == null || typed.operator() != null) {
            error("actual-unreadable", line, "actual", figures.actual());
        } else if (!typed.unit().isEmpty() && !typed.unit().equals(target.unit())) {
            error("unit", line, "actual", typed.unit(), target.unit());
        } else if (line.row().measure() == Measure.RATE) {
            warning("parts-missing", line, "numerator");
        }
    }

    private void zeroDenominator(Line line) {
        BigDecimal numerator = Figures.number(line.figures().numerator());
        BigDecimal denominator = Figures.number(line.figures().denominator());
        if (numerator != null && denominator != null && denominator.signum() == 0) {
            error("zero-denominator", line, "denominator", Printed.plain(numerator));
        }
    }

    private void part(Line line, String field, String text) {
        if (Figures.number(text) == null) error(field + "-missing", line, field);
    }

    private void behind(Line line) {
        Figures figures = line.figures();
        boolean category = false;
        for (var known : Figures.ReasonCategory.values()) category |= known.name().equals(figures.reasonCategory());
        if (!category) error("reason-category", line, "reasonCategory");
        if (figures.reason().isBlank()) error("reason", line, "reason");
        if (figures.correctiveMeasure().isBlank()) error("measure", line, "correctiveMeasure");
        if (line.judgement().state() == State.MISSED
                && line.files(sheet.evaluation().loop()) == 0) {
            error("evidence", line, "evidence");
        }
    }

    /** What the section expects of the whole year. */
    private void outlook(Line line) {
        Figures figures = line.figures();
        if (figures.forecast().isBlank()) {
            if (!line.row().executionRate()) warning("forecast-missing", line, "forecast");
        } else {
            TargetValue annual = TargetValue.parse(line.row().annualText());
            BigDecimal expected = TargetValue.parse(figures.forecast().strip()).number();
            boolean counts = annual.number() != null && expected != null;
            if (counts
                    && Rule.apply(annual, line.row().direction(), line.row().tolerance(), Fraction.of(expected))
                                    .state()
                            != State.MET) {
                warning("forecast-short", line, "forecast", figures.forecast().strip(), line.row().annualText());
            }
        }
        boolean known = figures.attainability().isBlank();
        for (var word : Figures.Attainability.values()) known |= word.name().equals(figures.attainability());
        if (!known) error("attainability", line, "attainability");
    }

    /** Under {@link #MONEY}, the field is line id/field, as in {@link SheetChanges}. */
    private void money() {
        for (MoneyLine leaf : sheet.money().leaves()) {
            Money money = leaf.money();
            String item = leaf.fund().item();
            BigDecimal executed = money.executed();
            if (leaf.typed().executed().isBlank()) {
                money("money-missing", leaf, "executed", item);
            } else if (executed == null || executed.signum() < 0) {
                money("money-unreadable", leaf, "executed", item, leaf.typed().executed());
            } else if (executed.compareTo(money.adjusted()) > 0) {
                found.add(Finding.warning(
                        "evaluation.money-over",
                        MONEY,
                        field(leaf, "executed"),
                        item,
                        Printed.amount(executed),
                        Printed.amount(money.adjusted())));
            }
            unreadable(leaf, "adjusted", leaf.typed().adjusted());
            unreadable(leaf, "forecast", leaf.typed().forecast());
        }
    }

    private void unreadable(MoneyLine leaf, String field, String text) {
        if (!text.isBlank() && Figures.number(text) == null)
            money("money-unreadable", leaf, field, leaf.fund().item(), text);
    }

    private void money(String code, MoneyLine leaf, String field, String... args) {
        found.add(Finding.error("evaluation." + code, MONEY, field(leaf, field), args));
    }

    private static String field(MoneyLine leaf, String field) {
        return leaf.fund().id() + "/" + field;
    }
}
