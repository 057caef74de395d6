package org.jixiao.target;

import static org.jixiao.target.Figures.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Finds rows that do not go together, within a sheet and across sections: one thing under two figures, one matter at
 * two paces, a rate that its own count belies. Nothing here is an error: there may be a good answer, and it is asked for.
 */
final class Contradictions {

    /** Below it two names are two things: 苏周到… and 苏商通累计接入部门服务 share 0.7 of their pairs. */
    private static final double ALIKE = 0.75;

    private static final int SHORTEST_NAME = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Likeness likeness = new Likeness();

    /** Of each row against its own sheet's and the others' rows, in the order of the rows. */
    static List<Contradiction> of(List<DraftRow> own, List<DraftRow> others) {
        var finder = new Contradictions();
        var all = Stream.concat(own.stream(), others.stream()).filter(Contradictions::counts).toList();
        var found = new ArrayList<Contradiction>();
        for (DraftRow row : own)
            if (counts(row))
                for (DraftRow other : all)
                    if (!other.id().equals(row.id())) finder.between(row, other).ifPresent(found::add);
        return found;
    }

    private static boolean counts(DraftRow row) {
        return !row.notApplicable() && row.annual().number() != null;
    }

    /** The first that holds. */
    private Optional<Contradiction> between(DraftRow row, DraftRow other) {
        return Stream.<BiFunction<DraftRow, DraftRow, Optional<Contradiction>>>of(
                        this::alike, this::pace, this::rateOfCount, this::countOfRate)
                .flatMap(rule -> rule.apply(row, other).stream())
                .findFirst();
    }

    /** One name, or nearly, and two figures for the year. */
    private Optional<Contradiction> alike(DraftRow row, DraftRow other) {
        TargetValue a = row.annual();
        TargetValue b = other.annual();
        if (!a.unit().equals(b.unit()) || a.number().compareTo(b.number()) == 0 || twice(row, other)) return Optional.empty();
        if (!oneName(Terms.COUNT_SUFFIX.stripEnd(row.name().strip()), Terms.COUNT_SUFFIX.stripEnd(other.name().strip())))
            return Optional.empty();
        BigDecimal more = a.number().max(b.number());
        BigDecimal less = a.number().min(b.number());
        return found("rows.alike", row, other, "name", plain(more) + " − " + plain(less) + " = " + plain(more.subtract(less)), a.unit());
    }

    /** The same row written twice is a rule of its own. */
    private static boolean twice(DraftRow a, DraftRow b) {
        return a.section().equals(b.section()) && a.name().strip().equals(b.name().strip())
                && a.keyWork().strip().equals(b.keyWork().strip());
    }

    private boolean oneName(String a, String b) {
        return Math.min(a.length(), b.length()) >= SHORTEST_NAME && likeness.of(a, b) >= ALIKE;
    }

    /** Two shares of one matter that end the year alike: one all done at half year, the other half way. */
    private Optional<Contradiction> pace(DraftRow row, DraftRow other) {
        if (!grows(row) || !grows(other) || row.annual().number().compareTo(other.annual().number()) != 0) return Optional.empty();
        BigDecimal a = row.half().number();
        BigDecimal b = other.half().number();
        BigDecimal all = row.annual().number();
        if (a.compareTo(b) == 0 || a.max(b).compareTo(all) != 0 || !oneMatter(row, other)) return Optional.empty();
        String difference = plain(a.max(b)) + " − " + plain(a.min(b)) + " = " + plain(a.subtract(b).abs());
        return found("rates.pace", row, other, "halfText", row.half().text().strip(), other.half().text().strip(), difference);
    }

    /** A level is kept all year and has no pace. */
    private static boolean grows(DraftRow row) {
        return share(row) && row.measure() != Measure.LEVEL;
    }

    private boolean oneMatter(DraftRow row, DraftRow other) {
        return likeness.shared(row.name(), other.name()).stream().anyMatch(pair -> !Terms.WORD_GENERAL.has(pair));
    }

    /** A rate whose own count, standing elsewhere, says another figure. */
    private Optional<Contradiction> rateOfCount(DraftRow rate, DraftRow count) {
        return belies(rate, count).flatMap(b -> found("rates." + b.rule(), rate, count, b.field(), b.arithmetic(), b.rate()));
    }

    private Optional<Contradiction> countOfRate(DraftRow count, DraftRow rate) {
        return belies(rate, count)
                .flatMap(b -> found("rates." + b.rule() + ".count", count, rate, b.field(), b.arithmetic(), b.rate()));
    }

    private record Belied(String rule, String field, String arithmetic, String rate) {}

    private Optional<Belied> belies(DraftRow rate, DraftRow count) {
        if (!share(rate) || count.annual().unit().equals("%")) return Optional.empty();
        String counted = Terms.COUNT_SUFFIX.stripEnd(count.name().strip());
        if (Terms.WORD_GROWTH.within(rate.name()))
            return oneName(stem(Terms.WORD_GROWTH.stripEnd(rate.name().strip())), counted) ? growth(rate, count) : Optional.empty();
        return oneName(stem(rate.name().strip()), counted) ? numerator(rate, count) : Optional.empty();
    }

    private static String stem(String rate) {
        return Terms.COUNT_SUFFIX.stripEnd(Terms.RATE_SUFFIX.stripEnd(rate));
    }

    /** What is to be done in full this year is done at half year by the share of the count. */
    private static Optional<Belied> numerator(DraftRow rate, DraftRow count) {
        BigDecimal half = count.half().number();
        BigDecimal annual = count.annual().number();
        if (rate.measure() != Measure.RATE || rate.annual().number().compareTo(HUNDRED) != 0) return Optional.empty();
        if (count.measure() != Measure.FLOW || half == null || annual.signum() <= 0) return Optional.empty();
        return differs("numerator", "halfText", half, annual, plain(half) + " ÷ " + plain(annual), rate.half());
    }

    /** From its start to its target a holding grows by what the two say. */
    private static Optional<Belied> growth(DraftRow rate, DraftRow count) {
        BigDecimal start = DraftRow.number(count.baseline());
        BigDecimal annual = count.annual().number();
        if (count.measure() != Measure.STOCK || start == null || start.signum() <= 0) return Optional.empty();
        String shown = "(" + plain(annual) + " − " + plain(start) + ") ÷ " + plain(start);
        return differs("growth", "annualText", annual.subtract(start), start, shown, rate.annual());
    }

    /** Equal at the rate's printed precision is equal. */
    private static Optional<Belied> differs(
            String rule, String field, BigDecimal part, BigDecimal whole, String shown, TargetValue rate) {
        int digits = Math.max(0, rate.number().scale());
        if (Figures.percent(part, whole, digits).compareTo(rate.number().setScale(digits, RoundingMode.HALF_UP)) == 0)
            return Optional.empty();
        String arithmetic = shown + " = " + Figures.percentText(Figures.percent(part, whole, Math.max(2, digits)).stripTrailingZeros());
        return Optional.of(new Belied(rule, field, arithmetic, rate.text().strip()));
    }

    /** A percentage with both its figures. */
    private static boolean share(DraftRow row) {
        return row.annual().unit().equals("%") && row.half().number() != null && row.half().unit().equals("%");
    }

    private static Optional<Contradiction> found(String code, DraftRow row, DraftRow other, String field, String... said) {
        var args = new ArrayList<>(List.of(String.valueOf(other.seq()), other.name().strip()));
        args.addAll(List.of(said));
        return Optional.of(new Contradiction(code, row, other, field, List.copyOf(args)));
    }
}
