package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.target.SheetPage;
import org.jixiao.target.TargetPages;
import org.jixiao.target.Years;
import org.jixiao.workflow.Verb;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A section's year by the real models: declared, evaluated, put right in two rounds, scored. */
@ProductTest
@DemoData
class SectionYearTest {

    private static final int SOURCES = 46;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Board board;

    @Autowired
    private SelfEvaluations evaluations;

    @Autowired
    private EvidenceShelf shelf;

    @Autowired
    private Years years;

    @Autowired
    private TargetPages pages;

    @Test
    void runsFromTheFirstTargetToTheLastScore() {
        SectionYear data = new SectionYear(context, "data");
        data.declareAndApprove();
        assertThat(data.isOpen("HALF_YEAR")).isFalse();
        data.openPeriod(Period.HALF_YEAR);

        data.fill(Period.HALF_YEAR, Map.of(SOURCES, "12", 40, "4"));
        String red = data.row(Period.HALF_YEAR, SOURCES).id();
        data.explain(data.row(Period.HALF_YEAR, 40).id());
        data.explain(red);
        assertThatThrownBy(() -> data.act("chief.data", Verb.SUBMIT, "HALF_YEAR", null, ""))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.findings()).anyMatch(f -> f.code().equals("evaluation.evidence")));
        UUID file = data.handIn(Period.HALF_YEAR, red, "协议清单.txt");
        assertThat(data.sheet(Period.HALF_YEAR).counts())
                .containsEntry(State.MISSED, 1)
                .containsEntry(State.BEHIND, 1)
                .containsEntry(State.NOT_DUE, 3);
        readersBeforeSubmission(file);
        data.act("chief.data", Verb.SUBMIT, "HALF_YEAR", null, "");
        data.approve("HALF_YEAR", SectionYear.APPROVERS);

        assertThat(data.open("HALF_YEAR").process()).isEqualTo("rectification");
        rectify(data, red);
        assertThat(data.open("HALF_YEAR").process()).isEqualTo("section-evaluation");
        data.save(data.asOf("2023-08-31"));
        data.say(red, "actual", "12.5");
        data.explain(red);
        data.act("chief.data", Verb.SUBMIT, "HALF_YEAR", null, "");
        data.approve("HALF_YEAR", SectionYear.APPROVERS);

        rectify(data, red);
        data.save(data.asOf("2023-10-31"));
        data.say(red, "actual", "17");
        data.act("chief.data", Verb.SUBMIT, "HALF_YEAR", null, "");
        data.approve("HALF_YEAR", SectionYear.APPROVERS);
        assertThat(data.isOpen("HALF_YEAR")).isFalse();
        SheetView.RowView put = data.row(Period.HALF_YEAR, SOURCES);
        assertThat(put.state()).isEqualTo(State.MET);
        assertThat(put.earlier()).extracting(SheetView.EarlierView::value).containsExactly("12个", "12.5个");

        data.openPeriod(Period.FULL_YEAR);
        data.fill(Period.FULL_YEAR, Map.of(SOURCES, "24"));
        data.explain(red);
        data.handIn(Period.FULL_YEAR, red, "年末清单.txt");
        data.act("chief.data", Verb.SUBMIT, "FULL_YEAR", null, "");
        data.approve("FULL_YEAR", SectionYear.APPROVERS);
        SheetView scored = data.sheet(Period.FULL_YEAR);
        assertThat(scored.closed()).isTrue();
        // ten rows of equal weight: six met in full, three words at 95 %, one at 75 %
        assertThat(scored.score()).isEqualTo("96.00");
        assertThat(scored.grade()).isEqualTo(Grade.EXCELLENT);
        theBoard();
        theNextYearShowsWhatThisOneReached(data);
    }

    private void theNextYearShowsWhatThisOneReached(SectionYear data) {
        Actor coordinator = data.actor("chief.general");
        int next = SectionYear.YEAR + 1;
        var rows = years.lastYear(coordinator, SectionYear.UNIT, next);
        years.open(coordinator, SectionYear.UNIT, new Years.Opening(next, null, null, null, rows, null));
        SheetPage page = pages.read(data.chief(), SectionYear.UNIT, next, "data", Locale.CHINESE);
        assertThat(page.rows())
                .filteredOn(row -> row.seq() == SOURCES)
                .singleElement()
                .extracting(SheetPage.Row::lastYear)
                .isEqualTo(new SheetPage.LastYear("≥32个", "24个"));
        assertThat(page.rows()).hasSize(10).noneMatch(row -> row.lastYear() == null || row.lastYear().actual().isEmpty());
    }

    private void rectify(SectionYear data, String red) {
        data.say(red, "measure", "由牵头科室协调签订", "deadline", "2099-08-31");
        data.act("chief.data", Verb.SUBMIT, "HALF_YEAR", null, "");
        data.say(red, "result", "已签 3 个");
        data.handIn(Period.HALF_YEAR, red, "协议.txt");
        data.act("chief.data", Verb.SUBMIT, "HALF_YEAR", null, "");
        data.act("deputy", Verb.APPROVE, "HALF_YEAR", null, "");
    }

    private void readersBeforeSubmission(UUID file) {
        SectionYear data = new SectionYear(context, "data");
        for (String login : List.of("chief.data", "chief.general")) {
            assertThat(evaluations
                            .read(data.actor(login), SectionYear.UNIT, SectionYear.YEAR, "data", Period.HALF_YEAR)
                            .sheet()
                            .rows())
                    .hasSize(10);
            assertThat(shelf.file(data.actor(login), file).name()).isEqualTo("协议清单.txt");
        }
        for (String login : List.of("chief.city", "deputy", "director", "bureau", "sysadmin", "auditor", "modeller")) {
            assertThatThrownBy(() -> evaluations.read(
                            data.actor(login), SectionYear.UNIT, SectionYear.YEAR, "data", Period.HALF_YEAR))
                    .as(login)
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
            assertThatThrownBy(() -> shelf.file(data.actor(login), file))
                    .as(login)
                    .isInstanceOf(Refusal.class);
        }
    }

    private void theBoard() {
        SectionYear data = new SectionYear(context, "data");
        BoardView view = board.of(data.actor("director"), SectionYear.UNIT, SectionYear.YEAR);
        BoardView.StageView half = view.stages().get(1);
        BoardView.SectionRow row = half.sections().stream()
                .filter(s -> s.section().equals("data"))
                .findFirst()
                .orElseThrow();
        assertThat(row.finished()).isNotNull();
        assertThat(row.cells()).extracting(BoardView.Cell::state).containsOnly(BoardView.CellState.DONE);
        assertThat(row.marks()).hasSize(10);
        BoardView.SectionRow other = view.stages().get(0).sections().stream()
                .filter(s -> s.section().equals("city"))
                .findFirst()
                .orElseThrow();
        assertThat(other.owes()).singleElement().satisfies(owed -> {
            assertThat(owed.step()).isNotBlank();
            assertThat(owed.mayHandle()).isFalse();
        });
        assertThatThrownBy(() -> board.of(data.actor("sysadmin"), SectionYear.UNIT, SectionYear.YEAR))
                .isInstanceOf(Refusal.class);
    }
}
