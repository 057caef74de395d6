package org.jixiao.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.organisation.Section;
import org.jixiao.organisation.Unit;
import org.jixiao.target.AdjustmentProcess;
import org.jixiao.target.Openings;
import org.jixiao.target.Stage;
import org.jixiao.target.TargetRow;
import org.jixiao.target.Targets;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Cases.StepState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The board of a unit's year, for whoever holds a post in the unit; rows' lights only as far as each may read. */
@Service
@Transactional(readOnly = true)
public class Board {

    private final Targets targets;
    private final Organisation organisation;
    private final Posts posts;
    private final Cases cases;
    private final Sheets sheets;
    private final Evaluations evaluations;
    private final Readers readers;
    private final Views views;
    private final BoardSteps steps;
    private final ProductClock clock;
    private final Openings openings;

    Board(
            Targets targets,
            Organisation organisation,
            Posts posts,
            Cases cases,
            Sheets sheets,
            Evaluations evaluations,
            Readers readers,
            Views views,
            BoardSteps steps,
            ProductClock clock,
            Openings openings) {
        this.targets = targets;
        this.organisation = organisation;
        this.posts = posts;
        this.cases = cases;
        this.sheets = sheets;
        this.evaluations = evaluations;
        this.readers = readers;
        this.views = views;
        this.steps = steps;
        this.clock = clock;
        this.openings = openings;
    }

    public BoardView of(Actor reader, String unit, int year) {
        Unit known = organisation.unit(unit).orElseThrow(Refusal::forbidden);
        Readers.Seat seat = readers.seat(unit, reader);
        if (!seat.member()) throw Refusal.forbidden();
        var plan = targets.plan(unit, year).orElseThrow(Refusal::forbidden);
        List<TargetRow> rows = targets.current(unit, year);
        List<Section> sections = sections(unit, rows);
        List<StepState> all = cases.steps(unit, year);
        var by = BoardSteps.Looking.at(reader, seat, posts.of(unit), openings.ofYear(unit, year));
        List<BoardView.StageView> stages = new ArrayList<>();
        stages.add(targetsStage(by, sections, rows, all));
        Map<String, Evaluation> stored = evaluations.ofYear(unit, year).stream()
                .collect(Collectors.toMap(e -> e.period() + "/" + e.section(), Function.identity()));
        for (Period period : Period.values()) stages.add(stage(by, unit, year, period, sections, all, stored));
        return new BoardView(
                unit,
                known.name(),
                year,
                plan.state(),
                clock.today(),
                plan.halfYearDate(),
                plan.yearEndDate(),
                seat.is(PostKind.COORDINATOR),
                stages);
    }

    /** Years of the unit that are open to look at, the latest first. */
    public List<Integer> years(Actor reader, String unit) {
        if (!readers.seat(unit, reader).member()) throw Refusal.forbidden();
        return targets.years(unit);
    }

    private List<Section> sections(String unit, List<TargetRow> rows) {
        LocalDate today = clock.today();
        Map<String, Section> sections = new LinkedHashMap<>();
        organisation.sections(unit, today).forEach(s -> sections.put(s.code(), s));
        rows.stream().map(TargetRow::section).distinct().forEach(code -> {
            if (!sections.containsKey(code)) {
                organisation.section(unit, code).ifPresent(s -> sections.put(code, s));
            }
        });
        return List.copyOf(sections.values());
    }

    private BoardView.StageView targetsStage(
            BoardSteps.Looking by, List<Section> sections, List<TargetRow> rows, List<StepState> all) {
        List<StepState> declared = all.stream()
                .filter(s -> s.period() == null && s.section() != null && !AdjustmentProcess.KEY.equals(s.process()))
                .toList();
        List<BoardView.SectionRow> lines = new ArrayList<>();
        for (Section section : sections) {
            var own = steps.of(by, BoardSteps.TARGETS, section(declared, section.code()), null, true);
            int count = (int) rows.stream().filter(r -> r.section().equals(section.code())).count();
            lines.add(new BoardView.SectionRow(
                    section.code(),
                    section.name(),
                    own.cells(),
                    true,
                    count,
                    Map.of(),
                    List.of(),
                    own.owes(),
                    own.finished(),
                    false,
                    null,
                    null));
        }
        return stage(Stage.TARGETS, !declared.isEmpty(), BoardSteps.TARGETS, lines, null, null);
    }

