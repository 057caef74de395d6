package org.jixiao.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ProductTest
@DemoData
@DisplayName("The inbox")
class InboxTest {

    @Autowired
    Inbox inbox;

    @Autowired
    InboxProjection projection;

    @Autowired
    Probe probe;

    @Autowired
    Verbs verbs;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void onlyThisTestsCases() {
        probe.deploy();
        jdbc.sql("delete from inbox_item").update();
    }

    List<Inbox.Item> box(String login, Box box, String q) {
        return inbox.page(probe.actor(login), box, new Inbox.Query(q, null, "probe", false, null, 100))
                .items();
    }

    @Test
    void shows_a_task_to_those_who_may_do_it_and_to_nobody_else() {
        String caseId = probe.submitted("data");
        assertThat(box("chief.general", Box.TODO, "")).extracting(Inbox.Item::caseId).contains(caseId);
        assertThat(box("deputy", Box.TODO, "")).isEmpty();
        assertThat(box("chief.city", Box.TODO, "")).isEmpty();
        probe.does("chief.general", caseId, Verb.APPROVE);
        assertThat(box("chief.general", Box.TODO, "")).isEmpty();
        assertThat(box("deputy", Box.TODO, "")).extracting(Inbox.Item::caseId).containsExactly(caseId);
    }

    @Test
    void keeps_what_one_did_and_where_what_one_started_stands() {
        String caseId = probe.submitted("data");
        probe.does("chief.general", caseId, Verb.APPROVE);
        assertThat(box("chief.general", Box.DONE, ""))
                .extracting(Inbox.Item::endedVerb)
                .containsExactly("approve");
        assertThat(box("chief.data", Box.STARTED, "")).singleElement().satisfies(item -> {
            assertThat(item.step()).isEqualTo("Task_Deputy");
        });
    }

    @Test
    void finds_by_two_characters_of_a_section_and_by_several_words() {
        probe.submitted("data");
        probe.submitted("security");
        assertThat(box("chief.general", Box.TODO, "资源")).hasSize(1);
        assertThat(box("chief.general", Box.TODO, "安全 2023")).hasSize(1);
        assertThat(box("chief.general", Box.TODO, "资安")).isEmpty();
    }

    @Test
    void pages_by_key_without_losing_or_doubling_a_row() {
        var started = new ArrayList<String>();
        for (int i = 0; i < 7; i++) started.add(probe.submitted(i % 2 == 0 ? "data" : "city"));
        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = inbox.page(
                    probe.actor("chief.general"), Box.TODO, new Inbox.Query("", null, "probe", false, after, 3));
            page.items().forEach(i -> seen.add(i.caseId()));
            after = page.next();
        } while (after != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(started);
    }

    @Test
    void refuses_a_page_marker_it_never_gave() {
        assertThatThrownBy(() -> inbox.page(
                        probe.actor("deputy"), Box.TODO, new Inbox.Query("", null, null, false, "x", 3)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("page.unknown"));
    }

    @Test
    void forgets_that_a_task_is_new_once_it_was_opened_even_after_a_rebuild() {
        String caseId = probe.submitted("data");
        var general = probe.actor("chief.general");
        assertThat(box("chief.general", Box.TODO, "")).extracting(Inbox.Item::unread).containsExactly(true);
        inbox.opened(general, probe.open(caseId));
        projection.rebuild();
        assertThat(inbox.page(general, Box.TODO, new Inbox.Query("", null, "probe", false, null, 200)).items())
                .filteredOn(i -> i.caseId().equals(caseId))
                .extracting(Inbox.Item::unread)
                .containsExactly(false);
    }

    @Test
    void is_rebuilt_row_for_row() {
        String caseId = probe.submitted("data");
        probe.does("chief.general", caseId, Verb.APPROVE);
        verbs.act(
                probe.actor("deputy"),
                probe.open(caseId),
                probe.act(Verb.RETURN, caseId).rows(List.of(new Act.MarkedRow("a", "偏低"))));
        verbs.act(
                probe.actor("chief.data"),
                probe.open(caseId),
                probe.act(Verb.SUBMIT, caseId).body(probe.rows(Map.of("a", "三"))));
        probe.submitted("general");
        projection.rebuild();
        var rebuilt = rows();
        String other = probe.submitted("security");
        probe.does("chief.general", other, Verb.APPROVE);
        var projected = rows();
        projection.rebuild();
        assertThat(rows()).isEqualTo(projected).hasSizeGreaterThan(rebuilt.size());
    }

    List<Map<String, Object>> rows() {
        return jdbc.sql(
                        """
                        select holder, box, sort_key, task_id, case_id, section_name, step, submitted_by, due_at, round,
                            approving, warnings, red, yellow, urged, ended_verb, terms::text as terms
                        from inbox_item where box <> 'COPIED' order by box, holder, task_id""")
                .query()
                .listOfRows();
    }
}
