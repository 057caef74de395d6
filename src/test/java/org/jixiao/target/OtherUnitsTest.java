package org.jixiao.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProductTest
@DemoData
class OtherUnitsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Years years;

    @Autowired
    Cases cases;

    @Autowired
    Verbs verbs;

    @Autowired
    Targets targets;

    @Autowired
    ObjectMapper json;

    @ParameterizedTest
    @ValueSource(ints = {3, 1})
    void a_unit_of_other_sections_declares_and_comes_into_force(int size) {
        var unit = OtherUnit.with(context, "other" + size, size);
        years.open(unit.coordinator(), unit.code(), new Years.Opening(2030, null, null, null, List.of(), null));
        for (String section : unit.sections()) {
            String caseId = cases.find("section-targets", unit.code(), 2030, section, null).orElseThrow().caseId();
            var body = json.createObjectNode();
            body.putArray("rows").addObject().put("id", "new").put("level1", "过程").put("level2", "预算管理")
                    .put("name", section + "指标").put("halfText", "≥1次").put("annualText", "≥2次").put("measure", "FLOW")
                    .put("direction", "HIGHER_BETTER");
            var result = verbs.act(unit.chief(section), cases.fillTask(caseId).orElseThrow(),
                    Act.of(Verb.SUBMIT, cases.revision(caseId)).body(body));
            while (!result.ended()) {
                var step = result.open().get(0);
                result = verbs.act(unit.approver(step.step()), step.taskId(), Act.of(Verb.APPROVE, result.revision()));
            }
        }
        assertThat(targets.inForce(unit.code(), 2030, LocalDate.of(2030, 1, 1)))
                .extracting(TargetRow::section)
                .containsExactlyInAnyOrderElementsOf(unit.sections());
        assertThat(targets.inForce(unit.code(), 2030, LocalDate.of(2029, 12, 31))).isEmpty();
        assertThat(targets.coordinatingSection(unit.code(), 2030)).contains(unit.sections().get(0));
    }
}
