package org.jixiao.target.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import org.jixiao.PageTest;
import org.jixiao.harness.Statements;
import org.jixiao.organisation.Actor;
import org.jixiao.organisation.SignIn;
import org.jixiao.target.Measure;
import org.jixiao.target.TargetRow;
import org.jixiao.target.Targets;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("A sheet under examination")
class ExaminePageTest extends PageTest {

    private static final String UNIT = "szxxzx";

    @Autowired
    Cases cases;

    @Autowired
    Verbs verbs;

    @Autowired
    Targets targets;

    @Autowired
    ObjectMapper json;

    private String caseOf(String section) {
        return cases.find("section-targets", UNIT, 2023, section, null).orElseThrow().caseId();
    }

    private List<TargetRow> rows(String section) {
        return targets.current(UNIT, 2023).stream().filter(r -> r.section().equals(section)).toList();
    }

    private String submit(String section) {
        String caseId = caseOf(section);
        return verbs.act(
                        SignIn.actor(context, "chief." + section),
                        cases.fillTask(caseId).orElseThrow(),
                        Act.of(Verb.SUBMIT, cases.revision(caseId)))
                .open()
                .get(0)
                .taskId();
    }

    private void save(String section, Consumer<com.fasterxml.jackson.databind.node.ArrayNode> edit) {
        String caseId = caseOf(section);
        var body = json.createObjectNode();
        edit.accept(body.putArray("rows"));
        Actor chief = SignIn.actor(context, "chief." + section);
        verbs.act(
                chief,
                cases.fillTask(caseId).orElseThrow(),
                Act.of(Verb.SAVE, cases.revision(caseId)).body(body));
    }

    private void giveBack(String task) {
        String caseId = cases.task(SignIn.actor(context, "chief.general"), task).facts().caseId();
        verbs.act(
                SignIn.actor(context, "chief.general"),
                task,
                Act.of(Verb.RETURN, cases.revision(caseId)).opinion("再核"));
    }

    private void press(String label) {
        _click(_get(Button.class, spec -> spec.withText(label)));
    }

    @Test
    void the_coordinator_answers_a_contradiction_under_its_row_and_the_deputy_reads_the_answer() {
        signIn("chief.general");
        String task = submit("data");
        go("task/" + task);
        assertThat(words()).contains("矛盾 1 处，待答复 1", "32 − 10 = 22");
        var why = _find(TextField.class, s -> s.withPredicate(f -> "写明两处为何不同".equals(f.getPlaceholder())));
        assertThat(why).as("asked of either row").hasSize(2);
        _click(_find(Button.class, s -> s.withText("答复")).get(0));
        assertThat(why.get(0).isInvalid()).as("an empty answer is told").isTrue();
        _setValue(why.get(0), "归集治理只计当年新增");
        _click(_find(Button.class, s -> s.withText("答复")).get(0));
        assertThat(notices()).contains("答复已保存");
        assertThat(words()).contains("矛盾 1 处，已答复", "答复：归集治理只计当年新增");
        verbs.act(SignIn.actor(context, "chief.general"), task, Act.of(Verb.APPROVE, cases.revision(caseOf("data"))));
        signIn("deputy");
        go("task/" + open("data"));
        assertThat(words()).contains("答复：归集治理只计当年新增").doesNotContain("待答复");
        assertThat(_find(Button.class, s -> s.withText("改答复"))).isEmpty();
    }

