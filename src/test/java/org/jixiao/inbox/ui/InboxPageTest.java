package org.jixiao.inbox.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jixiao.PageTest;
import org.jixiao.base.ProductClock;
import org.jixiao.base.Refusal;
import org.jixiao.inbox.Batch.Asked;
import org.jixiao.inbox.Batch;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Inbox;
import org.jixiao.inbox.Query;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("The page of a box")
class InboxPageTest extends PageTest {

    @Autowired
    Probe probe;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Inbox inbox;

    @Autowired
    BatchRuns runs;

    @Autowired
    Cases cases;

    @Autowired
    Verbs verbs;

    @Autowired
    ProductClock clock;

    @BeforeEach
    void onlyThisTestsCases() {
        probe.deploy();
        jdbc.sql("delete from inbox_item").update();
    }

    List<String> rows() {
        return _find(RouterLink.class, spec -> spec.withClasses("jx-item")).stream()
                .map(link -> link.getElement().getTextRecursively())
                .toList();
    }

    @Test
    void lists_what_is_to_do_with_section_step_and_submitter() {
        probe.submitted("data");
        signIn("chief.general");
        go("");
        assertThat(rows()).singleElement().asString().contains("数据资源科", "核查", "数据资源科负责人", "未读");
        assertThat(words()).contains("1 件");
    }

    @Test
    void who_is_asked_to_prepare_it_reads_by_whom() {
        String caseId = probe.submitted("data");
        verbs.act(
                probe.actor("chief.general"),
                probe.open(caseId),
                probe.act(Verb.DELEGATE, caseId).opinion("请核一下数").receivers(List.of(probe.actor("chief.city").id())));
        signIn("chief.city");
        go("");
        assertThat(rows()).singleElement().asString().contains("综合科负责人 委派给您");
        assertThat(inbox.page(probe.actor("chief.city"), Box.TODO, Query.ALL, null, 5).items())
                .as("to be replied to, not approved with others")
                .noneMatch(Inbox.Item::approving);
        verbs.act(probe.actor("chief.city"), probe.open(caseId), probe.act(Verb.RESOLVE, caseId).opinion("无误"));
        signIn("chief.general");
        go("");
        assertThat(rows()).singleElement().asString().doesNotContain("委派");
    }

