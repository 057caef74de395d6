package org.jixiao.evaluation;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import java.util.Map;
import org.jixiao.PageTest;
import org.jixiao.base.ui.FindingLine;
import org.jixiao.base.ui.GridHands;
import org.jixiao.base.ui.SheetGrid;
import org.jixiao.evaluation.SheetView.MoneyLineView;
import org.jixiao.workflow.Cases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The money of a self-evaluation, typed as in a spreadsheet")
class MoneyPageTest extends PageTest {

    private SectionYear general;

    @BeforeEach
    void theHalfYearHasOpened() {
        general = new SectionYear(context, "general");
        boolean begun = context.getBean(Cases.class)
                .find("section-evaluation", SectionYear.UNIT, SectionYear.YEAR, "general", "HALF_YEAR")
                .isPresent();
        if (!begun) {
            general.declareAndApprove();
            general.openPeriod(Period.HALF_YEAR);
        }
        signIn("chief.general");
        go("task/" + general.open("HALF_YEAR").taskId());
    }

    private GridHands hands() {
        return new GridHands(_get(SheetGrid.class));
    }

    private MoneyLineView line(String item) {
        return general.sheet(Period.HALF_YEAR).money().lines().stream()
                .filter(l -> l.item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_block_is_stored_and_sums_and_rates_follow_with_the_arithmetic() {
        String basic = line("基本支出").id();
        String project = line("市级电子政务项目").id();
        hands().edit(
                Map.of("id", basic, "executed", "198.21", "forecast", "396.42"),
                Map.of("id", project, "executed", "2,400.00"));
        assertThat(line("基本支出").executed()).isEqualTo("198.21");
        assertThat(line("基本支出").forecast()).isEqualTo("396.42");
        assertThat(hands().line(basic).at("/cells/percent").asText()).isEqualTo("100.00%");
        assertThat(hands().line(project).toString()).contains("2400.00 ÷ 3000.00 = 80.00%", "滞后");
    }

    @Test
    void what_is_no_amount_is_said_beside_its_own_cell() {
        MoneyLineView line = line("体检费");
        hands().type(line.id(), "forecast", "很多");
        assertThat(hands().line(line.id()).path("checks"))
                .anySatisfy(check -> {
                    assertThat(check.path("field").asText()).isEqualTo("forecast");
                    assertThat(check.path("text").asText()).isEqualTo("“很多”不是金额，请填数字（万元）");
                });
        assertThat(line("体检费").forecast()).as("stored as typed").isEqualTo("很多");
        hands().type(line.id(), "forecast", "6.58");
        assertThat(hands().line(line.id()).toString()).doesNotContain("不是金额");
    }

    @Test
    void sums_are_locked_and_say_why() {
        assertThat(hands().line(line("项目支出").id()).path("locked").asText()).isEqualTo("由明细相加，不用填");
        assertThat(hands().line("total").path("locked").asText()).isEqualTo("由各行相加，不用填");
        assertThat(hands().line(line("体检费").id()).has("locked")).isFalse();
    }

    @Test
    void what_nobody_has_begun_is_not_filled_in_and_wrong_only_once_submitted() {
        var untouched = general.row(Period.HALF_YEAR, 33);
        Div entry = _get(Div.class, s -> s.withId("row-" + untouched.id()));
        String bar = _get(Section.class, s -> s.withClasses("jx-decision")).getElement().getTextRecursively();
        assertThat(bar).contains("未填").doesNotContain("错误");
        assertThat(_find(entry, FindingLine.class)).isEmpty();
        _click(_get(Button.class, s -> s.withPredicate(b -> b.getText().startsWith("提交"))));
        assertThat(_find(_get(Div.class, s -> s.withId("row-" + untouched.id())), FindingLine.class)).isNotEmpty();
        assertThat(_get(Section.class, s -> s.withClasses("jx-decision")).getElement().getTextRecursively())
                .contains("错误").doesNotContain("未填");
    }
}
