package org.jixiao.target;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jixiao.base.Finding;
import org.jixiao.base.Messages;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.target.Answers.Answer;
import org.jixiao.target.Answers.Asked;
import org.jixiao.target.SheetPage.Found;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Processes;
import org.jixiao.workflow.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Contradictions put to the coordinator, who alone sees all drafts, and the answers: kept while the figures stand, and
 * shown to those who examine next.
 */
@Service
public class Questions {

    /** Of an answer, in characters. */
    public static final int LONGEST = 500;

    private final Workbook workbook;
    private final Answers answers;
    private final TargetReaders readers;
    private final ObjectProvider<Cases> cases;
    private final ObjectProvider<Processes> processes;
    private final Messages messages;
    private final ProductClock clock;

    Questions(Workbook workbook, Answers answers, TargetReaders readers, ObjectProvider<Cases> cases,
            ObjectProvider<Processes> processes, Messages messages, ProductClock clock) {
        this.workbook = workbook;
        this.answers = answers;
        this.readers = readers;
        this.cases = cases;
        this.processes = processes;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param asked the question, with its arithmetic, on the row asked about
     * @param answer null until answered
     * @param earlier the answer was to other figures
     * @param mayAnswer whether this reader may
     */
    public record Question(Found asked, String key, @Nullable Said answer, boolean earlier, boolean mayAnswer) {

        /** Asked of this reader, and not answered for the figures that stand. */
        public boolean waits() {
            return mayAnswer && (answer == null || earlier);
        }
    }

    public record Said(String text, String by, Instant at) {}

    /** What this reader is asked or told about the sheet, in the order of its rows. */
    List<Question> of(Workbook.Sheet sheet, Actor reader, Locale locale) {
        if (!sheet.sheet().declaring() || sheet.sheet().adjusting()) return List.of();
        UUID table = sheet.table().id();
        if (readers.seesAll(reader, sheet.table().unit())) {
            var given = answers.of(table);
            return workbook.contradictions(sheet).stream().map(c -> asked(c, given.get(c.key()), locale)).toList();
        }
        return readers.examines(reader, sheet.table().unit()) ? answered(sheet, answers.of(table), locale) : List.of();
    }

    private Question asked(Contradiction c, @Nullable Answer answer, Locale locale) {
        boolean earlier = answer != null && !answer.figures().equals(c.figures());
        return new Question(Found.of(c.finding(), messages, locale), c.key(), said(answer), earlier, true);
    }

    private static @Nullable Said said(@Nullable Answer answer) {
        return answer == null ? null : new Said(answer.text(), answer.by(), answer.at());
    }

    /** Who examines later is told what was asked and answered, and of no draft beyond it. */
    private List<Question> answered(Workbook.Sheet sheet, Map<String, Answer> given, Locale locale) {
        var byIndicator = sheet.rows().stream().collect(Collectors.toMap(DraftRow::indicator, Function.identity()));
        var told = new ArrayList<Question>();
        for (Answer answer : given.values())
            for (Asked asked : answer.asked()) {
                DraftRow row = byIndicator.get(asked.indicator());
                if (row == null) continue;
                var finding = new Finding(Finding.Severity.WARNING, asked.code(), row.id().toString(), null, asked.args());
                boolean earlier = !answer.figures().contains(Contradiction.said(row));
                told.add(new Question(Found.of(finding, messages, locale), answer.key(), said(answer), earlier, false));
            }
        return told;
    }

    /** The coordinator's answer, on the record beside what else was done on the case; a question whose figures have moved meanwhile is asked anew. */
    @Transactional
    public void answer(Actor actor, String unit, int year, String section, String key, String text) {
        if (!readers.coordinates(actor, unit)) throw Refusal.forbidden();
        var sheet = workbook.newest(unit, year, section).orElseThrow(Refusal::forbidden);
        sheet.table().mustBeOpen();
        String said = text.replace("\0", "").strip();
        if (said.isEmpty()) throw Refusal.invalid("targets.answer.empty");
        if (said.length() > LONGEST) throw Refusal.invalid("targets.answer.long", String.valueOf(LONGEST));
        Contradiction asked = sheet.sheet().declaring() ? find(sheet, key) : null;
        if (asked == null) throw Refusal.stale("targets.answer.gone");
        var back = Contradictions.of(List.of(asked.other()), List.of(asked.row()));
        var sides = new ArrayList<>(List.of(Asked.of(asked)));
        back.forEach(c -> sides.add(Asked.of(c)));
        answers.add(sheet.table().id(), asked, sides, said, actor, clock.now());
        String caseId = cases.getObject()
                .find(TargetsProcess.KEY, unit, year, section, null)
                .map(CaseFacts::caseId)
                .orElseThrow(Refusal::forbidden);
        String rows = asked.row().seq() + "、" + asked.other().seq();
        processes.getObject().note(caseId, Verb.ANSWER, actor, messages.text(Messages.CHINESE, "target.answered", rows, said));
    }

    private @Nullable Contradiction find(Workbook.Sheet sheet, String key) {
        return workbook.contradictions(sheet).stream().filter(c -> c.key().equals(key)).findFirst().orElse(null);
    }
}
