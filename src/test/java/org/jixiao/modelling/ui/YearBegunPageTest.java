package org.jixiao.modelling.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Map;
import org.jixiao.PageTest;
import org.jixiao.modelling.Sketch;
import org.jixiao.workflow.Cases;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class YearBegunPageTest extends PageTest {

    @Autowired
    Cases cases;

    private void deploy(String step) {
        String start = "<bpmn:startEvent id='s'>" + Sketch.property("begins", "unit") + "</bpmn:startEvent>";
        String model = Sketch.model("pledge", step).replace("<bpmn:startEvent id='s'/>", start);
        Sketch.deploy(context, "年度", Map.of("pledge.bpmn", Sketch.bytes(model)));
    }

    @Test
    void who_opens_the_year_is_told_what_did_not_begin_and_why_and_tries_again_once_it_is_mended() {
        deploy(Sketch.ONE.replace("director(unit)", "chief(unit, whom)"));
        signIn("chief.general");
        go("years/open/szxxzx");
        _setValue(_get(IntegerField.class), 2041);
        _click(_get(Button.class, spec -> spec.withText("开启年度")));
        assertThat(notices()).contains("2041 年度已开启，各科室负责人", "有流程没有随之发起，请流程管理员改好后再试。“请示批示”：", "whom");
        _assertOne(Button.class, spec -> spec.withText("再试"));
        go("board/szxxzx/2041");
        String said = "有流程没有随年度发起，请流程管理员改好后再发起。";
        assertThat(words()).contains(said, "“请示批示”：", "whom");
        _click(_get(Button.class, spec -> spec.withText("现在发起")));
        assertThat(notices()).contains("仍有流程没有发起，原因见页面上方。");
        signIn("director");
        go("board/szxxzx/2041");
        assertThat(words()).contains("2041").doesNotContain(said);
        deploy(Sketch.ONE);
        signIn("chief.general");
        go("board/szxxzx/2041");
        assertThat(words()).contains(said);
        _click(_get(Button.class, spec -> spec.withText("现在发起")));
        assertThat(words()).doesNotContain(said);
        assertThat(notices()).contains("已随年度发起 1 件。");
        assertThat(cases.find("pledge", "szxxzx", 2041, null, null)).isPresent();
    }

    @Test
    void who_stays_with_the_notice_tries_again_from_it() {
        deploy(Sketch.ONE.replace("director(unit)", "chief(unit, whom)"));
        signIn("chief.general");
        go("years/open/szxxzx");
        _setValue(_get(IntegerField.class), 2042);
        _click(_get(Button.class, spec -> spec.withText("开启年度")));
        deploy(Sketch.ONE);
        _click(_get(Button.class, spec -> spec.withText("再试")));
        assertThat(notices()).contains("另随年度发起 1 件。");
        _assertNone(Button.class, spec -> spec.withText("再试"));
        assertThat(cases.find("pledge", "szxxzx", 2042, null, null)).isPresent();
    }
}
