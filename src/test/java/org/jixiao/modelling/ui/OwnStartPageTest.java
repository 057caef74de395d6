package org.jixiao.modelling.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jixiao.PageTest;
import org.jixiao.base.ProductClock;
import org.jixiao.inbox.Box;
import org.jixiao.inbox.Inbox.Item;
import org.jixiao.inbox.Inbox;
import org.jixiao.inbox.Query;
import org.jixiao.modelling.Sketch;
import org.jixiao.organisation.SignIn;
import org.junit.jupiter.api.Test;

class OwnStartPageTest extends PageTest {

    @Test
    void a_chief_starts_what_an_admin_drew_and_is_led_to_the_first_step() throws Exception {
        signIn("director");
        go("started");
        _assertNone(Button.class, spec -> spec.withText("发起…"));
        Sketch.deploy(context, "示例", Map.of("approval.bpmn", Files.readAllBytes(Path.of("bpmn/fragments/approval.bpmn"))));
        signIn("chief.data");
        go("started");
        _click(_get(Button.class, spec -> spec.withText("发起…")));
        var start = _find(Button.class, spec -> spec.withText("发起"));
        assertThat(start).singleElement().satisfies(b -> assertThat(b.getAriaLabel()).contains("发起 审批与退回 数据资源科负责人"));
        _click(start.get(0));
        assertThat(notices()).contains("已发起“审批与退回”");
        assertThat(_get(H1.class).getText()).contains("审批与退回");
        _get(Button.class, spec -> spec.withText("提交"));
    }

    @Test
    void cases_of_one_kind_are_told_apart_by_who_started_them_and_when() throws Exception {
        Sketch.deploy(context, "示例", Map.of("approval.bpmn", Files.readAllBytes(Path.of("bpmn/fragments/approval.bpmn"))));
        var clock = context.getBean(ProductClock.class);
        for (String moment : List.of("2026-11-20T01:12:00Z", "2026-11-21T02:30:00Z")) {
            clock.set(Instant.parse(moment));
            signIn("chief.data");
            go("started");
            _click(_get(Button.class, spec -> spec.withText("发起…")));
            _click(_get(Button.class, spec -> spec.withText("发起")));
        }
        String first = "审批与退回 · 11-20 09:12 数据资源科负责人";
        assertThat(_get(H1.class).getText()).contains("审批与退回 · 11-21 10:30 数据资源科负责人", "审批与退回");
        go("started");
        assertThat(words()).contains(first, "审批与退回 · 11-21 10:30 数据资源科负责人");
        var found = context.getBean(Inbox.class)
                .page(SignIn.actor(context, "chief.data"), Box.STARTED, Query.ALL.q("数据资源科负责人"), null, 9)
                .items();
        assertThat(found).extracting(Item::startedBy).containsOnly("数据资源科负责人");
    }

    @Test
    void the_page_of_the_process_says_how_its_cases_begin() throws Exception {
        Sketch.deploy(context, "示例", Map.of("approval.bpmn", Files.readAllBytes(Path.of("bpmn/fragments/approval.bpmn"))));
        Sketch.deploy(context, "示例", Map.of("yearly.bpmn", Files.readAllBytes(Path.of("bpmn/fragments/yearly.bpmn"))));
        Sketch.deploy(context, "unsaid", "试画", Sketch.ONE);
        signIn("modeller");
        go("processes/approval");
        assertThat(words()).contains("由科室负责人发起");
        go("processes/yearly");
        assertThat(words()).contains("随年度发起，每科室一件");
        go("processes/unsaid");
        assertThat(words()).contains("只能在 Modeler 里发起");
        Sketch.deploy(context, "unsaid-caller", "调用", "<bpmn:callActivity id='c' name='请示' calledElement='unsaid'/>");
        go("processes/unsaid");
        assertThat(words()).contains("由“请示批示”调用时开始").doesNotContain("只能在 Modeler 里发起");
        go("processes/section-targets");
        assertThat(words()).doesNotContain("只能在 Modeler 里发起");
    }
}
