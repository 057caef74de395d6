package org.jixiao.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.HistoryService;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Finding;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A process with forms that no programmer has seen: asked for, checked, kept, shown and used in conditions. */
@ProductTest
@DemoData
class DrawnFormTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Verbs verbs;

    @Autowired
    Cases cases;

    @Autowired
    Probe probe;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ObjectMapper json;

    String caseId;

    @BeforeEach
    void a_case_is_begun() {
        caseId = Leave.begun(context);
    }

    private ObjectNode form(Object... pairs) {
        var body = json.createObjectNode();
        var form = body.putObject("form");
        for (int i = 0; i < pairs.length; i += 2) form.set((String) pairs[i], json.valueToTree(pairs[i + 1]));
        return body;
    }

    private void act(String login, Verb verb, ObjectNode body) {
        verbs.act(probe.actor(login), probe.open(caseId), Act.of(verb, cases.revision(caseId)).body(body));
    }

    private Cases.TaskSheet sheet(String login) {
        return cases.task(probe.actor(login), probe.open(caseId));
    }

    private List<Finding> refused(String login, Verb verb, ObjectNode body) {
        var found = new java.util.ArrayList<Finding>();
        assertThatThrownBy(() -> act(login, verb, body)).isInstanceOfSatisfying(Refusal.class, r -> found.addAll(r.findings()));
        return found;
    }

    @Test
    void the_form_is_asked_for_with_its_defaults() {
        var shown = sheet("chief.data");
        assertThat(shown.formKey()).isEqualTo("form");
        assertThat(shown.form().form().fields()).extracting(f -> f.kind().name())
                .containsExactly("NOTE", "HEADING", "TEXT", "SELECT", "CHECKLIST", "INTEGER", "DATE", "CHECKBOX", "RADIO", "TEXTAREA");
        assertThat(shown.form().entered()).containsExactlyEntriesOf(Map.of("pay", "no"));
        assertThat(shown.verbs()).contains(Verb.SAVE, Verb.SUBMIT);
    }

    @Test
    void a_draft_keeps_what_breaks_rules_and_moves_nothing() {
        act("chief.data", Verb.SAVE, form("place", "苏", "days", "许多"));
        assertThat(sheet("chief.data").form().entered()).containsEntry("place", "苏").containsEntry("days", "许多");
        assertThat(runtime.getVariables(caseId)).doesNotContainKeys("place", "days");
        assertThat(cases.timeline(caseId)).allMatch(e -> e.entered().isEmpty());
    }

    @Test
    void each_rule_is_judged_at_its_field() {
        var found = refused("chief.data", Verb.SUBMIT, form("place", "苏", "kind", "holiday", "days", "31", "from", "明天", "with", List.of("car")));
        assertThat(found).extracting(f -> f.field() + " " + f.code())
                .containsExactlyInAnyOrder("place form.short", "kind form.option", "days form.max", "from form.date", "with form.option");
        assertThat(refused("chief.data", Verb.SUBMIT, form())).extracting(f -> f.field() + " " + f.code())
                .containsExactlyInAnyOrder("place form.required", "kind form.required", "days form.required");
        assertThat(refused("chief.data", Verb.SUBMIT, form("place", "上海", "kind", "meeting", "days", "2.5"))).extracting(Finding::code)
                .containsExactly("form.integer");
        assertThat(probe.at(caseId)).isEqualTo("fill");
    }

    @Test
    void what_is_no_value_of_a_field_is_refused() {
        assertThatThrownBy(() -> act("chief.data", Verb.SAVE, form("urgent", "yes"))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> act("chief.data", Verb.SAVE, form("place", "长".repeat(10_001)))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> act("chief.data", Verb.SAVE, form("with", "laptop"))).isInstanceOf(Refusal.class);
        act("chief.data", Verb.SAVE, form("unit", "other", "outcome", "approve"));
        assertThat(sheet("chief.data").form().entered()).doesNotContainKeys("unit", "outcome");
    }

    @Test
    void values_are_kept_shown_and_used_in_conditions() {
        act("chief.data", Verb.SUBMIT, form("place", "上海", "kind", "meeting", "days", "5", "with", List.of("laptop", "seal"), "from", "2023-05-04", "urgent", true));
        assertThat(probe.at(caseId)).isEqualTo("decide");
        assertThat(runtime.getVariables(caseId)).containsEntry("days", 5L).containsEntry("with", "laptop,seal").containsEntry("urgent", true).containsEntry("why", null);
        var submitted = cases.timeline(caseId).stream().filter(e -> e.verb() == Verb.SUBMIT).findFirst().orElseThrow();
        assertThat(submitted.entered()).extracting(l -> l.label() + "=" + String.join("、", l.values()))
                .containsExactly("去往何处=上海", "类别=会议", "携带=电脑、公章", "天数=5", "从哪天起=2023-05-04", "加急=true", "经费=无");
        // The director's own fields, one of them what the section asked for.
        var director = sheet("director");
        assertThat(director.verbs()).contains(Verb.SAVE, Verb.APPROVE, Verb.RETURN);
        assertThat(director.form().entered()).containsExactlyEntriesOf(Map.of("days", "5"));
        assertThat(refused("director", Verb.APPROVE, form())).extracting(Finding::code).containsExactly("form.required");
        act("director", Verb.APPROVE, form("granted", "4", "days", "30"));
        assertThat(cases.task(probe.actor("director"), lastTask()).open()).isFalse();
        var variables = history.createHistoricVariableInstanceQuery().processInstanceId(caseId).variableName("days").singleResult();
        assertThat(variables.getValue()).isEqualTo(5L);
    }

    private String lastTask() {
        return history.createHistoricTaskInstanceQuery().processInstanceId(caseId).taskDefinitionKey("decide").singleResult().getId();
    }

    @Test
    void a_short_one_takes_the_other_way() {
        act("chief.data", Verb.SUBMIT, form("place", "上海", "kind", "meeting", "days", "2"));
        assertThat(probe.at(caseId)).isEqualTo("agree");
    }

    @Test
    void what_was_returned_is_there_to_be_mended() {
        act("chief.data", Verb.SUBMIT, form("place", "上海", "kind", "meeting", "days", "5"));
        verbs.act(probe.actor("director"), probe.open(caseId), Act.of(Verb.RETURN, cases.revision(caseId)).opinion("太久"));
        assertThat(probe.at(caseId)).isEqualTo("fill");
        assertThat(sheet("chief.data").form().entered()).containsEntry("place", "上海").containsEntry("days", "5");
    }

    @Test
    void what_is_emptied_stays_empty_though_the_case_knows_it_or_the_model_has_a_default() {
        act("chief.data", Verb.SUBMIT, form("place", "上海", "kind", "meeting", "days", "5"));
        verbs.act(probe.actor("director"), probe.open(caseId), Act.of(Verb.RETURN, cases.revision(caseId)).opinion("太久"));
        act("chief.data", Verb.SAVE, form("place", null, "pay", ""));
        act("chief.data", Verb.SAVE, form("days", "4"));
        assertThat(sheet("chief.data").form().entered()).doesNotContainKeys("place", "pay").containsEntry("days", "4");
        assertThat(refused("chief.data", Verb.SUBMIT, form())).extracting(f -> f.field() + " " + f.code()).containsExactly("place form.required");
        act("chief.data", Verb.SUBMIT, form("place", "苏州"));
        assertThat(runtime.getVariables(caseId)).containsEntry("place", "苏州").containsEntry("pay", null);
    }

    @Test
    void a_number_has_as_many_digits_behind_the_point_as_the_form_allows() {
        caseId = Leave.begun(context, "\"decimalDigits\": 0, ", "\"decimalDigits\": 2, ");
        var found = refused("chief.data", Verb.SUBMIT, form("place", "上海", "kind", "meeting", "days", "2.345"));
        assertThat(found).extracting(f -> f.field() + " " + f.code() + " " + f.args().get(1)).containsExactly("days form.decimals 2");
        act("chief.data", Verb.SUBMIT, form("days", "2.50", "place", "上海", "kind", "meeting"));
        assertThat(runtime.getVariables(caseId)).containsEntry("days", 2.5);
    }

    @Test
    void others_neither_see_nor_fill_it() {
        assertThatThrownBy(() -> sheet("chief.city")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> act("chief.city", Verb.SAVE, form("place", "上海"))).isInstanceOf(Refusal.class);
    }

    @Test
    void what_the_examiner_began_to_fill_in_and_returned_stays_their_own() {
        act("chief.data", Verb.SUBMIT, form("place", "上海", "kind", "meeting", "days", "5"));
        act("director", Verb.SAVE, form("granted", "4"));
        String task = probe.open(caseId);
        verbs.act(probe.actor("director"), task, Act.of(Verb.RETURN, cases.revision(caseId)).opinion("太久"));
        assertThat(cases.task(probe.actor("chief.data"), task).form()).isNull();
    }

    @Test
    void large_figures_read_as_people_write_them() {
        caseId = Leave.begun(context, "\"decimalDigits\": 0, ", "");
        runtime.setVariable(caseId, "days", 12345678.9);
        assertThat(sheet("chief.data").form().entered()).containsEntry("days", "12345678.9");
        runtime.setVariable(caseId, "days", 30.0);
        assertThat(sheet("chief.data").form().entered()).containsEntry("days", "30");
    }

    @Test
    void a_default_that_is_no_value_of_its_field_stops_nobody() {
        caseId = Leave.begun(context, "\"key\": \"days\", \"label\": \"天数\", ", "\"key\": \"days\", \"label\": \"天数\", \"readonly\": true, \"defaultValue\": \"几天\", ");
        act("chief.data", Verb.SUBMIT, form("place", "上海", "kind", "meeting", "with", List.of("laptop")));
        assertThat(runtime.getVariables(caseId)).containsEntry("days", null);
    }
}
