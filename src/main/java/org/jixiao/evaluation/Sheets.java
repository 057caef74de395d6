package org.jixiao.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jixiao.evaluation.Evaluations.Kept;
import org.jixiao.target.TargetRow;
import org.jixiao.target.Targets;
import org.jixiao.workflow.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts a self-evaluation together: targets in force, figures, money, evidence, and what the rules say of them. */
@Component
class Sheets {

    private final Evaluations evaluations;
    private final RectificationItems items;
    private final EvidenceFiles files;
    private final Targets targets;
    private final ObjectProvider<Cases> cases;

    Sheets(
            Evaluations evaluations,
            RectificationItems items,
            EvidenceFiles files,
            Targets targets,
            ObjectProvider<Cases> cases) {
        this.evaluations = evaluations;
        this.items = items;
        this.files = files;
        this.targets = targets;
        this.cases = cases;
    }

    /** The stored one, or one not begun yet. */
    Evaluation evaluation(String unit, int year, String section, Period period) {
        return evaluations
                .find(unit, year, section, period)
                .orElseGet(() -> Evaluation.begin(unit, year, section, period));
    }

    /** Whether the unit has that year, and the section rows in it or the unit's money to keep. */
    boolean exists(String unit, int year, String section) {
        return targets.coordinatingSection(unit, year).filter(section::equals).isPresent()
                || targets.plan(unit, year).isPresent()
                        && targets.current(unit, year).stream()
                                .anyMatch(row -> row.section().equals(section));
    }

    Sheet sheet(Evaluation e) {
        Common common = common(e.unit(), e.year(), e.period());
        return sheet(e, common, stored(List.of(e), common));
    }

    /**
     * What all sections of a unit's period share, read once for a whole board.
     *
     * @param typedMoney loop → fund line, by the section that keeps it
     * @param money as the other sections see it
     */
    record Common(
            String unit,
            int year,
            Period period,
            @Nullable String coordinating,
            Set<String> words,
            Weights weights,
            List<TargetRow> rows,
            List<Targets.FundLine> funds,
            Map<Integer, Map<UUID, MoneyLine.Typed>> typedMoney,
            MoneyTable money) {}

    Common common(String unit, int year, Period period) {
        LocalDate end = period.end(year);
        String coordinating = targets.coordinatingSection(unit, year).orElse(null);
        var plan = targets.plan(unit, year);
        List<TargetRow> inForce = targets.inForce(unit, year, end);
        List<Targets.FundLine> funds = targets.funds(unit, year);
        Evaluation keeper = coordinating == null
                ? null
                : evaluations.find(unit, year, coordinating, period).orElse(null);
        var typed = keeper == null ? Map.<Integer, Map<UUID, MoneyLine.Typed>>of() : evaluations.money(keeper.id());
        return new Common(
                unit,
                year,
                period,
                coordinating,
                plan.map(Targets.YearPlan::words).orElse(Set.of()),
                Weights.of(
                        withDraftsOfOthers(inForce, unit, year),
                        plan.map(Targets.YearPlan::weights).orElse(Map.of())),
                inForce,
                funds,
                typed,
                unitMoney(funds, keeper, typed));
    }

    /** Weights are split over the unit's whole table; a section still declaring counts with what it has declared. */
    private List<TargetRow> withDraftsOfOthers(List<TargetRow> inForce, String unit, int year) {
        Set<String> sections = inForce.stream().map(TargetRow::section).collect(Collectors.toSet());
        List<TargetRow> all = new ArrayList<>(inForce);
        targets.current(unit, year).stream()
                .filter(row -> !sections.contains(row.section()))
                .forEach(all::add);
        return all;
    }

    Sheet sheet(Evaluation e, Common common, Stored stored) {
        return sheet(e, common, stored, null);
    }

    /** As the section last submitted it. */
    Sheet submitted(Evaluation e, Common common, Stored stored) {
        return sheet(e, common, stored, lastSubmission(e));
    }

    /**
     * What is stored of self-evaluations of one unit's period, each kind read in one statement; all by evaluation.
     *
     * @param rows indicator → loop
     * @param carried section → indicator → left open by the half year
     */
    record Stored(
            Map<UUID, Map<UUID, TreeMap<Integer, Kept>>> rows,
            Map<UUID, Map<Integer, String>> days,
            Map<UUID, List<Evidence>> files,
            Map<UUID, List<RectificationItem>> items,
            Map<String, Map<UUID, RectificationItem>> carried) {}

