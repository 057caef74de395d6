package org.jixiao.evaluation;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jixiao.PageTest;
import org.jixiao.base.ProductClock;
import org.jixiao.target.ClosingDays;
import org.jixiao.target.Openings;
import org.jixiao.target.Years;
import org.jixiao.workflow.Verb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has a section of its own. */
@DisplayName("Pages after the closing date")
class ClosedPagesTest extends PageTest {

    private static final String PLACE = SectionYear.UNIT + "/" + SectionYear.YEAR;

    @Autowired
    private Years years;

    @Autowired
    private Openings openings;

    @Autowired
    private ProductClock clock;

    @Autowired
    private JdbcClient jdbc;

    private SectionYear data;

    @BeforeEach
    void targetsCloseWithMarch() {
        data = new SectionYear(context, "data");
        on("2023-03-01T02:00:00Z");
        years.changeDates(
                data.actor("chief.general"), SectionYear.UNIT, SectionYear.YEAR, null, null,
                new ClosingDays(LocalDate.of(2023, 3, 31), LocalDate.of(2023, 7, 31), null));
    }

    private void on(String moment) {
        clock.set(Instant.parse(moment));
    }

    private void openHalfYear(SectionYear by) {
        boolean opened = years.dates(by.chief(), SectionYear.UNIT, SectionYear.YEAR).orElseThrow().halfYearOpened();
        if (!opened) by.openPeriod(Period.HALF_YEAR);
    }

    private static List<Button> buttons(String text) {
        return _find(Button.class, s -> s.withPredicate(b -> b.getText().equals(text)));
    }

    private static List<Button> submits() {
        return _find(Button.class, s -> s.withPredicate(b -> b.getText().startsWith("提交")));
    }

    private static String lock() {
        return _find(Div.class, s -> s.withClasses("jx-lockline")).stream()
                .map(line -> line.getElement().getAttribute("data-lock") + " " + line.getElement().getTextRecursively())
                .findFirst()
                .orElse("");
    }

    @Test
    void a_locked_task_says_why_and_the_coordinator_opens_it_from_there() {
        on("2023-04-03T02:00:00Z");
        String task = "task/" + data.open(null).taskId();
        signIn("chief.data");
        go(task);
        assertThat(words()).contains("已逾期：2023 年度申报已于 2023-03-31 截止", "牵头科室（综合科负责人）");
        assertThat(submits()).isEmpty();
        assertThat(buttons("开放补报…")).isEmpty();
        signIn("chief.data", Locale.ENGLISH);
        go(task);
        assertThat(words()).contains("Overdue: Declaring targets for 2023 closed on 2023-03-31");

        signIn("chief.general");
        go(task);
        assertThat(words()).contains("已逾期：2023 年度申报已于 2023-03-31 截止");
        _click(_get(Button.class, s -> s.withText("开放补报…")));
        assertThat(_get(Dialog.class).getHeaderTitle()).isEqualTo("开放补报：数据资源科");
        _setValue(_get(DatePicker.class), LocalDate.of(2023, 4, 20));
        _click(_get(Button.class, s -> s.withText("开放补报")));
        assertThat(notices()).contains("请写明开放补报的原因");
        _setValue(_get(TextArea.class, s -> s.withLabel("原因")), "负责人出差");
        _click(_get(Button.class, s -> s.withText("开放补报")));
        assertThat(words()).contains("已开放补报至 2023-04-20（综合科负责人）：负责人出差");

        signIn("chief.data");
        go(task);
        assertThat(words()).contains("已开放补报至 2023-04-20（综合科负责人）：负责人出差");
        assertThat(submits()).hasSize(1);
        _get(TabSheet.class).setSelectedIndex(1);
        assertThat(words()).as("on the record").contains("开放补报至 2023-04-20 · 负责人出差");
    }

    @Test
    void a_page_open_when_the_day_ends_goes_read_only_and_keeps_what_was_typed_in_sight() {
        var city = new SectionYear(context, "city");
        city.declareAndApprove();
        on("2023-07-03T02:00:00Z");
        openHalfYear(city);
        signIn("chief.city");
        go("task/" + city.open("HALF_YEAR").taskId());
        String row = city.sheet(Period.HALF_YEAR).rows().get(0).id();
        on("2023-07-31T16:00:00Z");
        var entry = _get(Div.class, s -> s.withId("row-" + row));
        _setValue(_find(entry, TextField.class).get(0), "77");
        assertThat(notices()).contains("半年自评已于 2023-07-31 截止");
        assertThat(words()).contains("已逾期：2023 年度半年自评已于 2023-07-31 截止", "77");
        assertThat(submits()).isEmpty();
    }