    private String open(String section) {
        return cases.steps(UNIT, 2023).stream()
                .filter(step -> section.equals(step.section()) && step.state().equals("OPEN"))
                .map(Cases.StepState::taskId)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void changes_are_read_against_what_this_person_saw_last_though_a_round_was_missed() {
        String section = "application";
        signIn("chief.general");
        String first = submit(section);
        go("task/" + first);
        giveBack(first);
        save(section, rows -> rows.addObject().put("id", rows(section).get(1).id().toString()).put("halfText", "≥11%"));
        giveBack(submit(section));
        save(section, rows -> rows.addObject().put("id", rows(section).get(2).id().toString()).put("name", "改过的名称"));
        String third = submit(section);
        signIn("chief.general");
        go("task/" + third);
        assertThat(words()).contains("较第 2 轮：改 1 行", "只看改动 1");
        press("较我上次所见");
        assertThat(words()).contains("较第 1 轮：改 2 行", "只看改动 2", "≥11%", "改过的名称");
    }

    @Test
    void a_returned_row_that_came_back_as_it_was_is_pointed_out() {
        String section = "command";
        save(section, rows -> rows(section).stream()
                .filter(row -> row.measure() == Measure.UNCLEAR)
                .forEach(row -> rows.addObject().put("id", row.id().toString()).put("measure", "FLOW")));
        signIn("chief.general");
        String first = submit(section);
        var two = rows(section).subList(0, 2).stream().map(row -> row.id().toString()).toList();
        var marks = two.stream().map(id -> new Act.MarkedRow(id, "请核对第 " + (two.indexOf(id) + 1) + " 个")).toList();
        verbs.act(
                SignIn.actor(context, "chief.general"),
                first,
                Act.of(Verb.RETURN, cases.revision(caseOf(section))).rows(marks));
        save(section, rows -> rows.addObject().put("id", two.get(0)).put("explanation", "已核对"));
        signIn("chief.general");
        go("task/" + submit(section));
        assertThat(words()).contains("曾退回：请核对第 1 个", "曾退回，这次没有改：请核对第 2 个").doesNotContain("没有改：请核对第 1 个");
        press("改动和提醒 2");
        assertThat(_find(Checkbox.class)).as("both stay in sight").hasSize(2);
        press("较我上次所见");
        assertThat(words()).contains("曾退回：请核对第 2 个").doesNotContain("没有改");

        String task = open(section);
        String caseId = caseOf(section);
        verbs.act(SignIn.actor(context, "chief.general"), task, Act.of(Verb.APPROVE, cases.revision(caseId)));
        verbs.act(
                SignIn.actor(context, "deputy"),
                open(section),
                Act.of(Verb.RETURN, cases.revision(caseId)).to("Task_CoordinatorExamines").rows(marks));
        signIn("chief.general");
        go("task/" + open(section));
        assertThat(words()).as("the section has not seen it").contains("退回 2 行").doesNotContain("没有改");
    }

    @Test
    void a_marked_row_and_its_reason_outlive_the_switch_and_the_filter() {
        signIn("chief.general");
        go("task/" + submit("security"));
        _setValue(_find(Checkbox.class).get(0), true);
        var reason = _get(TextField.class, spec -> spec.withPlaceholder("请写明要改什么；也可在下方共用一条意见"));
        _setValue(reason, "口径不清");
        press("较我上次所见");
        assertThat(words()).contains("您第一次看此件");
        press("只看改动 0");
        assertThat(_find(Checkbox.class)).singleElement().satisfies(box -> assertThat(box.getValue()).isTrue());
        assertThat(_get(TextField.class, spec -> spec.withPlaceholder("请写明要改什么；也可在下方共用一条意见")).getValue())
                .isEqualTo("口径不清");
        assertThat(words()).contains("已标记退回 1 行");
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("请写明要改什么；也可在下方共用一条意见")), "长".repeat(501));
        press("退回所选 1 行");
        assertThat(notices()).contains("退回原因超过 500 字");
        assertThat(words()).contains("已标记退回 1 行");
    }

    @Test
    void opening_it_takes_as_many_statements_for_a_hundred_rows_as_for_a_few() {
        String section = "citizen";
        signIn("chief.general");
        String few = submit(section);
        int rows = rows(section).size();
        assertThat(rows).isLessThan(20);
        go("task/" + few);
        int forFew = Statements.of(() -> go("task/" + few));
        giveBack(few);
        TargetRow like = rows(section).get(0);
        save(section, edits -> {
            for (int i = 0; i < 100; i++)
                edits.addObject()
                        .put("id", "more" + i)
                        .put("level1", like.level1())
                        .put("level2", like.level2())
                        .put("duty", like.duty())
                        .put("keyWork", like.keyWork())
                        .put("name", "增加的指标 " + i)
                        .put("halfText", "≥1次")
                        .put("annualText", "≥2次")
                        .put("measure", "FLOW");
        });
        String many = submit(section);
        signIn("chief.general");
        go("task/" + many);
        assertThat(_find(Checkbox.class)).hasSizeGreaterThan(100);
        int forMany = Statements.of(() -> go("task/" + many));
        assertThat(forMany).as("few: %s", forFew).isLessThanOrEqualTo(forFew + 3).isLessThan(90);
    }
}
