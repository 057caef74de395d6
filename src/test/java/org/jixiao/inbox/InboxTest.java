package org.jixiao.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jixiao.DemoData;
import org.jixiao.ProductTest;
import org.jixiao.base.Refusal;
import org.jixiao.harness.Statements;
import org.jixiao.inbox.Query.Mark;
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

    private static final Query PROBE = Query.ALL.process("probe", null);

    @Autowired
    Inbox inbox;

    @Autowired
    Facets facets;

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
        return inbox.page(probe.actor(login), box, PROBE.q(q), null, 100)
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
                    probe.actor("chief.general"), Box.TODO, PROBE, after, 3);
            page.items().forEach(i -> seen.add(i.caseId()));
            after = page.next();
        } while (after != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(started);
    }

    @Test
    void refuses_a_page_marker_it_never_gave() {
        assertThatThrownBy(() -> inbox.page(
                        probe.actor("deputy"), Box.TODO, Query.ALL, "x", 3))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("page.unknown"));
    }

    @Test
    void forgets_that_a_task_is_new_once_it_was_opened_even_after_a_rebuild() {
        String caseId = probe.submitted("data");
        var general = probe.actor("chief.general");
        assertThat(box("chief.general", Box.TODO, "")).extracting(Inbox.Item::unread).containsExactly(true);
        inbox.opened(general, probe.open(caseId));
        projection.rebuild();
        assertThat(inbox.page(general, Box.TODO, PROBE, null, 200).items())
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

    @Test
    void finds_by_section_year_kind_round_and_reading() {
        String first = probe.submitted("data");
        String second = probe.submitted("security");
        var general = probe.actor("chief.general");
        inbox.opened(general, probe.open(first));
        verbs.act(general, probe.open(second), probe.act(Verb.RETURN, second).opinion("补充"));
        probe.does("chief.security", second, Verb.SUBMIT);
        assertThat(found(general, Query.ALL.section("data"))).containsExactly(first);
        assertThat(found(general, Query.ALL.section("security"))).containsExactly(second);
        assertThat(found(general, Query.read(Map.of("year", List.of("2022"))))).isEmpty();
        assertThat(found(general, Query.read(Map.of("year", List.of("2023"))))).hasSize(2);
        assertThat(found(general, Query.ALL.process("elsewhere", null))).isEmpty();
        assertThat(found(general, Query.ALL.marks(Set.of(Mark.UNREAD)))).containsExactly(second);
        assertThat(found(general, Query.ALL.marks(Set.of(Mark.AGAIN)))).containsExactly(second);
        assertThat(found(general, Query.ALL.marks(Set.of(Mark.SUBSTITUTED)))).isEmpty();
        verbs.act(probe.actor("chief.data"), probe.open(first), probe.act(Verb.URGE, first));
        assertThat(found(general, Query.ALL.marks(Set.of(Mark.URGED)))).containsExactly(first);
        var found = facets.of(general, Box.TODO);
        assertThat(found.count()).isEqualTo(2);
        assertThat(found.marks())
                .containsEntry(Mark.UNREAD, 1).containsEntry(Mark.AGAIN, 1).containsEntry(Mark.URGED, 1)
                .containsEntry(Mark.SUBSTITUTED, 0);
        assertThat(found.sections()).extracting(Facets.Section::code).containsExactly("data", "security");
    }

    List<String> found(org.jixiao.organisation.Actor actor, Query query) {
        return inbox.page(actor, Box.TODO, query, null, 50).items().stream()
                .map(Inbox.Item::caseId)
                .toList();
    }

    @Test
    void names_the_vacant_post_in_whose_place_a_task_is_done() {
        String caseId = probe.submitted("data");
        jdbc.sql(
                        """
                        update inbox_item set holder = (select p.id from post p join section s on s.id = p.section
                            where s.code = 'city' and p.kind = 'CHIEF') where case_id = ? and box = 'TODO'""")
                .param(caseId)
                .update();
        var general = probe.actor("chief.general");
        assertThat(found(general, Query.ALL)).isEmpty();
        jdbc.sql("update person set locked = true where login = 'chief.city'").update();
        try {
            var item = inbox.page(general, Box.TODO, Query.ALL, null, 5).items().get(0);
            assertThat(item.caseId()).isEqualTo(caseId);
            assertThat(item.insteadOf()).contains("城市运行科");
            assertThat(found(general, Query.ALL.marks(Set.of(Mark.SUBSTITUTED)))).containsExactly(caseId);
        } finally {
            jdbc.sql("update person set locked = false where login = 'chief.city'").update();
        }
    }

    @Test
    void pages_the_latest_submission_first_when_asked() {
        var submitted = new ArrayList<String>();
        for (String section : List.of("data", "city", "security", "data")) submitted.add(0, probe.submitted(section));
        var latest = PROBE.sort(Query.Sort.SUBMITTED);
        var general = probe.actor("chief.general");
        var first = inbox.page(general, Box.TODO, latest, null, 3);
        var rest = inbox.page(general, Box.TODO, latest, first.next(), 3);
        var seen = new ArrayList<String>();
        first.items().forEach(i -> seen.add(i.caseId()));
        rest.items().forEach(i -> seen.add(i.caseId()));
        assertThat(seen).isEqualTo(submitted);
        assertThat(rest.next()).isNull();
    }

    @Test
    void knows_the_place_of_a_task_and_what_follows_once_it_is_gone() {
        for (String section : List.of("data", "city", "security")) probe.submitted(section);
        probe.submitted("application");
        var general = probe.actor("chief.general");
        var some = Query.read(Map.of("q", List.of("2023")));
        var order = inbox.page(general, Box.TODO, some, null, 9).items();
        var second = order.get(1);
        var place = inbox.around(general, Box.TODO, some, second.taskId()).orElseThrow();
        assertThat(place.number()).isEqualTo(2);
        assertThat(place.of()).isEqualTo(4);
        assertThat(place.previous()).isEqualTo(order.get(0).taskId());
        assertThat(place.next()).isEqualTo(order.get(2).taskId());
        probe.does("chief.general", second.caseId(), Verb.APPROVE);
        assertThat(inbox.around(general, Box.TODO, some, second.taskId())).isEmpty();
        assertThat(inbox.next(general, Box.TODO, some, place.after(), second.taskId()))
                .map(Inbox.Item::taskId).contains(order.get(2).taskId());
        var last = inbox.around(general, Box.TODO, some, order.get(3).taskId()).orElseThrow();
        assertThat(inbox.next(general, Box.TODO, some, last.after(), order.get(3).taskId()))
                .map(Inbox.Item::taskId).contains(order.get(0).taskId());
        assertThat(inbox.around(probe.actor("deputy"), Box.TODO, some, order.get(0).taskId())).isEmpty();
    }

    @Test
    void takes_as_many_statements_for_two_hundred_rows_as_for_five() {
        var general = probe.actor("chief.general");
        for (int i = 0; i < 5; i++) probe.submitted("data");
        int few = Statements.of(() -> open(general));
        jdbc.sql(
                        """
                        insert into inbox_item select (jsonb_populate_record(i, jsonb_build_object(
                            'id', gen_random_uuid(), 'task_id', i.task_id || '-' || n, 'case_id', i.case_id || '-' || n))).*
                        from inbox_item i, generate_series(1, 39) n where i.box = 'TODO'""")
                .update();
        assertThat(inbox.page(general, Box.TODO, Query.ALL, null, 200).items()).hasSize(200);
        assertThat(Statements.of(() -> open(general))).isEqualTo(few).isLessThanOrEqualTo(12);
    }

    private void open(org.jixiao.organisation.Actor actor) {
        inbox.page(actor, Box.TODO, Query.ALL, null, 200);
        inbox.counts(actor);
        facets.of(actor, Box.TODO);
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