    Stored stored(List<Evaluation> all, Common common) {
        List<UUID> ids = all.stream().map(Evaluation::id).toList();
        return new Stored(
                evaluations.rows(ids),
                evaluations.days(ids),
                files.of(ids).stream().collect(Collectors.groupingBy(f -> Objects.requireNonNull(f.evaluation()))),
                items.of(ids).stream().collect(Collectors.groupingBy(RectificationItem::evaluation)),
                common.period() == Period.FULL_YEAR ? carried(common) : Map.of());
    }

    Submitted lastSubmission(Evaluation e) {
        String caseId = e.caseId();
        if (caseId == null) return Submitted.NOTHING;
        return cases.getObject()
                .submission(caseId, 0)
                .filter(s -> s.content().path("loop").asInt() == e.loop())
                .map(Submitted::of)
                .orElse(Submitted.NOTHING);
    }

    private Sheet sheet(Evaluation e, Common common, Stored stored, @Nullable Submitted as) {
        boolean keeps = e.section().equals(common.coordinating());
        Map<Integer, Map<UUID, MoneyLine.Typed>> typedMoney = keeps ? new TreeMap<>(common.typedMoney()) : Map.of();
        if (as != null && keeps) typedMoney.replaceAll((loop, typed) -> loop == e.loop() ? as.money() : typed);
        // A section looks at the unit's money once its own targets are in force, not while it still declares.
        boolean shared = common.rows().stream().anyMatch(r -> r.section().equals(e.section()));
        MoneyTable money =
                keeps ? money(common, typedMoney, e.loop()) : shared ? common.money() : MoneyTable.EMPTY;
        Map<UUID, TreeMap<Integer, Kept>> kept = stored.rows().getOrDefault(e.id(), Map.of());
        Map<UUID, List<Evidence>> evidence = stored.files().getOrDefault(e.id(), List.of()).stream()
                .filter(f -> f.indicator() != null)
                .filter(f -> as == null || f.loop() == null || f.loop() != e.loop() || as.holds(f))
                .collect(Collectors.groupingBy(Evidence::indicator));
        List<RectificationItem> all = stored.items().getOrDefault(e.id(), List.of());
        Map<UUID, RectificationItem> carried = stored.carried().getOrDefault(e.section(), Map.of());
        Map<Integer, String> days = new TreeMap<>(stored.days().getOrDefault(e.id(), Map.of()));
        if (as != null) days.put(e.loop(), as.asOf());
        List<Line> lines = new ArrayList<>();
        for (TargetRow row : rows(e, common, kept)) {
            var loops = new TreeMap<>(kept.getOrDefault(row.indicator(), new TreeMap<>()));
            RectificationItem item = item(all, row, e.loop());
            if (as != null && (e.loop() == 0 || item != null)) {
                loops.put(e.loop(), new Kept(as.figures().getOrDefault(row.indicator(), Figures.BLANK), null));
            }
            var reading = new Reading(e, row, common, days, loops);
            lines.add(line(
                    reading,
                    loop -> loop == e.loop() || !keeps ? money : money(common, typedMoney, loop),
                    typedMoney.keySet(),
                    evidence.getOrDefault(row.indicator(), List.of()),
                    item,
                    carried.get(row.indicator())));
        }
        boolean moneyOpen = keeps
                && e.phase() != Evaluation.Phase.CLOSED
                && (e.loop() == 0
                        || lines.stream().anyMatch(line -> line.open() && line.row().executionRate()));
        return new Sheet(e, day(e, days, e.loop()), List.copyOf(lines), keeps, moneyOpen, money, common.words());
    }

    /** The targets in force, or once the bureau has decided those it was decided by. */
    private static List<TargetRow> rows(Evaluation e, Common common, Map<UUID, TreeMap<Integer, Kept>> kept) {
        List<TargetRow> decided = kept.values().stream()
                .map(loops -> loops.getOrDefault(e.lastDecided(), Kept.NOTHING).decided())
                .filter(Objects::nonNull)
                .map(Decided::row)
                .sorted(Comparator.comparingInt(TargetRow::seq))
                .toList();
        if (!decided.isEmpty()) return decided;
        return common.rows().stream()
                .filter(row -> row.section().equals(e.section()))
                .toList();
    }

    private record Reading(
            Evaluation e, TargetRow row, Common common, Map<Integer, String> days, TreeMap<Integer, Kept> kept) {

        Figures at(int loop) {
            return kept.getOrDefault(loop, Kept.NOTHING).figures();
        }

        @Nullable Decided decided(int loop) {
            return loop > e.lastDecided() ? null : kept.getOrDefault(loop, Kept.NOTHING).decided();
        }

        Judgement judge(int loop, MoneyTable money) {
            Decided decided = decided(loop);
            return decided != null
                    ? decided.judgement()
                    : new Judge(e.period(), common.words(), money.total()).judge(row, at(loop).read());
        }

        Score score(boolean open, Judgement shown) {
            Decided last = decided(e.lastDecided());
            if (last == null) return Score.of(shown, common.weights().of(row));
            return open ? Score.of(shown, last.score().weight()) : last.score();
        }
    }

