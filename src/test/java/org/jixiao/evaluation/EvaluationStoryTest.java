package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jixiao.ProductTest;
import org.jixiao.base.Finding;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.Actor;
import org.jixiao.target.Direction;
import org.jixiao.target.Measure;
import org.jixiao.target.TargetRow;
import org.jixiao.target.Targets.FundLine;
import org.jixiao.workflow.CaseFacts;
import org.jixiao.workflow.RowScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A section's half year and full year, told through what the workflow calls. */
@ProductTest
@Import(EvaluationStoryTest.Typed.class)
class EvaluationStoryTest {

    private static final String STEP = "Task_SelfEvaluate";
    private static final Actor CHIEF = new Actor(UUID.randomUUID(), "chief", "chief", Set.of());

    @TestConfiguration
    static class Typed {
        @Bean
        @Primary
        TypedTargets typedTargets() {
            return new TypedTargets();
        }
    }

    @Autowired
    private TypedTargets targets;

    @Autowired
    private EvaluationContent content;

    @Autowired
    private RectificationContent rectification;

    @Autowired
    private Deciding deciding;

    @Autowired
    private YearsPast yearsPast;

    @Autowired
    private ProductClock clock;

    @Autowired
    private Sheets sheets;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EvidenceFiles files;

    @Autowired
    private ObjectMapper json;

    private int year = 2023;
    private String unit = "";
    private TargetRow articles;
    private TargetRow sources;

    @BeforeEach
    void aUnitWithTwoRows() {
        targets.clear();
        unit = "unit" + UUID.randomUUID();
        articles = targets.add(Rows.row("≥20篇", "≥40篇", Measure.FLOW, Direction.HIGHER_BETTER));
        sources = targets.add(Rows.row("≥16个", "≥32个", Measure.FLOW, Direction.HIGHER_BETTER));
    }

    @Test
    void anInvalidDraftIsKeptAsTyped() {
        save(half(), row(articles, "actual", "很多"));
        assertThat(line(half(), articles).figures().actual()).isEqualTo("很多");
        assertThat(codes(half())).contains("evaluation.actual-unreadable", "evaluation.actual-missing");
    }

    @Test
    void onlyWhatIsPresentChanges() {
        save(half(), row(articles, "actual", "21", "remark", "含转载"));
        save(half(), row(articles, "forecast", "45"));
        Figures kept = line(half(), articles).figures();
        assertThat(kept.actual()).isEqualTo("21");
        assertThat(kept.remark()).isEqualTo("含转载");
        assertThat(kept.forecast()).isEqualTo("45");
    }

    @Test
    void behindAsksForReasonAndMeasureAndRedForAFileToo() {
        save(half(), row(articles, "actual", "16"));
        save(half(), row(sources, "actual", "12"));
        assertThat(errors(half(), articles))
                .containsExactlyInAnyOrder(
                        "evaluation.reason-category", "evaluation.reason", "evaluation.measure");
        assertThat(errors(half(), sources))
                .containsExactlyInAnyOrder(
                        "evaluation.reason-category",
                        "evaluation.reason",
                        "evaluation.measure",
                        "evaluation.evidence");
        explain(half(), articles);
        explain(half(), sources);
        attach(half(), sources);
        assertThat(errors(half(), articles)).isEmpty();
        assertThat(errors(half(), sources)).isEmpty();
    }

    @Test
    void farAboveTheTargetAsksForAReasonAndBlocksNothing() {
        save(half(), row(articles, "actual", "27"));
        assertThat(content.check(half(), STEP))
                .filteredOn(f -> f.code().equals("evaluation.over"))
                .singleElement()
                .satisfies(f -> assertThat(f.blocks()).isFalse());
    }

    @Test
    void aRedRowCannotBeTakenOutOfTheCountByAZero() {
        save(half(), row(articles, "actual", "20"), row(sources, "actual", "12"));
        save(half(), row(sources, "denominator", "0"));
        assertThat(line(half(), sources).judgement().state()).isEqualTo(State.MISSED);
        assertThat(errors(half(), sources)).contains("evaluation.numerator-missing", "evaluation.reason");
        save(half(), row(sources, "numerator", "0"));
        assertThat(errors(half(), sources)).contains("evaluation.zero-denominator");
    }

