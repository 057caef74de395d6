package org.jixiao.target;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jixiao.base.Messages;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Organisation;
import org.jixiao.organisation.Section;
import org.jixiao.organisation.Unit;
import org.jixiao.target.SheetPage.Found;
import org.jixiao.target.SheetPage.FundView;
import org.jixiao.target.SheetPage.LastYear;
import org.jixiao.target.SheetPage.Row;
import org.jixiao.target.SheetPage.Sums;
import org.jixiao.target.SheetPage.UnitView;
import org.jixiao.workflow.Against;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Visits;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What pages and {@code /api} show of sections' targets, to whom. */
@Service
@Transactional(readOnly = true)
public class TargetPages {

    private final Workbook workbook;
    private final TargetTables tables;
    private final TargetSheets sheets;
    private final TargetReaders readers;
    private final Questions questions;
    private final ObjectProvider<Cases> cases;
    private final Organisation organisation;
    private final Messages messages;
    private final ObjectMapper json;
    private final Visits visits;

    TargetPages(Workbook workbook, TargetTables tables, TargetSheets sheets, TargetReaders readers, Questions questions,
            ObjectProvider<Cases> cases, Organisation organisation, Messages messages, ObjectMapper json, Visits visits) {
        this.workbook = workbook;
        this.tables = tables;
        this.sheets = sheets;
        this.readers = readers;
        this.questions = questions;
        this.cases = cases;
        this.organisation = organisation;
        this.messages = messages;
        this.json = json;
        this.visits = visits;
    }

    /** The sheet of a case whose reader's right is established, with what changed since the submission before. */
    public SheetPage ofCase(CaseFacts facts, Actor reader, Locale locale) {
        return ofCase(facts, reader, Against.IN_FORCE, locale);
    }

    /** @param against {@link Against#IN_FORCE} means an adjustment's case; any other sheet is read as by SUBMISSION */
    public SheetPage ofCase(CaseFacts facts, Actor reader, Against against, Locale locale) {
        return ofCase(workbook.of(facts), facts, reader, against, locale);
    }

    /**
     * While its chief fills it in, those who examine see what was submitted last, and nothing that is being typed. What
     * is seen is read against the submission before it, the one this reader saw last, or what an adjustment changes.
     */
    private SheetPage ofCase(
            Workbook.Sheet sheet, CaseFacts facts, Actor reader, Against against, Locale locale) {
        var all = cases.getObject();
        boolean filling = all.fillTask(facts.caseId()).isPresent();
        if (!filling) return page(sheet, before(sheet, facts, reader, against), reader, locale);
        var last = all.submission(facts.caseId(), 0).orElse(null);
        boolean handed = all.handedTo(facts.caseId(), reader.id());
        if (handed || readers.seesTyping(reader, facts.unit(), sheet.sheet().section()))
            return page(sheet, last == null ? inForce(sheet) : submitted(last), reader, locale);
        if (last == null) throw Refusal.forbidden();
        var submitted = Objects.requireNonNull(Snapshot.read(last.content(), json)).on(sheet);
        return page(submitted, before(submitted, facts, reader, against), reader, locale);
    }

    /**
     * What changes are read against.
     *
     * @param round of that submission; 0 when it is the version in force
     */
    private record Before(int round, Snapshot rows) {}

    private @Nullable Before before(Workbook.Sheet sheet, CaseFacts facts, Actor reader, Against against) {
        if (against == Against.IN_FORCE && sheet.adjustment() != null) return inForce(sheet);
        var all = cases.getObject();
        var submission = against == Against.SEEN
                ? visits.before(reader, facts.caseId())
                : all.submission(facts.caseId(), 1);
        return submission.map(this::submitted).orElse(null);
    }

    private @Nullable Before submitted(Cases.Submission submission) {
        var rows = Snapshot.read(submission.content(), json);
        return rows == null ? null : new Before(submission.round(), rows);
    }

    private @Nullable Before inForce(Workbook.Sheet sheet) {
        return sheet.changes() == null ? null : new Before(0, new Snapshot(sheet.before(), null, null));
    }

    /** The draft if the reader may see it, else what is in force; forbidden when there is nothing to see. */
    public SheetPage read(Actor reader, String unit, int year, String section, Locale locale) {
        if (readers.mayReadDraft(reader, unit, year, section)) {
            var sheet = workbook.newest(unit, year, section).orElseThrow(Refusal::forbidden);
            var facts = cases.getObject().find(TargetsProcess.KEY, unit, year, section, null);
            return facts.map(f -> ofCase(sheet, f, reader, Against.SUBMISSION, locale)).orElseGet(() -> page(sheet, null, reader, locale));
        }
        if (!readers.mayReadInForce(reader, unit)) throw Refusal.forbidden();
        return page(workbook.inForce(unit, year, section).orElseThrow(Refusal::forbidden), null, reader, locale);
    }

