package org.jixiao.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.harness.Statements;
import org.jixiao.organisation.Actor;
import org.jixiao.target.OtherUnit;
import org.jixiao.target.Years;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a board costs: as many statements for many sections as for few. */
@ProductTest
@DemoData
class BoardTest {

    private static final int YEAR = 2030;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Years years;

    @Autowired
    private Cases cases;

    @Autowired
    private Verbs verbs;

    @Autowired
    private Board board;

    @Autowired
    private ObjectMapper json;

    @Test
    void moreSectionsAskTheDatabaseNoMore() {
        OtherUnit few = atHalfYear(2);
        OtherUnit many = atHalfYear(6);
        for (var post : List.<Function<OtherUnit, Actor>>of(
                OtherUnit::coordinator, OtherUnit::deputy, OtherUnit::director, OtherUnit::bureau)) {
            int asked = statements(post.apply(few), few);
            assertThat(statements(post.apply(many), many)).isEqualTo(asked).isLessThan(100);
        }
        assertThat(board.years(many.director(), many.code())).containsExactly(YEAR);
        assertThat(Statements.of(() -> board.years(many.director(), many.code()))).isEqualTo(2);
    }

    private int statements(Actor reader, OtherUnit unit) {
        return Statements.of(() -> {
            BoardView.StageView half = board.of(reader, unit.code(), YEAR).stages().get(1);
            assertThat(half.sections()).hasSize(unit.sections().size());
            boolean bureau = reader.equals(unit.bureau());
            assertThat(half.sections()).allMatch(section -> section.readable() != bureau);
        });
    }

    /** Every section has declared, is approved, and has submitted its half year. */
    private OtherUnit atHalfYear(int sections) {
        OtherUnit unit = OtherUnit.with(context, "board" + sections, sections);
        years.open(unit.coordinator(), unit.code(), new Years.Opening(YEAR, null, null, null, List.of(), null));
        for (String section : unit.sections()) declare(unit, section);
        years.openEvaluation(unit.coordinator(), unit.code(), YEAR, Period.HALF_YEAR.name(), "提前");
        for (String section : unit.sections()) evaluate(unit, section);
        return unit;
    }

    private void declare(OtherUnit unit, String section) {
        ObjectNode body = json.createObjectNode();
        body.putArray("rows")
                .addObject()
                .put("id", "new")
                .put("level1", "过程")
                .put("level2", "预算管理")
                .put("name", section + "指标")
                .put("halfText", "≥1次")
                .put("annualText", "≥2次")
                .put("measure", "FLOW")
                .put("direction", "HIGHER_BETTER");
        var result = submit(unit, section, "section-targets", null, body);
        while (!result.ended()) {
            var step = result.open().get(0);
            result = verbs.act(unit.approver(step.step()), step.taskId(), Act.of(Verb.APPROVE, result.revision()));
        }
    }

    private void evaluate(OtherUnit unit, String section) {
        SheetView sheet = context.getBean(SelfEvaluations.class)
                .read(unit.chief(section), unit.code(), YEAR, section, Period.HALF_YEAR)
                .sheet();
        ObjectNode body = json.createObjectNode();
        body.putArray("rows").addObject().put("id", sheet.rows().get(0).id()).put("actual", "1").put("forecast", "2");
        if (sheet.money().open()) {
            var money = body.putArray("money");
            sheet.money().lines().stream()
                    .filter(line -> !line.sum())
                    .forEach(line -> money.addObject().put("id", line.id()).put("executed", "0"));
        }
        submit(unit, section, "section-evaluation", Period.HALF_YEAR.name(), body);
    }

    private Verbs.Result submit(
            OtherUnit unit, String section, String process, @Nullable String period, ObjectNode body) {
        String caseId = cases.find(process, unit.code(), YEAR, section, period).orElseThrow().caseId();
        return verbs.act(
                unit.chief(section),
                cases.fillTask(caseId).orElseThrow(),
                Act.of(Verb.SUBMIT, cases.revision(caseId)).body(body));
    }
}