    @Test
    void a_batch_runs_to_its_end_though_its_page_is_closed() {
        var submitted = new ArrayList<String>();
        for (int i = 0; i < 7; i++) submitted.add(probe.submitted("data"));
        var asked = submitted.stream().map(id -> new Asked(probe.open(id), cases.revision(id))).toList();
        runs.run(new UI(), probe.actor("chief.general"), asked, Batch.approval(null), o -> {}, () -> {}, r -> {});
        Instant patience = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(patience) && !probe.at(submitted.get(6)).equals("Task_Deputy")) Thread.onSpinWait();
        assertThat(submitted).extracting(probe::at).containsOnly("Task_Deputy");
    }

    @Test
    void a_batch_that_fails_as_a_whole_says_so() {
        signIn("chief.general");
        var told = new ArrayList<Refusal>();
        var broken = Collections.singletonList((Asked) null);
        runs.run(UI.getCurrent(), probe.actor("chief.general"), broken, Batch.approval(null), o -> {}, () -> {}, told::add);
        assertThat(told).singleElement().satisfies(r -> assertThat(r.code()).isEqualTo("batch.failed"));
    }

    @Test
    void finds_by_words_and_clears_the_search() {
        probe.submitted("data");
        probe.submitted("city");
        signIn("chief.general");
        go("");
        _setValue(_get(TextField.class, spec -> spec.withClasses("jx-search")), "城市运行");
        assertThat(rows()).singleElement().asString().contains("城市运行科");
        _setValue(_get(TextField.class, spec -> spec.withClasses("jx-search")), "没有这个");
        assertThat(rows()).isEmpty();
        _click(_get(Button.class, spec -> spec.withText("清除筛选")));
        assertThat(rows()).hasSize(2);
    }

    @Test
    void says_what_comes_next_when_it_is_empty() {
        signIn("director");
        go("");
        assertThat(words()).contains("没有待办。", "轮到您时");
        go("done");
        assertThat(words()).contains("您还没有办过事项。");
    }

    @Test
    void keeps_what_was_handled_and_what_was_started() {
        String caseId = probe.submitted("data");
        probe.does("chief.general", caseId, Verb.APPROVE);
        signIn("chief.general");
        go("done");
        assertThat(rows()).singleElement().asString().contains("数据资源科", "同意");
        signIn("chief.data");
        go("started");
        assertThat(rows()).singleElement().asString().contains("审核");
    }

    @Test
    void loads_more_when_there_is_more() {
        for (int i = 0; i < 3; i++) probe.submitted("data");
        jdbc.sql(
                        """
                        insert into inbox_item select (jsonb_populate_record(i, jsonb_build_object(
                            'id', gen_random_uuid(), 'task_id', i.task_id || '-' || n))).*
                        from inbox_item i, generate_series(1, 20) n where i.box = 'TODO'""")
                .update();
        signIn("chief.general");
        go("");
        assertThat(rows()).hasSize(50);
        _click(_get(Button.class, spec -> spec.withText("再载入 50 件")));
        assertThat(rows()).hasSize(63);
    }

    @Test
    void opens_no_page_of_administration_to_a_chief() {
        signIn("chief.data");
        go("record");
        assertThat(_get(H1.class).getText()).isEqualTo("您不能打开这个页面");
    }

    @Test
    void keeps_a_filter_under_its_name_beside_the_menu() {
        jdbc.sql("delete from inbox_filter").update();
        probe.submitted("data");
        probe.submitted("city");
        signIn("chief.general");
        UI.getCurrent().navigate("", QueryParameters.of("q", "城市"));
        assertThat(rows()).hasSize(1);
        _click(_get(Button.class, spec -> spec.withText("存为筛选")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("名称")), "城市的");
        _click(_get(Button.class, spec -> spec.withText("保存")));
        var kept = _get(SideNavItem.class, spec -> spec.withPredicate(i -> "城市的".equals(i.getLabel())));
        assertThat(kept.getElement().getTextRecursively()).contains("1");
        assertThat(kept.getElement().getAttribute("path")).isEqualTo("?q=%E5%9F%8E%E5%B8%82");
        signIn("chief.city");
        go("");
        assertThat(_find(SideNavItem.class)).extracting(SideNavItem::getLabel).doesNotContain("城市的");
    }

    @Test
    void narrows_by_chips_that_say_how_many() {
        String read = probe.submitted("data");
        probe.submitted("city");
        inbox.opened(probe.actor("chief.general"), probe.open(read));
        signIn("chief.general");
        go("");
        _click(_get(Button.class, spec -> spec.withText("未读 1")));
        assertThat(rows()).singleElement().asString().contains("城市运行科");
        assertThat(_find(Button.class)).extracting(Button::getText).contains("逾期 0").noneMatch(t -> t.startsWith("代理"));
    }

    @Test
    void shows_a_task_at_a_glance_without_counting_it_as_read() {
        String caseId = probe.submitted("data");
        signIn("chief.general");
        go("");
        var view = _get(TodoView.class);
        view.rest(probe.open(caseId));
        assertThat(words()).contains("流程位置", "最近意见", "打开办理");
        assertThat(inbox.page(probe.actor("chief.general"), Box.TODO, Query.ALL, null, 5).items())
                .extracting(Inbox.Item::unread).containsExactly(true);
    }

    @Test
    void agrees_after_a_line_that_asks_and_returns_only_with_a_reason() {
        String first = probe.submitted("data");
        String second = probe.submitted("city");
        signIn("chief.general");
        go("");
        var view = _get(TodoView.class);
        view.key("a", probe.open(first));
        assertThat(words()).contains("同意 数据资源科");
        _click(_get(Button.class, spec -> spec.withText("同意")));
        assertThat(probe.at(first)).isEqualTo("Task_Deputy");
        assertThat(rows()).hasSize(1);
        view.key("r", probe.open(second));
        _click(_get(Button.class, spec -> spec.withText("退回")));
        assertThat(probe.at(second)).isEqualTo("Task_Coordinator");
        _setValue(_get(TextField.class, spec -> spec.withPlaceholder("退回原因")), "补充依据");
        _click(_get(Button.class, spec -> spec.withText("退回")));
        assertThat(probe.at(second)).isEqualTo("Task_Fill");
        assertThat(rows()).isEmpty();
    }

    @Test
    void says_what_opens_next_when_there_is_nothing_to_do() {
        clock.set(Instant.parse("2023-02-16T01:00:00Z"));
        try {
            jdbc.sql("update target_table set half_year_date = date '2023-07-01', half_year_opened = false").update();
            signIn("director");
            go("");
            assertThat(words()).contains("没有待办。", "7 月 1 日开始半年自评。");
        } finally {
            clock.reset();
        }
    }
}
