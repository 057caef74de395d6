package org.jixiao.target;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.organisation.Section;
import org.jixiao.target.TargetTable.Period;
import org.jixiao.workflow.Processes;
import org.jixiao.workflow.RowScope;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.YearStarts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Opening a unit's year, its dates, and its self-evaluations: the coordinator's acts on the year as a whole. */
@Service
@Transactional
public class Years {

    /** Why a self-evaluation is opened, in characters at most. */
    public static final int WHY = 500;

    private final TargetTables tables;
    private final TargetSheets sheets;
    private final TargetRows rows;
    private final FundLines funds;
    private final OfficialForm form;
    private final TargetReaders readers;
    private final Organisation organisation;
    private final Posts posts;
    private final ObjectProvider<Processes> processes;
    private final ProductClock clock;
    private final ClosingBook closing;
    private final ObjectProvider<YearStarts> starts;
    private final TransactionTemplate transaction;

    Years(TargetTables tables, TargetSheets sheets, TargetRows rows, FundLines funds, OfficialForm form,
            TargetReaders readers, Organisation organisation, Posts posts, ObjectProvider<Processes> processes, ProductClock clock,
            ClosingBook closing, ObjectProvider<YearStarts> starts, TransactionTemplate transaction) {
        this.tables = tables;
        this.sheets = sheets;
        this.rows = rows;
        this.funds = funds;
        this.form = form;
        this.readers = readers;
        this.organisation = organisation;
        this.posts = posts;
        this.processes = processes;
        this.clock = clock;
        this.closing = closing;
        this.starts = starts;
        this.transaction = transaction;
    }

    /**
     * @param halfYearDate day the half-year self-evaluation opens; null: by hand
     * @param yearEndDate day the full-year self-evaluation opens; null: by hand
     * @param coordinatingSection whose sheet carries the unit's part; null: the section of the coordinator
     * @param rows drafts of the sections' rows, by section code
     * @param unitPart the unit's part as {@code /api} writes it, over the empty form; null: the empty form
     */
    public record Opening(
            int year,
            @Nullable LocalDate halfYearDate,
            @Nullable LocalDate yearEndDate,
            @Nullable String coordinatingSection,
            List<DraftRow> rows,
            @Nullable JsonNode unitPart) {}

    /** The dates and openings of a year. */
    public record Dates(
            int year,
            String state,
            @Nullable LocalDate halfYearDate,
            @Nullable LocalDate yearEndDate,
            boolean halfYearOpened,
            boolean fullYearOpened,
            ClosingDays closing) {}

    public boolean coordinates(Actor actor, String unit) {
        return readers.coordinates(actor, unit);
    }

    /** The first year from this one on that the unit has not opened. */
    public int toOpen(String unit) {
        var open = tables.of(unit).stream().map(TargetTable::year).toList();
        int year = clock.today().getYear();
        while (open.contains(year)) year++;
        return year;
    }

    /**
     * Opens the year: its table, a draft per section, and the process that gives each chief a task. Then begins what
     * was drawn to begin with a year; that some of it cannot does not undo the year.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public YearStarts.Begun open(Actor actor, String unit, Opening opening) {
        transaction.executeWithoutResult(t -> openAlone(actor, unit, opening));
        return begin(actor, unit, opening.year());
    }

    /** Begins what is drawn to begin with a year and has not begun in this one, for the sections of the year. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public YearStarts.Begun begin(Actor actor, String unit, int year) {
        mustCoordinate(actor, unit);
        var table = open(unit, year);
        var begun = starts.getObject().begin(unit, year, sheets.sections(table.id()), actor);
        for (var failed : begun.failed())
            processes.getObject().note(table.rootCase(), Verb.OPEN, actor, YearProcess.NOT_BEGUN + ": " + failed.process());
        return begun;
    }

    /** What was to begin with the year and could not when it was tried last, for who may try again. */
    @Transactional(readOnly = true)
    public List<YearStarts.Failed> notBegun(Actor actor, String unit, int year) {
        mustCoordinate(actor, unit);
        return starts.getObject().notBegun(unit, year);
    }