    /**
     * The sections of a year as the reader may see them.
     *
     * @param readable whether {@link #read} would answer
     * @param own whether the reader acts for its chief
     */
    public record SectionEntry(String code, String name, String state, int version, boolean readable, boolean own) {}

    /** The years of a unit, the latest first; forbidden to whom holds no post there. */
    public List<Integer> years(Actor reader, String unit) {
        if (!readers.mayReadInForce(reader, unit)) throw Refusal.forbidden();
        return tables.of(unit).stream().map(TargetTable::year).toList();
    }

    public List<SectionEntry> sections(Actor reader, String unit, int year) {
        if (!readers.mayReadInForce(reader, unit)) throw Refusal.forbidden();
        return tables.find(unit, year).map(table -> sheets.newest(table.id())).orElse(List.of()).stream()
                .map(sheet -> new SectionEntry(
                        sheet.section(),
                        name(unit, sheet.section()),
                        sheet.state().name(),
                        sheet.version(),
                        !sheet.declaring() || sheet.version() > 1
                                || readers.mayReadDraft(reader, unit, year, sheet.section()),
                        readers.chief(reader, unit, sheet.section())))
                .toList();
    }

    private String name(String unit, String section) {
        return organisation.section(unit, section).map(Section::name).orElse(section);
    }

    private SheetPage page(Workbook.Sheet sheet, @Nullable Before since, Actor reader, Locale locale) {
        var table = sheet.table();
        Optional<Section> section = organisation.section(table.unit(), sheet.sheet().section());
        Snapshot before = since == null ? null : since.rows();
        var past = workbook.past(table);
        Map<UUID, DraftRow> old = before == null ? Map.of()
                : before.rows().stream().collect(Collectors.toMap(DraftRow::id, Function.identity()));
        List<Row> rows = sheet.rows().stream()
                .map(row -> Row.of(
                        row,
                        Optional.ofNullable(past.get(row.indicator())).map(p -> new LastYear(p.target(), p.actual())).orElse(null),
                        before == null ? null : Snapshot.change(old.get(row.id()), row)))
                .toList();
        return new SheetPage(
                table.unit(),
                organisation.unit(table.unit()).map(Unit::name).orElse(table.unit()),
                table.year(),
                sheet.sheet().section(),
                section.map(Section::name).orElse(sheet.sheet().section()),
                sheet.sheet().state().name(),
                sheet.sheet().version(),
                sheet.sheet().inForceFrom(),
                since == null ? 0 : since.round(),
                section.map(Section::duty).orElse(""),
                List.copyOf(sheet.unit().weights().keySet()),
                sheet.unit().words(),
                sheet.sheet().keyWorks(),
                rows,
                before == null ? List.of() : before.removedSince(sheet.rows()),
                sheet.unitHere() ? unitView(sheet.unit(), before == null ? null : before.unit()) : null,
                sheet.adjustment() == null || sheet.changes() == null ? null : new SheetPage.Adjusted(
                        sheet.changes().version(), sheet.adjustment(),
                        before == null ? null : Snapshot.change(before.adjustment(), sheet.adjustment())),
                findings(sheet, reader, locale),
                questions.of(sheet, reader, locale));
    }

    private List<Found> findings(Workbook.Sheet sheet, Actor reader, Locale locale) {
        if (!sheet.sheet().declaring()) return List.of();
        return workbook.check(sheet, readers.seesAll(reader, sheet.table().unit())).stream()
                .map(finding -> Found.of(finding, messages, locale))
                .toList();
    }

    private static UnitView unitView(UnitPart unit, @Nullable UnitPart before) {
        Map<UUID, UnitPart.Fund> old = before == null ? Map.of()
                : before.funds().stream().collect(Collectors.toMap(UnitPart.Fund::id, Function.identity()));
        List<FundView> funds = unit.funds().stream()
                .map(f -> new FundView(f.id(), f.side(), f.kind(), f.item(), f.halfPlan(), f.annualBudget(),
                        before == null ? null : Snapshot.change(old.get(f.id()), f)))
                .toList();
        return new UnitView(
                unit.mainFunctions(), unit.orgText(), unit.staffingType(), unit.authorised(), unit.actual(),
                unit.longTermGoal(), unit.annualGoal(), new LinkedHashMap<>(unit.weights()), unit.words(), funds,
                Sums.of(unit.money()), before == null ? null : Snapshot.change(before, unit));
    }
}
