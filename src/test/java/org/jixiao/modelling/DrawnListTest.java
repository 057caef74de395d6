package org.jixiao.modelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
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

/** A drawn form that reacts: conditions that hide, rows that come and go, a table over them, patterns. */
@ProductTest
@DemoData
class DrawnListTest {

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
    ObjectMapper json;

    String caseId;

    @BeforeEach
    void a_case_is_begun() {
        caseId = Leave.purchase(context);
    }

    private ObjectNode form(Object... pairs) {
        var body = json.createObjectNode();
        var form = body.putObject("form");
        for (int i = 0; i < pairs.length; i += 2) form.set((String) pairs[i], json.valueToTree(pairs[i + 1]));
        return body;
    }

    private void act(Verb verb, ObjectNode body) {
        verbs.act(probe.actor("chief.data"), probe.open(caseId), Act.of(verb, cases.revision(caseId)).body(body));
    }

    private Cases.FormSheet sheet() {
        return cases.task(probe.actor("chief.data"), probe.open(caseId)).form();
    }

    private List<String> refused(ObjectNode body) {
        var found = new ArrayList<Finding>();
        assertThatThrownBy(() -> act(Verb.SUBMIT, body)).isInstanceOfSatisfying(Refusal.class, r -> found.addAll(r.findings()));
        return found.stream().map(f -> f.field() + " " + f.code() + " " + f.args().get(0)).toList();
    }

    private List<List<String>> table() {
        return sheet().form().fields().stream().filter(f -> f.table() != null).findFirst().orElseThrow().table().rows();
    }

    @Test
    void conditions_hide_what_is_not_asked() {
        assertThat(sheet().hidden()).containsExactlyInAnyOrder("place", "g1", "items", "t1");
        act(Verb.SAVE, form("kind", "training"));
        assertThat(sheet().hidden()).containsExactlyInAnyOrder("g1", "items", "t1");
        act(Verb.SAVE, form("kind", "purchase"));
        assertThat(sheet().hidden()).containsExactlyInAnyOrder("place", "items/0/why");
        assertThat(sheet().entered()).as("one row to begin with").containsEntry("items", List.of(Map.of()));
    }

    @Test
    void what_is_hidden_is_neither_judged_nor_kept_but_stays_in_the_draft() {
        act(Verb.SAVE, form("kind", "training", "place", "苏州"));
        assertThat(refused(form("kind", "purchase"))).containsExactlyInAnyOrder(
                "items/0/name form.required 物品 1 · 名称", "items/0/count form.required 物品 1 · 数量");
        assertThat(sheet().entered()).containsEntry("place", "苏州");
        String task = probe.open(caseId);
        act(Verb.SUBMIT, form("kind", "purchase", "items", List.of(Map.of("name", "硒鼓", "count", "2", "why", "没有人问"))));
        assertThat(runtime.getVariables(caseId)).containsEntry("place", null).containsEntry("kind", "purchase")
                .containsEntry("items", List.of(row("硒鼓", 2L, null)));
        assertThat(lines()).containsExactly("事由=采购", "物品 1 · 名称=硒鼓", "物品 1 · 数量=2");
        var kept = cases.task(probe.actor("chief.data"), task).form();
        assertThat(kept.form().keys()).containsExactly("kind", "g1", "items", "t1", "mail", "phone", "days");
        assertThat(kept.hidden()).containsExactly("items/0/why");
    }

    @Test
    void what_another_step_entered_is_not_erased_where_it_is_hidden_but_what_this_step_entered_is() {
        runtime.setVariable(caseId, "place", "无锡");
        act(Verb.SUBMIT, form("kind", "purchase", "days", "5", "items", List.of(Map.of("name", "笔", "count", "3"))));
        assertThat(runtime.getVariables(caseId)).containsEntry("place", "无锡");
        verbs.act(probe.actor("director"), probe.open(caseId), Act.of(Verb.RETURN, cases.revision(caseId)).opinion("改"));
        act(Verb.SUBMIT, form("kind", "training", "place", "苏州"));
        verbs.act(probe.actor("director"), probe.open(caseId), Act.of(Verb.RETURN, cases.revision(caseId)).opinion("再改"));
        act(Verb.SUBMIT, form("kind", "purchase", "items", List.of(Map.of("name", "笔", "count", "3"))));
        assertThat(runtime.getVariables(caseId)).containsEntry("place", null);
    }

    @Test
    void cells_to_read_keep_what_stands_in_them_whatever_is_sent() {
        caseId = Leave.purchase(context, "\"key\": \"name\", \"label\": \"名称\",", "\"key\": \"name\", \"label\": \"名称\", \"readonly\": true, \"defaultValue\": \"未定\",");
        runtime.setVariable(caseId, "items", new ArrayList<>(List.of(known("笔", 1), known("纸", 2), known("纸", 3))));
        act(Verb.SAVE, form("kind", "purchase", "items", List.of(
                Map.of("name", "笔", "count", "4"), Map.of("name", "金条", "count", "5"), Map.of("name", "纸", "count", "6"))));
        assertThat(names()).containsExactly("笔 4", "纸 5", "纸 6");
        act(Verb.SAVE, form("items", List.of(Map.of("name", "纸", "count", "6"), Map.of("count", "1"))));
        assertThat(names()).as("one taken away, one added").containsExactly("纸 6", "未定 1");
        act(Verb.SUBMIT, form());
        assertThat(runtime.getVariable(caseId, "items")).isEqualTo(List.of(row("纸", 6, null), row("未定", 1, null)));
    }