    private void openAlone(Actor actor, String unit, Opening opening) {
        mustCoordinate(actor, unit);
        int year = opening.year();
        if (year < 2000 || year > 2100) throw Refusal.invalid("year.number", String.valueOf(year));
        if (tables.find(unit, year).isPresent()) throw Refusal.invalid("year.exists", String.valueOf(year));
        mustBeToCome(opening.halfYearDate(), null);
        mustBeToCome(opening.yearEndDate(), null);
        mustBeInOrder(opening.halfYearDate(), opening.yearEndDate());
        var sections = organisation.sections(unit, clock.today()).stream().map(Section::code).toList();
        if (sections.isEmpty()) throw Refusal.invalid("year.noSections");
        mustBelong(opening.rows(), sections);
        var table = new TargetTable(
                Ids.next(), unit, year, "", TargetTable.State.OPEN, coordinatingSection(unit, opening, sections),
                opening.halfYearDate(), opening.yearEndDate(), false, false);
        var part = part(table.id(), opening);
        try {
            tables.add(table, part, actor.id(), clock.now());
        } catch (DuplicateKeyException openedMeanwhile) {
            throw Refusal.invalid("year.exists", String.valueOf(year));
        }
        for (int i = 0; i < part.funds().size(); i++) funds.put(table.id(), i, part.funds().get(i));
        for (int i = 0; i < sections.size(); i++) addSheet(table, sections.get(i), i, opening.rows());
        tables.startedAs(table.id(), processes.getObject().start(YearProcess.KEY, unit, year, null, null, actor));
    }

    private void addSheet(TargetTable table, String section, int position, List<DraftRow> all) {
        var own = all.stream().filter(row -> row.section().equals(section)).toList();
        var keyWorks = new LinkedHashSet<String>();
        for (DraftRow row : own) if (row.isDuty() && !row.keyWork().isBlank()) keyWorks.add(row.keyWork().strip());
        var sheet = new TargetSheet(
                Ids.next(), table.id(), section, position, 1, TargetSheet.State.DECLARING, null, List.copyOf(keyWorks));
        sheets.add(sheet);
        var past = pastIndicators(table);
        var taken = new HashSet<UUID>();
        var placed = new ArrayList<TargetRows.Placed>();
        for (DraftRow row : own) {
            UUID indicator = past.getOrDefault(ImportLines.key(row), row.indicator());
            if (!taken.add(indicator)) indicator = Ids.next();
            placed.add(new TargetRows.Placed(row.anew(indicator), placed.size()));
        }
        rows.put(sheet.id(), placed);
    }

    /** The same section, key work and name as last year is the same indicator. */
    private Map<String, UUID> pastIndicators(TargetTable table) {
        var past = new HashMap<String, UUID>();
        for (DraftRow row : lastYear(table.unit(), table.year())) past.put(ImportLines.key(row), row.indicator());
        return past;
    }

    /** Rows in force at the end of the year before, to start from; empty when there was none. */
    @Transactional(readOnly = true)
    public List<DraftRow> lastYear(Actor actor, String unit, int year) {
        mustCoordinate(actor, unit);
        return lastYear(unit, year);
    }

    List<DraftRow> lastYear(String unit, int year) {
        return tables.find(unit, year - 1)
                .map(table -> rows.of(sheets.inForce(table.id(), LocalDate.of(year - 1, 12, 31)).stream()
                        .map(TargetSheet::id)
                        .toList()))
                .orElse(List.of());
    }

    private UnitPart part(UUID table, Opening opening) {
        var words = opening.rows().stream()
                .filter(row -> row.measure() == Measure.QUALITATIVE)
                .flatMap(row -> Stream.of(row.half().word(), row.annual().word()))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        var empty = form.empty(words);
        if (opening.unitPart() == null) return empty;
        boolean ownFunds = opening.unitPart().has("funds");
        var base = ownFunds
                ? new UnitPart("", "", "", "", "", "", "", empty.weights(), empty.words(), List.of())
                : empty;
        return UnitEdits.apply(table, base, opening.unitPart(), false, Set.of(), RowScope.ALL).part();
    }

    private String coordinatingSection(String unit, Opening opening, List<String> sections) {
        String chosen = opening.coordinatingSection();
        if (chosen != null && !chosen.isBlank()) {
            if (!sections.contains(chosen)) throw Refusal.invalid("year.section", chosen);
            return chosen;
        }
        return coordinatingSection(unit).orElse(sections.get(0));
    }

    /** The section whose chief is the coordinator today. */
    @Transactional(readOnly = true)
    public Optional<String> coordinatingSection(String unit) {
        var today = clock.today();
        var coordinators = posts.find(PostKind.COORDINATOR, unit, "").map(p -> posts.holders(p.id(), today)).orElse(List.of());
        for (Section section : organisation.sections(unit, today)) {
            var chiefs = posts.find(PostKind.CHIEF, unit, section.code()).map(p -> posts.holders(p.id(), today)).orElse(List.of());
            if (chiefs.stream().anyMatch(coordinators::contains)) return Optional.of(section.code());
        }
        return Optional.empty();
    }

