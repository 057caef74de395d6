package org.jixiao.modelling.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jixiao.PageTest;
import org.jixiao.base.Refusal;
import org.jixiao.base.ui.Diagram;
import org.jixiao.modelling.Sketch;
import org.jixiao.workflow.Deployments;
import org.jixiao.workflow.Deployments.Facts;
import org.jixiao.workflow.Probe;
import org.jixiao.workflow.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class ModelPagesTest extends PageTest {

    @Autowired
    private Versions versions;

    @Autowired
    private Deployments deployments;

    @Autowired
    private Probe probe;

    @ParameterizedTest
    @ValueSource(strings = {"processes", "processes/section-targets", "processes/section-targets/1", "processes/upload"})
    void for_modellers_only(String page) {
        for (String other : List.of("chief.data", "director", "bureau", "sysadmin", "secadmin", "auditor")) {
            signIn(other);
            go(page);
            assertThat(_get(H1.class).getText()).isEqualTo("您不能打开这个页面");
        }
        signIn("modeller");
        go(page);
        assertThat(_get(H1.class).getText()).isNotEqualTo("您不能打开这个页面");
    }

    @ParameterizedTest
    @ValueSource(strings = {"processes/none", "processes/section-targets/999999"})
    void what_is_not_there_is_not_shown(String page) {
        signIn("modeller");
        go(page);
        assertThat(_get(H1.class).getText()).isEqualTo("没有这个页面");
    }

    @Test
    void the_list_says_who_when_why_and_how_many_run() {
        var definition = Sketch.deploy(context, "listed", "请示也走系统", Sketch.ONE);
        Sketch.start(context, definition);
        signIn("modeller");
        go("processes");
        assertThat(words()).contains("请示批示", "listed", "请示也走系统", "随产品发布", "在用");
    }

    @Test
    void a_version_is_shown_with_its_findings_on_the_drawing_and_beside_it() {
        Sketch.deploy(context, "warned", "一", Sketch.step("a", "director", "").replace("name='步骤a'", "name='${missing}'"));
        signIn("modeller");
        go("processes/warned");
        assertThat(words()).contains("提醒", "规则 variable-unknown");
        assertThat(_get(Diagram.class).getElement().getProperty("marks")).contains("\"id\":\"a\"", "\"look\":\"warn\"");
    }

    @Test
    void two_versions_side_by_side_with_what_is_otherwise() {
        Sketch.deploy(context, "sides", "一", Sketch.step("a", "director", Sketch.property("deadline", "3")));
        Sketch.deploy(context, "sides", "二", Sketch.step("a", "director", Sketch.property("deadline", "2")), Sketch.step("b", "bureau", ""));
        signIn("modeller");
        go("processes/sides");
        _get(Tabs.class).setSelectedIndex(1);
        assertThat(_find(Diagram.class)).hasSize(2);
        assertThat(words()).contains("期限（工作日）", "步骤b", "岗位");
        assertThat(_find(Diagram.class).get(1).getElement().getProperty("marks")).contains("\"look\":\"add\"", "\"look\":\"mod\"");
        assertThat(_find(Diagram.class).get(0).getElement().getProperty("marks")).contains("\"look\":\"del\"").doesNotContain("\"look\":\"add\"");
    }

    @Test
    void where_cases_wait_is_warm_on_the_drawing() {
        var definition = Sketch.deploy(context, "warm", "一", Sketch.ONE);
        Sketch.start(context, definition);
        Sketch.start(context, definition);
        signIn("modeller", Locale.ENGLISH);
        go("processes/warm");
        _get(Tabs.class).setSelectedIndex(2);
        assertThat(_get(Diagram.class).getElement().getProperty("marks")).contains("\"text\":\"2\"", "heat");
        _get(Tabs.class).setSelectedIndex(3);
        assertThat(words()).contains("No step has been done in V1 yet");
    }

    @Test
    void an_upload_is_judged_and_compared_before_it_is_deployed_and_needs_a_reason() {
        Sketch.deploy(context, "offered", "一", Sketch.ONE);
        signIn("modeller");
        go("processes/upload");
        var page = _get(UploadView.class);
        page.receive("offered.bpmn", Sketch.bytes(Sketch.model("offered", Sketch.step("a", "nobody", ""))));
        page.judge();
        assertThat(words()).contains("错误", "不能部署");
        assertThat(_get(Button.class, spec -> spec.withText("部署")).isEnabled()).isFalse();
        page.receive("offered.bpmn", Sketch.bytes(Sketch.model("offered", Sketch.step("a", "bureau", ""))));
        page.judge();
        assertThat(words()).contains("与在用的“请示批示”V1 比较", "岗位").doesNotContain("不能部署");
        var probe = this.probe.actor("modeller");
        _click(_get(Button.class, spec -> spec.withText("部署")));
        assertThat(_get(TextField.class).isInvalid()).isTrue();
        assertThat(versions.of(probe, "offered")).hasSize(1);
        _setValue(_get(TextField.class), "改由市局批");
        _click(_get(Button.class, spec -> spec.withText("部署")));
        assertThat(versions.of(probe, "offered")).hasSize(2);
        assertThat(_get(H1.class).getText()).isEqualTo("请示批示");
        assertThat(words()).contains("改由市局批", "在浏览器上传");
    }

    @Test
    void of_several_files_the_changed_ones_are_deployed_and_it_says_which_stayed() {
        Sketch.deploy(context, "mixed-a", "一", Sketch.ONE);
        Sketch.deploy(context, "mixed-b", "一", Sketch.ONE);
        signIn("modeller");
        go("processes/upload");
        var page = _get(UploadView.class);
        page.receive("mixed-a.bpmn", Sketch.bytes(Sketch.model("mixed-a", Sketch.ONE)));
        page.receive("mixed-b.bpmn", Sketch.bytes(Sketch.model("mixed-b", Sketch.ONE)));
        page.judge();
        _setValue(_get(TextField.class), "没有改");
        _click(_get(Button.class, spec -> spec.withText("部署")));
        assertThat(notices()).contains("没有部署任何文件").doesNotContain("已部署");
        assertThat(_get(H1.class).getText()).isEqualTo("上传流程模型");
        page.receive("mixed-b.bpmn", Sketch.bytes(Sketch.model("mixed-b", Sketch.step("a", "bureau", ""))));
        page.judge();
        _setValue(_get(TextField.class), "改一个");
        _click(_get(Button.class, spec -> spec.withText("部署")));
        assertThat(notices()).contains("已部署：mixed-b.bpmn。", "mixed-a.bpmn 与在用的相同");
        assertThat(versions.of(probe.actor("modeller"), "mixed-a")).hasSize(1);
        assertThat(versions.of(probe.actor("modeller"), "mixed-b")).hasSize(2);
    }

    @Test
    void more_files_than_the_gate_takes_are_said_to_be_too_many() {
        signIn("modeller");
        go("processes/upload");
        var page = _get(UploadView.class);
        for (int i = 0; i <= 50; i++) page.receive("many" + i + ".bpmn", Sketch.bytes(Sketch.model("many" + i, Sketch.ONE)));
        page.judge();
        assertThat(words()).contains("文件太多或太大");
    }

    @Test
    void what_was_refused_names_its_files() {
        var files = new TreeMap<String, byte[]>();
        for (String file : List.of("refused-a.bpmn", "refused-b.bpmn", "refused-c.bpmn", "refused-d.bpmn"))
            files.put(file, Sketch.bytes(Sketch.model(file.replace(".bpmn", ""), Sketch.step("a", "nobody", ""))));
        assertThatThrownBy(() -> Sketch.deploy(context, "试", files)).isInstanceOf(Refusal.class);
        signIn("modeller");
        go("processes");
        assertThat(words()).contains("refused-a.bpmn、refused-b.bpmn、refused-c.bpmn 等 4 个文件");
    }

    @Test
    void each_version_has_its_own_names_and_files_and_the_warm_one_is_shown_first() {
        var both = Map.of(
                "old.bpmn", Sketch.bytes(Sketch.model("old", Sketch.step("gone", "director", ""))),
                "other.bpmn", Sketch.bytes(Sketch.model("other", Sketch.ONE)));
        Sketch.deploy(context, "一", both);
        var first = versions.of(probe.actor("modeller"), "old").get(0);
        deployments.start(probe.actor("modeller"), first.definitionId(), new Facts(null, 2023, "data", null), Map.of());
        Sketch.deploy(context, "old", "二", Sketch.step("fresh", "bureau", ""));
        signIn("modeller");
        go("processes/old");
        assertThat(words()).contains("步骤gone 1");
        _get(Tabs.class).setSelectedIndex(2);
        assertThat(words()).contains("最新的 V2 没有在办的件，这里是 V1");
        assertThat(_get(Diagram.class).getElement().getProperty("marks")).contains("\"id\":\"gone\"", "heat1");
        go("processes/old/2");
        _get(Tabs.class).setSelectedIndex(2);
        assertThat(words()).contains("V2 没有在办的件");
        go("processes/old/1");
        assertThat(words()).contains("old.bpmn").doesNotContain("other.bpmn");
    }

    @Test
    void a_process_is_taken_out_of_use_but_one_that_a_year_begins_says_that_it_is_not() {
        Sketch.deploy(context, "parked", "一", Sketch.ONE);
        signIn("modeller");
        go("processes/parked");
        confirm("停用…", "停用", "制度已改");
        assertThat(words()).contains("已停用", "制度已改", "启用…");
        go("processes/section-targets");
        assertThat(words()).contains("由年度流程发起，不可停用").doesNotContain("停用…");
    }

    @Test
    void an_old_version_is_revived_from_its_page() {
        Sketch.deploy(context, "again", "一", Sketch.ONE);
        Sketch.deploy(context, "again", "二", Sketch.step("a", "bureau", ""));
        signIn("modeller");
        go("processes/again/1");
        confirm("恢复 V1…", "作为新版本部署", "还是由主任批");
        assertThat(versions.of(probe.actor("modeller"), "again")).hasSize(3);
        assertThat(words()).contains("在用 V3", "还是由主任批");
    }

    private static void confirm(String button, String act, String why) {
        _click(_get(Button.class, spec -> spec.withText(button)));
        _setValue(_get(TextArea.class), why);
        _click(_get(Button.class, spec -> spec.withText(act)));
    }
}
