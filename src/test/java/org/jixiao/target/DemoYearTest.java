package org.jixiao.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Finding.Severity;
import org.jixiao.base.Refusal;
import org.jixiao.organisation.SignIn;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ProductTest
@DemoData
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoYearTest {

    static final String UNIT = "szxxzx";
    static final List<String> SECTIONS =
            List.of("general", "data", "application", "construction", "security", "citizen", "city", "command");

    @Autowired
    ApplicationContext context;

    @Autowired
    Cases cases;

    @Autowired
    Verbs verbs;

    @Autowired
    Targets targets;

    @Autowired
    TargetPages pages;

    @Autowired
    DemoYear demo;

    @Autowired
    ObjectMapper json;

    @Test
    void each_chief_holds_one_task_with_a_draft_without_errors_but_the_open_questions() {
        int rows = 0;
        int questions = 0;
        for (String section : SECTIONS) {
            var facts = cases.find("section-targets", UNIT, 2023, section, null).orElseThrow();
            var chief = SignIn.actor(context, "chief." + section);
            var sheet = cases.task(chief, cases.fillTask(facts.caseId()).orElseThrow());
            assertThat(sheet.formKey()).isEqualTo("targets-fill");
            assertThat(sheet.verbs()).contains(Verb.SAVE, Verb.SUBMIT);
            var page = pages.ofCase(facts, chief, Locale.CHINESE);
            var errors = page.findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
            assertThat(errors).allMatch(f -> f.code().equals("measure.unclear"));
            questions += errors.size();
            rows += page.rows().size();
        }
        assertThat(rows).isEqualTo(85);
        assertThat(questions).isEqualTo(3);
    }

    @Test
    void the_year_is_by_hand_and_its_money_stands_with_the_coordinating_section() {
        var plan = targets.plan(UNIT, 2023).orElseThrow();
        assertThat(plan.halfYearDate()).isNull();
        assertThat(plan.yearEndDate()).isNull();
        assertThat(plan.words()).contains("健全", "有序推进", "满意");
        assertThat(plan.weights().values()).extracting(w -> w.intValue()).containsExactly(10, 20, 50, 10, 10);
        assertThat(targets.coordinatingSection(UNIT, 2023)).contains("general");
        assertThat(targets.funds(UNIT, 2023)).hasSize(23);
        assertThat(targets.current(UNIT, 2023)).extracting(TargetRow::seq).isSorted().hasSize(85);
        assertThat(targets.inForce(UNIT, 2023, LocalDate.of(2023, 12, 31))).isEmpty();
    }

    @Test
    void a_second_start_changes_nothing() throws Exception {
        demo.run(null);
        assertThat(targets.current(UNIT, 2023)).hasSize(85);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void a_section_goes_through_to_the_bureau_and_its_version_comes_into_force() {
        String section = "command";
        var facts = cases.find("section-targets", UNIT, 2023, section, null).orElseThrow();
        var chief = SignIn.actor(context, "chief.command");
        String task = cases.fillTask(facts.caseId()).orElseThrow();
        long revision = cases.revision(facts.caseId());
        var refused = catchThrowableOfType(Refusal.class, () -> verbs.act(chief, task, Act.of(Verb.SUBMIT, revision)));
        assertThat(refused.code()).isEqualTo("content.errors");

        var unclear = pages.ofCase(facts, chief, Locale.CHINESE).rows().stream()
                .filter(r -> r.measure() == Measure.UNCLEAR).findFirst().orElseThrow();
        var body = json.createObjectNode();
        body.putArray("rows").addObject().put("id", unclear.id().toString()).put("measure", "STOCK");
        var result = verbs.act(chief, task, Act.of(Verb.SUBMIT, revision).body(body));
        for (String login : List.of("chief.general", "deputy", "director", "bureau"))
            result = verbs.act(SignIn.actor(context, login), result.open().get(0).taskId(), Act.of(Verb.APPROVE, result.revision()));
        assertThat(result.ended()).isTrue();
        var inForce = targets.inForce(UNIT, 2023, section, LocalDate.of(2023, 1, 1));
        assertThat(inForce).hasSize(3);
        assertThat(inForce.get(0).measure()).isEqualTo(Measure.STOCK);
        assertThat(inForce.get(0).uncertain()).isEmpty();
        assertThat(pages.read(SignIn.actor(context, "chief.data"), UNIT, 2023, section, Locale.CHINESE).state())
                .isEqualTo("IN_FORCE");
    }
}