    private BoardView.StageView stage(
            BoardSteps.Looking by,
            String unit,
            int year,
            Period period,
            List<Section> sections,
            List<StepState> all,
            Map<String, Evaluation> stored) {
        List<StepState> its = all.stream()
                .filter(s -> period.name().equals(s.period()))
                .toList();
        List<BoardView.Column> columns = period == Period.HALF_YEAR ? BoardSteps.HALF_YEAR : BoardSteps.FULL_YEAR;
        Sheets.Common common = its.isEmpty() ? null : sheets.common(unit, year, period);
        Map<String, Seen> readable = common == null ? Map.of() : readable(by, common, sections, all, its, stored);
        List<BoardView.SectionRow> lines = new ArrayList<>();
        List<Score> scores = new ArrayList<>();
        boolean complete = common != null;
        for (Section section : sections) {
            Evaluation e = stored.get(period + "/" + section.code());
            var own = steps.of(by, columns, section(its, section.code()), e, e != null);
            Seen seen = readable.get(section.code());
            Sheet sheet = seen == null ? null : seen.sheet();
            boolean closed = e != null && e.phase() == Evaluation.Phase.CLOSED;
            complete &= closed && sheet != null;
            if (sheet != null) sheet.lines().forEach(line -> scores.add(line.score()));
            lines.add(row(section, own, sheet, e));
        }
        String total = complete && Score.total(scores) != null
                ? Objects.requireNonNull(Score.total(scores)).toPlainString()
                : null;
        return stage(
                Stage.valueOf(period.name()),
                !its.isEmpty(),
                columns,
                lines,
                common == null ? null : money(common, readable),
                total);
    }

    private static BoardView.SectionRow row(
            Section section, BoardSteps.Track own, @Nullable Sheet sheet, @Nullable Evaluation e) {
        List<BoardView.Mark> marks = sheet == null
                ? List.of()
                : sheet.lines().stream()
                        .map(line -> new BoardView.Mark(
                                line.id(),
                                line.row().seq(),
                                line.row().name(),
                                line.standing().state()))
                        .toList();
        var total = sheet == null ? null : sheet.total();
        boolean graded = total != null && sheet.evaluation().period() == Period.FULL_YEAR;
        return new BoardView.SectionRow(
                section.code(),
                section.name(),
                own.cells(),
                sheet != null,
                marks.size(),
                sheet == null ? Map.of() : sheet.counts(),
                marks,
                own.owes(),
                own.finished(),
                e != null && e.accepted(),
                total == null ? null : total.toPlainString(),
                graded ? Grade.of(total) : null);
    }

    private static List<StepState> section(List<StepState> steps, String section) {
        return steps.stream().filter(s -> section.equals(s.section())).toList();
    }

    private record Seen(Readers.Reach reach, Sheet sheet) {}

    /** The sheets that the reader may see, by section; a section that has not begun has none. */
    private Map<String, Seen> readable(
            BoardSteps.Looking by,
            Sheets.Common common,
            List<Section> sections,
            List<StepState> all,
            List<StepState> its,
            Map<String, Evaluation> stored) {
        Map<Evaluation, Readers.Reach> reaches = new LinkedHashMap<>();
        for (Section section : sections) {
            if (section(its, section.code()).isEmpty()) continue;
            Evaluation e = stored.getOrDefault(
                    common.period() + "/" + section.code(),
                    Evaluation.begin(common.unit(), common.year(), section.code(), common.period()));
            var reach = readers.reach(e, by.seat(), () -> all);
            if (reach != Readers.Reach.NONE) reaches.put(e, reach);
        }
        Sheets.Stored kept = sheets.stored(List.copyOf(reaches.keySet()), common);
        Map<String, Seen> readable = new HashMap<>();
        reaches.forEach(
                (e, reach) -> readable.put(e.section(), new Seen(reach, readers.sheet(e, reach, common, kept))));
        return readable;
    }

    /** The unit's money once its keeper submitted it; its draft to those who may read that. */
    private SheetView.MoneyView money(Sheets.Common common, Map<String, Seen> readable) {
        Seen keeper = common.coordinating() == null ? null : readable.get(common.coordinating());
        boolean draft = keeper != null && keeper.reach() == Readers.Reach.ALL;
        return views.money(draft ? keeper.sheet().money() : common.money(), common.period(), false, false);
    }

    private static BoardView.StageView stage(
            Stage stage,
            boolean opened,
            List<BoardView.Column> columns,
            List<BoardView.SectionRow> lines,
            SheetView.@Nullable MoneyView money,
            @Nullable String score) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        lines.forEach(line -> line.counts().forEach((state, n) -> counts.merge(state, n, Integer::sum)));
        int done = (int) lines.stream().filter(l -> l.finished() != null).count();
        int overdue = (int) lines.stream()
                .filter(l -> l.owes().stream().anyMatch(o -> o.left() < 0))
                .count();
        int rectify = columns.indexOf(BoardView.Column.RECTIFY);
        Set<BoardView.CellState> going =
                Set.of(BoardView.CellState.ACTIVE, BoardView.CellState.RETURNED, BoardView.CellState.OVERDUE);
        int rectifying = rectify < 0
                ? 0
                : (int) lines.stream()
                        .filter(l -> going.contains(l.cells().get(rectify).state()))
                        .count();
        boolean graded = score != null && stage == Stage.FULL_YEAR;
        return new BoardView.StageView(
                stage,
                opened,
                done,
                overdue,
                rectifying,
                columns,
                lines,
                counts,
                money,
                score,
                graded ? Grade.of(new java.math.BigDecimal(score)) : null);
    }
}
