package org.jixiao.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jixiao.base.Ids;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.Person;
import org.jixiao.organisation.Post;
import org.jixiao.organisation.PostKind;
import org.jixiao.organisation.Posts;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Closing;
import org.jixiao.workflow.Processes;
import org.jixiao.workflow.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 截止与补报: which stage is closed for a section, and the exceptions the coordinator makes. */
@Service
@Transactional
public class Openings {

    /** A late opening is an exception, no other calendar. */
    public static final int DAYS = 60;

    /** Of a reason, in characters. */
    public static final int REASON = 500;

    private final ClosingBook book;
    private final TargetTables tables;
    private final TargetSheets sheets;
    private final TargetReaders readers;
    private final Posts posts;
    private final ObjectProvider<Cases> cases;
    private final ObjectProvider<Processes> processes;
    private final ProductClock clock;

    Openings(ClosingBook book, TargetTables tables, TargetSheets sheets, TargetReaders readers, Posts posts,
            ObjectProvider<Cases> cases, ObjectProvider<Processes> processes, ProductClock clock) {
        this.book = book;
        this.tables = tables;
        this.sheets = sheets;
        this.readers = readers;
        this.posts = posts;
        this.cases = cases;
        this.processes = processes;
        this.clock = clock;
    }

    /** For the content of a section's case, which no examiner has decided on. */
    @Transactional(readOnly = true)
    public Optional<Closing> closing(CaseFacts facts) {
        Stage stage = Stage.ofCase(facts.period());
        return book.standing(facts.unit(), facts.year(), String.valueOf(facts.section()), stage)
                .filter(s -> s.days().passed(stage, clock.today()))
                .map(s -> closing(facts, stage, s));
    }

    private Closing closing(CaseFacts facts, Stage stage, ClosingBook.Standing standing) {
        var late = standing.newest();
        if (late != null && late.inForce(clock.today()))
            return new Closing.OpenedLate(late.until(), late.by(), late.reason());
        String year = String.valueOf(facts.year());
        LocalDate day = standing.days().of(stage);
        String whom = coordinator(facts.unit());
        return new Closing.Shut(late == null
                ? Refusal.invalid("closed." + stage, year, day, whom)
                : Refusal.invalid("closed.again." + stage, year, day, whom, late.ended() == null ? late.until() : ended(late)));
    }

    private static LocalDate ended(LateOpening late) {
        return ProductClock.local(late.ended()).toLocalDate();
    }

    /** By name, so that one knows whom to call; the post where nobody holds it. */
    private String coordinator(String unit) {
        return posts.find(PostKind.COORDINATOR, unit, "").map(this::holders).orElse("");
    }

    private String holders(Post post) {
        var names = posts.holders(post.id(), clock.today()).stream().map(Person::name).toList();
        return names.isEmpty() ? post.name() : String.join("、", names);
    }

    /** The last days of a year and what is open in spite of them; no reader's check, the caller is a service. */
    public record OfYear(ClosingDays days, Map<String, LateOpening> newest, LocalDate today) {

        public boolean shut(String section, Stage stage) {
            return days.passed(stage, today) && late(section, stage) == null;
        }

        /** What is open late today. */
        public @Nullable LateOpening late(String section, Stage stage) {
            var late = newest.get(stage + "/" + section);
            return late != null && late.inForce(today) && days.passed(stage, today) ? late : null;
        }
    }

    @Transactional(readOnly = true)
    public OfYear ofYear(String unit, int year) {
        var newest = new HashMap<String, LateOpening>();
        book.newest(unit, year).forEach(o -> newest.put(o.stage() + "/" + o.section(), o));
        return new OfYear(book.days(unit, year), newest, clock.today());
    }

    /** What the coordinator sees of one section's stage before deciding; the newest exception in force, if any. */
    public record Ask(@Nullable LocalDate day, @Nullable LateOpening inForce, LocalDate today) {}

    @Transactional(readOnly = true)
    public Ask ask(Actor actor, String unit, int year, String section, Stage stage) {
        mustCoordinate(actor, unit);
        var standing = book.standing(unit, year, section, stage).orElseThrow(Refusal::forbidden);
        var newest = standing.newest();
        boolean open = newest != null && newest.inForce(clock.today());
        return new Ask(standing.days().of(stage), open ? newest : null, clock.today());
    }

