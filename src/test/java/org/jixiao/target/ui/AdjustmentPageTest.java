package org.jixiao.target.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.menubar.MenuBar;
import java.util.List;
import org.jixiao.PageTest;
import org.jixiao.organisation.SignIn;
import org.jixiao.target.Adjusting;
import org.jixiao.target.Targets;
import org.jixiao.workflow.Act;
import org.jixiao.workflow.Cases;
import org.jixiao.workflow.Verb;
import org.jixiao.workflow.Verbs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Adjusting approved targets, on its pages")
class AdjustmentPageTest extends PageTest {

    private static final String UNIT = "szxxzx";

    @Autowired
    Cases cases;

    @Autowired
    Verbs verbs;

    @Autowired
    Targets targets;

    @Autowired
    Adjusting adjusting;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    private String act(String who, String task, Act act) {
        var done = verbs.act(SignIn.actor(context, who), task, act);
        return done.open().isEmpty() ? "" : done.open().get(0).taskId();
    }

    private Act fresh(Verb verb, String process, String section) {
        String caseId = cases.find(process, UNIT, 2023, section, null).orElseThrow().caseId();
        return Act.of(verb, cases.revision(caseId));
    }

    private void approve(String section) {
        String task = cases.fillTask(cases.find("section-targets", UNIT, 2023, section, null).orElseThrow().caseId()).orElseThrow();
        task = act("chief." + section, task, fresh(Verb.SUBMIT, "section-targets", section));
        for (String who : List.of("chief.general", "deputy", "director", "bureau"))
            task = act(who, task, fresh(Verb.APPROVE, "section-targets", section));
    }

    private void press(String label) {
        _click(_get(Button.class, spec -> spec.withText(label)));
    }

    private Cell.Area area(String field) {
        return _get(Cell.Area.class, s -> s.withPredicate(a -> ("adjustment-" + field).equals(a.getElement().getAttribute("data-col"))));
    }

    @Test
    void a_chief_asks_from_the_page_of_targets_writes_why_and_the_examiner_reads_old_beside_new() {
        approve("data");
        signIn("chief.city");
        go("targets/szxxzx/2023/data");
        assertThat(_find(Button.class, s -> s.withText("申请调整"))).as("another section's chief").isEmpty();
        signIn("chief.data");
        go("targets/szxxzx/2023/data");
        assertThat(words()).contains("批复，此后改动须申请调整");
        press("申请调整");
        var asked = _get(ConfirmDialog.class);
        assertThat(asked.getElement().getProperty("message")).contains("现行第 1 版", "批复之前，现行版本不变");
        ComponentUtil.fireEvent(asked, new ConfirmDialog.ConfirmEvent(asked, true));
        String task = cases.fillTask(cases.find("target-adjustment", UNIT, 2023, "data", null).orElseThrow().caseId()).orElseThrow();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath()).isEqualTo("task/" + task);
        assertThat(words()).contains("调整说明（在现行第 1 版上调整）", "请写明调整原因", "请写明调整依据", "各项指标与现行版本相同");

        _setValue(area("reason"), "市里新增归集领域");
        _setValue(area("basis"), "苏数局〔2023〕8号");
        assertThat(words()).doesNotContain("请写明调整原因").contains("请写明资金影响");
        _setValue(area("funding"), "不涉及");
        var body = json.createObjectNode();
        String row = pageRow("data", 40, task);
        body.putArray("rows").addObject().put("id", row).put("annualText", "≥12个");
        act("chief.data", task, fresh(Verb.SAVE, "target-adjustment", "data").body(body));
        String next = act("chief.data", task, fresh(Verb.SUBMIT, "target-adjustment", "data"));

        signIn("chief.general");
        go("task/" + next);
        assertThat(words()).contains("市里新增归集领域", "≥12个", "≥10个", "较现行第 1 版：改 1 行");
        assertThat(_find(Checkbox.class).stream().map(box -> box.getAriaLabel().orElse("")))
                .as("the reasons can be returned like a row")
                .anySatisfy(name -> assertThat(name).contains("调整说明"));
        go("targets/szxxzx/2023/data");
        assertThat(words()).contains("历次调整", "正在办理", "原因：市里新增归集领域").doesNotContain("≥12个");
        assertThat(_find(Anchor.class).stream().map(Anchor::getHref)).contains("task/" + next);
    }

    private String pageRow(String section, int seq, String task) {
        String indicator = targets.current(UNIT, 2023).stream()
                .filter(r -> r.section().equals(section) && r.seq() == seq)
                .findFirst().orElseThrow().indicator().toString();
        return jdbc.sql("""
                select r.id from target_row r join target_sheet s on s.id = r.sheet_id join case_step c on c.case_id = s.case_id
                where c.task_id = ? and r.indicator = cast(? as uuid)""")
                .params(task, indicator).query(String.class).single();
    }

    @Test
    void given_up_after_being_asked_once_more() {
        approve("security");
        String task = adjusting.ask(SignIn.actor(context, "chief.security"), UNIT, 2023, "security");
        signIn("chief.security");
        go("task/" + task);
        var drop = _find(MenuBar.class).stream()
                .flatMap(bar -> bar.getItems().stream())
                .flatMap(item -> item.getSubMenu().getItems().stream())
                .filter(item -> item.getText().equals("放弃…"))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(drop, new ClickEvent<MenuItem>(drop));
        var asked = _get(ConfirmDialog.class);
        assertThat(asked.getElement().getProperty("message")).contains("现行内容不变");
        ComponentUtil.fireEvent(asked, new ConfirmDialog.ConfirmEvent(asked, true));
        assertThat(notices()).contains("已放弃");
        go("targets/szxxzx/2023/security");
        assertThat(words()).contains("已放弃", "第 1 版");
        assertThat(_find(Button.class, s -> s.withText("申请调整"))).as("another may be asked for").hasSize(1);
    }
}