    @Test
    void the_board_shows_the_lock_and_opens_and_ends() {
        on("2023-04-03T02:00:00Z");
        signIn("chief.general");
        go("board/" + PLACE + "/TARGETS");
        assertThat(words()).contains("已逾期锁定");
        String label = "开放补报：网络安全科";
        _click(_get(Button.class, s -> s.withPredicate(b -> b.getElement().getAttribute("aria-label") != null
                && b.getElement().getAttribute("aria-label").endsWith(label))));
        _setValue(_get(TextArea.class, s -> s.withLabel("原因")), "系统迁移");
        _click(_get(Button.class, s -> s.withText("开放补报")));
        assertThat(notices()).contains("已为网络安全科开放补报至 2023-04-10");
        _click(_get(Button.class, s -> s.withText("补报至 04-10")));
        assertThat(_get(Dialog.class).getElement().getTextRecursively()).contains("现已开放补报至 2023-04-10", "系统迁移");
        _click(_get(Button.class, s -> s.withText("立即结束")));
        assertThat(buttons("补报至 04-10")).isEmpty();
        signIn("director");
        go("board/" + PLACE + "/TARGETS");
        assertThat(words()).contains("已逾期锁定");
        assertThat(buttons("开放补报…")).isEmpty();
    }

    @Test
    void the_coordinator_sets_the_closing_dates_beside_the_others() {
        signIn("chief.general");
        go("board/" + PLACE + "/TARGETS");
        _click(_get(Button.class, s -> s.withText("日期…")));
        var targets = _get(DatePicker.class, s -> s.withLabel("申报截止日"));
        assertThat(targets.getValue()).isEqualTo(LocalDate.of(2023, 3, 31));
        _setValue(targets, LocalDate.of(2023, 8, 31));
        _click(_get(Button.class, s -> s.withText("保存日期")));
        assertThat(notices()).contains("截止日期 2023-08-31 应早于下一阶段的日期 2023-07-31");
        _setValue(targets, LocalDate.of(2023, 4, 15));
        _click(_get(Button.class, s -> s.withText("保存日期")));
        assertThat(years.dates(data.actor("chief.general"), SectionYear.UNIT, SectionYear.YEAR).orElseThrow().closing().targets())
                .isEqualTo(LocalDate.of(2023, 4, 15));
    }

    @Test
    void what_cannot_be_changed_says_which_of_the_five_it_is() {
        var application = new SectionYear(context, "application");
        signIn("chief.application");
        go("evaluations/" + PLACE + "/application/HALF_YEAR");
        assertThat(words()).contains("自评未开放。");
        go("targets/" + PLACE + "/application");
        assertThat(lock()).as("it is being filled in").isEmpty();
        on("2023-04-03T02:00:00Z");
        go("targets/" + PLACE + "/application");
        assertThat(lock()).startsWith("OVERDUE 已逾期：2023 年度申报已于 2023-03-31 截止");
        on("2023-03-02T02:00:00Z");
        application.act("chief.application", Verb.SUBMIT, null, null, "");
        go("targets/" + PLACE + "/application");
        assertThat(lock()).isEqualTo("EXAMINED 审批中（牵头科室核查，在综合科负责人处），不能改动。");
        application.approve(null, SectionYear.APPROVERS);
        go("targets/" + PLACE + "/application");
        assertThat(lock()).isEqualTo("APPROVED 已于 2023-03-02 批复，此后改动须申请调整。");

        on("2023-07-03T02:00:00Z");
        openHalfYear(application);
        application.fill(Period.HALF_YEAR, Map.of());
        on("2023-08-03T02:00:00Z");
        go("evaluations/" + PLACE + "/application/HALF_YEAR");
        assertThat(lock()).startsWith("OVERDUE 已逾期：2023 年度半年自评已于 2023-07-31 截止");
        on("2023-07-04T02:00:00Z");
        application.act("chief.application", Verb.SUBMIT, "HALF_YEAR", null, "");
        go("evaluations/" + PLACE + "/application/HALF_YEAR");
        assertThat(lock()).startsWith("EXAMINED 审批中");
        jdbc.sql("update target_table set state = 'ARCHIVED'").update();
        go("evaluations/" + PLACE + "/application/HALF_YEAR");
        assertThat(lock()).startsWith("ARCHIVED 2023 年度已归档");
        go("targets/" + PLACE + "/application");
        assertThat(lock()).startsWith("ARCHIVED 2023 年度已归档");
        jdbc.sql("update target_table set state = 'OPEN'").update();
        assertThat(openings.of(data.actor("chief.general"), SectionYear.UNIT, SectionYear.YEAR))
                .noneMatch(o -> o.section().equals("application"));
    }
}