    private static void mustBelong(List<DraftRow> rows, List<String> sections) {
        var numbers = new HashSet<Integer>();
        for (DraftRow row : rows) {
            if (!sections.contains(row.section())) throw Refusal.invalid("year.section", row.section());
            if (!numbers.add(row.seq())) throw Refusal.invalid("year.seq", String.valueOf(row.seq()));
        }
    }

    /** Other dates from now on; what already waits for a date waits for the new one. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void changeDates(
            Actor actor, String unit, int year, @Nullable LocalDate half, @Nullable LocalDate end, ClosingDays close) {
        onTheYear(actor, unit, year, table -> {
            mustBeToCome(half, table.halfYearDate());
            mustBeToCome(end, table.yearEndDate());
            mustBeInOrder(half, end);
            changeClosing(actor, table, half, end, close);
            tables.dates(table.id(), half, end);
            var engine = processes.getObject();
            engine.askAgain(table.rootCase(), YearProcess.WAITS);
            engine.setTimers(table.rootCase(), YearProcess.END_OF_LOOP, YearWorkflow.start(end));
            engine.tell(table.rootCase(), YearProcess.DATES_CHANGED, actor, said(half) + " / " + said(end));
        });
    }

    private void changeClosing(
            Actor actor, TargetTable table, @Nullable LocalDate half, @Nullable LocalDate end, ClosingDays close) {
        var standing = closing.days(table.id());
        close.mustBeToCome(standing, clock.today());
        close.mustBeInOrder(half, end);
        if (close.equals(standing)) return;
        closing.change(table.id(), close);
        processes.getObject().note(table.rootCase(), Verb.OPEN, actor, YearProcess.CLOSING_CHANGED + ": " + close);
    }

    /** Opens a self-evaluation early, or by hand; a section still declaring finds it open when it gets there. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void openEvaluation(Actor actor, String unit, int year, String period, @Nullable String why) {
        Period which = Period.of(period);
        if (why != null && why.length() > WHY) throw Refusal.malformed("body.long", "reason", String.valueOf(WHY));
        onTheYear(actor, unit, year, table -> {
            if (table.opened(which)) throw Refusal.invalid("year.periodOpen", period);
            if (which == Period.FULL_YEAR && !table.halfYearOpened() && !passed(table.halfYearDate()))
                throw Refusal.invalid("year.halfFirst");
            tables.opened(table.id(), which);
            processes.getObject().tell(table.rootCase(), YearProcess.OPENED.get(which), actor, why);
        });
    }

    /** One transaction under the lock of the year's cases, which comes before any lock of the table. */
    private void onTheYear(Actor actor, String unit, int year, Consumer<TargetTable> act) {
        mustCoordinate(actor, unit);
        processes.getObject().underLock(open(unit, year).rootCase(), () -> act.accept(open(unit, year)));
    }

    private static String said(@Nullable LocalDate date) {
        return date == null ? "–" : date.toString();
    }

    private boolean passed(@Nullable LocalDate date) {
        return date != null && !date.isAfter(clock.today());
    }

    @Transactional(readOnly = true)
    public Optional<Dates> dates(Actor reader, String unit, int year) {
        if (!readers.mayReadInForce(reader, unit)) throw Refusal.forbidden();
        return tables.find(unit, year)
                .map(t -> new Dates(year, t.state().name(), t.halfYearDate(), t.yearEndDate(), t.halfYearOpened(), t.fullYearOpened(),
                        closing.days(t.id())));
    }

    private TargetTable open(String unit, int year) {
        var table = tables.find(unit, year).orElseThrow(Refusal::forbidden);
        table.mustBeOpen();
        return table;
    }

    private void mustCoordinate(Actor actor, String unit) {
        if (!readers.coordinates(actor, unit)) throw Refusal.forbidden();
    }

    /** A date already past never fires by surprise; one that stands may stay, and must once it has come. */
    private void mustBeToCome(@Nullable LocalDate date, @Nullable LocalDate standing) {
        if (passed(standing) && !standing.equals(date)) throw Refusal.invalid("year.dateCame", standing);
        if (date != null && !date.equals(standing) && !date.isAfter(clock.today()))
            throw Refusal.invalid("year.datePast", date);
    }

    private static void mustBeInOrder(@Nullable LocalDate half, @Nullable LocalDate end) {
        if (half != null && end != null && !half.isBefore(end)) throw Refusal.invalid("year.dateOrder", half, end);
    }
}