    private interface MoneyOf {
        MoneyTable loop(int loop);
    }

    private Line line(
            Reading reading,
            MoneyOf money,
            Set<Integer> moneyLoops,
            List<Evidence> evidence,
            @Nullable RectificationItem item,
            @Nullable RectificationItem carried) {
        Evaluation e = reading.e();
        TargetRow row = reading.row();
        boolean open = e.phase() != Evaluation.Phase.CLOSED && (e.loop() == 0 || item != null);
        List<Line.Earlier> earlier = new ArrayList<>();
        for (int loop = 0; loop < e.loop(); loop++) {
            if (!reported(reading, loop, moneyLoops)) continue;
            earlier.add(new Line.Earlier(
                    loop, day(e, reading.days(), loop), reading.at(loop), reading.judge(loop, money.loop(loop))));
        }
        boolean here = e.loop() == 0 || reported(reading, e.loop(), moneyLoops);
        Judgement own = here
                ? reading.judge(e.loop(), money.loop(e.loop()))
                : Judgement.plain(State.MISSING, Explanation.of("missing"));
        Judgement standing =
                here || earlier.isEmpty() ? own : earlier.get(earlier.size() - 1).judgement();
        Judgement shown = open ? own : standing;
        Figures figures =
                here || open || earlier.isEmpty() ? reading.at(e.loop()) : earlier.get(earlier.size() - 1).figures();
        List<Evidence> until = evidence.stream()
                .filter(f -> f.loop() != null && f.loop() <= e.loop())
                .toList();
        return new Line(
                row,
                figures,
                shown,
                standing,
                reading.score(open, shown),
                List.copyOf(earlier),
                until,
                open,
                item,
                carried);
    }

    private static boolean reported(Reading reading, int loop, Set<Integer> moneyLoops) {
        return reading.row().executionRate()
                ? loop == 0 || moneyLoops.contains(loop)
                : !reading.at(loop).unreported() || loop == 0;
    }

    static String day(Evaluation e, Map<Integer, String> days, int loop) {
        return loop == 0 ? e.period().end(e.year()).toString() : days.getOrDefault(loop, "");
    }

    private static @Nullable RectificationItem item(List<RectificationItem> items, TargetRow row, int loop) {
        return items.stream()
                .filter(i -> i.loop() == loop && i.indicator().equals(row.indicator()))
                .findFirst()
                .orElse(null);
    }

    private Map<String, Map<UUID, RectificationItem>> carried(Common common) {
        Map<UUID, String> halves = evaluations.ofYear(common.unit(), common.year()).stream()
                .filter(e -> e.period() == Period.HALF_YEAR)
                .collect(Collectors.toMap(Evaluation::id, Evaluation::section));
        Map<String, Map<UUID, RectificationItem>> carried = new HashMap<>();
        for (RectificationItem item : items.of(halves.keySet())) {
            if (item.outcome() != RectificationItem.Outcome.CARRIED) continue;
            carried.computeIfAbsent(halves.get(item.evaluation()), section -> new HashMap<>())
                    .put(item.indicator(), item);
        }
        return carried;
    }

    private static MoneyTable money(Common common, Map<Integer, Map<UUID, MoneyLine.Typed>> typed, int loop) {
        return money(common.funds(), typed, loop);
    }

    private static MoneyTable money(
            List<Targets.FundLine> funds, Map<Integer, Map<UUID, MoneyLine.Typed>> typed, int loop) {
        Map<UUID, MoneyLine.Typed> latest = new HashMap<>();
        new TreeMap<>(typed).headMap(loop, true).values().forEach(latest::putAll);
        return MoneyTable.of(funds, latest);
    }

    /** The unit's money of the period itself, as others than its keeper see it: once it was submitted. */
    private MoneyTable unitMoney(
            List<Targets.FundLine> funds,
            @Nullable Evaluation keeper,
            Map<Integer, Map<UUID, MoneyLine.Typed>> typed) {
        if (keeper == null || keeper.submittedLoop() < 0) return MoneyTable.of(funds, Map.of());
        return keeper.loop() == 0 && keeper.reopened()
                ? MoneyTable.of(funds, lastSubmission(keeper).money())
                : money(funds, typed, 0);
    }
}