    /** The newest first: all of them for coordinator, deputies and director, its own for a section's chief. */
    @Transactional(readOnly = true)
    public List<LateOpening> of(Actor reader, String unit, int year) {
        if (!readers.mayReadInForce(reader, unit) || tables.find(unit, year).isEmpty()) throw Refusal.forbidden();
        var held = posts.heldIn(unit, reader.id(), clock.today());
        boolean all = held.stream().anyMatch(p -> p.kind() != PostKind.CHIEF && p.kind() != PostKind.BUREAU);
        return book.of(unit, year).stream()
                .filter(o -> all || held.stream().anyMatch(p -> o.section().equals(p.section())))
                .toList();
    }

    /** Opens one section's stage until that day; a newer one takes the place of the one before. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public LateOpening grant(
            Actor actor, String unit, int year, String section, Stage stage, @Nullable LocalDate until, String why) {
        String reason = why.strip();
        var granted = new ArrayList<LateOpening>();
        onTheYear(actor, unit, year, table -> {
            LocalDate today = clock.today();
            var day = book.days(table.id()).of(stage);
            if (day == null) throw Refusal.invalid("late.noDay");
            if (reason.isEmpty()) throw Refusal.invalid("late.reason");
            if (reason.length() > REASON) throw Refusal.malformed("body.long", "reason", String.valueOf(REASON));
            if (until == null) throw Refusal.invalid("late.until");
            if (until.isBefore(today)) throw Refusal.invalid("late.past", until, today);
            if (!until.isAfter(day)) throw Refusal.invalid("late.notAfter", until, day);
            if (until.isAfter(today.plusDays(DAYS)))
                throw Refusal.invalid("late.far", until, today.plusDays(DAYS), String.valueOf(DAYS));
            String caseId = mustWait(table, section, stage);
            var opening = new LateOpening(
                    Ids.next(), section, stage, until, reason, actor.name(), clock.now(), null, null);
            book.add(table.id(), opening, actor.id());
            processes.getObject().note(caseId, Verb.OPEN, actor, YearProcess.OPENED_LATE + ": " + until + " · " + reason);
            granted.add(opening);
        });
        return granted.get(0);
    }

    /** The section's case of the stage, while it waits for what no examiner has seen yet. */
    private String mustWait(TargetTable table, String section, Stage stage) {
        if (!sheets.sections(table.id()).contains(section)) throw Refusal.forbidden();
        String caseId = caseOf(table, section, stage).orElseThrow(() -> Refusal.invalid("late.notBegun"));
        boolean waits = cases.getObject().fillTask(caseId).isPresent() && !cases.getObject().examined(caseId);
        if (!waits) throw Refusal.invalid("late.handedIn");
        return caseId;
    }

    private Optional<String> caseOf(TargetTable table, String section, Stage stage) {
        String process = stage == Stage.TARGETS ? TargetsProcess.KEY : YearProcess.EVALUATION;
        return cases.getObject().find(process, table.unit(), table.year(), section, stage.period()).map(CaseFacts::caseId);
    }

    /** Ends a late opening before its day. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public void end(Actor actor, String unit, int year, UUID id) {
        onTheYear(actor, unit, year, table -> {
            var opening = book.newest(unit, year).stream()
                    .filter(o -> o.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> of(actor, unit, year).stream().anyMatch(o -> o.id().equals(id))
                            ? Refusal.invalid("late.over")
                            : Refusal.forbidden());
            if (!opening.inForce(clock.today())) throw Refusal.invalid("late.over");
            book.end(id, actor, clock.now());
            caseOf(table, opening.section(), opening.stage()).ifPresent(caseId -> processes.getObject()
                    .note(caseId, Verb.OPEN, actor, YearProcess.ENDED_LATE + ": " + opening.until()));
        });
    }

    private void onTheYear(Actor actor, String unit, int year, Consumer<TargetTable> act) {
        mustCoordinate(actor, unit);
        processes.getObject().underLock(open(unit, year).rootCase(), () -> act.accept(open(unit, year)));
    }

    private TargetTable open(String unit, int year) {
        var table = tables.find(unit, year).orElseThrow(Refusal::forbidden);
        table.mustBeOpen();
        return table;
    }

    private void mustCoordinate(Actor actor, String unit) {
        if (!readers.coordinates(actor, unit)) throw Refusal.forbidden();
    }
}