    @Test
    void a_list_that_does_not_grow_has_the_rows_it_came_with() {
        caseId = Leave.purchase(context, "\"allowAddRemove\": true", "\"allowAddRemove\": false");
        runtime.setVariable(caseId, "items", new ArrayList<>(List.of(known("笔", 1), known("纸", 2))));
        var two = List.of(Map.of("name", "笔", "count", "3"), Map.of("name", "纸", "count", "4"));
        act(Verb.SAVE, form("kind", "purchase", "items", two));
        assertThat(names()).containsExactly("笔 3", "纸 4");
        for (Object items : List.of(two.subList(0, 1), List.of(two.get(0), two.get(1), two.get(1))))
            assertThatThrownBy(() -> act(Verb.SAVE, form("items", items))).isInstanceOf(Refusal.class);
    }

    private static Map<String, Object> known(String name, long count) {
        return new java.util.HashMap<>(Map.of("name", name, "count", count));
    }

    @SuppressWarnings("unchecked")
    private List<String> names() {
        return ((List<Map<String, Object>>) sheet().entered().get("items")).stream().map(r -> r.get("name") + " " + r.get("count")).toList();
    }

    private static Map<String, Object> row(String name, long count, String why) {
        var row = new java.util.HashMap<String, Object>();
        row.put("name", name);
        row.put("count", count);
        row.put("why", why);
        return row;
    }

    private List<String> lines() {
        return cases.timeline(caseId).stream()
                .filter(e -> e.verb() == Verb.SUBMIT)
                .flatMap(e -> e.entered().stream())
                .map(l -> l.label() + "=" + String.join("、", l.values()))
                .toList();
    }

    @Test
    void each_row_is_judged_by_itself_and_by_its_own_conditions() {
        assertThat(refused(form("kind", "purchase", "items", List.of(
                        Map.of("name", "打印纸", "count", "12"), Map.of("name", "硒鼓", "count", "0")))))
                .containsExactlyInAnyOrder("items/0/why form.required 物品 1 · 为何这么多", "items/1/count form.min 物品 2 · 数量");
    }

    @Test
    void a_table_shows_what_its_source_says_of_what_is_typed() {
        act(Verb.SAVE, form("kind", "purchase", "items", List.of(
                Map.of("name", "打印纸", "count", "12"), Map.of("name", "硒鼓", "count", "2"), Map.of("name", "笔", "count", "许多"))));
        assertThat(table()).containsExactly(List.of("打印纸", "12"));
    }

    @Test
    void patterns_are_judged_as_the_modeler_means_them() {
        assertThat(refused(form("kind", "training", "place", "Suzhou", "mail", "zhang@", "phone", "明天打")))
                .containsExactlyInAnyOrder("place form.pattern 培训地点", "mail form.email 联系邮箱", "phone form.phone 联系电话");
        act(Verb.SUBMIT, form("kind", "training", "place", "苏州", "mail", "zhang@suzhou.gov.cn", "phone", "0512-65212345"));
        assertThat(probe.at(caseId)).isEqualTo("agree");
    }

    @Test
    void rows_that_are_none_are_refused_and_unknown_fields_left_out() {
        for (Object items : List.of("a", Map.of("name", "a"), List.of("a"), List.of(List.of()), List.of(Map.of("name", Map.of())),
                Collections.nCopies(201, Map.of()), List.of(Map.of("name", "长".repeat(10_001)))))
            assertThatThrownBy(() -> act(Verb.SAVE, form("kind", "purchase", "items", items))).isInstanceOf(Refusal.class);
        act(Verb.SAVE, form("kind", "purchase", "items", List.of(Map.of("name", "笔", "outcome", "approve"))));
        assertThat(sheet().entered()).containsEntry("items", List.of(Map.of("name", "笔")));
    }

    @Test
    void what_was_returned_is_there_row_by_row() {
        act(Verb.SUBMIT, form("kind", "purchase", "days", "5", "items", List.of(Map.of("name", "笔", "count", "3"), Map.of("name", "纸", "count", "4"))));
        assertThat(probe.at(caseId)).isEqualTo("decide");
        verbs.act(probe.actor("director"), probe.open(caseId), Act.of(Verb.RETURN, cases.revision(caseId)).opinion("太多"));
        assertThat(sheet().entered()).containsEntry("items", List.of(Map.of("name", "笔", "count", "3"), Map.of("name", "纸", "count", "4")));
    }
}
