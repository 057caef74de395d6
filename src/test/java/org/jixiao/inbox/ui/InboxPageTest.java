package org.jixiao.inbox.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.jixiao.PageTest;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Verb;
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
}