    @Test
    void nothingOfNothingIsNotApplicableForAReasonThatTheExaminerReads() {
        TargetRow income = targets.add(Rows.row("≥100%", "≥100%", Measure.RATE, Direction.HIGHER_BETTER));
        save(half(), row(income, "numerator", "0", "denominator", "0"));
        assertThat(line(half(), income).judgement().state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(errors(half(), income)).containsExactly("evaluation.not-applicable");
        save(half(), row(income, "reason", "本年无非税收入"));
        assertThat(errors(half(), income)).isEmpty();
    }

    @Test
    void rowsOutsideAReturnsScopeStayAsTheyWere() {
        save(half(), row(articles, "actual", "20"));
        RowScope onlySources = RowScope.only(Map.of(sources.indicator().toString(), "请核对"));
        ObjectNode change = row(articles, "actual", "25");
        assertThatThrownBy(() -> content.save(half(), STEP, CHIEF, onlySources, change))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.findings().get(0).row())
                                .isEqualTo(articles.indicator().toString()));
        content.save(half(), STEP, CHIEF, onlySources, row(articles, "actual", "20"));
        content.save(half(), STEP, CHIEF, onlySources, row(sources, "actual", "16"));
        assertThat(line(half(), sources).judgement().state()).isEqualTo(State.MET);
    }

    @Test
    void aRowsHashChangesWithItsFiguresAndFilesAndWithNothingElse() {
        save(half(), row(sources, "actual", "12"));
        var before = content.rowHashes(half());
        save(half(), row(articles, "actual", "20"));
        var after = content.rowHashes(half());
        assertThat(after.get(sources.indicator().toString()))
                .isEqualTo(before.get(sources.indicator().toString()));
        assertThat(after.get(articles.indicator().toString()))
                .isNotEqualTo(before.get(articles.indicator().toString()));
        attach(half(), sources);
        assertThat(content.rowHashes(half()).get(sources.indicator().toString()))
                .isNotEqualTo(before.get(sources.indicator().toString()));
    }

    @Test
    void nothingRedEndsTheHalfYear() {
        save(half(), row(articles, "actual", "20"), row(sources, "actual", "13"));
        explain(half(), sources);
        decide(half());
        assertThat(deciding.mustRectify(half())).isFalse();
        assertThatThrownBy(() -> save(half(), row(articles, "actual", "30")))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("evaluation.closed"));
    }

    @Test
    void redIsPutRightAndEvaluatedAgainWhileTheFiguresOfJuneStay() {
        submitRed();
        decide(half());
        assertThat(deciding.mustRectify(half())).isTrue();

        CaseFacts first = rectificationCase("r1");
        assertThat(rectification.check(first, "Task_Plan")).extracting(Finding::code).contains("rectification.measure");
        rectification.save(first, "Task_Plan", CHIEF, RowScope.ALL, row(sources, "measure", "签订协议", "deadline", "2099-08-31"));
        assertThat(rectification.check(first, "Task_Plan")).noneMatch(Finding::blocks);
        assertThat(rectification.check(first, "Task_Result")).anyMatch(Finding::blocks);
        rectification.save(first, "Task_Result", CHIEF, RowScope.ALL, row(sources, "result", "已签 3 个"));
        assertThat(rectification.check(first, "Task_Result")).noneMatch(Finding::blocks);
        rectification.submitted(first, "Task_Result", CHIEF);
        deciding.rectified(first);

        assertThat(codes(half())).contains("evaluation.as-of-missing", "evaluation.actual-missing");
        assertThat(line(half(), articles).open()).isFalse();
        assertThat(line(half(), sources).standing().state()).isEqualTo(State.MISSED);
        assertThatThrownBy(() -> save(half(), row(articles, "actual", "99"))).isInstanceOf(Refusal.class);
        ObjectNode again = row(sources, "actual", "16");
        again.put("asOf", "2023-09-30");
        content.save(half(), "Task_Reevaluate", CHIEF, RowScope.ALL, again);
        assertThat(content.check(half(), "Task_Reevaluate")).noneMatch(Finding::blocks);
        Line put = line(half(), sources);
        assertThat(put.judgement().state()).isEqualTo(State.MET);
        assertThat(put.earlier()).singleElement().satisfies(e -> {
            assertThat(e.asOf()).isEqualTo("2023-06-30");
            assertThat(e.figures().actual()).isEqualTo("12");
            assertThat(e.judgement().state()).isEqualTo(State.MISSED);
        });
        decide(half());
        assertThat(deciding.mustRectify(half())).isFalse();
        assertThat(line(full(), sources).carried()).isNull();
    }

    @Test
    void stillRedGoesRoundAgainUntilTheBureauAcceptsItAndTheFullYearCarriesIt() {
        submitRed();
        decide(half());
        evaluateAgain("13.9", "2023-08-31");
        decide(half());
        assertThat(deciding.mustRectify(half())).isFalse();
    }

    @Test
    void theDayStandsWhileOnlySomeRowsAreReturned() {
        submitRed();
        decide(half());
        evaluateAgain("13.9", "2023-08-31");
        RowScope onlySources = RowScope.only(Map.of(sources.indicator().toString(), "请核对"));
        ObjectNode other = row(sources, "actual", "14").put("asOf", "2023-09-30");
        assertThatThrownBy(() -> content.save(half(), STEP, CHIEF, onlySources, other))
                .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.findings().get(0).field()).isEqualTo("asOf"));
        content.save(half(), STEP, CHIEF, onlySources, row(sources, "actual", "14").put("asOf", "2023-08-31"));
        assertThat(content.sheet(half()).asOf()).isEqualTo("2023-08-31");
    }

    @Test
    void aHalfYearDecidedBeforeItEndedIsEvaluatedAgainWithoutWaitingForItsEnd() {
        clock.set(Instant.parse("2023-06-20T02:00:00Z"));
        submitRed();
        decide(half());
        clock.set(Instant.parse("2023-06-26T02:00:00Z"));
        evaluateAgain("16", "2023-06-19");
        assertThat(codes(half())).contains("evaluation.as-of");
        evaluateAgain("16", "2023-06-27");
        assertThat(codes(half())).contains("evaluation.as-of");
        evaluateAgain("16", "2023-06-25");
        assertThat(codes(half())).doesNotContain("evaluation.as-of");
    }

    @AfterEach
    void theClockRunsAgain() {
        clock.reset();
    }

    @Test
    void acceptedRedIsCarriedIntoTheFullYear() {
        submitRed();
        decide(half());
        evaluateAgain("12.5", "2023-08-31");
        decide(half());
        assertThat(deciding.mustRectify(half())).isTrue();
        evaluateAgain("12.6", "2023-10-31");
        deciding.decided(half(), true);
        assertThat(deciding.mustRectify(half())).isFalse();
        assertThat(line(half(), sources).earlier()).hasSize(2);
        RectificationItem carried = line(full(), sources).carried();
        assertThat(carried).isNotNull();
        assertThat(carried.loop()).isEqualTo(2);
    }

    @Test
    void redAcceptedAtOnceIsCarriedToo() {
        submitRed();
        deciding.decided(half(), true);
        assertThat(deciding.mustRectify(half())).isFalse();
        assertThat(line(full(), sources).carried()).isNotNull();
    }

    @Test
    void theYearsEndOvertakesTheLoop() {
        submitRed();
        decide(half());
        save(half(), row(sources, "actual", "15"));
        deciding.carryOver(half());
        assertThat(line(half(), sources).standing().state()).isEqualTo(State.MISSED);
        assertThat(line(half(), sources).figures().actual()).isEqualTo("12");
        assertThat(line(full(), sources).carried()).isNotNull();
    }

    @Test
    void aSaveThatTheYearsEndOvertookChangesNothing() {
        submitRed();
        decide(half());
        overtaken(() -> evaluateAgain("15", "2023-08-31"), "evaluation.closed");
    }

    @Test
    void nothingIsPutRightAnyMoreOnceTheYearsEndOvertookIt() {
        submitRed();
        decide(half());
        CaseFacts rectifying = rectificationCase("late");
        rectification.save(rectifying, "Task_Plan", CHIEF, RowScope.ALL, row(sources, "deadline", "2099-08-31"));
        ObjectNode change = row(sources, "measure", "签订协议");
        overtaken(
                () -> rectification.save(rectifying, "Task_Plan", CHIEF, RowScope.ALL, change),
                "evaluation.not-rectifying");
    }

    /** The save has begun when the job has not committed yet, and goes on when it has. */
    private void overtaken(Runnable save, String code) {
        CompletableFuture<Void> late = new CompletableFuture<>();
        transaction.executeWithoutResult(job -> {
            deciding.carryOver(half());
            CompletableFuture.runAsync(() -> transaction.executeWithoutResult(verb -> save.run()))
                    .whenComplete((done, failed) -> {
                        if (failed == null) late.complete(null);
                        else late.completeExceptionally(failed);
                    });
            untilSomebodyWaits();
        });
        assertThatThrownBy(late::join)
                .rootCause()
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
        assertThat(content.evaluation(half()).phase()).isEqualTo(Evaluation.Phase.CLOSED);
        assertThat(line(half(), sources).figures().actual()).isEqualTo("12");
    }

    private void untilSomebodyWaits() {
        Instant patience = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(patience)) {
            int waiting = jdbc.sql("select count(*) from pg_locks where not granted")
                    .query(Integer.class)
                    .single();
            if (waiting > 0) return;
        }
        throw new AssertionError("nobody waits for the evaluation");
    }

    @Test
    void theFullYearScoresAndDoesNotLoop() {
        save(full(), row(articles, "actual", "40"), row(sources, "actual", "24"));
        explain(full(), sources);
        attach(full(), sources);
        assertThat(content.check(full(), STEP)).noneMatch(Finding::blocks);
        decide(full());
        assertThat(deciding.mustRectify(full())).isFalse();
        Sheet sheet = content.sheet(full());
        assertThat(sheet.total()).isEqualTo("87.50");
        assertThat(line(full(), sources).score().points()).isEqualTo("18.75");
    }

    @Test
    void theSectionThatKeepsTheMoneyReportsIt() {
        TargetRow rate = targets.add(Rows.executionRate(8));
        FundLine basic = targets.fund("小计", "基本支出", "198.21", "396.42");
        targets.fund("小计", "项目支出", "3431.94", "54631.98");
        FundLine project = targets.fund("明细", "市级电子政务项目", "3431.94", "54631.98");
        assertThat(codes(half())).contains("evaluation.money-missing");
        assertThat(line(half(), rate).judgement().state()).isEqualTo(State.MISSING);
        money(half(), basic, "executed", "198.21");
        money(half(), project, "executed", "3431.94");
        assertThat(codes(half())).doesNotContain("evaluation.money-missing");
        assertThat(line(half(), rate).judgement().state()).isEqualTo(State.MET);
        MoneyTable table = content.sheet(half()).money();
        assertThat(table.total().executed()).isEqualByComparingTo("3630.15");
        assertThat(table.of(table.lines().get(1)).executed()).isEqualByComparingTo("3431.94");
        assertThat(content.rowHashes(half())).containsKey(Checks.MONEY);
    }

    @Test
    void whatTheBureauDecidedStaysWhateverChangesLater() {
        TargetRow service = targets.add(Rows.row("稳定", "提升", Measure.QUALITATIVE, null));
        save(half(), row(service, "actual", "稳定", "band", "70", "basis", "按台账"));
        explain(half(), service);
        submitRed();
        Sheet before = content.sheet(half());
        decide(half());
        theYearsConfigurationChanges();
        for (TargetRow row : List.of(articles, service)) {
            assertThat(line(half(), row).judgement()).isEqualTo(was(before, row).judgement());
            assertThat(line(half(), row).score()).isEqualTo(was(before, row).score());
            assertThat(line(half(), row).row()).isEqualTo(row);
        }
        assertThat(line(half(), sources).earlier().get(0).judgement()).isEqualTo(was(before, sources).judgement());
        assertThat(line(half(), sources).score().weight()).isEqualTo(was(before, sources).score().weight());
        evaluateAgain("16", "2023-08-31");
        decide(half());
        assertThat(content.sheet(half()).counts()).containsEntry(State.MET, 2).containsEntry(State.BEHIND, 1);
        assertThat(content.sheet(half()).lines()).hasSize(3);
    }

    @Test
    void whatAYearReachedIsToldToTheNext() {
        TargetRow rate = targets.add(Rows.row("≥90%", "≥95%", Measure.RATE, Direction.HIGHER_BETTER));
        save(full(), row(articles, "actual", "40"), row(rate, "numerator", "29", "denominator", "30"));
        assertThat(yearsPast.actuals(unit, year)).isEmpty();
        decide(full());
        theYearsConfigurationChanges();
        assertThat(yearsPast.actuals(unit, year))
                .isEqualTo(Map.of(articles.indicator(), "40篇", rate.indicator(), "96.67%"));
        assertThat(yearsPast.actuals(unit, year - 1)).isEmpty();
    }

    /** Other words, another table: all that lights and points were once worked out from. */
    private void theYearsConfigurationChanges() {
        targets.clear();
        targets.words("健全");
        targets.add(Rows.level(7, "履职"));
    }

    private static Line was(Sheet sheet, TargetRow row) {
        return sheet.line(row.indicator().toString()).orElseThrow();
    }

    @Test
    void anotherSectionCannotTypeTheMoney() {
        targets.coordinatedBy("other");
        FundLine basic = targets.fund("小计", "基本支出", "198.21", "396.42");
        assertThatThrownBy(() -> money(half(), basic, "executed", "1"))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    @Test
    void theSectionThatKeepsTheMoneyHasASheetThoughNoRowIsIts() {
        targets.coordinatedBy("office");
        assertThat(sheets.exists(unit, year, "office")).isTrue();
        assertThat(sheets.exists(unit, year, "one")).isTrue();
        assertThat(sheets.exists(unit, year, "nowhere")).isFalse();
    }

    @Test
    void somebodyElsesStagedFileCannotBeAttached() {
        UUID staged = stage(UUID.randomUUID());
        ObjectNode body = json.createObjectNode();
        body.putArray("attach").addObject().put("row", sources.indicator().toString()).put("evidence", staged.toString());
        assertThatThrownBy(() -> content.save(half(), STEP, CHIEF, RowScope.ALL, body))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    private void submitRed() {
        save(half(), row(articles, "actual", "20"), row(sources, "actual", "12"));
        explain(half(), sources);
        attach(half(), sources);
        assertThat(content.check(half(), STEP)).noneMatch(Finding::blocks);
    }

    private void evaluateAgain(String actual, String asOf) {
        ObjectNode again = row(sources, "actual", actual);
        again.put("asOf", asOf);
        content.save(half(), "Task_Reevaluate", CHIEF, RowScope.ALL, again);
    }

    private void decide(CaseFacts facts) {
        content.submitted(facts, STEP, CHIEF);
        deciding.decided(facts, false);
    }

    private CaseFacts half() {
        return new CaseFacts("h" + unit, "root", "section-evaluation", unit, year, "one", "HALF_YEAR", 1);
    }

    private CaseFacts full() {
        return new CaseFacts("f" + unit, "root", "section-evaluation", unit, year, "one", "FULL_YEAR", 1);
    }

    private CaseFacts rectificationCase(String id) {
        return new CaseFacts(id + unit, "root", "rectification", unit, year, "one", "HALF_YEAR", 1);
    }

    private void save(CaseFacts facts, ObjectNode... rows) {
        ObjectNode body = json.createObjectNode();
        var all = body.putArray("rows");
        for (ObjectNode row : rows) row.path("rows").forEach(all::add);
        content.save(facts, STEP, CHIEF, RowScope.ALL, body);
    }

    private void explain(CaseFacts facts, TargetRow row) {
        save(facts, row(row, "reasonCategory", "RULES", "reason", "协议尚未签订", "correctiveMeasure", "8 月底前签订"));
    }

    private void money(CaseFacts facts, FundLine fund, String field, String text) {
        ObjectNode body = json.createObjectNode();
        body.putArray("money").addObject().put("id", fund.id().toString()).put(field, text);
        content.save(facts, STEP, CHIEF, RowScope.ALL, body);
    }

    private UUID stage(UUID by) {
        byte[] bytes = "证明".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        UUID id = UUID.randomUUID();
        files.stage(
                new Evidence(
                        id, null, null, null, "证明.txt", "text/plain", bytes.length, Hashes.of(bytes), by,
                        java.time.Instant.now()),
                bytes);
        return id;
    }

    private void attach(CaseFacts facts, TargetRow row) {
        ObjectNode body = json.createObjectNode();
        body.putArray("attach")
                .addObject()
                .put("row", row.indicator().toString())
                .put("evidence", stage(CHIEF.id()).toString());
        content.save(facts, STEP, CHIEF, RowScope.ALL, body);
    }

    private ObjectNode row(TargetRow row, String... fields) {
        ObjectNode body = json.createObjectNode();
        ObjectNode change = body.putArray("rows").addObject().put("id", row.indicator().toString());
        for (int i = 0; i < fields.length; i += 2) change.put(fields[i], fields[i + 1]);
        return body;
    }

    private Line line(CaseFacts facts, TargetRow row) {
        return content.sheet(facts).line(row.indicator().toString()).orElseThrow();
    }

    private List<String> codes(CaseFacts facts) {
        return content.check(facts, STEP).stream().map(Finding::code).toList();
    }

    private List<String> errors(CaseFacts facts, TargetRow row) {
        return content.check(facts, STEP).stream()
                .filter(Finding::blocks)
                .filter(f -> row.indicator().toString().equals(f.row()))
                .map(Finding::code)
                .toList();
    }
}
